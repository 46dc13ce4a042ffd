import GRDB
import Glibc
import PlanModel

/// A board as a file: made, looked at, copied.
public enum BoardFile {
  /// Makes an empty board with these settings; the folders above it too. Never overwrites: a file
  /// that is there is a ``Refusal`` of kind `cannotWrite`. The file is the owner's alone.
  public static func create(at path: String, settings: [Setting: Value]) throws(Refusal) {
    guard !FileCheck.exists(path) else { throw Faults.exists(path) }
    let folder = FileCheck.folder(of: path)
    try FileCheck.makeFolders(folder)
    guard FileCheck.isTrusted(fileSystem: FileCheck.fileSystem(of: folder)) else {
      throw Faults.foreignDisk(path)
    }
    let temporary = "\(path)-new-\(getpid())"
    let mask = umask(0o077)
    defer {
      umask(mask)
      for suffix in ["", "-wal", "-shm", "-journal"] { unlink(temporary + suffix) }
    }
    do { try build(temporary, settings) } catch { throw Faults.refusal(error, path) }
    try Backup.name(temporary, path)
  }

  private static func build(_ path: String, _ settings: [Setting: Value]) throws {
    let queue = try Connection.open(path, readonly: false)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try Migrations.run(db)
      try db.inTransaction(.immediate) {
        for (setting, value) in settings where !value.isNone {
          try db.execute(
            sql: "INSERT INTO board VALUES(?, ?)", arguments: [setting.rawValue, value])
        }
        for kind in ItemKind.allCases {
          try db.execute(sql: "INSERT INTO counter VALUES(?, 0)", arguments: [kind.rawValue])
        }
        return .commit
      }
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
    }
    try queue.close()
  }

  /// Whether the board can be used: there, a board, not damaged at first sight, not of a newer
  /// program, on a trusted disk. One of an older program is brought up to date.
  public static func check(_ path: String) throws(Refusal) {
    do { try Connection.board(path, readonly: true).close() } catch {
      throw Faults.refusal(error, path)
    }
  }

  /// Copies the board while others may work on it; never overwrites.
  public static func backup(_ path: String, to target: String) throws(Refusal) {
    do {
      let queue = try Connection.board(path, readonly: false)
      try Backup.write(queue, to: target)
      try queue.close()
    } catch { throw Faults.refusal(error, target) }
  }
}
