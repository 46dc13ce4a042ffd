/// Cells named from outside of a grid: `A1:plan.media@2026-10..2026-12`, `Y1:target`,
/// `2026Q4:forecast` (every line of the quarter's activities).
public struct SpreadSelector: Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    case item(ItemCode)
    /// All activities with money in it or at home in it.
    case period(Period)
  }

  public var place: Place
  public var column: Column
  /// A line's own name; with a period, of the lines of that category. Nil: every line.
  public var line: String?
  /// The months or periods; nil: those of the place.
  public var first: Period?
  public var last: Period?

  public var kind: ItemKind {
    if case .item(let code) = place { code.kind } else { .activity }
  }

  /// - Throws: a refusal that says how it is written.
  public init(_ text: String) throws(Refusal) {
    guard let colon = text.firstIndex(of: ":") else { throw Self.unreadable(text) }
    let name = String(text[..<colon])
    if let code = ItemCode(name) {
      place = .item(code)
    } else if let period = Period(name) {
      place = .period(period)
    } else {
      throw Self.unreadable(text)
    }
    let kind: ItemKind = if case .item(let code) = place { code.kind } else { .activity }
    let rest = text[text.index(after: colon)...].split(
      separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = rest[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let column = Column(name: String(parts[0]), kind: kind), column != .approved else {
      let known = Column.of(kind).map { $0.name(for: kind) }.joined(separator: " ")
      throw SpreadRefusals.input(
        "没有这一列：\(parts[0])；可用：\(known)", "no such column: \(parts[0]); known are \(known)")
    }
    self.column = column
    line = parts.count > 1 ? String(parts[1]) : nil
    guard rest.count > 1 else { return }
    let ends = String(rest[1]).replacing("..", with: " ").split(separator: " ")
    guard (1...2).contains(ends.count), let first = Period(String(ends[0])),
      let last = Period(String(ends[ends.count - 1])), first.unit == last.unit, first <= last
    else { throw Self.unreadable(text) }
    (self.first, self.last) = (first, last)
  }

  private static func unreadable(_ text: String) -> Refusal {
    SpreadRefusals.input(
      "不知道是哪些格子：\(text)；写成 A1:plan.media@2026-10..2026-12、Y1:target 或 2026Q4:forecast",
      "no such cells: \(text); write A1:plan.media@2026-10..2026-12, Y1:target or 2026Q4:forecast")
  }

  /// The periods between the two ends; months where they are wanted and quarters or years were named.
  func periods(_ calendar: FiscalCalendar, inMonths: Bool) -> [Period]? {
    guard let first, let last else { return nil }
    if inMonths, first.unit != .month {
      guard let start = calendar.months(of: first).first, let end = calendar.months(of: last).last
      else { return [] }
      return Self.from(start, to: end)
    }
    return Self.from(first, to: last)
  }

  static func from(_ first: Period, to last: Period) -> [Period] {
    var periods: [Period] = []
    var next = first
    while next <= last, periods.count < 1_200 {
      periods.append(next)
      next = next.advanced(by: 1)
    }
    return periods
  }
}
