import PlanModel

/// What others have just changed: marked for two seconds, with who did it.
struct Flashes: Sendable {
  static let milliseconds: Int64 = 2_000

  private(set) var items: [ItemCode: PersonID] = [:]
  private(set) var cells: [CellAddress: PersonID] = [:]
  private var until: Int64 = 0

  /// Marks what these changes touch; answers when the marks go out.
  mutating func light(_ changes: [HistoryEntry], now: Int64) -> Int64 {
    if now >= until { (items, cells) = ([:], [:]) }
    for entry in changes {
      if let code = entry.code { items[code] = entry.who }
      if case .figure(let line, let column, let period) = entry.change.target {
        cells[CellAddress(line: line, column: column, period: period)] = entry.who
      }
    }
    until = now + Self.milliseconds
    return until
  }

  mutating func goOut(now: Int64) {
    if now >= until { (items, cells) = ([:], [:]) }
  }
}

extension AppState {
  /// Others' changes: marks them and says who it was, unless something else is being said.
  mutating func show(_ changes: [HistoryEntry], now: Int64) {
    guard let last = changes.last(where: { $0.code != nil }) else { return }
    deadline = flashes.light(changes, now: now)
    guard notice == nil || notice?.kind == .note else { return }
    let who = board.people[last.who]?.display(language) ?? "?"
    let codes = Set(changes.compactMap(\.code)).sorted().prefix(5)
      .map(\.description).joined(separator: " ")
    say(.note, Words("\(who)刚改了 \(codes)", "\(who) just changed \(codes)"))
  }
}
