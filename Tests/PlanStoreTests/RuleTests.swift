import PlanModel
import Testing

@testable import PlanStore

private func refuse(
  _ board: TestBoard, _ changes: [Change], _ expected: Refusal, reason: String = "",
  at location: SourceLocation = #_sourceLocation
) {
  let outcome = board.writer.save(Edit(.edit, changes, reason: reason), as: "li")
  #expect(refusal(outcome) == expected, sourceLocation: location)
}

@Test func linksFitAndHaveOneMain() throws {
  let board = try TestBoard()
  let plan = try board.plan()
  let made = try board.save([.create(-1, .trend), .create(-2, .target)])
  let (trend, target) = (try #require(made.ids[-1]), try #require(made.ids[-2]))
  let activity = plan.activities[0]
  func link(_ parent: ItemID, _ child: ItemID, _ now: Int64?, was: Int64? = nil) -> Change {
    Change(.link(parent: parent, child: child), was: Value(was), now: Value(now))
  }
  refuse(board, [link(trend, activity, 1)], Refusals.linkKinds)
  refuse(board, [link(activity, target, 1)], Refusals.linkKinds)
  refuse(board, [link(target, target, 1)], Refusals.linkKinds)
  refuse(board, [link(target, activity, 1)], Refusals.twoMains)
  try board.save([link(target, activity, 1), link(plan.target, activity, 0, was: 1)])
  #expect(try board.item(activity).main == target)
  #expect(try board.reader.sums(by: .target, months: nil).map(\.key) == [target])
  try board.save([link(target, activity, nil, was: 1)])
  #expect(try board.item(activity).main == nil)
  try board.save([set(target, .gone, .integer(1))], .bin)
  refuse(board, [link(target, activity, 0)], Refusals.parentBinned)
  try board.verify()
}

@Test func theApprovedPlanIsLockedAndFrozen() throws {
  let board = try TestBoard()
  let plan = try board.plan()
  let line = plan.lines[0]
  let quarter = Period(year: 2026, quarter: 4)
  try board.save([Change(.state(quarter), was: .none, now: .integer(4))], .settings)
  #expect(try board.item(plan.activities[0]).money.approved == 6_000)
  refuse(board, [cell(line, .plan, october, 5, was: 1_000)], Refusals.planLocked)
  try board.save([cell(line, .forecast, october, 5)])
  try board.save([cell(line, .plan, Period(year: 2027, month: 1), 9)])
  let imported = Edit(
    .importing,
    [
      .create(-1, .activity), Change(.line(-2, .item), was: .none, now: .integer(-1)),
      cell(-2, .plan, october, 7), cell(-2, .approved, october, 8),
    ])
  _ = try saved(board.writer.save(imported, as: "li"))
  #expect(try board.reader.sums(by: .month, months: [october]).first?.money.approved == 1_008)
  try board.verify()
}

/// What was approved stands as it was, whatever the plan has become meanwhile.
@Test func takingAWithdrawalBackFreezesNothingAnew() throws {
  let board = try TestBoard()
  let plan = try board.plan()
  let quarter = Period(year: 2026, quarter: 4)
  try board.save([Change(.state(quarter), was: .none, now: .integer(4))], .settings)
  try board.save([Change(.state(quarter), was: .integer(4), now: .none)], .settings)
  try board.save([cell(plan.lines[0], .plan, october, 1_500, was: 1_000)], as: "wang")
  let undo = try #require(try board.reader.undo(by: board.person("li")))
  _ = try saved(board.writer.save(undo, as: "li"))
  #expect(try board.reader.board().state(of: quarter) == .approved)
  let money = try board.item(plan.activities[0]).money
  #expect(money.approved == 6_000 && money.plan == 6_500)
  try board.verify()
}

@Test func actualsOfAClosedMonthNeedAReason() throws {
  let board = try TestBoard([.closedTo: .integer(202_610)])
  let line = try board.plan().lines[0]
  refuse(board, [cell(line, .actual, october, 5)], Refusals.monthClosed)
  try board.save([cell(line, .actual, november, 5)])
  try board.save([cell(line, .actual, october, 5)], reason: "late invoice")
  #expect(try board.reader.history(HistoryQuery(limit: 1)).first?.reason == "late invoice")
}

@Test func aBlockingCeilingHolds() throws {
  let board = try TestBoard([.ceilingRule: .text("block")])
  let plan = try board.plan(activities: 2)
  try board.save([set(plan.target, .ceiling, .integer(12_500))])
  let line = plan.lines[0]
  let above = board.writer.save(
    Edit(.figure, [cell(line, .plan, october, 1_501, was: 1_000)]), as: "li")
  #expect(refusal(above)?.words.en.hasPrefix("0.01 above the ceiling of Y1") == true)
  try board.save([cell(line, .plan, october, 1_500, was: 1_000)])
  try board.save([set(plan.target, .ceiling, .integer(1), was: .integer(12_500))])
  try board.save([cell(line, .plan, october, 1_400, was: 1_500)])
  // Another target's activity that comes under a full ceiling.
  let made = try board.save([
    .create(-1, .activity), Change(.line(-2, .item), was: .none, now: .integer(-1)),
    cell(-2, .plan, october, 7),
  ])
  let moved = Change(
    .link(parent: plan.target, child: made.ids[-1] ?? 0), was: .none, now: .integer(1))
  #expect(refusal(board.writer.save(Edit(.link, [moved]), as: "li"))?.kind == .rule)
  try board.verify()
}

@Test func valuesAreChecked() throws {
  let board = try TestBoard()
  let plan = try board.plan()
  let (item, line) = (plan.activities[0], plan.lines[0])
  func bad(_ changes: Change..., at location: SourceLocation = #_sourceLocation) {
    let found = refusal(board.writer.save(Edit(.edit, changes), as: "li"))
    #expect(found != nil, sourceLocation: location)
  }
  bad(set(item, .lead, .integer(3), was: .integer(1)))
  bad(set(item, .status, .text("running")))
  bad(set(item, .start, .integer(20_260_230), was: .integer(20_261_001)))
  bad(set(item, .period, .integer(202_600), was: .integer(202_624)))
  bad(set(item, .owner, .integer(77)))
  bad(set(item, .region, .integer(77)))
  bad(set(item, .title, .integer(1), was: .text("Activity 0")))
  bad(set(999, .title, .text("x")))
  bad(set(-5, .title, .text("x")))
  bad(cell(999, .plan, october, 1))
  bad(cell(line, .plan, Period(year: 2026, quarter: 4), 1))
  bad(cell(line, .plan, october, DecimalText.limit + 1, was: 1_000))
  bad(cell(line, .plan, october, .min, was: 1_000))
  bad(.create(-1, .activity, number: 1))
  bad(Change(.item(-1, .kind), was: .none, now: .integer(.max)))
  bad(
    Change(.line(-1, .item), was: .none, now: .integer(item)),
    Change(.line(-1, .code), was: .none, now: .text("media")))
  bad(set(item, .continues, .integer(item)))
  bad(set(item, .continues, .integer(plan.target)))
  refuse(board, [set(item, .end, .integer(20_260_930))], Refusals.endBeforeStart)
  try board.save([
    set(item, .end, .integer(20_260_930)),
    set(item, .start, .integer(20_260_901), was: .integer(20_261_001)),
  ])
  refuse(
    board, [Change(.setting(.fiscalStart), was: .none, now: .integer(4))], Refusals.fiscalStart)
  #expect(refusal(board.writer.save(Edit(.edit, [set(item, .ref, .text("x"))]), as: "")) != nil)
  try board.verify()
}

@Test func sumsThatOverflowAreRefused() throws {
  let board = try TestBoard()
  let item = try board.plan().activities[0]
  let outcome = board.writer.save(act: .importing, as: "li") { [line = Box<Int64>(-1)] in
    guard line.value > -12_000 else { return nil }
    line.value -= 1
    let id = line.value
    return [
      Change(.line(id, .item), was: .none, now: .integer(item)),
      Change(.line(id, .code), was: .none, now: .text("\(id)")),
    ]
      + (1...12).map { cell(id, .plan, Period(year: 2027, month: $0), DecimalText.limit) }
  }
  #expect(refusal(outcome) != nil)
  try board.verify()
}

final class Box<T> {
  var value: T
  init(_ value: T) { self.value = value }
}

@Test func editingWhatWasBinnedIsAConflict() throws {
  let board = try TestBoard()
  let plan = try board.plan()
  let (item, line) = (plan.activities[0], plan.lines[0])
  try board.save([set(item, .gone, .integer(1))], as: "wang", .bin)
  for change in [set(item, .ref, .text("x")), cell(line, .plan, october, 1, was: 1_000)] {
    let found = conflicts(board.writer.save(Edit(.edit, [change]), as: "li"))
    #expect(found.map(\.change.target) == [.item(item, .gone)])
    #expect(found.map(\.theirs) == [.integer(1)])
    #expect(try found.first?.who == board.person("wang"))
  }
  try board.save([set(item, .gone, .none, was: .integer(1)), set(item, .ref, .text("x"))])
  #expect(try board.reader.binned(limit: 10).isEmpty)
  try board.verify()
}

@Test func undoNeverTakesBackSomebodyElsesWork() throws {
  let board = try TestBoard()
  let plan = try board.plan()
  let item = plan.activities[0]
  let li = try board.person("li")
  try board.save([set(item, .ref, .text("mine"))])
  try board.save([set(item, .ref, .text("theirs"), was: .text("mine"))], as: "wang")
  let undo = try #require(try board.reader.undo(by: li))
  #expect(conflicts(board.writer.save(undo, as: "li")).first?.theirs == .text("theirs"))
  let made = try board.save([.create(-1, .trend)])
  try board.save([set(made.ids[-1] ?? 0, .title, .text("theirs"))], as: "wang")
  let creation = try #require(try board.reader.undo(by: li))
  #expect(conflicts(board.writer.save(creation, as: "li")).count == 1)
}
