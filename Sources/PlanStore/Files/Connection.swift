import CSystem
import GRDB
import PlanModel

/// The two ways in which a board is opened. The journal mode is a property of the file, set once
/// when the board is made; GRDB's own `.wal` and `DatabasePool` would write at every open and give
/// up durability.
enum Connection {
  static func open(_ path: String, readonly: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.journalMode = .default
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      if let connection = db.sqliteConnection {
        _ = sanban_defend(UnsafeMutableRawPointer(connection))
        // GRDB observes nothing here; its callback would be a tenth of the start.
        if readonly { _ = sanban_unwatch(UnsafeMutableRawPointer(connection)) }
      }
      try db.execute(
        sql: """
          PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -16384;
          PRAGMA temp_store = MEMORY
          """)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Whether the settings that keep a board safe are in force, read back from SQLite.
  static func isSafe(_ db: Database) throws -> Bool {
    let settings = try ["journal_mode", "synchronous", "wal_autocheckpoint", "foreign_keys"].map {
      try String.fetchOne(db, sql: "PRAGMA \($0)") ?? ""
    }
    return settings == ["wal", "2", "0", "1"]
  }

  /// Opens a board that is there, of this program's schema; an older one is brought up to it first.
  static func board(_ path: String, readonly: Bool) throws -> DatabaseQueue {
    _ = try FileCheck.identity(path)
    let queue: DatabaseQueue
    do {
      queue = try open(path, readonly: readonly)
      let (application, version, safe) = try queue.unsafeRead { db in
        (
          try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0, try isSafe(db)
        )
      }
      guard application == Schema.applicationID else { throw Faults.notABoard(path) }
      guard version <= Migrations.newest else { throw Faults.newer(path, version) }
      // Before it is brought up to date: what is refused stays as it is.
      guard safe else {
        throw Faults.unfit(
          path, "的日志方式不对；用 sanban backup 复制出一份再用",
          "has another journal mode; use a copy made by sanban backup")
      }
      if version < Migrations.newest {
        try queue.close()
        try Migration.run(path)
        return try board(path, readonly: readonly)
      }
    } catch { throw Faults.refusal(error, path) }
    return queue
  }
}
