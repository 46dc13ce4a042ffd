import GRDB
import PlanModel

/// What `verify` found: nothing, or the places where a board contradicts itself.
public struct Verification: Sendable {
  /// SQLite's version and source id, as it was linked.
  public var sqlite: String
  public var findings: [Words]
  public var isSound: Bool { findings.isEmpty }
}

extension BoardFile {
  /// Looks at the whole board: SQLite's own checks, the kept sums against a recount, what is kept
  /// twice, the chain of the history. Takes seconds on a large board; nothing is changed.
  public static func verify(_ path: String) throws(Refusal) -> Verification {
    do {
      let queue = try Connection.board(path, readonly: true)
      defer { try? queue.close() }
      return try queue.unsafeRead { db in
        try db.execute(sql: "BEGIN")
        defer { try? db.execute(sql: "COMMIT") }
        return try Verifier(Statements(db)).verification()
      }
    } catch { throw Faults.refusal(error, path) }
  }
}

struct Verifier {
  private let statements: Statements

  init(_ statements: Statements) { self.statements = statements }

  func verification() throws -> Verification {
    let sqlite = try statements.rows("SELECT sqlite_version(), sqlite_source_id()") { row in
      "\(row[0] as String) \(row[1] as String)"
    }.first
    var findings = try integrity()
    if findings.isEmpty {
      for (words, sql) in Verifier.contradictions {
        findings += try statements.rows("\(sql) LIMIT 20") { row in
          let place = row[0] as String
          return Words("\(words.zh)：\(place)", "\(words.en): \(place)")
        }
      }
      findings += try searchFindings()
      findings += try HistoryChain(statements).findings()
    }
    return Verification(sqlite: sqlite ?? "", findings: findings)
  }

  private func integrity() throws -> [Words] {
    do {
      let texts = try statements.rows("PRAGMA integrity_check(20)") { $0[0] as String }
      let damage = texts.filter { $0 != "ok" }.map { Words("文件损坏：\($0)", "damaged: \($0)") }
      guard damage.isEmpty else { return damage }
      return try statements.rows("PRAGMA foreign_key_check") { row in
        let place = "\(row[0] as String) \(row[1] as Int64)"
        return Words("引用不存在：\(place)", "refers to nothing: \(place)")
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return [Words("文件损坏", "damaged: \(error.message ?? "")")]
    }
  }

  private func searchFindings() throws -> [Words] {
    try statements.rows(
      """
      SELECT i.kind, i.number, coalesce(title, ''), coalesce(title_en, ''), coalesce(tags, ''),
        coalesce(s.body, '') FROM item i LEFT JOIN search s ON s.id = i.id
      """
    ) { row -> Words? in
      guard let kind = ItemKind(rawValue: row[0]) else { return nil }
      let code = ItemCode(kind: kind, number: row[1])
      let fields: [Field: Value] = [
        .title: row.value(2), .titleEn: row.value(3), .tags: row.value(4),
      ]
      return Item(id: 0, code: code, fields: fields).searchText == row[5] as String
        ? nil : Words("检索文字不符：\(code)", "search text differs: \(code)")
    }.compactMap { $0 }
  }

  /// Each query yields the places where the board contradicts itself.
  private static let contradictions: [(Words, String)] = [
    (
      Words("合计不符", "kept sum differs"),
      """
      SELECT dim || ' ' || key || ' ' || period FROM (
        SELECT dim, key, period, \(Totals.columns.map { "sum(\($0)) AS \($0)" }.joined(separator: ", ")) FROM (
          SELECT dim, key, period, \(Totals.columns.joined(separator: ", ")) FROM total
          UNION ALL SELECT dim, key, period, \(Totals.columns.map { "-\($0)" }.joined(separator: ", "))
          FROM contribution) GROUP BY dim, key, period)
      WHERE \(Totals.columns.map { "\($0) <> 0" }.joined(separator: " OR "))
      """
    ),
    (
      Words("活动合计不符", "an item's sum differs"),
      """
      SELECT 'A' || i.number FROM item i LEFT JOIN (
        SELECT l.item, \(Totals.namedSums) FROM line l JOIN figure f ON f.line = l.id
        WHERE l.gone IS NULL GROUP BY 1) s ON s.item = i.id
      WHERE i.kind = 3 AND (i.approved, i.plan, i.forecast, i.outlook, i.committed, i.actual)
        IS NOT (coalesce(s.approved, 0), coalesce(s.plan, 0), coalesce(s.forecast, 0),
          coalesce(s.outlook, 0), coalesce(s.committed, 0), coalesce(s.actual, 0))
      """
    ),
    (
      Words("支撑关系的期间或次序不符", "a link's period or order differs"),
      """
      SELECT k.parent || ' ' || k.child FROM link k JOIN item i ON i.id = k.child
      WHERE k.period <> CASE WHEN i.gone IS NULL THEN coalesce(i.period, 0) ELSE -1 END
        OR k.sort <> CASE WHEN i.gone IS NULL THEN i.sort ELSE 0 END
      """
    ),
    (
      Words("支撑关系的类型不符", "a link joins kinds that don't fit"),
      """
      SELECT k.parent || ' ' || k.child FROM link k JOIN item i ON i.id = k.child
      JOIN item p ON p.id = k.parent WHERE p.kind <> i.kind - 1
      """
    ),
    (
      Words("主要依托不符", "main reason differs"),
      """
      SELECT CAST(i.id AS TEXT) FROM item i
      LEFT JOIN (SELECT child, max(parent) AS parent, count(*) AS count FROM link WHERE main = 1
        GROUP BY child) m ON m.child = i.id
      WHERE i.main IS NOT m.parent OR coalesce(m.count, 0) > 1
      """
    ),
    (
      Words("编号计数不符", "counter is behind"),
      """
      SELECT 'kind ' || i.kind FROM item i LEFT JOIN counter c ON c.kind = i.kind
      GROUP BY i.kind HAVING max(i.number) > coalesce(max(c.last), 0)
      """
    ),
    (
      Words("变更记录缺失", "an edit is missing"),
      "SELECT CAST(i.id AS TEXT) FROM item i LEFT JOIN op o ON o.id = i.op WHERE o.id IS NULL"
    ),
  ]
}
