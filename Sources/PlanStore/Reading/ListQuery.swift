import PlanModel

/// The rows of a list by their key, never by their number: a page, a jump and a reload after
/// somebody else's change are the same call.
struct ListQuery {
  private let scope: ListScope
  /// `FROM … WHERE …` that yields the list's items as `i`.
  private let source: String
  let arguments: [Statements.Argument]
  /// The columns that hold a row's key, from the table whose index is walked.
  private let order: String
  private let id: String

  init(_ scope: ListScope, hits: Hits.Use = .none) {
    self.scope = scope
    let filter = FilterSQL(scope.filter, usesHits: hits != .none)
    var arguments: [Statements.Argument] = []
    var source: String
    let period = scope.period?.rawValue
    switch scope.under {
    case .everything:
      let index = period == nil ? "item_all" : "item_list"
      let rows =
        hits == .few
        ? "temp.hit h CROSS JOIN item i ON i.id = h.id" : "item i INDEXED BY \(index)"
      source = "FROM \(rows) WHERE i.gone IS NULL AND i.kind = ?"
      arguments.append(scope.kind.rawValue)
      if let period {
        source += " AND i.period = ?"
        arguments.append(period)
      }
      (order, id) = ("i.sort", "i.id")
    case .parent(let parent):
      source = "FROM link k CROSS JOIN item i ON i.id = k.child WHERE k.parent = ?"
      arguments.append(parent)
      source += period == nil ? " AND k.period >= 0" : " AND k.period = ?"
      if let period { arguments.append(period) }
      source += " AND i.kind = ?"
      arguments.append(scope.kind.rawValue)
      (order, id) = ("k.sort", "k.child")
    case .trend(let trend):
      source = """
        FROM (SELECT DISTINCT a.sort AS sort, a.child AS child FROM link t CROSS JOIN link a
        ON a.parent = t.child WHERE t.parent = ? AND t.period >= 0 AND a.period
        """
      arguments.append(trend)
      source += period == nil ? " >= 0" : " = ?"
      if let period { arguments.append(period) }
      source += ") k CROSS JOIN item i ON i.id = k.child WHERE i.kind = ?"
      arguments.append(scope.kind.rawValue)
      (order, id) = ("k.sort", "k.child")
    }
    self.source = source + filter.condition
    self.arguments = arguments + filter.arguments
  }

  func rows(_ window: ListWindow, _ statements: Statements) throws -> [Item] {
    let limit = max(0, window.limit)
    switch window.origin {
    case .first: return try walk("", [], forward: true, limit, statements)
    case .last: return try walk("", [], forward: false, limit, statements)
    case .from(let key):
      return try walk(
        " AND (\(order), \(id)) >= (?, ?)", [key.order, key.id], forward: true, limit, statements)
    case .before(let key):
      return try walk(
        " AND (\(order), \(id)) < (?, ?)", [key.order, key.id], forward: false, limit, statements)
    }
  }

  /// The statement that reads a window, for the test of its plan.
  func sql(_ range: String, forward: Bool) -> String {
    let direction = forward ? "" : " DESC"
    return "SELECT \(Rows.item) \(source)\(range) ORDER BY \(order)\(direction), \(id)\(direction) "
      + "LIMIT ?"
  }

  private func walk(
    _ range: String, _ key: [Statements.Argument], forward: Bool, _ limit: Int,
    _ statements: Statements
  ) throws -> [Item] {
    let rows = try statements.rows(
      sql(range, forward: forward), arguments + key + [limit], Rows.item)
    return forward ? rows : rows.reversed()
  }

  func place(of key: RowKey, _ statements: Statements) throws -> Int {
    let count = try statements.integer(
      "SELECT count(*) \(source) AND (\(order), \(id)) < (?, ?)", arguments + [key.order, key.id])
    return Int(count ?? 0)
  }

  func tally(_ statements: Statements) throws -> Tally {
    var tally = Tally()
    let sums = ["approved", "plan", "forecast", "outlook", "committed", "actual"]
    let isKept = scope.filter.isEmpty && scope.under == .everything
    let sql: String
    var bound = arguments
    if isKept {
      let columns = sums.map { "sum(\($0))" }.joined(separator: ", ")
      sql = """
        SELECT key & 3, sum(count), \(columns) FROM total
        WHERE dim = 6 AND key BETWEEN ?1 * 4 AND ?1 * 4 + 3\(scope.period == nil ? "" : " AND period = ?2")
        GROUP BY key
        """
      bound = [scope.kind.rawValue] + (scope.period.map { [$0.rawValue] } ?? [])
    } else {
      let columns = sums.map { "sum(i.\($0))" }.joined(separator: ", ")
      sql = "SELECT coalesce(i.lead, 0), count(*), \(columns) \(source) GROUP BY 1"
    }
    _ = try statements.rows(sql, bound) { row in
      let part = Tally.Part(count: row[1], money: Money(row, at: 2))
      switch row[0] as Int64 {
      case Department.marketing.rawValue: tally.marketing = part
      case Department.sales.rawValue: tally.sales = part
      default: tally.none = part
      }
    }
    return tally
  }
}
