import Foundation
import GRDB
import PlanModel
import Testing

@testable import PlanStore

/// A board as an earlier program left it, from its dump.
private final class OldBoard {
  let folder: String
  let path: String

  init(schema: Int) throws {
    folder = "/tmp/sanban-old-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    path = folder + "/old.sanban"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let dump = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Boards/schema-\(schema).sql")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: String(contentsOf: dump, encoding: .utf8))
      try db.execute(sql: "PRAGMA journal_mode = WAL")
    }
    try queue.close()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// What lies beside the board and was made before it was brought up to date.
  var backups: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix("old.sanban-before-") }.sorted()
  }

  func integer(_ sql: String, in path: String? = nil) throws -> Int64 {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path ?? self.path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.unsafeRead { try Int64.fetchOne($0, sql: sql) ?? 0 }
  }

  func write(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }
}

@Suite struct OldBoardTests {
  @Test func whatIsRefusedStaysAsItIs() throws {
    let old = try OldBoard(schema: 1)
    let queue = try DatabaseQueue(path: old.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    try queue.close()
    #expect {
      try BoardReader(path: old.path)
    } throws: {
      ($0 as? Refusal)?.words.en.contains("another journal mode") == true
    }
    #expect(try old.integer("PRAGMA user_version") == 1)
    #expect(old.backups.isEmpty)
  }

  @Test func anOldBoardIsBroughtUpToDate() throws {
    let old = try OldBoard(schema: 1)
    #expect(try old.integer("PRAGMA user_version") == 1)
    let changes = try old.integer("SELECT count(*) FROM change")
    let reader = try BoardReader(path: old.path)
    #expect(try old.integer("PRAGMA user_version") == Migrations.newest)
    let found = try BoardFile.verify(old.path)
    #expect(found.isSound, "\(found.findings.map(\.en))")
    #expect(try reader.board().title(.chinese) == "长江家具")
    #expect(try reader.board().envelopes == Envelopes())
    let sums = try reader.sums(by: .lead, months: nil)
    #expect(sums.map(\.money.plan) == [20_050_050, 6_600_000])
    #expect(sums.map(\.money.approved) == [20_050_050, 6_600_000])
    #expect(try reader.history(HistoryQuery(limit: 10_000)).count == Int(changes))
    #expect(try reader.drafts(of: "wang").map(\.text) == ["6万"])
    let first = try #require(try reader.id(of: ItemCode(kind: .activity, number: 1)))
    let line = try #require(try reader.detail(first)?.lines.first)
    // Once is enough.
    _ = try BoardReader(path: old.path)
    #expect(old.backups.count == 1)

    let writer = try BoardWriter(path: old.path)
    defer { writer.close() }
    _ = try saved(
      writer.save(
        Edit(
          .edit,
          [
            cell(line.id, .forecast, december, 7),
            Change(
              .envelope(Period(year: 2026, quarter: 4), .reserve), was: .none, now: .integer(9)),
            Change(.note(line.id, .plan, december), was: .none, now: .text("合同未签")),
          ]), as: "wang"))
    try writer.hold([CellAddress(line: line.id, column: .plan, period: december)], true, of: "wang")
    #expect(try BoardFile.verify(old.path).isSound)
    let wang = try #require(try reader.board().person(named: "wang")?.id)
    let undo = try #require(try reader.undo(by: wang))
    _ = try saved(writer.save(undo, as: "wang"))
    #expect(try reader.notes(of: nil).isEmpty)
    #expect(try BoardFile.verify(old.path).isSound)
  }

  @Test func theBackupIsTheBoardAsItWas() throws {
    let old = try OldBoard(schema: 1)
    let before = try old.integer("SELECT count(*) FROM change")
    try BoardFile.check(old.path)
    let name = try #require(old.backups.first)
    #expect(name.hasPrefix("old.sanban-before-\(Migrations.newest)-"))
    let backup = old.folder + "/" + name
    #expect(try old.integer("PRAGMA user_version", in: backup) == 1)
    #expect(try old.integer("SELECT count(*) FROM change", in: backup) == before)
    let sound = "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"
    #expect(try old.integer(sound, in: backup) == 1)
    // It is a board itself, and can be used.
    #expect(try BoardFile.verify(backup).isSound)
  }

  @Test func threeBackupsAreKept() throws {
    let old = try OldBoard(schema: 1)
    let times = ["2-1000000003", "9-1000000001", "10-1000000002", "2-999999999"]
    for time in times {
      try Data().write(to: URL(fileURLWithPath: "\(old.folder)/old.sanban-before-\(time)"))
    }
    try Data().write(to: URL(fileURLWithPath: old.folder + "/other-before-2-1"))
    try BoardFile.check(old.path)
    let kept = old.backups
    #expect(kept.count == 3)
    #expect(kept.contains("old.sanban-before-2-1000000003"))
    #expect(kept.contains("old.sanban-before-10-1000000002"))
    #expect(FileManager.default.fileExists(atPath: old.folder + "/other-before-2-1"))
  }

  @Test func aDamagedOldBoardIsLeftAsItIs() throws {
    let old = try OldBoard(schema: 1)
    try old.write("PRAGMA wal_checkpoint(TRUNCATE)")
    let root = try old.integer("SELECT rootpage FROM sqlite_schema WHERE name = 'change'")
    system(
      "dd if=/dev/zero of='\(old.path)' bs=4096 seek=\(root - 1) count=1 conv=notrunc 2>/dev/null")
    #expect(throws: Refusal.self) { try BoardFile.check(old.path) }
    #expect(try old.integer("PRAGMA user_version") == 1)
    #expect(old.backups.isEmpty)
  }

  @Test func aStepThatFailsLeavesTheOneBefore() throws {
    let old = try OldBoard(schema: 1)
    let queue = try Connection.open(old.path, readonly: false)
    let steps = [
      Migrations.steps[0], Migrations.steps[1],
      Migrations.Step { db in
        try db.execute(sql: "CREATE TABLE half(x)")
        throw Refusals.noItem
      },
    ]
    #expect(throws: Refusals.noItem) {
      try queue.writeWithoutTransaction { try Migrations.run($0, steps: steps) }
    }
    try queue.close()
    #expect(try old.integer("PRAGMA user_version") == 2)
    #expect(try old.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'half'") == 0)
    #expect(try BoardFile.verify(old.path).isSound)
  }
}
