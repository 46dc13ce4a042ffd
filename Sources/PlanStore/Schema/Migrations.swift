import GRDB

/// The numbered steps from an empty file to the newest board. A released step never changes.
enum Migrations {
  struct Step: Sendable {
    /// Whether `contribution` means something else afterwards, so that sums are made anew.
    var rebuildsTotals = false
    var run: @Sendable (Database) throws -> Void
  }

  static let steps: [Step] = [
    Step { db in
      try db.execute(sql: Schema.tables)
      try db.execute(sql: Schema.triggers)
      try db.execute(sql: Contribution.view)
    },
    Step { try $0.execute(sql: DecisionSchema.tables) },
    Step { try $0.execute(sql: MoneySchema.tables) },
    Step { try $0.execute(sql: FilesSchema.tables) },
  ]

  static var newest: Int64 { Int64(steps.count) }

  /// Brings a board to the newest schema, one transaction a step. The caller holds the lock and has
  /// made a backup.
  static func run(_ db: Database, steps: [Step] = Migrations.steps) throws {
    let start = try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    for (index, step) in steps.enumerated() where index >= start {
      try db.inTransaction(.immediate) {
        try step.run(db)
        if step.rebuildsTotals { try Totals.rebuild(Statements(db)) }
        let broken = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check")
        guard broken == nil else {
          throw DatabaseError(
            resultCode: .SQLITE_CONSTRAINT_FOREIGNKEY, message: "foreign_key_check")
        }
        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
        return .commit
      }
    }
  }
}
