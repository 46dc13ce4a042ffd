import PlanModel
import Testing

@testable import PlanStore

/// Decisions on disk: who made them, what they follow, and what happens when two decide at once.
@Suite struct DecisionStoreTests {
  private let quarter = Period(year: 2026, quarter: 4)
  private let today = Day(ordinal: 20_781)

  private func decide(
    _ board: TestBoard, _ verdict: Verdict, _ item: Item, as who: String, due: Day? = nil,
    consequences: [Change] = []
  ) -> SaveOutcome {
    let resolution = Resolution(verdict, text: who, due: due, quarter: quarter, day: today)
    return board.writer.save(
      Acts.decide(resolution, about: [item], consequences: consequences), as: who)
  }

  private func about(_ board: TestBoard, _ item: ItemID) throws -> [Item] {
    try board.reader.decisions(.about(item), limit: 10)
  }

  @Test func whoSavesDecides() throws {
    let board = try TestBoard()
    let plan = try board.plan(activities: 2)
    let item = try board.item(plan.activities[0])
    _ = try saved(decide(board, .change, item, as: "wang"))
    let decision = try #require(try about(board, item.id).first)
    let wang = try board.person("wang")
    #expect(decision.code.description == "D1" && decision.decidedBy == wang)
    #expect(
      decision.verdict == .change && decision.decidedOn == today && decision.period == quarter)
    #expect(try board.item(item.id)[.decided] == .integer(decision.id))
    // Nobody decides in another's name, neither then nor later.
    let li = try board.person("li")
    let mine = set(decision.id, .decidedBy, .integer(li), was: .integer(wang))
    #expect(refusal(board.writer.save(Edit(.edit, [mine]), as: "li")) == Refusals.decider)
    let forged = [Change.create(-1, .decision), set(-1, .decidedBy, .integer(li))]
    #expect(refusal(board.writer.save(Edit(.create, forged), as: "wang")) == Refusals.decider)
    // An import says who it was.
    _ = try saved(board.writer.save(Edit(.importing, forged), as: "wang"))
    #expect(try board.reader.decisions(.of(quarter), limit: 9).count == 1)
    try board.verify()
  }

  @Test func twoWhoDecideAtOnceMeet() throws {
    let board = try TestBoard()
    let plan = try board.plan(activities: 2)
    let seen = try board.item(plan.activities[0])
    _ = try saved(decide(board, .stop, seen, as: "wang"))
    let late = Acts.decide(
      Resolution(.goOn, quarter: quarter, day: today), about: [seen])
    let found = conflicts(board.writer.save(late, as: "li"))
    let theirs = try #require(try about(board, seen.id).first)
    #expect(found.map(\.change.target) == [.item(seen.id, .decided)])
    #expect(found.first?.theirs == .integer(theirs.id))
    let wang = try board.person("wang")
    #expect(found.first?.who == wang)
    #expect(try about(board, seen.id).count == 1)
    // Having seen it, one decides after it; and on another item nobody is in the way.
    _ = try saved(decide(board, .goOn, try board.item(seen.id), as: "li"))
    _ = try saved(decide(board, .goOn, try board.item(plan.activities[1]), as: "li"))
    #expect(try about(board, seen.id).map(\.verdict) == [.goOn, .stop])
  }

  @Test func movingIsOneStep() throws {
    let board = try TestBoard()
    let plan = try board.plan(activities: 1)
    let detail = try #require(try board.reader.detail(plan.activities[0]))
    let before = try board.reader.sums(by: .month, months: nil)
    let moving = try Consequence.moving(detail, board: try board.reader.board())
    _ = try saved(decide(board, .move, detail.item, as: "li", consequences: moving.changes))
    #expect(try board.item(detail.item.id).period == quarter.advanced(by: 1))
    #expect(try board.reader.sums(by: .quarter, months: nil).map(\.key) == [202_721])
    #expect(try board.item(detail.item.id).money.plan == detail.item.money.plan)
    try board.verify()
    let undo = try #require(try board.reader.undo(by: try board.person("li")))
    _ = try saved(board.writer.save(undo, as: "li"))
    #expect(try board.item(detail.item.id).period == quarter)
    #expect(try board.reader.sums(by: .month, months: nil) == before)
    #expect(try about(board, detail.item.id).isEmpty)
    #expect(try board.item(detail.item.id)[.decided] == .none)
    try board.verify()
  }

  @Test func sumsAndCountsAreNotDisturbed() throws {
    let board = try TestBoard()
    let plan = try board.plan(activities: 3)
    let before = try board.reader.tally(ListScope(kind: .activity, period: quarter))
    for id in plan.activities {
      _ = try saved(decide(board, .goOn, try board.item(id), as: "li"))
    }
    #expect(try board.reader.tally(ListScope(kind: .activity, period: quarter)) == before)
    #expect(try board.reader.tally(ListScope(kind: .decision, period: quarter)).count == 3)
    #expect(try board.reader.items(ListWindow(ListScope(kind: .activity), limit: 99)).count == 3)
    try board.verify()
  }

  /// Open decisions and those of an item or a quarter are found without looking at the others.
  @Test func decisionsAreReadByTheirIndex() throws {
    let board = try TestBoard()
    let plan = try board.plan(activities: 40)
    for id in plan.activities {
      _ = try saved(decide(board, .goOn, try board.item(id), as: "li"))
    }
    let last = try board.item(plan.activities[39])
    let due = today.adding(days: -3)
    _ = try saved(decide(board, .change, last, as: "li", due: due))
    func cost(_ query: DecisionQuery, _ limit: Int) throws -> (Cost, [Item]) {
      let before = board.reader.cost
      let found = try board.reader.decisions(query, limit: limit)
      var cost = board.reader.cost - before
      cost.steps = 0
      return (cost, found)
    }
    let open = try cost(.open(upTo: quarter), 50)
    #expect(open.0 == Cost(statements: 1, rows: 1) && open.1.map(\.due) == [due])
    #expect(try cost(.open(upTo: quarter.advanced(by: -1)), 50).1.isEmpty)
    #expect(try cost(.about(last.id), 50).0 == Cost(statements: 1, rows: 2))
    #expect(try cost(.of(quarter), 5).1.map(\.code.number) == [41, 40, 39, 38, 37])
    let plans = try board.reader.read { statements in
      try [
        "item_about WHERE about = 1", "item_open WHERE kind = 6 AND done IS NULL AND period <= 9",
      ]
      .flatMap { index in
        try statements.rows(
          "EXPLAIN QUERY PLAN SELECT id FROM item INDEXED BY \(index) AND gone IS NULL"
        ) { $0[3] as String }
      }
    }
    #expect(plans.count == 2 && plans.allSatisfy { $0.hasPrefix("SEARCH") })
  }

  @Test func aPlaceIsKeptPerPersonAndQuarter() throws {
    let board = try TestBoard()
    let plan = try board.plan(activities: 1)
    let op = try board.reader.lastOp()
    var place = ReviewPlace(
      quarter: quarter, page: .items, item: plan.activities[0], order: .owner, scope: .open,
      begun: today, before: Money(plan: 7, outlook: 9, actual: 3))
    try board.writer.savePlace(place, of: "li")
    place.item = nil
    try board.writer.savePlace(place, of: "wang")
    place.item = plan.activities[0]
    place.page = .summary
    try board.writer.savePlace(place, of: "li")
    let kept = try board.reader.reviewPlaces(of: quarter)
    #expect(
      kept.map(\.who) == ["li", "wang"] && kept[0].place == place && kept[1].place.item == nil)
    #expect(try board.reader.reviewPlaces(of: quarter.advanced(by: 1)).isEmpty)
    // It is nobody's change.
    #expect(try board.reader.lastOp() == op)
    let saver = try Saver(path: board.path)
    place.scope = .mine
    _ = saver.submit(place, of: "li")
    saver.close()
    #expect(try board.reader.reviewPlaces(of: quarter)[0].place.scope == .mine)
  }

  @Test func theSummaryTellsWhoDecidedWhat() throws {
    let board = try TestBoard([.today: .integer(2026_1124)])
    let plan = try board.plan(activities: 3)
    let items = try plan.activities.map { try board.item($0) }
    let old = Resolution(.goOn, quarter: quarter, day: today.adding(days: -14))
    _ = try saved(board.writer.save(Acts.decide(old, about: [items[2]]), as: "zhou"))
    let before = try board.reader.money(of: quarter)
    try board.writer.savePlace(
      ReviewPlace(quarter: quarter, begun: today, before: before), of: "li")
    let detail = try #require(try board.reader.detail(items[0].id))
    let moving = try Consequence.moving(detail, board: try board.reader.board())
    _ = try saved(decide(board, .move, items[0], as: "li", consequences: moving.changes))
    _ = try saved(decide(board, .change, items[1], as: "wang"))
    let summary = try ReviewSummary(of: quarter, since: nil, board.reader, today: today)
    #expect(summary.decisions.map(\.code.description) == ["D2", "D3"])
    #expect(summary.present == [try board.person("li"), try board.person("wang")])
    #expect(summary.count(.move) == 1 && summary.days == today...today)
    #expect(summary.before == before && summary.after.plan == before.plan - 6_000)
    let whole = try ReviewSummary(
      of: quarter, since: today.adding(days: -20), board.reader, today: today)
    #expect(whole.decisions.count == 3)
  }
}
