import PlanModel

/// The kept sums as a whole, and the sums that queries share.
enum Totals {
  /// The columns of `total` behind its key, in their order.
  static let columns = [
    "count", "approved", "plan", "forecast", "outlook", "committed", "actual",
  ]

  static func rebuild(_ statements: Statements) throws {
    let sums = columns.map { "sum(\($0))" }.joined(separator: ", ")
    try statements.run("DELETE FROM total")
    try statements.run(
      "INSERT INTO total SELECT dim, key, period, \(sums) FROM contribution GROUP BY 1, 2, 3")
  }

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
