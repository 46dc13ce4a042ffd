import PlanModel
import TestSupport
import Testing

@testable import PlanStore

/// Two people cut, spread and move money on what each of them saw: nothing is lost, nothing falls below
/// what is bound, and undo restores every cell.
@Suite struct MoneyPropertyTests {
  private let quarter = Period(year: 2026, quarter: 4)
  private let span = BudgetSpan(
    months: [october, november, december], quarters: [Period(year: 2026, quarter: 4)])

  private struct Cell: Hashable {
    var line: LineID
    var column: Column
    var period: Period
  }

  private func cells(_ board: TestBoard, _ items: [ItemID]) throws -> [Cell: Int64] {
    var cells: [Cell: Int64] = [:]
    for detail in try board.reader.figures(of: try board.reader.items(ids: items)) {
      for figure in detail.figures {
        for column in Column.allCases {
          cells[Cell(line: figure.line, column: column, period: figure.period)] = figure[column]
        }
      }
    }
    return cells
  }

  private func edit(
    _ board: TestBoard, _ lines: [LineID], _ random: inout Seeded
  ) throws -> Edit? {
    let known = try board.reader.board()
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      let reach = try CutReach(quarter, board.reader, board: known)
      let size = CutSize.amount(.random(in: 1...3_000, using: &random))
      guard
        let plan = try? Cut.plan(
          size, of: .plan, activities: reach.activities, includesKeep: true)
      else { return nil }
      return Acts.cut(plan)
    case 1:
      let column = [Column.plan, .forecast].randomElement(using: &random) ?? .plan
      let reach = try SpreadReach(
        SpreadSelector("2026Q4:\(column)"), board.reader, board: known)
      let code = SpreadCode(
        .proportional(.random(in: 1...9_000, using: &random)),
        action: Bool.random(using: &random) ? .add : .replace)
      guard let result = try? Spread.apply(code, to: reach.cells, unit: reach.unit) else {
        return nil
      }
      return result.edit(read: reach.cells)
    case 2:
      let ends = (0..<2).map { _ in
        let number = Int.random(in: 1...lines.count, using: &random)
        return "A\(number).media@2026-1\(Int.random(in: 0...2, using: &random))"
      }
      let places = try ends.map { try TransferEnd($0).place(board.reader, board: known) }
      return try? Transfer.move(
        .random(in: 1...900, using: &random), from: places[0], to: places[1], reason: "r",
        envelopes: known.envelopes, calendar: known.calendar, unit: known.money
      ).edit
    default:
      let line = lines.randomElement(using: &random) ?? lines[0]
      let period = span.months.randomElement(using: &random) ?? november
      let column = [Column.plan, .forecast, .committed].randomElement(using: &random) ?? .plan
      let was = try board.reader.lines([line]).first?.figures.first { $0.period == period }?[column]
      return Acts.figure(
        line, column, period, was: was, now: .random(in: 0...2_500, using: &random))
    }
  }

  @Test(arguments: 1...6) func nothingIsLostAndUndoRestoresEverything(_ seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let board = try TestBoard()
    let plan = try board.plan(activities: 5)
    var taken = 0
    for _ in 0..<40 {
      guard let mine = try edit(board, plan.lines, &random) else { continue }
      // The other one is faster, now and then.
      let theirs =
        Int.random(in: 0..<3, using: &random) == 0
        ? try edit(board, plan.lines, &random) : nil
      if let theirs { _ = board.writer.save(theirs, as: "wang") }
      let before = try cells(board, plan.activities)
      let outcome = board.writer.save(mine, as: "li")
      let after = try cells(board, plan.activities)
      guard case .saved(let saved) = outcome, saved.op != nil else {
        #expect(after == before, "\(outcome)")
        continue
      }
      taken += 1
      for change in mine.changes {
        guard let cell = change.target.cell else { continue }
        let key = Cell(line: cell.line, column: cell.column, period: cell.period)
        #expect(Value(after[key]) == change.now)
        // What somebody else wrote meanwhile is never overwritten unseen.
        #expect(Value(before[key]) == change.was || before[key] == after[key])
        guard mine.act == .cut || mine.act == .transfer || mine.act == .spread else { continue }
        let floor = [Column.committed, .actual].reduce(Int64(0)) {
          $0 + (after[Cell(line: cell.line, column: $1, period: cell.period)] ?? 0)
        }
        let (was, now) = (before[key] ?? 0, after[key] ?? 0)
        #expect(now >= floor || now >= was, "\(mine.act) \(cell)")
      }
      if mine.act == .transfer {
        #expect(sum(before) == sum(after))
      }
      let undo = try #require(try board.reader.undo(by: try board.person("li")))
      _ = try PlanStoreTests.saved(board.writer.save(undo, as: "li"))
      #expect(try cells(board, plan.activities) == before)
      let redo = try #require(try board.reader.redo(by: try board.person("li")))
      _ = try PlanStoreTests.saved(board.writer.save(redo, as: "li"))
      #expect(try cells(board, plan.activities) == after)
    }
    #expect(taken > 5)
    try board.verify()
  }

  private func sum(_ cells: [Cell: Int64]) -> Int64 {
    cells.filter { $0.key.column == .plan }.values.reduce(0, +)
  }
}
