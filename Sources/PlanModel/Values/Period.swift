/// A month, a quarter or a year, kept as six digits that a person can read: 202610, 202624
/// (20 + quarter), 202600. Months are calendar months; quarters and years are the board's fiscal
/// ones. Order is integer order within one unit.
public struct Period: RawRepresentable, Hashable, Comparable, Sendable {
  public enum Unit: Int, Sendable { case month, quarter, year }

  public let rawValue: Int64

  public init?(rawValue: Int64) {
    let (year, part) = (rawValue / 100, rawValue % 100)
    guard (1...9_999).contains(year),
      part == 0 || (1...12).contains(part) || (21...24).contains(part)
    else { return nil }
    self.rawValue = rawValue
  }

  private init(trusted: Int) { rawValue = Int64(trusted) }
  public init(year: Int) { self.init(trusted: min(max(year, 1), 9_999) * 100) }
  /// - Parameter month: 1 to 12; months beyond carry into other years.
  public init(year: Int, month: Int) {
    let index = min(max(year * 12 + month - 1, 12), 9_999 * 12 + 11)
    self.init(trusted: index / 12 * 100 + index % 12 + 1)
  }
  /// - Parameter quarter: 1 to 4; quarters beyond carry into other years.
  public init(year: Int, quarter: Int) {
    let index = min(max(year * 4 + quarter - 1, 4), 9_999 * 4 + 3)
    self.init(trusted: index / 4 * 100 + 21 + index % 4)
  }

  public var year: Int { Int(rawValue / 100) }
  /// 1 to 12 for a month, 1 to 4 for a quarter, 0 for a year.
  public var part: Int { unit == .quarter ? Int(rawValue % 100) - 20 : Int(rawValue % 100) }
  public var unit: Unit {
    switch rawValue % 100 {
    case 0: .year
    case 21...24: .quarter
    default: .month
    }
  }

  /// The period so many of its own units later (earlier when negative).
  public func advanced(by count: Int) -> Period {
    switch unit {
    case .month: Period(year: year, month: part + count)
    case .quarter: Period(year: year, quarter: part + count)
    case .year: Period(year: year + count)
    }
  }

  public static func < (a: Period, b: Period) -> Bool { a.rawValue < b.rawValue }
}

extension Period: CustomStringConvertible {
  /// As commands and files write it: 2026, 2026Q4, 2026-10.
  public var description: String {
    switch unit {
    case .year: Digits.four(year)
    case .quarter: "\(Digits.four(year))Q\(part)"
    case .month: "\(Digits.four(year))-\(Digits.two(part))"
    }
  }

  /// Reads `2026`, `2026Q4`, `2026-Q4`, `26Q4`, `2026-10`, `2026年四季度`, `2026年10月`, `2026年`.
  public init?(_ text: String) {
    var rest = Substring(text.filter { $0 != " " }.uppercased())
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 4 || digits.count == 2, var year = Int(digits) else { return nil }
    if digits.count == 2 { year += 2000 }
    rest = rest.dropFirst(digits.count)
    if rest.hasPrefix("年") { rest = rest.dropFirst() }
    if rest.isEmpty {
      guard digits.count == 4 else { return nil }
      self.init(year: year)
      return
    }
    if rest.hasSuffix("季度") {
      let names: [Substring: Int] = [
        "一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4,
      ]
      var name = rest.dropLast(2)
      if name.hasPrefix("第") { name = name.dropFirst() }
      guard let quarter = names[name] else { return nil }
      self.init(year: year, quarter: quarter)
      return
    }
    if rest.hasPrefix("-") { rest = rest.dropFirst() }
    if rest.hasPrefix("Q") {
      guard let quarter = Int(rest.dropFirst()), (1...4).contains(quarter), rest.count == 2 else {
        return nil
      }
      self.init(year: year, quarter: quarter)
      return
    }
    if rest.hasSuffix("月") { rest = rest.dropLast() }
    guard digits.count == 4, rest.count <= 2, let month = Int(rest), (1...12).contains(month) else {
      return nil
    }
    self.init(year: year, month: month)
  }
}
