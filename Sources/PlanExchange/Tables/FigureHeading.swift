import PlanModel

/// The heading of a figure's column: `plan.media@2026-10`, `target@2026-03`, `expected@2027`.
public struct FigureHeading: Hashable, Sendable {
  /// The column's name, as its kind of item calls it.
  public var column: String
  /// The line's own name; empty for the main one.
  public var line: String
  public var period: Period

  /// The columns of all kinds in the order of files.
  private static let order = [
    "approved", "baseline", "low", "expected", "high", "target", "plan", "forecast", "committed",
    "actual",
  ]

  public init(column: String, line: String, period: Period) {
    self.column = column
    self.line = line
    self.period = period
  }

  /// Reads a heading; nil where it is none.
  public init?(_ text: String) {
    guard let at = text.lastIndex(of: "@"),
      let period = Period(String(text[text.index(after: at)...]))
    else { return nil }
    let parts = text[..<at].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, Self.order.contains(String(name)),
      parts.count == 1 || !parts[1].isEmpty
    else { return nil }
    self.init(column: String(name), line: parts.count > 1 ? String(parts[1]) : "", period: period)
  }

  public var text: String { "\(column)\(line.isEmpty ? "" : "." + line)@\(period)" }

  /// The place among the figures of an item: line by line.
  var longRank: (String, Int, Period) {
    (line, Self.order.firstIndex(of: column) ?? 0, period)
  }

  /// The place among the headings.
  var rank: (Int, String, Period) {
    (Self.order.firstIndex(of: column) ?? 0, line, period)
  }
}
