import PlanModel
import Testing

@Suite struct MeasureTests {
  private let year = Period(year: 2026)
  private let today = Day(ordinal: 20_781)

  private func measure(
    _ figures: [Figure], _ addsUp: AddsUp = .sum, _ better: Better = .up,
    _ rhythm: Rhythm? = .month,
    ratio: RatioSource? = nil, unit: AmountUnit = .money("CNY")
  ) -> Measure {
    Measure(
      figures, addsUp: addsUp, better: better, rhythm: rhythm, unit: unit, ratio: ratio,
      calendar: FiscalCalendar(firstMonth: 1), closedTo: Period(year: 2026, month: 10), today: today
    )
  }

  private func month(_ month: Int, _ plan: Int64?, _ actual: Int64?, year: Int = 2026) -> Figure {
    var figure = Figure(line: 1, period: Period(year: year, month: month))
    (figure[.plan], figure[.actual]) = (plan, actual)
    return figure
  }

  private func quarter(_ quarter: Int, _ plan: Int64?, _ actual: Int64?, year: Int = 2026) -> Figure
  {
    var figure = Figure(line: 1, period: Period(year: year, quarter: quarter))
    (figure[.plan], figure[.actual]) = (plan, actual)
    return figure
  }

  @Test func timeElapsed() {
    let measure = measure([])
    #expect(measure.timeElapsed(Period(year: 2026, quarter: 4)) == Fraction(55, over: 92))
    #expect(measure.timeElapsed(year) == Fraction(328, over: 365))
    #expect(measure.timeElapsed(year).percentText() == "90%")
    #expect(measure.timeElapsed(Period(year: 2027)) == .zero)
    #expect(measure.timeElapsed(Period(year: 2025)) == Fraction(1))
  }

  @Test func sums() {
    let months = (1...12).map { month($0, 10, $0 <= 11 ? 9 : nil) }
    let old = (1...10).map { month($0, nil, 6, year: 2025) }
    let agreed = Figure(line: 1, period: year, [.plan: 130])
    let summary = MeasureSummary(measure(months + old + [agreed]), within: year)
    #expect(summary.agreed == Fraction(130) && summary.parts == Fraction(120))
    #expect(summary.actualToDate == Fraction(90) && summary.targetToDate == Fraction(100))
    #expect(summary.attained == Fraction(90, over: 130))
    #expect(summary.attainedToDate == Fraction(9, over: 10))
    #expect(summary.gap == Fraction(10))
    #expect(summary.yearOnYear == Fraction(1, over: 2))
    #expect(summary.sign == .atRisk)
    let third = MeasureSummary(measure(months), within: Period(year: 2026, quarter: 3))
    #expect(third.agreed == Fraction(30) && third.sign == .missed && third.yearOnYear == nil)
    let without = MeasureSummary(measure([]), within: year)
    #expect(without.attained == nil && without.sign == nil && without.agreed == nil)
  }

  @Test func lastOnes() {
    let quarters = [
      quarter(1, 120, 118), quarter(2, 125, 131), quarter(3, 130, 129), quarter(4, 140, nil),
    ]
    let agreed = Figure(line: 1, period: year, [.plan: 140])
    let summary = MeasureSummary(
      measure(quarters + [agreed], .last, .up, .quarter), within: year)
    #expect(summary.parts == Fraction(140) && summary.actualToDate == Fraction(129))
    #expect(summary.targetToDate == Fraction(130) && summary.attained == Fraction(129, over: 140))
    #expect(summary.sign == nil)
  }

  @Test func lowerIsBetter() {
    let measure = measure([quarter(3, 40, 50), quarter(2, 40, 40)], .last, .down, .quarter)
    #expect(measure.sign(at: Period(year: 2026, quarter: 3)) == .missed)
    #expect(measure.sign(at: Period(year: 2026, quarter: 2)) == .reached)
    #expect(measure.sign(at: Period(year: 2026, quarter: 1)) == nil)
    #expect(MeasureSummary(measure, within: year).attained == Fraction(4, over: 5))
  }

  @Test func ratiosAreOfSums() {
    let percent = AmountUnit.percent(scale: 1)
    func side(_ amounts: [Int: Int64]) -> [Period: Fraction] {
      Dictionary(
        uniqueKeysWithValues: amounts.map {
          (Period(year: 2026, month: $0.key), Fraction($0.value))
        })
    }
    // 1/2 and 1/4 make 2/6, not their mean; November isn't closed.
    let ratio = RatioSource(
      above: side([9: 1, 10: 1, 11: 9]), below: side([9: 2, 10: 4, 11: 9]))
    let measure = measure([], .ratio, .up, .month, ratio: ratio, unit: percent)
    #expect(measure.total(.actual, within: year, toDate: true) == Fraction(1_000, over: 3))
    #expect(measure.figure(.actual, Period(year: 2026, month: 10)) == Fraction(250))
    let typed = self.measure([month(10, nil, 777)], .ratio, ratio: ratio, unit: percent)
    #expect(typed.figure(.actual, Period(year: 2026, month: 10)) == Fraction(777))
  }

  @Test func running() {
    let november = Period(year: 2026, month: 11)
    #expect(measure([month(11, 100, 69)]).sign(at: november) == .atRisk)
    #expect(measure([month(11, 100, 70)]).sign(at: november) == nil)
    #expect(measure([month(11, 100, nil)]).sign(at: november) == nil)
  }

  @Test func growth() {
    #expect(growthPerYear(from: 100, to: 121, years: 2).map { abs($0 - 0.1) < 1e-9 } == true)
    #expect(growthPerYear(from: 0, to: 121, years: 2) == nil)
  }
}
