import GRDB
import Glibc
import PlanModel
import Testing

@testable import PlanStore

private func refused(_ path: String, sourceLocation: SourceLocation = #_sourceLocation) -> Refusal?
{
  do throws(Refusal) {
    try BoardFile.check(path)
    Issue.record("was opened", sourceLocation: sourceLocation)
    return nil
  } catch { return error }
}

@Test func creationIsPrivateAndNeverOverwrites() throws {
  let board = try TestBoard([.title: .text("板"), .fiscalStart: .integer(4)])
  #expect(try board.reader.board().title(.chinese) == "板")
  var status = stat()
  stat(board.path, &status)
  #expect(status.st_mode & 0o777 == 0o600)
  stat(board.folder, &status)
  #expect(status.st_mode & 0o777 == 0o700)
  #expect(throws: Faults.exists(board.path)) {
    try BoardFile.create(at: board.path, settings: [:])
  }
  #expect(try BoardFile.verify(board.path).isSound)
}

@Test func filesThatArentBoardsAreRefused() throws {
  let board = try TestBoard()
  let path = board.folder + "/other"
  #expect(refused(path)?.kind == .missing)
  #expect(refused(board.folder)?.words.en.hasPrefix("not a board") == true)
  system("echo hello > '\(path)'")
  #expect(refused(path)?.words.en.hasPrefix("not a board") == true)
  system("sqlite3 '\(path)2' 'create table t(x)' || : > '\(path)2'")
  #expect(refused(path + "2")?.words.en.hasPrefix("not a board") == true)
  system("ln -s board.sanban '\(path)3'")
  #expect(refused(path + "3")?.words.en.contains("symbolic link") == true)
  system("ln '\(board.path)' '\(path)4'")
  #expect(refused(path + "4")?.words.en.contains("hard links") == true)
}

@Test func aNewerBoardIsLeftAsItIs() throws {
  let board = try TestBoard()
  let queue = try Connection.open(board.path, readonly: false)
  try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
  try queue.close()
  #expect(refused(board.path)?.words.en.contains("newer sanban") == true)
  #expect(refused(board.path)?.kind == .unavailable)
}

@Test func damageIsSaidAndEndsWriting() throws {
  let board = try TestBoard()
  _ = try board.plan(activities: 200)
  let copy = board.folder + "/damaged"
  try BoardFile.backup(board.path, to: copy)
  let pages = FileCheck.size(copy) / 4_096
  system(
    "dd if=/dev/urandom of='\(copy)' bs=4096 seek=\(pages / 2) count=\(pages / 4) conv=notrunc 2>&-"
  )
  #expect(try !BoardFile.verify(copy).isSound)
  unlink(copy)
  // Damage that shows while one saves.
  try BoardFile.backup(board.path, to: copy)
  let queue = try Connection.open(copy, readonly: true)
  let root = try queue.unsafeRead {
    try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'search'") ?? 0
  }
  try queue.close()
  system("dd if=/dev/zero of='\(copy)' bs=4096 seek=\(root - 1) count=1 conv=notrunc 2>/dev/null")
  let writer = try BoardWriter(path: copy)
  for _ in 0..<2 {
    let edit = Edit(.create, [.create(-1, .trend), set(-1, .title, .text("x"))])
    #expect(refusal(writer.save(edit, as: "li"))?.words.en.contains("damaged") == true)
  }
  #expect(try !BoardFile.verify(copy).isSound)
}

/// Whatever stands in a file: an answer or a refusal, never a trap.
@Test func mutatedBoardsNeverTrap() throws {
  let board = try TestBoard()
  _ = try board.plan(activities: 30)
  let whole = board.folder + "/whole"
  try BoardFile.backup(board.path, to: whole)
  var generator = SystemRandomNumberGenerator()
  let copy = board.folder + "/mutated"
  let pages = FileCheck.size(whole) / 4_096
  for _ in 0..<25 {
    system("rm -f '\(copy)'*; cp '\(whole)' '\(copy)'")
    for _ in 0..<6 {
      let place = Int.random(in: 100..<pages * 4_096, using: &generator)
      system(
        "head -c 8 /dev/urandom | dd of='\(copy)' bs=1 seek=\(place) conv=notrunc 2>/dev/null")
    }
    guard let reader = try? BoardReader(path: copy) else { continue }
    _ = try? reader.board()
    _ = try? reader.forEachItem(ItemKind.allCases) { _ in }
    _ = try? reader.history(HistoryQuery(limit: 1_000))
    for grouping in Grouping.allCases { _ = try? reader.sums(by: grouping, months: nil) }
    if let writer = try? BoardWriter(path: copy) {
      _ = writer.save(Edit(.create, [.create(-1, .activity)]), as: "li")
    }
    _ = try? BoardFile.verify(copy)
  }
}

@Test func aReplacedBoardIsNotWritten() throws {
  let board = try TestBoard()
  try board.save([.create(-1, .trend)])
  system("mv '\(board.path)' '\(board.path)-away'")
  let edit = Edit(.create, [.create(-1, .trend)])
  #expect(refusal(board.writer.save(edit, as: "li"))?.words.en.contains("replaced") == true)
  system("mv '\(board.path)-away' '\(board.path)'")
  try board.save([.create(-1, .trend)])
}

@Test func onlyDisksWithLocksAreTrusted() {
  #expect(FileCheck.isTrusted(fileSystem: FileCheck.fileSystem(of: "/tmp")))
  #expect(!FileCheck.isTrusted(fileSystem: 0x6969))
  #expect(!FileCheck.isTrusted(fileSystem: 0x6573_5546))
  #expect(!FileCheck.isTrusted(fileSystem: 0))
}

@Test func backupsAreWholeAndNeverOverwrite() throws {
  let board = try TestBoard()
  _ = try board.plan(activities: 5)
  let copy = board.folder + "/backup/copy.sanban"
  try BoardFile.backup(board.path, to: copy)
  #expect(try BoardFile.verify(copy).isSound)
  #expect(try BoardReader(path: copy).tally(ListScope(kind: .activity)).count == 5)
  #expect(throws: Faults.exists(copy)) { try BoardFile.backup(board.path, to: copy) }
  let writer = try BoardWriter(path: copy)
  _ = try saved(writer.save(Edit(.create, [.create(-1, .trend)]), as: "li"))
}

@Test func settingsOfTheConnectionAreInForce() throws {
  let board = try TestBoard()
  for readonly in [true, false] {
    let queue = try Connection.board(board.path, readonly: readonly)
    #expect(try queue.unsafeRead { try Connection.isSafe($0) })
    let others = try queue.unsafeRead { db in
      try ["trusted_schema", "mmap_size", "cell_size_check"].map {
        try Int.fetchOne(db, sql: "PRAGMA \($0)") ?? 0
      }
    }
    #expect(others == [0, 0, 1])
    #expect(throws: (any Error).self) {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema")
      }
    }
  }
}

@Test func theHistoryCantBeChanged() throws {
  let board = try TestBoard()
  try board.save([.create(-1, .trend)])
  let queue = try Connection.board(board.path, readonly: false)
  for sql in [
    "DELETE FROM change", "UPDATE change SET now = 1", "DELETE FROM op", "UPDATE op SET at = 0",
  ] {
    #expect(throws: (any Error).self) {
      try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }
  }
}
