/// Boxes of keys over a slow line: one is drawn only after a moment of rest, so that whoever knows the
/// next key pays for nothing but what it does.
struct Boxes: Sendable {
  static let rest: Int64 = 300

  /// Until when a box waits; nil: it is drawn at once.
  private(set) var waitsUntil: Int64?
  private var isOpen = false

  var areDrawn: Bool { waitsUntil == nil }

  /// Called after every key.
  static func after(_ state: inout AppState) {
    let isOpen = !state.pendingKeys.isEmpty || state.overlays.last?.isBrief == true
    guard isOpen != state.boxes.isOpen else { return }
    state.boxes.isOpen = isOpen
    state.boxes.waitsUntil = isOpen && state.settings.isLean ? state.now + rest : nil
  }

  mutating func appear(now: Int64) {
    if let until = waitsUntil, until <= now { waitsUntil = nil }
  }
}
