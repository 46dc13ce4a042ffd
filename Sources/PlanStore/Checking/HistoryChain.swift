import GRDB
import PlanModel

/// For each value, ordered by edit: what a change found must be what the one before it left.
struct HistoryChain {
  private let statements: Statements

  init(_ statements: Statements) { self.statements = statements }

  func findings() throws -> [Words] {
    try broken() + last()
  }

  private static let value = "thing, id, field, period"

  private func broken() throws -> [Words] {
    try statements.rows(
      """
      SELECT op, seq FROM (
        SELECT op, seq, was, row_number() OVER w AS place, lag(now) OVER w AS before
        FROM change WINDOW w AS (PARTITION BY \(HistoryChain.value) ORDER BY op, seq))
      WHERE place > 1 AND was IS NOT before LIMIT 20
      """
    ) { row in
      let place = "\(row[0] as Int64)/\(row[1] as Int64)"
      return Words("变更记录不连贯：\(place)", "the history has a gap: \(place)")
    }
  }

  /// The last recorded value must be what stands: looked at for figures and fields of items.
  private func last() throws -> [Words] {
    let columns = PlanModel.Column.allCases.filter { $0 != .approved }
    let cell = columns.map { "WHEN \($0.rawValue) THEN f.\($0.column)" }.joined(separator: " ")
    let fields = Field.stored.filter { $0 != .gone }
    let field = fields.map { "WHEN \($0.rawValue) THEN i.\($0.column ?? "")" }
      .joined(separator: " ")
    func newest(_ thing: Int) -> String {
      """
      SELECT op, seq FROM (SELECT op, seq, row_number() OVER (PARTITION BY \(HistoryChain.value)
        ORDER BY op DESC, seq DESC) AS place FROM change WHERE thing = \(thing)) WHERE place = 1
      """
    }
    return try statements.rows(
      """
      SELECT c.op, c.seq FROM change c JOIN figure f ON f.line = c.id AND f.period = c.period
      WHERE c.thing = 3 AND c.field <> 1 AND c.now IS NOT CASE c.field \(cell) END
        AND (c.op, c.seq) IN (\(newest(3)))
      UNION ALL
      SELECT c.op, c.seq FROM change c JOIN item i ON i.id = c.id
      WHERE c.thing = 1 AND c.field IN (\(fields.map { "\($0.rawValue)" }.joined(separator: ",")))
        AND c.now IS NOT CASE c.field \(field) END
        AND (c.op, c.seq) IN (\(newest(1)))
      LIMIT 20
      """
    ) { row in
      let place = "\(row[0] as Int64)/\(row[1] as Int64)"
      return Words("与变更记录不符：\(place)", "differs from the history: \(place)")
    }
  }
}
