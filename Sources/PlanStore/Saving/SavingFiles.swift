import PlanModel

/// What a board keeps of files from outside.
extension Saving {
  func applyMapping(_ name: String, _ change: Change) throws {
    let stored =
      try statements.rows("SELECT body FROM mapping WHERE name = ?", [name]) { $0.value(0) }.first
      ?? .none
    guard try mayWrite(change, stored: stored, item: 0) else { return }
    guard !name.isEmpty, change.now.isNone || change.now.text != nil else {
      throw Refusals.badValue(Words("列映射", "a mapping"))
    }
    try record(change, item: 0)
    if let body = change.now.text {
      try statements.run("INSERT OR REPLACE INTO mapping VALUES(?, ?)", [name, body])
    } else {
      try statements.run("DELETE FROM mapping WHERE name = ?", [name])
    }
  }

  func applyTaken(_ mark: Int64, _ change: Change) throws {
    if waitingMarks.contains(mark) { try flushMarks() }
    let stored = Value(try statements.integer("SELECT item FROM taken WHERE mark = ?", [mark]))
    guard try mayWrite(change, stored: stored, item: 0) else { return }
    guard change.now.isNone || change.now.integer != nil else {
      throw Refusals.badValue(Words("文件的行", "a row of a file"))
    }
    try record(change, item: 0)
    if let item = change.now.integer {
      if marks.isAlmostFull { try flushMarks() }
      waitingMarks.insert(mark)
      try marks.add([mark, item], statements)
    } else {
      try statements.run("DELETE FROM taken WHERE mark = ?", [mark])
    }
  }

  /// Writes marks, behind the items that they lead to.
  func flushMarks() throws {
    try rows.writeItemAndLine()
    try marks.flush(statements)
    waitingMarks = []
  }
}

/// What was kept of files, as it is read.
enum FileRows {
  static func mappings(_ statements: Statements) throws -> [String: String] {
    let found = try statements.rows("SELECT name, body FROM mapping") {
      ($0[0] as String, $0[1] as String)
    }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }

  static func taken(_ statements: Statements) throws -> [Int64: ItemID] {
    let found = try statements.rows("SELECT mark, item FROM taken") {
      ($0[0] as Int64, $0[1] as ItemID)
    }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }
}
