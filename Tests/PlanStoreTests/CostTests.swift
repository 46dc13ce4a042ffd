import PlanModel
import Testing

@testable import PlanStore

/// What reading and saving cost, counted: the same on a small board and on one twenty times as large.
@Suite struct CostTests {
  private let sizes = [60, 1_200]

  /// Statements and rows; steps depend on how far the window is from the list's ends.
  private func measure(_ board: TestBoard, _ body: (BoardReader) throws -> Void) throws -> Cost {
    let before = board.reader.cost
    try body(board.reader)
    var cost = board.reader.cost - before
    cost.steps = 0
    return cost
  }

  @Test func aPageReadsItsRowsWhateverTheSize() throws {
    for size in sizes {
      let board = try TestBoard()
      let made = try board.plan(activities: size)
      let quarter = Period(year: 2026, quarter: 4)
      for scope in [
        ListScope(kind: .activity, period: quarter), ListScope(kind: .activity),
        ListScope(kind: .activity, period: quarter, under: .parent(made.target)),
      ] {
        for origin in [
          ListWindow.Origin.first, .last, .from(RowKey(order: 20_261_010, id: 0)),
        ] {
          let cost = try measure(board) {
            let items = try $0.items(ListWindow(scope, from: origin, limit: 25))
            #expect(items.count == 25)
          }
          #expect(cost == Cost(statements: 1, rows: 25))
        }
      }
    }
  }

  @Test func anItemAndSumsReadTheSameWhateverTheSize() throws {
    for size in sizes {
      let board = try TestBoard()
      let made = try board.plan(activities: size)
      let quarter = Period(year: 2026, quarter: 4)
      let detail = try measure(board) { _ = try $0.detail(made.activities[size / 2]) }
      #expect(detail.statements <= 7 && detail.rows <= 6)
      let target = try measure(board) { _ = try $0.detail(made.target) }
      #expect(target.statements <= 12 && target.rows <= 60)
      let tally = try measure(board) {
        let found = try $0.tally(ListScope(kind: .activity, period: quarter))
        #expect(found.count == size)
      }
      #expect(tally.statements == 1 && tally.rows <= 3)
      let sums = try measure(board) { _ = try $0.sums(by: .lead, months: nil) }
      #expect(sums.statements == 1 && sums.rows <= 3)
    }
  }

  @Test func oneEditCostsTheSameWhateverTheSize() throws {
    for size in sizes {
      let board = try TestBoard()
      let made = try board.plan(activities: size)
      // The first edit of a person also adds the person.
      try board.save([set(made.activities[0], .lead, .integer(2), was: .integer(1))])
      let item = made.activities[size / 2]
      let (now, was): (Int64, Int64) = size / 2 % 2 == 0 ? (2, 1) : (1, 2)
      let before = board.writer.cost
      try board.save([set(item, .lead, .integer(now), was: .integer(was))])
      let between = board.writer.cost
      // One of them reads whether the board blocks what departments plan above their budget; the kept
      // sums read the item and its amounts.
      #expect(between.statements - before.statements <= 16)
      #expect(between.rows - before.rows <= 10)
      try board.save([cell(made.lines[size / 2], .plan, october, 5_000, was: 1_000)])
      let after = board.writer.cost
      #expect(after.statements - between.statements <= 18)
      #expect(after.rows - between.rows <= 20)
    }
  }

  @Test func manyItemsInOneStepCostThreeStatementsEach() throws {
    let board = try TestBoard()
    let made = try board.plan(activities: 300)
    let lead: (Int) -> Value = { .integer($0 % 2 == 0 ? 1 : 2) }
    let before = board.writer.cost
    try board.save(
      made.activities.enumerated().map {
        set($0.element, .lead, .integer(3 - (lead($0.offset).integer ?? 0)), was: lead($0.offset))
      })
    #expect((board.writer.cost - before).statements <= 3 * 300 + 12)
    try board.verify()
  }

  /// Work that grew with the board would show in SQLite's steps, whatever the number of statements.
  @Test func cellsInOneStepCostTheSameWhateverTheSize() throws {
    let steps = try sizes.map { size in
      let board = try TestBoard()
      let made = try board.plan(activities: size)
      let before = board.writer.cost
      try board.save(made.lines.prefix(60).map { cell($0, .plan, october, 5_000, was: 1_000) })
      try board.verify()
      return (board.writer.cost - before).steps
    }
    #expect(steps[1] < steps[0] * 3 / 2, "\(steps)")
  }

  @Test func movesOfManyCostTheSameWhateverTheSize() throws {
    let steps = try sizes.map { size in
      let board = try TestBoard()
      let made = try board.plan(activities: size)
      let before = board.writer.cost
      let some = made.activities.prefix(60)
      try board.save(
        some.enumerated().map {
          set($0.element, .lead, .none, was: .integer($0.offset % 2 == 0 ? 1 : 2))
        })
      return (board.writer.cost - before).steps
    }
    #expect(steps[1] < steps[0] * 3 / 2, "\(steps)")
  }

  @Test func whoTypesOnLooksThroughTheHitsOnly() throws {
    let board = try TestBoard()
    let made = try board.plan(activities: 1_200)
    let title = try #require(
      try board.reader.items(ids: [made.activities[700]]).first?.title(.chinese))
    func count(_ word: String) throws -> (hits: Int, steps: Int) {
      let scope = ListScope(kind: .activity, filter: Filter([Filter.Term(.word(word))]))
      let before = board.reader.cost
      let hits = try board.reader.items(ListWindow(scope, limit: 2_000)).count
      return (hits, (board.reader.cost - before).steps)
    }
    let whole = try count(title)
    let again = try count(title + "x")
    #expect(whole.hits >= 1 && again.hits == 0)
    #expect(again.steps * 10 < whole.steps, "\(whole) \(again)")
  }
}
