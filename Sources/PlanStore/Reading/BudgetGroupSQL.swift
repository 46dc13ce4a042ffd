import PlanModel

/// Group rows of a budget from the sums that are kept; with a filter from the cells themselves.
enum BudgetGroupSQL {
  private static let columns = ["approved", "plan", "forecast", "outlook", "committed", "actual"]

  static func groups(_ query: BudgetGroupQuery, _ statements: Statements) throws -> [BudgetGroup] {
    query.span.filter.isEmpty
      ? try kept(query, statements) : try filtered(query, statements)
  }

  /// Which part of `total` holds the groups, what a group's number is there, and its range of keys.
  private struct Source {
    var dim: Int
    /// The number of a group from the key of its rows.
    var number = "key"
    var condition = ""
    /// Keys per number.
    var factor: Int64 = 1

    init(_ kind: BudgetGroupQuery.Kind) {
      switch kind {
      case .lead: dim = 1
      case .leadTarget(let lead):
        (dim, number, factor) = (2, "key / 4", 4)
        condition = " AND key & 3 = \(lead)"
      case .target: (dim, number, factor) = (2, "key / 4", 4)
      case .category: dim = 3
      case .owner: dim = 4
      case .region: dim = 5
      case .priority: dim = 7
      case .start: dim = 8
      }
    }
  }

  private static func kept(_ query: BudgetGroupQuery, _ statements: Statements) throws
    -> [BudgetGroup]
  {
    let source = Source(query.kind)
    let span = SpanSQL(query.span)
    let isBackward = query.before != nil
    // Numbers at the very ends stand for "from the beginning" and "to the end".
    func key(of number: Int64) -> Int64 {
      let (key, isTooLarge) = number.multipliedReportingOverflow(by: source.factor)
      return isTooLarge ? .max : key
    }
    let first = query.after.map { key(of: $0 == .max ? $0 : $0 + 1) } ?? 0
    let last = query.before.map { key(of: max(0, $0)) - 1 } ?? Int64.max
    let isAny = (["count"] + columns).map { "\($0) <> 0" }.joined(separator: " OR ")
    let sums = columns.map { "sum(t.\($0))" }.joined(separator: ", ")
    let sql = """
      SELECT n.number, \(span.bucket("t.period")), \(sums)
      FROM (SELECT DISTINCT \(source.number) AS number FROM total
        WHERE dim = \(source.dim) AND key BETWEEN ? AND ?\(source.condition)
        AND (\(span.isShown("period")) OR \(span.isHome("period"))) AND (\(isAny))
        ORDER BY 1 \(isBackward ? "DESC" : "") LIMIT ?) n
      LEFT JOIN total t ON t.dim = \(source.dim)
        AND t.key BETWEEN n.number * \(source.factor) AND n.number * \(source.factor) + \(source.factor - 1)
        \(source.condition) AND t.period % 100 BETWEEN 1 AND 12
      GROUP BY 1, 2 ORDER BY 1
      """
    return try rows(sql, [first, last, max(0, query.limit)], query.kind, statements)
  }

  private static func filtered(_ query: BudgetGroupQuery, _ statements: Statements) throws
    -> [BudgetGroup]
  {
    let span = SpanSQL(query.span)
    let filter = FilterSQL(query.span.filter)
    var condition = ""
    let number: String =
      switch query.kind {
      case .lead: "coalesce(i.lead, 0)"
      case .leadTarget(let lead):
        { () -> String in
          condition = " AND coalesce(i.lead, 0) = \(lead)"
          return "coalesce(i.main, 0)"
        }()
      case .target: "coalesce(i.main, 0)"
      case .category: "coalesce(l.category, 0)"
      case .owner: "coalesce(i.owner, 0)"
      case .region: "coalesce(i.region, 0)"
      case .priority: "coalesce(i.priority, 0)"
      case .start: "coalesce(i.start, 0) / 100"
      }
    let isBackward = query.before != nil
    let isLine = query.kind == .category
    let sql = """
      WITH cell AS (SELECT \(number) AS number, f.period AS period,
          \(columns.map { $0 == "outlook" ? "coalesce(f.forecast, f.plan)" : "f.\($0)" }
            .enumerated().map { "\($1) AS \(columns[$0])" }.joined(separator: ", "))
        FROM item i INDEXED BY item_all \(isLine ? "" : "LEFT") JOIN line l ON l.item = i.id AND l.gone IS NULL
        LEFT JOIN figure f ON f.line = l.id
        WHERE i.kind = 3 AND i.gone IS NULL\(condition) AND \(span.isInside("i"))\(filter.condition))
      SELECT c.number, \(span.bucket("c.period")),
        \(columns.map { "coalesce(sum(c.\($0)), 0)" }.joined(separator: ", "))
      FROM (SELECT DISTINCT number FROM cell WHERE number > ? AND number < ?
        ORDER BY 1 \(isBackward ? "DESC" : "") LIMIT ?) n
      CROSS JOIN cell c ON c.number = n.number
      GROUP BY 1, 2 ORDER BY 1
      """
    return try rows(
      sql,
      filter.arguments + [query.after ?? -1, query.before ?? Int64.max, max(0, query.limit)],
      query.kind, statements)
  }

  private static func rows(
    _ sql: String, _ arguments: [Statements.Argument], _ kind: BudgetGroupQuery.Kind,
    _ statements: Statements
  ) throws -> [BudgetGroup] {
    var groups: [BudgetGroup] = []
    _ = try statements.rows(sql, arguments) { row in
      let number: Int64 = row[0]
      if groups.last?.key.number != number {
        groups.append(BudgetGroup(key: key(kind, number), money: BudgetMoney()))
      }
      groups[groups.count - 1].money.add(Money(row, at: 2), bucket: row[1])
    }
    return groups
  }

  private static func key(_ kind: BudgetGroupQuery.Kind, _ number: Int64) -> BudgetGroupKey {
    switch kind {
    case .lead: .lead(number)
    case .leadTarget(let lead): .leadTarget(lead, number)
    case .target: .target(number)
    case .category: .category(number)
    case .owner: .owner(number)
    case .region: .region(number)
    case .priority: .priority(number)
    case .start: .start(number)
    }
  }

  static func costs(
    of targets: [ItemID], months: [Period], _ statements: Statements
  ) throws -> [ItemID: Money] {
    guard let first = months.first, let last = months.last, !targets.isEmpty else { return [:] }
    let sums = columns.map { "sum(t.\($0))" }.joined(separator: ", ")
    let found = try statements.rows(
      """
      SELECT j.value, \(sums) FROM json_each(?) j CROSS JOIN total t ON t.dim = 2
        AND t.key BETWEEN j.value * 4 AND j.value * 4 + 3 AND t.period BETWEEN ? AND ?
      GROUP BY 1
      """, [ItemQuery.list(targets), first.rawValue, last.rawValue]
    ) { (id: $0[0] as ItemID, money: Money($0, at: 1)) }
    return Dictionary(found.map { ($0.id, $0.money) }) { first, _ in first }
  }
}

/// The months of a budget as conditions on a period. Only numbers of the program's own go into it.
struct SpanSQL {
  private let first: Int64
  private let last: Int64
  private let quarters: String
  /// Numbers of the sums that lie before and behind the shown months.
  static let before: Int64 = 0
  static let after: Int64 = 999_999

  init(_ span: BudgetSpan) {
    first = span.months.first?.rawValue ?? 0
    last = span.months.last?.rawValue ?? 0
    quarters = span.quarters.map { "\($0.rawValue)" }.joined(separator: ", ")
  }

  private var lastYear: (first: Int64, last: Int64) { (first - 100, last - 100) }

  func isShown(_ period: String) -> String { "\(period) BETWEEN \(first) AND \(last)" }
  func isHome(_ period: String) -> String { "\(period) IN (\(quarters))" }
  func isWithLastYear(_ period: String) -> String {
    "(\(isShown(period)) OR \(period) BETWEEN \(lastYear.first) AND \(lastYear.last))"
  }

  /// The month itself where it is shown (or a year before); else one number for all before, one for
  /// all behind.
  func bucket(_ period: String) -> String {
    """
    CASE WHEN \(isWithLastYear(period)) THEN \(period)
      WHEN \(period) < \(first) THEN \(SpanSQL.before) ELSE \(SpanSQL.after) END
    """
  }

  /// An activity that the budget shows: at home in its quarters, or with a cell in its months.
  func isInside(_ item: String) -> String {
    """
    (\(isHome("\(item).period")) OR EXISTS (SELECT 1 FROM line sl CROSS JOIN figure sf
      ON sf.line = sl.id WHERE sl.item = \(item).id AND sl.gone IS NULL AND \(isShown("sf.period"))
      AND coalesce(sf.approved, sf.plan, sf.forecast, sf.committed, sf.actual) IS NOT NULL))
    """
  }
}

extension BudgetMoney {
  /// Adds the sum of a bucket.
  mutating func add(_ money: Money, bucket: Int64) {
    switch bucket {
    case SpanSQL.before: earlier += money
    case SpanSQL.after: later += money
    default:
      if let month = Period(rawValue: bucket) { months[month, default: Money()] += money }
    }
  }
}
