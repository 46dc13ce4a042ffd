import GRDB
import Glibc
import PlanModel

/// Brings a board of an older schema up to this program's: under the lock, with a checked backup.
enum Migration {
  static func run(_ path: String) throws {
    let lock = LockFile(board: path)
    try lock.lock()
    defer { lock.unlock() }
    let queue = try Connection.open(path, readonly: false)
    let version = try queue.unsafeRead { try Int64.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    guard version < Migrations.newest else { return }
    let backup = "\(path)-before-\(Migrations.newest)-\(time(nil))"
    try Backup.write(queue, to: backup)
    try dropOldBackups(of: path)
    try queue.writeWithoutTransaction { try Migrations.run($0) }
    try queue.close()
    lock.ring()
  }

  /// Three backups are kept.
  private static func dropOldBackups(of path: String) throws {
    guard let folder = opendir(FileCheck.folder(of: path)) else { return }
    defer { closedir(folder) }
    let prefix = String(path.split(separator: "/").last ?? "") + "-before-"
    var found: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(prefix) { found.append(name) }
    }
    for name in found.sorted(by: { moment(of: $0) < moment(of: $1) }).dropLast(3) {
      unlink("\(FileCheck.folder(of: path))/\(name)")
    }
  }

  /// The second at which a backup was made, the end of its name.
  private static func moment(of name: String) -> Int64 {
    Int64(name.split(separator: "-").last ?? "") ?? 0
  }
}
