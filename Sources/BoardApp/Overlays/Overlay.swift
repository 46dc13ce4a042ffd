import PlanModel
import TextCanvas

/// Something that floats above the screen and takes all keys while it is there.
protocol Overlay: Sendable {
  mutating func handle(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> OverlayStep
  /// Reads what it shows; called before drawing and before the next key.
  mutating func refresh(_ state: AppState, _ reader: any BoardReading) throws
  /// An edit has come back while this was on top.
  mutating func saved(_ outcome: SaveOutcome, _ state: inout AppState) -> OverlayStep
  /// What is half typed in it.
  func drafts(_ state: AppState) -> [Draft]
  func draw(_ state: AppState, _ canvas: inout Canvas)
  /// One key closes it: over a slow line it isn't drawn for those who know the key.
  var isBrief: Bool { get }
  /// It reads a large board in slices and isn't through yet.
  var isReading: Bool { get }
  /// Ctrl-j is a line end here; elsewhere it is Enter.
  var takesLineEnds: Bool { get }
}

extension Overlay {
  var takesLineEnds: Bool { false }
  var isReading: Bool { false }
  var isBrief: Bool { false }
  func drafts(_ state: AppState) -> [Draft] { [] }
  mutating func refresh(_ state: AppState, _ reader: any BoardReading) throws {}
  mutating func saved(_ outcome: SaveOutcome, _ state: inout AppState) -> OverlayStep { .stay }
}

/// What becomes of an overlay after a key.
struct OverlayStep {
  var stays: Bool
  /// Another overlay to lie on top.
  var pushes: (any Overlay)?
  var effects: [Effect] = []

  static let stay = OverlayStep(stays: true)
  static let close = OverlayStep(stays: false)
  static func close(_ effects: [Effect]) -> OverlayStep {
    OverlayStep(stays: false, effects: effects)
  }
  static func push(_ overlay: any Overlay) -> OverlayStep {
    OverlayStep(stays: true, pushes: overlay)
  }
}
