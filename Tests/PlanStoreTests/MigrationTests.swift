import GRDB
import PlanModel
import Testing

@testable import PlanStore

/// A board of the first schema is brought up to date with everything in it.
@Test func anOlderBoardGetsWhatReviewsNeed() throws {
  let board = try TestBoard()
  let old = board.folder + "/old.sanban"
  let queue = try Connection.open(old, readonly: false)
  try queue.writeWithoutTransaction { db in
    try db.execute(sql: "PRAGMA journal_mode = WAL")
    try Migrations.run(db, steps: Array(Migrations.steps.prefix(1)))
    try db.execute(
      sql: """
        INSERT INTO item(id, kind, number, title, period, start, position, op)
          VALUES(1, 3, 7, 'Fair', 202624, 20261101, NULL, 0);
        INSERT INTO search VALUES(1, 'a7 fair');
        INSERT INTO counter VALUES(3, 7);
        PRAGMA application_id = \(Schema.applicationID);
        """)
    try Totals.rebuild(Statements(db))
  }
  try queue.close()
  let reader = try BoardReader(path: old)
  let quarter = Period(year: 2026, quarter: 4)
  let item = try #require(
    try reader.items(ListWindow(ListScope(kind: .activity, period: quarter), limit: 9)).first)
  #expect(item.code.description == "A7" && item[.decided] == .none)
  let writer = try BoardWriter(path: old)
  let resolution = Resolution(.goOn, quarter: quarter, day: Day(ordinal: 20_781))
  let made = try saved(writer.save(Acts.decide(resolution, about: [item]), as: "li"))
  #expect(made.codes.map(\.description) == ["D1"])
  #expect(try reader.decisions(.about(item.id), limit: 9).count == 1)
  #expect(try BoardFile.verify(old).isSound)
}
