import GRDB
import PlanModel

/// Envelopes, notes on cells, held cells.
enum MoneyRows {
  static func envelopes(_ statements: Statements) throws -> Envelopes {
    var envelopes = Envelopes()
    _ = try statements.rows("SELECT quarter, purse, amount FROM envelope") { row in
      guard let quarter = Period(rawValue: row[0]), let purse = Purse(number: row[1]) else {
        return
      }
      envelopes[quarter, purse] = row[2] as Int64?
    }
    return envelopes
  }

  static func notes(of lines: [LineID]?, _ statements: Statements) throws -> [CellAddress: String] {
    var notes: [CellAddress: String] = [:]
    let source =
      lines == nil ? "FROM note n" : "FROM json_each(?) j CROSS JOIN note n ON n.line = j.value"
    _ = try statements.rows(
      "SELECT n.line, n.field, n.period, n.body \(source)",
      lines.map { [ItemQuery.list($0)] } ?? []
    ) { row in
      if let cell = cell(row) { notes[cell] = row[3] }
    }
    return notes
  }

  /// The reasons of the newest changes. An import's is only the name of its file.
  static func reasons(
    of lines: [LineID], _ statements: Statements
  ) throws -> [CellAddress: String] {
    guard !lines.isEmpty else { return [:] }
    var reasons: [CellAddress: String] = [:]
    _ = try statements.rows(
      """
      SELECT n.id, n.field, n.period, o.reason FROM (
        SELECT c.id, c.field, c.period, max(c.op) AS op
        FROM change c INDEXED BY change_item
        WHERE c.item IN (SELECT l.item FROM json_each(?1) j JOIN line l ON l.id = j.value)
          AND c.thing = 3 AND c.id IN (SELECT value FROM json_each(?1))
        GROUP BY c.id, c.field, c.period) n
      CROSS JOIN op o ON o.id = n.op WHERE o.reason <> '' AND o.act <> 'import'
      """, [ItemQuery.list(lines)]
    ) { row in
      if let cell = cell(row) { reasons[cell] = row[3] }
    }
    return reasons
  }

  static func holds(of name: String, _ statements: Statements) throws -> Set<CellAddress> {
    Set(
      try statements.rows(
        "SELECT line, field, period FROM hold WHERE who = ?", [name], cell
      ).compactMap { $0 })
  }

  static func hold(
    _ cells: [CellAddress], _ isHeld: Bool, of name: String, _ statements: Statements
  ) throws {
    let sql =
      isHeld
      ? """
      INSERT OR IGNORE INTO hold SELECT ?, id, ?, ? FROM line WHERE id = ?
      """ : "DELETE FROM hold WHERE who = ? AND field = ? AND period = ? AND line = ?"
    for cell in cells {
      try statements.run(sql, [name, cell.column.rawValue, cell.period.rawValue, cell.line])
    }
  }

  private static func cell(_ row: Cells) -> CellAddress? {
    guard let column = PlanModel.Column(rawValue: row[1]), let period = Period(rawValue: row[2])
    else { return nil }
    return CellAddress(line: row[0], column: column, period: period)
  }
}
