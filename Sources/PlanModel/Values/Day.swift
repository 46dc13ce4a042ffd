/// A calendar day, kept as the integer 20261012 that a person can read in the database.
public struct Day: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: Int64

  /// Takes any integer of the form yyyymmdd that names a real day; nil else.
  public init?(rawValue: Int64) {
    self.init(
      year: Int(rawValue / 10_000), month: Int(rawValue / 100 % 100), day: Int(rawValue % 100))
  }

  public init?(year: Int, month: Int, day: Int) {
    guard (1...9_999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.days(inMonth: month, of: year)
    else { return nil }
    rawValue = Int64(year * 10_000 + month * 100 + day)
  }

  public var year: Int { Int(rawValue / 10_000) }
  public var month: Int { Int(rawValue / 100 % 100) }
  public var day: Int { Int(rawValue % 100) }

  /// The month this day lies in.
  public var monthPeriod: Period { Period(year: year, month: month) }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar.
  public var ordinal: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of an ordinal; days outside the years 1 to 9999 are held at the nearest one.
  public init(ordinal: Int) {
    let z = min(max(ordinal, -719_162), 2_932_896) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * mp + 2) / 5 + 1
    let month = mp < 10 ? mp + 3 : mp - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    rawValue = Int64(year * 10_000 + month * 100 + day)
  }

  public func adding(days: Int) -> Day { Day(ordinal: ordinal + days) }

  /// The same day of a later month, or that month's last day where it has no such day.
  public func adding(months: Int) -> Day {
    let index = year * 12 + month - 1 + months
    let (y, m) = (index / 12, index % 12 + 1)
    return Day(year: y, month: m, day: min(day, Day.days(inMonth: m, of: y))) ?? self
  }

  /// 1 is Monday, 7 is Sunday.
  public var weekday: Int { ((ordinal + 3) % 7 + 7) % 7 + 1 }

  public static func < (a: Day, b: Day) -> Bool { a.rawValue < b.rawValue }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: CustomStringConvertible {
  /// ISO: 2026-10-12.
  public var description: String { "\(Digits.four(year))-\(Digits.two(month))-\(Digits.two(day))" }
  /// As lists show it: 10-12.
  public var short: String { "\(Digits.two(month))-\(Digits.two(day))" }
  /// The same, with its year where that isn't the other day's: 2027-01-12.
  public func short(beside other: Day) -> String { year == other.year ? short : description }

  /// Reads the ISO form only.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let y = Int(parts[0]), let m = Int(parts[1]), let d = Int(parts[2])
    else { return nil }
    self.init(year: y, month: m, day: d)
  }
}

/// Numbers with leading zeros, without a formatter.
public enum Digits {
  public static func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
  public static func four(_ n: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(n).count)) + String(n)
  }
}
