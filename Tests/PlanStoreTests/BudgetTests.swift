import PlanModel
import TestSupport
import Testing

@testable import PlanStore

/// What the budget reads: sums that equal a recount, pages that don't grow with the board.
@Suite struct BudgetTests {
  private let span = BudgetSpan(
    months: [october, november, december], quarters: [Period(year: 2026, quarter: 4)])

  @Test func groupsHoldTheirActivities() throws {
    let board = try TestBoard()
    let made = try board.plan(activities: 7)
    let groups = try board.reader.budgetGroups(BudgetGroupQuery(.lead, span, limit: 10))
    #expect(groups.map(\.key) == [.lead(1), .lead(2)])
    #expect(groups[0].money.sum(span.months).plan == 4 * 6_000)
    let plan = groups[1].money.months[november]?.plan
    #expect(plan == 6_000)
    let targets = try board.reader.budgetGroups(BudgetGroupQuery(.leadTarget(1), span, limit: 10))
    #expect(targets.map(\.key) == [.leadTarget(1, made.target)])
    let window = BudgetWindow(.leadTarget(1, made.target), span, limit: 3)
    let page = try board.reader.budgetActivities(window)
    #expect(page.count == 3)
    #expect(page.allSatisfy { $0.money.sum(span.months).plan == 6_000 })
    let rest = BudgetWindow(
      .leadTarget(1, made.target), span,
      from: .from(RowKey(order: page[2].item.key.order, id: page[2].item.id + 1)), limit: 3)
    #expect(try board.reader.budgetActivities(rest).count == 1)
  }

  @Test func anActivityWithoutMoneyIsThereAtHome() throws {
    let board = try TestBoard()
    try board.save(
      [.create(-1, .activity), set(-1, .period, .integer(202_624))], .create)
    let groups = try board.reader.budgetGroups(BudgetGroupQuery(.leadTarget(0), span, limit: 10))
    #expect(groups.map(\.key) == [.leadTarget(0, 0)])
    let window = BudgetWindow(.leadTarget(0, 0), span, limit: 3)
    #expect(try board.reader.budgetActivities(window).count == 1)
  }

  @Test func moneyOutsideAndLastYear() throws {
    let board = try TestBoard()
    let made = try board.plan()
    let line = made.lines[0]
    try board.save(
      [
        cell(line, .actual, Period(year: 2025, month: 11), 77),
        cell(line, .plan, Period(year: 2026, month: 2), 5),
        cell(line, .plan, Period(year: 2027, month: 1), 9),
      ])
    let group = try #require(
      try board.reader.budgetGroups(BudgetGroupQuery(.lead, span, limit: 1)).first)
    #expect(group.money.months[Period(year: 2025, month: 11)]?.actual == 77)
    #expect(group.money.before(span).plan == 5 && group.money.before(span).actual == 77)
    #expect(group.money.later.plan == 9)
    let activity = try #require(
      try board.reader.budgetActivities(BudgetWindow(.target(made.target), span, limit: 1)).first)
    #expect(activity.money == group.money)
  }

  @Test func costsAndLastChanges() throws {
    let board = try TestBoard()
    let made = try board.plan()
    let months = (1...12).map { Period(year: 2026, month: $0) }
    let costs = try board.reader.costs(of: [made.target, 99], months: months)
    #expect(costs.mapValues(\.plan) == [made.target: 6_000])
    let target = ChangeTarget.figure(made.lines[0], .plan, november)
    #expect(try board.reader.lastChange(of: target) == nil)
    try board.save([cell(made.lines[0], .plan, november, 5, was: 2_000)], .figure, reason: "why")
    let last = try #require(try board.reader.lastChange(of: target))
    #expect(last.change.now == .integer(5) && last.reason == "why")
  }

  @Test func aPageReadsTheSameWhateverTheSize() throws {
    for size in [60, 1_200] {
      let board = try TestBoard()
      let made = try board.plan(activities: size)
      func cost(_ body: () throws -> Void) throws -> Cost {
        let before = board.reader.cost
        try body()
        return board.reader.cost - before
      }
      let groups = try cost {
        _ = try board.reader.budgetGroups(BudgetGroupQuery(.leadTarget(1), span, limit: 30))
      }
      #expect(groups.statements == 1 && groups.rows <= 3)
      let page = try cost {
        let window = BudgetWindow(.leadTarget(1, made.target), span, limit: 20)
        let found = try board.reader.budgetActivities(window).count
        #expect(found == 20)
      }
      #expect(page.statements == 4 && page.rows <= 20 + 20 + 60)
    }
  }
}
