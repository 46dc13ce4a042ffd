import PlanModel

/// The sums that are kept: an edit takes away what its items contributed before and adds what they
/// contribute after it, whatever it does to them.
enum Totals {
  private static let columns = [
    "count", "approved", "plan", "forecast", "outlook", "committed", "actual",
  ]

  private static func bracket(_ sign: String) -> String {
    let sums = columns.map { "\(sign)sum(\($0))" }.joined(separator: ", ")
    let added = columns.map { "\($0) = \($0) + excluded.\($0)" }.joined(separator: ", ")
    return """
      INSERT INTO total SELECT dim, key, period, \(sums) FROM (\(Contribution.ofItems))
      WHERE true GROUP BY 1, 2, 3 ON CONFLICT DO UPDATE SET \(added)
      """
  }
  private static let subtraction = bracket("-")
  private static let addition = bracket("")

  /// Takes away what the items contribute to these groups now.
  static func subtract(_ items: [ItemID], _ groups: SumGroups, _ statements: Statements) throws {
    try run(subtraction, items, groups, statements)
  }

  static func add(_ items: [ItemID], _ groups: SumGroups, _ statements: Statements) throws {
    try run(addition, items, groups, statements)
  }

  /// In slices, so that what is sorted on the way fits into memory.
  private static func run(
    _ sql: String, _ items: [ItemID], _ groups: SumGroups, _ statements: Statements
  ) throws {
    for start in stride(from: 0, to: items.count, by: 1_000) {
      let slice = items[start..<min(start + 1_000, items.count)]
      try statements.run(sql, [ItemQuery.list(slice), groups.rawValue])
    }
  }

  static func rebuild(_ statements: Statements) throws {
    let sums = columns.map { "sum(\($0))" }.joined(separator: ", ")
    try statements.run("DELETE FROM total")
    try statements.run(
      "INSERT INTO total SELECT dim, key, period, \(sums) FROM contribution GROUP BY 1, 2, 3")
  }

  /// Sets items' own sums from their lines.
  static func sumItems(_ items: [ItemID], _ statements: Statements) throws {
    try statements.run(itemSums, [ItemQuery.list(items)])
  }

  private static let itemSums = """
    UPDATE item SET (approved, plan, forecast, outlook, committed, actual) = (
      SELECT \(Totals.figureSums)
      FROM line l JOIN figure f ON f.line = l.id WHERE l.item = item.id AND l.gone IS NULL)
    WHERE id IN (SELECT value FROM json_each(?1)) AND kind = 3
    """

  private static let sums = [
    "f.approved", "f.plan", "f.forecast", "coalesce(f.forecast, f.plan)", "f.committed", "f.actual",
  ].map { "coalesce(sum(\($0)), 0)" }

  /// Six sums over figures `f`, in the order of ``Money``.
  static let figureSums = sums.joined(separator: ", ")

  /// The same sums with their names.
  static let namedSums = zip(columns.dropFirst(), sums).map {
    "\($1) AS \($0)"
  }.joined(separator: ", ")

  /// What a target costs: the money of the activities whose main target it is, in these months.
  static func cost(of target: ItemID, months: [Period], _ statements: Statements) throws -> Money {
    guard let first = months.first, let last = months.last else { return Money() }
    return try statements.rows(
      """
      SELECT coalesce(sum(approved), 0), coalesce(sum(plan), 0), coalesce(sum(forecast), 0),
        coalesce(sum(outlook), 0), coalesce(sum(committed), 0), coalesce(sum(actual), 0)
      FROM total WHERE dim = 2 AND key BETWEEN ?1 * 4 AND ?1 * 4 + 3 AND period BETWEEN ?2 AND ?3
      """, [target, first.rawValue, last.rawValue]
    ) { Money($0, at: 0) }.first ?? Money()
  }
}
