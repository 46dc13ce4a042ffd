import GRDB
import PlanModel

/// A text somebody has begun and not saved: kept in the board, lost with nothing but a save or a
/// discard. It makes no edit and rings no bell.
public struct Draft: Hashable, Sendable {
  /// What the text is meant for; ids that aren't on the board (0, negative) stand for new things.
  public var target: ChangeTarget
  /// What its author saw there.
  public var base: Value
  public var text: String
  /// Seconds since 1970, UTC.
  public var at: Int64

  public init(_ target: ChangeTarget, base: Value, text: String, at: Int64) {
    self.target = target
    self.base = base
    self.text = text
    self.at = at
  }
}

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
