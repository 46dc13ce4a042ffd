/// How a board's quarters and years lie on the calendar. A fiscal year is named after the calendar
/// year it begins in.
public struct FiscalCalendar: Hashable, Sendable {
  /// The first month of the fiscal year, 1 to 12.
  public let firstMonth: Int

  public init(firstMonth: Int) { self.firstMonth = min(max(firstMonth, 1), 12) }

  /// The calendar months of a period, in order.
  public func months(of period: Period) -> [Period] {
    switch period.unit {
    case .month: [period]
    case .quarter:
      (0..<3).map { Period(year: period.year, month: firstMonth + (period.part - 1) * 3 + $0) }
    case .year: (0..<12).map { Period(year: period.year, month: firstMonth + $0) }
    }
  }

  /// The four quarters of a fiscal year.
  public func quarters(of year: Int) -> [Period] { (1...4).map { Period(year: year, quarter: $0) } }

  /// The fiscal year a period lies in.
  public func year(of period: Period) -> Period {
    switch period.unit {
    case .year: period
    case .quarter: Period(year: period.year)
    case .month: Period(year: period.part >= firstMonth ? period.year : period.year - 1)
    }
  }

  /// The quarter a month or day lies in; a year's first quarter.
  public func quarter(of period: Period) -> Period {
    switch period.unit {
    case .quarter: period
    case .year: Period(year: period.year, quarter: 1)
    case .month:
      Period(year: year(of: period).year, quarter: ((period.part - firstMonth + 12) % 12) / 3 + 1)
    }
  }

  public func quarter(of day: Day) -> Period { quarter(of: day.monthPeriod) }

  /// The first and the last day of a period.
  public func days(of period: Period) -> ClosedRange<Day> {
    let months = months(of: period)
    let first = months[0]
    let last = months[months.count - 1]
    let start = Day(ordinal: ordinal(of: first))
    return start...Day(ordinal: ordinal(of: last.advanced(by: 1)) - 1)
  }

  private func ordinal(of month: Period) -> Int {
    Day(year: month.year, month: month.part, day: 1)?.ordinal ?? 0
  }

  /// Whether one period lies inside another (or is it).
  public func contains(_ outer: Period, _ inner: Period) -> Bool {
    let all = months(of: outer)
    return months(of: inner).allSatisfy { all.contains($0) }
  }
}
