import GRDB
import Glibc
import PlanModel

/// A copy of a board made while others work on it.
enum Backup {
  /// Writes beside the target, checks the copy and gives it its name; never overwrites.
  static func write(_ queue: DatabaseQueue, to path: String) throws {
    guard !FileCheck.exists(path) else { throw Faults.exists(path) }
    try FileCheck.makeFolders(FileCheck.folder(of: path))
    let temporary = "\(path)-new-\(getpid())"
    let mask = umask(0o077)
    defer {
      umask(mask)
      for suffix in ["", "-wal", "-shm", "-journal"] { unlink(temporary + suffix) }
    }
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "VACUUM INTO ?", arguments: [temporary])
    }
    let copy = try Connection.open(temporary, readonly: false)
    try copy.writeWithoutTransaction { db in
      guard try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") == "ok" else {
        throw Faults.damaged(temporary)
      }
      try db.execute(sql: "PRAGMA journal_mode = WAL")
    }
    try copy.close()
    try name(temporary, path)
  }

  /// Gives a finished file its name, unless somebody took the name meanwhile.
  static func name(_ temporary: String, _ path: String) throws(Refusal) {
    let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 {
      fsync(descriptor)
      close(descriptor)
    }
    guard link(temporary, path) == 0 else {
      throw errno == EEXIST ? Faults.exists(path) : Faults.system(path, errno)
    }
    unlink(temporary)
    FileCheck.syncFolder(of: path)
  }
}
