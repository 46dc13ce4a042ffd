import PlanModel

/// Decisions, and where people are in a review.
enum DecisionRows {
  static func decisions(_ query: DecisionQuery, limit: Int, _ statements: Statements) throws
    -> [Item]
  {
    let (source, order, argument): (String, String, Int64) =
      switch query {
      case .about(let item):
        ("INDEXED BY item_about WHERE i.about = ? AND i.kind = 6", "i.number DESC", item)
      case .open(let quarter):
        (
          "INDEXED BY item_open WHERE i.kind = 6 AND i.done IS NULL AND i.period <= ?",
          "i.period, i.number", quarter.rawValue
        )
      case .of(let quarter):
        (
          "INDEXED BY item_list WHERE i.kind = 6 AND i.period = ?", "i.sort DESC, i.id DESC",
          quarter.rawValue
        )
      }
    return try statements.rows(
      "SELECT \(Rows.item) FROM item i \(source) AND i.gone IS NULL ORDER BY \(order) LIMIT ?",
      [argument, max(0, limit)], Rows.item)
  }

  static func places(of quarter: Period, _ statements: Statements) throws
    -> [(who: String, place: ReviewPlace)]
  {
    try statements.rows(
      """
      SELECT who, page, item, sequence, scope, begun, approved, plan, forecast, outlook, committed,
        actual FROM review WHERE period = ? ORDER BY begun, who
      """, [quarter.rawValue]
    ) { row -> (who: String, place: ReviewPlace)? in
      guard let begun = Day(rawValue: row[5]) else { return nil }
      let place = ReviewPlace(
        quarter: quarter, page: ReviewPlace.Page(rawValue: row[1]) ?? .opening, item: row[2],
        order: ReviewOrder(rawValue: row[3]) ?? .trouble,
        scope: ReviewScope(rawValue: row[4]) ?? .all, begun: begun, before: Money(row, at: 6))
      return (who: row[0], place: place)
    }.compactMap { $0 }
  }

  static func save(_ place: ReviewPlace, of name: String, _ statements: Statements) throws {
    let money = place.before
    try statements.run(
      """
      INSERT OR REPLACE INTO review(who, period, page, item, sequence, scope, begun, approved, plan,
        forecast, outlook, committed, actual) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        name, place.quarter.rawValue, place.page.rawValue, place.item, place.order.rawValue,
        place.scope.rawValue, place.begun.rawValue, money.approved, money.plan, money.forecast,
        money.outlook, money.committed, money.actual,
      ])
  }
}
