import PlanModel
import TextCanvas

/// Amounts as this reader sees them.
enum Amounts {
  static func format(_ unit: AmountUnit, _ state: AppState) -> AmountFormat {
    AmountFormat(
      unit, state.language, shown: state.settings.unit, isASCII: state.settings.isASCII)
  }

  /// Money in a column, in the reader's unit.
  static func money(_ amount: Int64?, _ state: AppState) -> String {
    format(state.board.money, state)(amount)
  }

  /// The unit of money that stands once in a head: `万元`, `k CNY`.
  static func head(_ state: AppState) -> String { format(state.board.money, state).head }

  /// A figure of a trend or target without its unit, short: `9.6`, `28.6%`, `3,000万`.
  /// - Parameter columns: the room there is; only what has none is shown in the next larger unit.
  static func plain(
    _ amount: Int64?, _ line: Line, _ state: AppState, columns: Int = 0
  ) -> String {
    let unit = state.board.figureUnit(of: line)
    guard let amount else { return format(unit, state)(nil) }
    guard unit.isMoney else { return trimmed(format(unit, state)(amount)) }
    // Large sums in the next larger unit, so that they fit a column.
    let large: (ShownUnit, Int64) =
      state.language == .chinese ? (.hundredMillion, 1_0000_0000) : (.million, 10_000_000)
    let whole = amount.magnitude / UInt64(max(1, Int(DecimalText.power(of: unit.scale))))
    var format = format(unit, state)
    let own = format.inText(amount).replacing(".0", with: "")
    if TextFit.width(own) <= columns { return own }
    if whole >= UInt64(large.1) { format.shown = large.0 }
    return format.inText(amount).replacing(".0", with: "")
  }

  /// Without the zeros behind the point: `28.60%` → `28.6%`, `9.00` → `9`.
  static func trimmed(_ text: String) -> String {
    let isPercent = text.hasSuffix("%")
    var digits = isPercent ? String(text.dropLast()) : text
    guard digits.contains(".") else { return text }
    while digits.hasSuffix("0") { digits.removeLast() }
    if digits.hasSuffix(".") { digits.removeLast() }
    return isPercent ? digits + "%" : digits
  }
}

/// Two dates in a list: `10-12 10-16`.
enum DateRange {
  static func short(_ start: Day?, _ end: Day?) -> String {
    switch (start, end) {
    case (let start?, let end?): "\(start.short) \(end.short)"
    case (let start?, nil): start.short
    case (nil, let end?): "      \(end.short)"
    case (nil, nil): ""
    }
  }
}

/// Pictures of numbers in one line of text.
enum Bars {
  private static let eighths = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
  private static let levels = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// One sign a value, from the lowest to the highest.
  static func spark(_ values: [Int64?]) -> String {
    let known = values.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else { return "" }
    return values.map { value in
      guard let value else { return " " }
      guard high > low else { return levels[3] }
      return levels[1 + Int((Double(value - low) / Double(high - low) * 6).rounded())]
    }.joined()
  }

  /// A bar of so many columns, full at `of`.
  static func bar(_ value: Int64, of whole: Int64, columns: Int) -> (full: String, rest: String) {
    guard whole > 0 else { return ("", String(repeating: "░", count: columns)) }
    let share = min(max(Double(value) / Double(whole), 0), 1)
    let parts = Int((share * Double(columns * 8)).rounded())
    var full = String(repeating: "█", count: parts / 8)
    if parts % 8 > 0 { full += eighths[parts % 8] }
    return (full, String(repeating: "░", count: max(0, columns - full.count)))
  }
}
