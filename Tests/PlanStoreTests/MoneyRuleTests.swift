import PlanModel
import Testing

@testable import PlanStore

/// Envelopes, cuts and transfers, closed months, notes and holds, inside the saving transaction.
@Suite struct MoneyRuleTests {
  private let quarter = Period(year: 2026, quarter: 4)

  private func envelope(_ purse: Purse, _ now: Int64?, was: Int64? = nil) -> Change {
    Change(.envelope(quarter, purse), was: Value(was), now: Value(now))
  }

  private func amount(
    _ board: TestBoard, _ line: LineID, _ column: Column, _ month: Period, item: ItemID
  ) throws -> Int64? {
    try board.reader.detail(item)?.figure(line, month)?[column]
  }

  @Test func envelopesAreKeptComparedAndTakenBack() throws {
    let board = try TestBoard()
    try board.save([envelope(.department(.marketing), 500_000), envelope(.reserve, 30_000)])
    #expect(try board.reader.board().envelopes[quarter, .department(.marketing)] == 500_000)
    #expect(try board.reader.board().envelopes.total(quarter) == 530_000)
    let late = board.writer.save(
      Edit(.figure, [envelope(.reserve, 1, was: 2)]), as: "wang")
    #expect(conflicts(late).map(\.theirs) == [.integer(30_000)])
    #expect(
      refusal(
        board.writer.save(
          Edit(
            .figure,
            [Change(.envelope(october, .reserve), was: .none, now: .integer(1))]), as: "li")) != nil
    )
    let undo = try #require(try board.reader.undo(by: try board.person("li")))
    _ = try saved(board.writer.save(undo, as: "li"))
    #expect(try board.reader.board().envelopes == Envelopes())
    #expect(try board.reader.changes(of: .envelope(quarter, .reserve), limit: 9).count == 2)
    try board.verify()
  }

  @Test func cutsAndTransfersPassTheLockAndAreTakenBack() throws {
    let board = try TestBoard()
    let plan = try board.plan()
    let (line, item) = (plan.lines[0], plan.activities[0])
    try board.save([Change(.state(quarter), was: .none, now: .integer(4))], .settings)
    let lowered = cell(line, .plan, november, 1_500, was: 2_000)
    for act in [Act.figure, .spread, .edit] {
      #expect(refusal(board.writer.save(Edit(act, [lowered]), as: "li")) == Refusals.planLocked)
    }
    try board.save([lowered], .cut)
    #expect(try amount(board, line, .plan, november, item: item) == 1_500)
    #expect(try amount(board, line, .approved, november, item: item) == 2_000)
    let li = try board.person("li")
    let undo = try #require(try board.reader.undo(by: li))
    _ = try saved(board.writer.save(undo, as: "li"))
    #expect(try amount(board, line, .plan, november, item: item) == 2_000)
    let redo = try #require(try board.reader.redo(by: li))
    _ = try saved(board.writer.save(redo, as: "li"))
    #expect(try amount(board, line, .plan, november, item: item) == 1_500)
    // A cut raises nothing; money moves with a reason.
    let raised = cell(line, .plan, november, 1_600, was: 1_500)
    #expect(refusal(board.writer.save(Edit(.cut, [raised]), as: "li")) == Refusals.planRaised)
    #expect(
      refusal(board.writer.save(Edit(.transfer, [raised]), as: "li")) == Refusals.transferReason)
    try board.save([raised], .transfer, reason: "追加投放")
    // An undo of something else stays locked out.
    try board.save([Change(.state(quarter), was: .integer(4), now: .integer(1))], .settings)
    try board.save([cell(line, .plan, december, 4, was: 3_000)], as: "wang", .figure)
    try board.save([Change(.state(quarter), was: .none, now: .integer(4))], .settings)
    let typed = try #require(try board.reader.undo(by: try board.person("wang")))
    #expect(refusal(board.writer.save(typed, as: "wang")) == Refusals.planLocked)
    try board.verify()
  }

  @Test func theFloorHoldsWhateverTheAuthorSaw() throws {
    let board = try TestBoard([.closedTo: .integer(202_610)])
    let plan = try board.plan()
    let line = plan.lines[0]
    // Somebody signs a contract while the other one looks at a preview.
    try board.save([cell(line, .committed, november, 1_800)], as: "wang")
    let lowered = cell(line, .plan, november, 1_500, was: 2_000)
    for act in [Act.cut, .transfer, .spread] {
      let found = refusal(board.writer.save(Edit(act, [lowered], reason: "r"), as: "li"))
      #expect(found == Refusals.belowFloor(1_800, november, scale: 2), "\(act)")
    }
    let forecast = cell(line, .forecast, november, 1_700)
    _ = try saved(board.writer.save(Edit(.figure, [forecast]), as: "li"))
    for act in [Act.cut, .transfer] {
      let closed = cell(line, .plan, october, 1, was: 1_000)
      let found = refusal(board.writer.save(Edit(act, [closed], reason: "r"), as: "li"))
      #expect(found == Refusals.monthHeld(october), "\(act)")
    }
    try board.save([cell(line, .plan, november, 1_800, was: 2_000)], .cut)
    try board.verify()
  }

  @Test func theReserveIsNotOverdrawn() throws {
    let board = try TestBoard()
    try board.save([envelope(.reserve, 30_000)])
    let drawn = board.writer.save(
      Edit(.transfer, [envelope(.reserve, -1, was: 30_000)], reason: "r"), as: "li")
    #expect(refusal(drawn) == Refusals.reserveShort(quarter, 1, scale: 2))
  }

  @Test func aBlockingBoardKeepsDepartmentsWithinTheirEnvelopes() throws {
    let board = try TestBoard([.ceilingRule: .text("block")])
    let plan = try board.plan(activities: 2)
    // Activity 0 is marketing's, 1 is sales'; each plans 6,000.
    try board.save([envelope(.department(.marketing), 6_100)])
    let line = plan.lines[0]
    let above = board.writer.save(
      Edit(.figure, [cell(line, .plan, october, 1_101, was: 1_000)]), as: "li")
    #expect(refusal(above) == Refusals.aboveEnvelope(.marketing, quarter, 1, scale: 2))
    try board.save([cell(line, .plan, october, 1_100, was: 1_000)])
    // What counts is the department in the lead.
    let taken = board.writer.save(
      Edit(.assign, [set(plan.activities[1], .lead, .integer(1), was: .integer(2))]), as: "li")
    #expect(refusal(taken)?.kind == .rule)
    try board.save([envelope(.department(.marketing), 1, was: 6_100)])
    try board.save([cell(line, .plan, october, 900, was: 1_100)])
    let found = try Check.findings(ofQuarters: board.reader, board: try board.reader.board())
    #expect(found.map(\.rule) == [.overBudget] && found.map(\.severity) == [.settle])
    #expect(found.first?.text.en.contains("58.99 over") == true, "\(found)")
    try board.verify()
  }

  @Test func closingAMonthSaysWhatItCostAndCorrectionsFollow() throws {
    let board = try TestBoard()
    let plan = try board.plan()
    let (line, item) = (plan.lines[0], plan.activities[0])
    try board.save([
      cell(line, .actual, october, 700), cell(line, .committed, october, 50),
      cell(line, .forecast, october, 3),
    ])
    try board.save([Change(.setting(.closedTo), was: .none, now: .integer(202_610))], .settings)
    #expect(try amount(board, line, .forecast, october, item: item) == 750)
    #expect(try amount(board, line, .forecast, november, item: item) == nil)
    let wrong = Edit(.figure, [cell(line, .actual, october, 900, was: 700)])
    #expect(refusal(board.writer.save(wrong, as: "li")) == Refusals.monthClosed)
    try board.save([cell(line, .actual, october, 900, was: 700)], reason: "late invoice")
    #expect(try amount(board, line, .forecast, october, item: item) == 950)
    try board.verify()
    let li = try board.person("li")
    for wanted in [Int64(750), 3] {
      let undo = try #require(try board.reader.undo(by: li))
      _ = try saved(board.writer.save(undo, as: "li"))
      #expect(try amount(board, line, .forecast, october, item: item) == wanted)
    }
    #expect(try board.reader.board().closedTo == nil)
    // A forecast that the same edit says stays as it is said.
    try board.save([Change(.setting(.closedTo), was: .none, now: .integer(202_610))], .settings)
    try board.save(
      [cell(line, .forecast, october, 5, was: 750), cell(line, .actual, october, 1, was: 700)],
      reason: "r")
    #expect(try amount(board, line, .forecast, october, item: item) == 5)
    try board.verify()
  }

  @Test func notesBelongToTheirCellsAndHistory() throws {
    let board = try TestBoard()
    let plan = try board.plan()
    let note = ChangeTarget.note(plan.lines[0], .plan, november)
    try board.save([Change(note, was: .none, now: .text("等合同"))], .note)
    let found = try board.reader.notes(of: plan.lines)
    #expect(
      found == [CellAddress(line: plan.lines[0], column: .plan, period: november): "等合同"])
    #expect(
      conflicts(
        board.writer.save(Edit(.note, [Change(note, was: .none, now: .text("x"))]), as: "wang")
      ).map(\.theirs) == [.text("等合同")])
    let entry = try #require(try board.reader.lastChange(of: note))
    #expect(entry.code?.description == "A1" && entry.line == "media")
    let undo = try #require(try board.reader.undo(by: try board.person("li")))
    _ = try saved(board.writer.save(undo, as: "li"))
    #expect(try board.reader.notes(of: nil).isEmpty)
    try board.verify()
  }

  @Test func holdsAreOnesOwnAndLast() throws {
    let board = try TestBoard()
    let line = try board.plan().lines[0]
    let cells = [october, november].map { CellAddress(line: line, column: .plan, period: $0) }
    try board.writer.hold(cells, true, of: "wang")
    try board.writer.hold(cells, true, of: "wang")
    try board.writer.hold(
      [CellAddress(line: 999, column: .plan, period: october)], true, of: "wang")
    let reader = try BoardReader(path: board.path)
    #expect(try reader.holds(of: "wang") == Set(cells))
    #expect(try reader.holds(of: "li").isEmpty)
    try board.writer.hold([cells[0]], false, of: "wang")
    #expect(try reader.holds(of: "wang") == [cells[1]])
    try board.verify()
  }
}

/// A spread over many lines reads their figures at once, and writes what it would write one by one.
@Suite struct ManyCellsTests {
  @Test func aLargeSpreadReadsItsLinesOnce() throws {
    let board = try TestBoard()
    let plan = try board.plan(activities: 60)
    let months = [october, november, december]
    let changes = plan.lines.flatMap { line in
      months.enumerated().map { index, month in
        cell(line, .plan, month, 7_000 + Int64(index), was: 1_000 * Int64(index + 1))
      }
    }
    let before = board.writer.cost
    try board.save(changes, .spread)
    let cost = board.writer.cost - before
    print("a spread over \(changes.count) cells:", cost)
    // Of every cell: the amount and the history; the rest is of lines and items.
    #expect(cost.statements <= changes.count * 2 + plan.lines.count * 3 + 40, "\(cost)")
    let detail = try #require(try board.reader.detail(plan.activities[59]))
    #expect(months.map { detail.figure(plan.lines[59], $0)?[.plan] } == [7_000, 7_001, 7_002])
    // Two columns of a cell in one edit, the second on what the first has left.
    let both = plan.lines.flatMap { line in
      [cell(line, .plan, october, 5, was: 7_000), cell(line, .forecast, october, 6)]
        + [cell(line, .committed, november, 4), cell(line, .plan, october, 8, was: 5)]
    }
    try board.save(both)
    let after = try #require(try board.reader.detail(plan.activities[3]))
    #expect(after.figure(plan.lines[3], october)?[.plan] == 8)
    #expect(after.figure(plan.lines[3], october)?[.forecast] == 6)
    #expect(after.figure(plan.lines[3], november)?[.plan] == 7_001)
    let undo = try #require(try board.reader.undo(by: try board.person("li")))
    _ = try saved(board.writer.save(undo, as: "li"))
    #expect(
      try board.reader.detail(plan.activities[3])?.figure(plan.lines[3], october)?[.plan] == 7_000)
    // Approving in the same edit freezes what the edit has just said.
    let approved =
      plan.lines.map { cell($0, .plan, october, 9, was: 7_000) }
      + [Change(.state(Period(year: 2026, quarter: 4)), was: .none, now: .integer(4))]
      + plan.lines.map { cell($0, .forecast, october, 3) }
    try board.save(approved)
    let frozen = try #require(try board.reader.detail(plan.activities[7]))
    #expect(frozen.figure(plan.lines[7], october)?[.approved] == 9)
    #expect(frozen.figure(plan.lines[7], october)?[.forecast] == 3)
    try board.verify()
  }
}
