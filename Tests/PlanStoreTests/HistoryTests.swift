import GRDB
import PlanModel
import Testing

@testable import PlanStore

/// The history is given whole, however large an edit is.
@Test func pagesOfTheHistoryLoseNothingOfALargeEdit() throws {
  let board = try TestBoard()
  let plan = try board.plan(activities: 100)
  try board.save([set(plan.activities[0], .title, .text("Fair"), was: .text("Activity 0"))])
  let all = try board.reader.history(HistoryQuery(limit: 100_000))
  #expect(all.count > 100)

  for person in [nil, try board.person("li")] {
    var paged: [HistoryEntry] = []
    var query = HistoryQuery(who: person, limit: 7)
    while true {
      let page = try board.reader.history(query)
      paged += page
      guard let last = page.last, page.count == query.limit else { break }
      query.before = last.place
    }
    #expect(paged == all)
  }
}

/// A large edit is told by its first changes and by how many there are of what.
@Test func aLargeEditIsCounted() throws {
  let board = try TestBoard()
  let plan = try board.plan(activities: 40)
  let act = try #require(try board.reader.acts(HistoryQuery(limit: 10), changes: 20).last)
  #expect(act.entries.count == 20)
  #expect(!act.isWhole)
  let whole = try #require(try board.reader.acts(HistoryQuery(limit: 10), changes: 9_999).last)
  #expect(whole.isWhole)
  #expect(whole.count == act.count)
  #expect(whole.parts == act.parts)
  #expect(act.parts.contains(HistoryAct.Part(.item, kind: .activity, isNew: true, count: 40)))

  let own = try board.reader.acts(
    HistoryQuery(item: plan.activities[3], limit: 10), changes: 9_999)
  #expect(own.count == 1)
  #expect(own[0].entries.allSatisfy { $0.code?.kind == .activity })
}

/// The chain of values holds where an edit has more changes than any fixed number of digits.
@Test func theChainOfTheHistoryKnowsEditAndPlaceApart() throws {
  let board = try TestBoard()
  let plan = try board.plan()
  try board.save([set(plan.activities[0], .title, .text("Fair"), was: .text("Activity 0"))])
  // An earlier edit's change at a place that a sum of both would take for a later edit's.
  let queue = try DatabaseQueue(path: board.path)
  try queue.writeWithoutTransaction { database in
    try database.execute(
      sql: """
        DROP TRIGGER change_update;
        UPDATE change SET seq = seq + 3000000 WHERE op = (SELECT min(op) FROM change)
        """)
  }
  #expect(try BoardFile.verify(board.path).isSound)
}
