import GRDB
import PlanModel

enum DraftRows {
  static func drafts(of name: String, _ statements: Statements) throws -> [Draft] {
    try statements.rows(
      """
      SELECT thing, id, field, period, base, text, at FROM draft WHERE who = ?
      ORDER BY at DESC, thing, id, field, period
      """, [name]
    ) { row in
      ChangeCode(row, at: 0).target.map {
        Draft($0, base: row.value(4), text: row[5], at: row[6])
      }
    }.compactMap { $0 }
  }

  static func save(_ draft: Draft, of name: String, _ statements: Statements) throws {
    try statements.run(
      """
      INSERT INTO draft(who, thing, id, field, period, base, text, at)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET base = excluded.base, text = excluded.text, at = excluded.at
      """,
      [name] + ChangeCode(draft.target).arguments + [draft.base, draft.text, draft.at])
  }

  static func drop(_ target: ChangeTarget, of name: String, _ statements: Statements) throws {
    try statements.run(
      "DELETE FROM draft WHERE who = ? AND thing = ? AND id = ? AND field = ? AND period = ?",
      [name] + ChangeCode(target).arguments)
  }
}
