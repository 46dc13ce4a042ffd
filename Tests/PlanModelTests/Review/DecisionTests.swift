import PlanModel
import TestSupport
import Testing

/// Decisions as a review makes them, and the order it goes in.
@Suite struct DecisionTests {
  private let quarter = Period(year: 2026, quarter: 4)
  private let today = Day(ordinal: 20_781)  // 2026-11-24

  private func item(_ id: ItemID, _ fields: [Field: Value] = [:], _ money: Money = Money()) -> Item
  {
    var all = fields
    if all[.lead] == nil { all[.lead] = .integer(1) }
    if all[.owner] == nil { all[.owner] = .integer(1) }
    return Item(id: id, code: ItemCode(kind: .activity, number: id), fields: all, money: money)
  }

  private func value(_ edit: Edit, _ target: ChangeTarget) -> Value {
    edit.changes.first { $0.target == target }?.now ?? .none
  }

  @Test func aDecisionSaysWhatItIsAbout() {
    let resolution = Resolution(
      .change, text: "加投", owner: 2, due: today.adding(days: 7), quarter: quarter, day: today)
    let edit = Acts.decide(resolution, about: [item(9, [.decided: .integer(4)])])
    #expect(
      edit.act == .decide
        && edit.changes.first == Change(.item(-1, .kind), was: .none, now: .integer(6)))
    #expect(value(edit, .item(-1, .about)) == .integer(9))
    #expect(value(edit, .item(-1, .verdict)) == .integer(2))
    #expect(value(edit, .item(-1, .title)) == .text("加投"))
    #expect(value(edit, .item(-1, .due)) == .integer(2026_1201))
    #expect(value(edit, .item(-1, .done)) == .none)
    #expect(edit.changes.contains(Change(.item(9, .decided), was: .integer(4), now: .integer(-1))))
    // It has no figures, so no line.
    #expect(!edit.changes.contains { if case .line = $0.target { true } else { false } })
  }

  @Test func goingOnNeedsNobodyAndIsDone() {
    let edit = Acts.decide(
      Resolution(.goOn, quarter: quarter, day: today), about: [item(1), item(2)])
    for id in [ItemID(-1), -2] {
      #expect(value(edit, .item(id, .done)) == .integer(today.rawValue))
      #expect(value(edit, .item(id, .title)) == .text("继续"))
      #expect(value(edit, .item(id, .titleEn)) == .text("Go on"))
    }
  }

  @Test func entrustingOpensItAgain() {
    let decision = Item(
      id: 5, code: ItemCode(kind: .decision, number: 1),
      fields: [.title: .text("继续"), .titleEn: .text("Go on"), .done: .integer(today.rawValue)])
    let edit = Acts.entrust(decision, to: 2, due: today, text: "补合同")
    #expect(value(edit, .item(5, .done)) == .none && value(edit, .item(5, .owner)) == .integer(2))
    #expect(edit.changes.contains(Change(.item(5, .titleEn), was: .text("Go on"), now: .none)))
    let kept = Acts.entrust(decision, to: 2, due: today, text: "")
    #expect(!kept.changes.contains { $0.target == .item(5, .title) })
  }

  @Test func aDecisionIsOpenDoneOrLate() {
    func state(_ fields: [Field: Value]) -> DecisionState {
      Item(id: 1, code: ItemCode(kind: .decision, number: 1), fields: fields)
        .decisionState(today: today)
    }
    #expect(state([:]) == .open && state([.due: .integer(today.rawValue)]) == .open)
    let due: Value = .integer(today.adding(days: -1).rawValue)
    #expect(state([.due: due]) == .late)
    #expect(state([.due: due, .done: .integer(today.rawValue)]) == .done)
  }

  @Test func checkSaysWhatIsLate() {
    let decision = Item(
      id: 5, code: ItemCode(kind: .decision, number: 3),
      fields: [
        .title: .text("加投"), .due: .integer(2026_1120), .period: .integer(quarter.rawValue),
        .owner: .integer(2),
      ])
    func findings(_ item: Item, _ period: Period? = nil) -> [Finding] {
      Check.findings(
        for: PlanItem(detail: ItemDetail(item: item), serves: [], servedBy: 0), board: .small(),
        today: today, period: period)
    }
    let found = findings(decision)
    #expect(found.map(\.rule) == [.decisionLate] && found[0].severity == .look)
    #expect(found[0].codes.map(\.description) == ["D3"] && Check.stands(found))
    #expect(found[0].text.zh.contains("刘强") && found[0].command == "sanban set D3 done=2026-11-24")
    #expect(findings(decision, Period(year: 2026)).count == 1)
    #expect(findings(decision, Period(year: 2026, quarter: 3)).isEmpty)
    var done = decision
    done.values[.done] = .integer(today.rawValue)
    #expect(findings(done).isEmpty)
  }

  @Test func troubleComesFirst() {
    let over = item(1, [.start: .integer(2026_1101)], Money(plan: 100, outlook: 130))
    let worse = item(2, [.start: .integer(2026_1102)], Money(plan: 100, outlook: 100, actual: 150))
    let late = item(3, [.end: .integer(2026_1101), .status: .integer(4)])
    let paused = item(4, [.status: .integer(7)])
    let fine = item(5, [.status: .integer(4), .end: .integer(2026_1230)])
    let decided = item(6, [.status: .integer(4)])
    let nobody = item(7, [.lead: .none, .status: .integer(1)])
    let dropped = item(8, [.status: .integer(8)], Money(plan: 0, actual: 10))
    let rows = [fine, paused, late, over, dropped, decided, nobody, worse].map {
      ReviewRow($0, isLate: $0.id == 6, today: today)
    }
    let sorted = ReviewRow.sorted(rows, by: .trouble)
    #expect(sorted.map(\.id) == [2, 1, 6, 3, 7, 4, 5, 8])
    #expect(sorted.first?.over == 50 && sorted.last?.trouble == [])
    #expect(rows.filter { $0.isIn(.overBudget, me: nil) }.map(\.id) == [1, 2])
    #expect(!rows.filter { $0.isIn(.open, me: nil) }.map(\.id).contains(8))
    #expect(rows.filter { $0.isIn(.mine, me: 1) }.count == 8 && !rows[0].isIn(.mine, me: nil))
    #expect(ReviewRow.sorted(rows, by: .date).prefix(2).map(\.id) == [1, 2])
  }
}
