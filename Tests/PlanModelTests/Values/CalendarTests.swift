import PlanModel
import TestSupport
import Testing

@Suite struct CalendarTests {
  @Test func ordinalsGoThereAndBack() {
    var seeded = Seeded(3)
    for _ in 0..<5_000 {
      let ordinal = Int.random(in: -719_162...2_932_896, using: &seeded)
      let day = Day(ordinal: ordinal)
      #expect(day.ordinal == ordinal)
      #expect(Day(rawValue: day.rawValue) == day)
      #expect(Day(iso: day.description) == day)
      #expect(day.adding(days: 1) > day || ordinal == 2_932_896)
      #expect(day.adding(days: 7).weekday == day.weekday || ordinal > 2_932_889)
      #expect((1...53).contains(day.week))
    }
    #expect(Day(rawValue: 1970_0101)?.ordinal == 0)
    #expect(Day(rawValue: 2026_1124)?.weekday == 2)
    #expect(Day(rawValue: 2026_0229) == nil)
  }

  @Test(
    arguments: [
      (2026_1124, 48), (2026_0101, 1), (2027_0101, 53), (2024_1230, 1), (2021_0103, 53),
    ] as [(Int64, Int)])
  func weeks(_ raw: Int64, _ week: Int) throws {
    #expect(try #require(Day(rawValue: raw)).week == week)
  }

  @Test(arguments: 1...12)
  func fiscalCalendarsFitTogether(_ firstMonth: Int) throws {
    let calendar = FiscalCalendar(firstMonth: firstMonth)
    var seeded = Seeded(UInt64(firstMonth))
    for _ in 0..<300 {
      let year = Period(year: Int.random(in: 1990...2100, using: &seeded))
      let quarters = calendar.quarters(of: year.year)
      #expect(quarters.flatMap(calendar.months) == calendar.months(of: year))
      #expect(
        calendar.days(of: year).upperBound.adding(days: 1)
          == calendar.days(of: year.advanced(by: 1)).lowerBound)
      let day = Day(
        ordinal: calendar.days(of: year).lowerBound.ordinal
          + Int.random(in: 0..<365, using: &seeded))
      let quarter = calendar.quarter(of: day)
      #expect(calendar.year(of: quarter) == year)
      #expect(calendar.year(of: day.monthPeriod) == year)
      #expect(calendar.days(of: quarter).contains(day))
      #expect(calendar.contains(year, quarter) && calendar.contains(quarter, day.monthPeriod))
      #expect(!calendar.contains(quarter, year))
      for period in [year, quarter, day.monthPeriod] {
        #expect(Period(period.description) == period)
        #expect(Period(period.long(.chinese)) == period)
        #expect(Period(rawValue: period.rawValue) == period)
        #expect(period.advanced(by: 5).advanced(by: -5) == period)
      }
    }
  }

  @Test func fractionsAreExact() {
    var seeded = Seeded(5)
    for _ in 0..<2_000 {
      let (a, b) = (
        Int128(Int64.random(in: -999_999...999_999, using: &seeded)),
        Int128(Int64.random(in: 1...9_999, using: &seeded))
      )
      guard let x = Fraction(a, over: b), let y = Fraction(b, over: 7) else { return }
      #expect(x.plus(y)?.minus(y) == x)
      #expect(x.times(y)?.divided(by: y) == x)
      #expect((x < y) == (a * 7 < b * b))
    }
    #expect(Fraction(1, over: 0) == nil)
    #expect(Fraction(5, over: 2)?.rounded() == 3 && Fraction(-5, over: 2)?.rounded() == -3)
    let big = Fraction(Int128.max - 1, over: 3)
    #expect(big?.times(Fraction(4)) == nil && big?.rounded() == nil)
    #expect(
      Fraction(1, over: 3).map { $0 < Fraction(Int128.max - 1, over: Int128.max - 2)! } == true)
  }
}
