import PlanModel
import Testing

@Suite struct CopyActsTests {
  private let calendar = FiscalCalendar(firstMonth: 1)
  private let next = Period(year: 2027, quarter: 1)

  private func detail(start: Int64 = 2026_1130) -> ItemDetail {
    let item = Item(
      id: 5, code: ItemCode(kind: .activity, number: 5),
      fields: [
        .title: .text("展会"), .lead: .integer(1), .period: .integer(202624),
        .start: .integer(start), .end: .integer(2026_1231), .status: .integer(5),
        .ref: .text("HT-1"),
      ], main: 2)
    let line = Line(
      id: 50, item: 5,
      fields: [
        .code: .text("event"), .category: .integer(4), .scale: .integer(2), .ref: .text("R1"),
      ])
    let parents = [2, 3].map { Item(id: $0, code: ItemCode(kind: .target, number: $0)) }
    return ItemDetail(
      item: item, texts: [.notes: "说明", .result: "好"], lines: [line],
      figures: [
        Figure(line: 50, period: Period(year: 2026, month: 11), [.plan: 1_001, .actual: 900]),
        Figure(line: 50, period: Period(year: 2026, month: 12), [.plan: -1_001, .forecast: 7]),
        Figure(line: 50, period: Period(year: 2026, month: 10), [.actual: 3]),
      ], parents: parents)
  }

  private func value(_ edit: Edit, _ target: ChangeTarget) -> Value? {
    edit.changes.first { $0.target == target }?.now
  }

  @Test func intoAnotherYear() throws {
    let edit = try Acts.copy([detail()], to: next, calendar: calendar, percent: Fraction(50))
    #expect(edit.act == .copy)
    #expect(value(edit, .item(-1, .start)) == .integer(2027_0228))
    #expect(value(edit, .item(-1, .end)) == .integer(2027_0331))
    #expect(value(edit, .item(-1, .period)) == .integer(202721))
    #expect(value(edit, .item(-1, .status)) == .integer(1))
    #expect(value(edit, .item(-1, .continues)) == .integer(5))
    #expect(value(edit, .item(-1, .notes)) == .text("说明"))
    #expect(value(edit, .item(-1, .result)) == nil)
    #expect(value(edit, .item(-1, .ref)) == nil)
    #expect(value(edit, .link(parent: 2, child: -1)) == .integer(1))
    #expect(value(edit, .link(parent: 3, child: -1)) == .integer(0))
    #expect(value(edit, .line(-2, .code)) == .text("event"))
    #expect(value(edit, .line(-2, .ref)) == nil)
    // 10.01 and −10.01 and half of it: 15.015 rounds away from zero.
    #expect(value(edit, .figure(-2, .plan, Period(year: 2027, month: 2))) == .integer(1_502))
    #expect(value(edit, .figure(-2, .plan, Period(year: 2027, month: 3))) == .integer(-1_502))
    let figures = edit.changes.filter { if case .figure = $0.target { true } else { false } }
    #expect(figures.count == 2)
  }

  @Test func byWeeksMonthsFollowTheStart() throws {
    let edit = try Acts.copy([detail()], to: next, calendar: calendar, shift: .days(70))
    #expect(value(edit, .item(-1, .start)) == .integer(2027_0208))
    #expect(value(edit, .figure(-2, .plan, Period(year: 2027, month: 2))) == .integer(1_001))
    #expect(value(edit, .figure(-2, .plan, Period(year: 2027, month: 3))) == .integer(-1_001))
  }

  @Test func withoutAStartTheQuarterSays() throws {
    var one = detail()
    one.item.fields[.start] = nil
    let edit = try Acts.copy([one, one], to: next, calendar: calendar, shift: .days(7))
    #expect(value(edit, .figure(-2, .plan, Period(year: 2027, month: 2))) == .integer(1_001))
    #expect(value(edit, .item(-3, .kind)) == .integer(3))
    #expect(value(edit, .line(-4, .item)) == .integer(-3))
  }

  @Test func tooLargeIsRefused() {
    var one = detail()
    one.figures = [
      Figure(line: 50, period: Period(year: 2026, month: 11), [.plan: DecimalText.limit])
    ]
    #expect(throws: Refusal.self) {
      try Acts.copy([one], to: next, calendar: calendar, percent: Fraction(1))
    }
  }
}
