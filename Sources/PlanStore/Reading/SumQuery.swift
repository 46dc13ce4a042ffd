import PlanModel

/// Sums of money by group, from the sums that are kept.
enum SumQuery {
  private static let sums =
    "sum(approved), sum(plan), sum(forecast), sum(outlook), sum(committed), sum(actual)"

  /// In the order of their keys.
  static func sums(by grouping: Grouping, months: [Period]?, _ statements: Statements) throws
    -> [GroupSum]
  {
    let found =
      switch grouping {
      case .lead: try total(1, "key", months, statements)
      case .target: try total(2, "key / 4", months, statements)
      case .category: try total(3, "key", months, statements)
      case .owner: try total(4, "key", months, statements)
      case .region: try total(5, "key", months, statements)
      case .month: try total(1, "period", months, statements)
      case .quarter: try quarters(total(1, "period", months, statements), statements)
      case .activity: try activities(months, statements)
      }
    return found.filter { !$0.money.isZero }
  }

  private static func list(_ months: [Period]?) -> [Statements.Argument] {
    months.map { [ItemQuery.list($0.map(\.rawValue))] } ?? []
  }

  private static func total(
    _ dim: Int, _ key: String, _ months: [Period]?, _ statements: Statements
  ) throws -> [GroupSum] {
    let condition = months == nil ? "" : "AND period IN (SELECT value FROM json_each(?))"
    return try statements.rows(
      "SELECT \(key), \(sums) FROM total WHERE dim = \(dim) \(condition) GROUP BY 1 ORDER BY 1",
      list(months)
    ) { GroupSum(key: $0[0], money: Money($0, at: 1)) }
  }

  private static func quarters(_ months: [GroupSum], _ statements: Statements) throws -> [GroupSum]
  {
    let calendar = try BoardRows.settingsAndStates(statements).calendar
    var sums: [Int64: Money] = [:]
    for sum in months {
      guard let month = Period(rawValue: sum.key) else { continue }
      sums[calendar.quarter(of: month).rawValue, default: Money()] += sum.money
    }
    return sums.sorted { $0.key < $1.key }.map { GroupSum(key: $0.key, money: $0.value) }
  }

  private static func activities(_ months: [Period]?, _ statements: Statements) throws
    -> [GroupSum]
  {
    guard months != nil else {
      return try statements.rows(
        """
        SELECT id, approved, plan, forecast, outlook, committed, actual FROM item
        WHERE kind = 3 AND gone IS NULL ORDER BY id
        """
      ) { GroupSum(key: $0[0], money: Money($0, at: 1)) }
    }
    return try statements.rows(
      """
      SELECT i.id, \(Totals.figureSums)
      FROM figure f CROSS JOIN line l ON l.id = f.line AND l.gone IS NULL
      CROSS JOIN item i ON i.id = l.item AND i.kind = 3 AND i.gone IS NULL
      WHERE f.period IN (SELECT value FROM json_each(?)) GROUP BY 1 ORDER BY 1
      """, list(months)
    ) { GroupSum(key: $0[0], money: Money($0, at: 1)) }
  }
}
