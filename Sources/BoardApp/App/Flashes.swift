import PlanModel

/// What others have just changed: marked for two seconds, with who did it.
struct Flashes: Sendable {
  static let milliseconds: Int64 = 2_000

  private(set) var items: [ItemCode: PersonID] = [:]
  private(set) var cells: [CellAddress: PersonID] = [:]
  /// When the marks go out; nil: none are lit.
  private(set) var until: Int64?

  /// Marks what these changes touch.
  mutating func light(_ changes: [HistoryEntry], now: Int64) {
    goOut(now: now)
    for entry in changes {
      if let code = entry.code { items[code] = entry.who }
      if case .figure(let line, let column, let period) = entry.change.target {
        cells[CellAddress(line: line, column: column, period: period)] = entry.who
      }
    }
    until = now + Self.milliseconds
  }

  mutating func goOut(now: Int64) {
    guard let end = until, now >= end else { return }
    (items, cells, until) = ([:], [:], nil)
  }
}

extension AppState {
  /// Others' changes: marks them and says who it was, unless something else is being said.
  mutating func show(_ changes: [HistoryEntry], now: Int64) {
    guard let last = changes.last(where: { $0.code != nil }) else { return }
    flashes.light(changes, now: now)
    guard notice == nil || notice?.kind == .note else { return }
    let who = board.people[last.who]?.display(language) ?? "?"
    let codes = Set(changes.compactMap(\.code)).sorted().prefix(5)
      .map(\.description).joined(separator: " ")
    say(.note, Words("\(who)刚改了 \(codes)", "\(who) just changed \(codes)"))
  }
}
