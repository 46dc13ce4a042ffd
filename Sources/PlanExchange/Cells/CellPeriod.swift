import PlanModel

/// Months, quarters and years as they stand in cells and headings: `2026-10`, `202610`, `10月`,
/// `Oct 2026`, `Oct-26`, `2023-Q1`, `Q1 2023`, `一季度`, `FY2026`; a date stands for its month.
enum CellPeriod {
  /// - Parameter year: the year of periods that don't say it.
  static func parse(_ text: String, year: Int?) throws(TextFault) -> Period {
    let folded = Folding.fold(text).filter { !$0.isWhitespace }
    guard !folded.isEmpty, folded.utf8.count <= 40 else { throw .notAPeriod }
    if let period = Period(folded) { return period }
    if let period = compact(folded) ?? named(folded) ?? turned(folded) { return period }
    if let part = withoutYear(folded) {
      guard let year else { throw .noYear }
      return part.unit == .month
        ? Period(year: year, month: part.part) : Period(year: year, quarter: part.part)
    }
    if case .day(let day)? = CellDate(text) { return day.monthPeriod }
    throw .notAPeriod
  }

  /// A month that may stand without its year in a heading, as of any year; nil for none.
  static func isMonth(_ text: String) -> Bool {
    guard let period = try? parse(text, year: 2_000) else { return false }
    return period.unit == .month
  }

  private static func digits(_ text: some StringProtocol, _ counts: ClosedRange<Int>) -> Int? {
    guard counts.contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return Int(text)
  }

  private static func month(_ year: Int, _ month: Int) -> Period? {
    (1...12).contains(month) && year > 0
      ? Period(year: CellDate.year(year), month: month) : nil
  }

  /// `202610`, `2026/10`, `2026.10`, `fy2026`, `26年10月`.
  private static func compact(_ text: String) -> Period? {
    if text.hasPrefix("fy"), let year = digits(text.dropFirst(2), 4...4) {
      return Period(year: year)
    }
    if let number = digits(text, 6...6) { return month(number / 100, number % 100) }
    var rest = Substring(text)
    if rest.hasSuffix("月") || rest.hasSuffix("月份") {
      rest = rest.prefix { $0 != "月" }
      let parts = rest.split(separator: "年", omittingEmptySubsequences: false)
      guard parts.count == 2, let year = digits(parts[0], 2...4),
        let number = digits(parts[1], 1...2)
      else { return nil }
      return month(year, number)
    }
    let parts = rest.split(whereSeparator: { "/.-".contains($0) })
    guard parts.count == 2, let year = digits(parts[0], 4...4), let number = digits(parts[1], 1...2)
    else { return nil }
    return month(year, number)
  }

  /// `oct2026`, `oct-26`, `2026oct`, `october2026`.
  private static func named(_ text: String) -> Period? {
    let letters = text.filter { $0.isASCII && $0.isLetter }
    guard let number = MonthNames.number(of: letters) else { return nil }
    let rest = text.filter { !($0.isASCII && $0.isLetter) && !"-/.,'’".contains($0) }
    guard let year = digits(rest, 2...4), [2, 4].contains(rest.count),
      text.hasPrefix(letters) || text.hasSuffix(letters)
    else { return nil }
    return month(year, number)
  }

  /// `q1 2023`, `1q23`, `10/2026`.
  private static func turned(_ text: String) -> Period? {
    var rest = Substring(text)
    if rest.hasPrefix("q") {
      rest = rest.dropFirst()
    } else if rest.dropFirst().hasPrefix("q") {
      rest = rest.prefix(1) + rest.dropFirst(2)
    } else {
      let parts = rest.split(whereSeparator: { "/.-".contains($0) })
      guard parts.count == 2, let number = digits(parts[0], 1...2),
        let year = digits(parts[1], 4...4)
      else { return nil }
      return month(year, number)
    }
    guard let quarter = rest.first.flatMap({ digits(String($0), 1...1) }), (1...4).contains(quarter)
    else { return nil }
    let year = rest.dropFirst().drop { "/.-'’,".contains($0) }
    guard [2, 4].contains(year.count), let number = digits(year, 2...4) else { return nil }
    return Period(year: CellDate.year(number), quarter: quarter)
  }

  private static let numerals: [String: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    "十一": 11, "十二": 12,
  ]

  /// `10月`, `十月`, `oct`, `一季度`, `第1季度`, `q1`; the year is only filled in.
  private static func withoutYear(_ text: String) -> Period? {
    if let number = MonthNames.number(of: text) { return Period(year: 2_000, month: number) }
    var rest = Substring(text)
    if rest.hasPrefix("第") { rest = rest.dropFirst() }
    for (suffix, limit) in [("月份", 12), ("月", 12), ("季度", 4), ("季", 4)]
    where rest.hasSuffix(suffix) {
      let name = String(rest.dropLast(suffix.count))
      guard let number = numerals[name] ?? digits(name, 1...2), (1...limit).contains(number) else {
        return nil
      }
      return limit == 12 ? Period(year: 2_000, month: number) : Period(year: 2_000, quarter: number)
    }
    guard rest.hasPrefix("q"), let quarter = digits(rest.dropFirst(), 1...1),
      (1...4).contains(quarter)
    else { return nil }
    return Period(year: 2_000, quarter: quarter)
  }
}
