import PlanModel
import Testing

@testable import PlanStore

/// A large board in chunks: 200 targets, activities with two lines and six months each.
func importLarge(_ board: TestBoard, activities: Int, stopAt: Int = .max) -> SaveOutcome {
  let next = Box(0)
  let perChunk = 250
  return board.writer.save(act: .importing, as: "li") {
    let first = next.value
    guard first < activities else { return nil }
    guard first < stopAt else { throw Refusal(.input, Words("停", "stopped")) }
    next.value += perChunk
    var changes: [Change] = []
    if first == 0 {
      for target in 1...Int64(200) {
        changes += [
          .create(-target, .target), set(-target, .period, .integer(202_600)),
          set(-target, .title, .text("Target \(target)")),
        ]
      }
    }
    for number in Int64(first)..<Int64(min(activities, first + perChunk)) {
      let item = -1_000 - number * 3
      changes += [
        .create(item, .activity), set(item, .title, .text("活动 \(number)")),
        set(item, .title, .text("活动 \(number)")),
        set(item, .lead, number % 3 == 0 ? .none : .integer(number % 2 + 1)),
        set(item, .period, .integer(202_621 + number % 4)),
        set(item, .start, .integer(20_260_101 + number % 28)),
        Change(
          .link(parent: -1 - number % 200, child: item), was: .none, now: .integer(1)),
      ]
      for line in 1...Int64(2) {
        let id = item - line
        changes += [
          Change(.line(id, .item), was: .none, now: .integer(item)),
          Change(.line(id, .code), was: .none, now: .text("l\(line)")),
        ]
        for month in 1...6 {
          changes.append(cell(id, .plan, Period(year: 2026, month: month), number * 100 + line))
          changes.append(cell(id, .forecast, Period(year: 2026, month: month), number))
        }
      }
    }
    return changes
  }
}

@Test func anImportLandsWholeOrNotAtAll() throws {
  let board = try TestBoard()
  let stopped = importLarge(board, activities: 2_000, stopAt: 1_500)
  #expect(refusal(stopped)?.words.en == "stopped")
  #expect(try board.reader.lastOp() == 0)
  let done = try saved(importLarge(board, activities: 2_000))
  #expect(done.codes.count == 2_200)
  #expect(done.ids.count == 200 + 2_000 * 3)
  #expect(try board.reader.tally(ListScope(kind: .activity)).count == 2_000)
  // Only the making of each item is recorded.
  #expect(try board.reader.changes(since: 0, limit: 10_000).count == 2_200)
  try board.verify()
  let undo = try #require(try board.reader.undo(by: board.person("li")))
  _ = try saved(board.writer.save(undo, as: "li"))
  #expect(try board.reader.tally(ListScope(kind: .activity)).count == 0)
  #expect(try board.reader.sums(by: .lead, months: nil).isEmpty)
  try board.verify()
}

@Test func listsAreReadByTheirIndexes() throws {
  let board = try TestBoard()
  _ = try saved(importLarge(board, activities: 500))
  let target = try #require(
    try board.reader.items(ListWindow(ListScope(kind: .target), limit: 1)).first)
  let quarter = Period(year: 2026, quarter: 1)
  let word = Filter([Filter.Term(.word("活动"))])
  let scopes = [
    ListScope(kind: .trend), ListScope(kind: .activity, period: quarter),
    ListScope(kind: .activity), ListScope(kind: .activity, period: quarter, filter: word),
    ListScope(kind: .activity, period: quarter, under: .parent(target.id)),
    ListScope(kind: .activity, period: quarter, under: .trend(target.id)),
  ]
  for scope in scopes {
    for forward in [true, false] {
      let plan = try board.reader.plan(of: scope, forward: forward)
      #expect(plan.allSatisfy { !$0.contains("SCAN i") && !$0.contains("SCAN l") }, "\(plan)")
      let sorts = plan.contains { $0.contains("ORDER BY") }
      // The activities of all targets of a trend come from several places; theirs is a merge.
      if case .trend = scope.under {} else { #expect(!sorts, "\(plan)") }
    }
  }
}

@Test func aScreenAndACellCostFewStatements() throws {
  let board = try TestBoard()
  _ = try saved(importLarge(board, activities: 3_000))
  let quarter = Period(year: 2026, quarter: 1)
  let scope = ListScope(kind: .activity, period: quarter)
  var start = board.reader.cost
  let item = try board.reader.snapshot { reader in
    _ = try reader.board()
    _ = try reader.items(ListWindow(ListScope(kind: .trend), limit: 40))
    _ = try reader.items(ListWindow(ListScope(kind: .target, period: quarter), limit: 40))
    let rows = try reader.items(ListWindow(scope, limit: 40))
    _ = try reader.tally(scope)
    return rows[20]
  }
  var cost = board.reader.cost
  print(
    "home screen: \(cost.statements - start.statements) statements,",
    "\(cost.rows - start.rows) rows")
  #expect(cost.statements - start.statements <= 9)
  #expect(cost.rows - start.rows < 100)
  let detail = try #require(try board.reader.detail(item.id))
  let line = detail.lines[0].id
  let month = Period(year: 2026, month: 1)
  let was = try #require(detail.figure(line, month)?[.plan])
  try board.save([cell(line, .plan, month, 5, was: was)])
  start = board.writer.cost
  try board.save([cell(line, .plan, month, 6, was: 5)])
  cost = board.writer.cost
  print(
    "one cell: \(cost.statements - start.statements) statements,",
    "\(cost.rows - start.rows) rows")
  #expect(cost.statements - start.statements <= 20)
}

@Test func windowsWalkTheWholeList() throws {
  let board = try TestBoard()
  _ = try saved(importLarge(board, activities: 700))
  for scope in [
    ListScope(kind: .activity), ListScope(kind: .activity, period: Period(year: 2026, quarter: 2)),
    ListScope(kind: .activity, filter: Filter([Filter.Term(.word("A1"))])),
  ] {
    var all: [Item] = []
    var window = ListWindow(scope, limit: 37)
    while true {
      let rows = try board.reader.items(window)
      all += rows
      guard let last = rows.last, rows.count == 37 else { break }
      window.origin = .from(RowKey(order: last.key.order, id: last.id + 1))
    }
    #expect(try all.count == board.reader.tally(scope).count)
    #expect(all.map(\.key) == all.map(\.key).sorted())
    let last = try board.reader.items(ListWindow(scope, from: .last, limit: 10))
    #expect(last == all.suffix(10))
    let before = try board.reader.items(ListWindow(scope, from: .before(all[50].key), limit: 10))
    #expect(before == Array(all[40..<50]))
    #expect(try board.reader.place(of: all[50].key, in: scope) == 50)
  }
}
