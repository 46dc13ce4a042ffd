import PlanModel

/// Activities of one group of a budget, a page at a time, with their lines and cells.
enum BudgetActivitySQL {
  static func activities(_ window: BudgetWindow, _ statements: Statements) throws
    -> [BudgetActivity]
  {
    let items = try items(window, statements)
    guard !items.isEmpty else { return [] }
    let ids = ItemQuery.list(items.map(\.id))
    var category = ""
    if case .category(let id) = window.group {
      category = id == 0 ? " AND l.category IS NULL" : " AND l.category = \(id)"
    }
    let span = SpanSQL(window.span)
    let lines = """
      FROM json_each(?) j CROSS JOIN line l ON l.item = j.value AND l.gone IS NULL\(category)
      """
    var found: [ItemID: BudgetActivity] = [:]
    for item in items { found[item.id] = BudgetActivity(item: item) }
    _ = try statements.rows("SELECT \(Rows.line) \(lines) ORDER BY l.position, l.id", [ids]) {
      let line = Rows.line($0)
      found[line.item]?.lines.append(line)
    }
    _ = try statements.rows(
      """
      SELECT l.item, \(Rows.figure) \(lines) CROSS JOIN figure f ON f.line = l.id
      WHERE \(span.isWithLastYear("f.period"))
      """, [ids]
    ) { row in
      if let figure = Rows.figure(row, at: 1), !figure.isEmpty {
        found[row[0]]?.figures.append(figure)
      }
    }
    _ = try statements.rows(
      """
      SELECT l.item, l.id, \(span.bucket("f.period")), \(Totals.figureSums) \(lines)
      CROSS JOIN figure f ON f.line = l.id WHERE NOT \(span.isWithLastYear("f.period"))
      GROUP BY 1, 2, 3
      """, [ids]
    ) { row in
      let (item, line, bucket): (ItemID, LineID, Int64) = (row[0], row[1], row[2])
      if bucket == SpanSQL.before {
        found[item]?.earlier[line] = Money(row, at: 3)
      } else {
        found[item]?.later[line] = Money(row, at: 3)
      }
    }
    return items.compactMap { found[$0.id] }
  }

  private static func items(_ window: BudgetWindow, _ statements: Statements) throws -> [Item] {
    let filter = FilterSQL(window.span.filter)
    let (source, order) = source(window.group)
    var (range, key): (String, [Statements.Argument]) = ("", [])
    var isBackward = false
    switch window.origin {
    case .first: break
    case .last: isBackward = true
    case .from(let row):
      (range, key) = (" AND (\(order), i.id) >= (?, ?)", [row.order, row.id])
    case .before(let row):
      (range, key) = (" AND (\(order), i.id) < (?, ?)", [row.order, row.id])
      isBackward = true
    }
    let direction = isBackward ? " DESC" : ""
    let rows = try statements.rows(
      """
      SELECT \(Rows.item) \(source) AND i.kind = 3 AND i.gone IS NULL
      AND \(SpanSQL(window.span).isInside("i"))\(filter.condition)\(range)
      ORDER BY \(order)\(direction), i.id\(direction) LIMIT ?
      """, filter.arguments + key + [max(0, window.limit)], Rows.item)
    return isBackward ? rows.reversed() : rows
  }

  /// `FROM … WHERE …` of a group's activities and the column they are ordered by before the id.
  private static func source(_ group: BudgetGroupKey) -> (sql: String, order: String) {
    func item(_ index: String, _ column: String, _ number: Int64) -> (String, String) {
      let test = number == 0 ? "i.\(column) IS NULL" : "i.\(column) = \(number)"
      return ("FROM item i INDEXED BY \(index) WHERE \(test)", "i.sort")
    }
    switch group {
    case .lead(let number):
      return (
        "FROM item i INDEXED BY item_all WHERE coalesce(i.lead, 0) = \(number)", "i.sort"
      )
    case .leadTarget(let lead, let target):
      let (sql, order) = item("item_main", "main", target)
      return ("\(sql) AND coalesce(i.lead, 0) = \(lead)", order)
    case .target(let target): return item("item_main", "main", target)
    case .owner(let number): return item("item_owner", "owner", number)
    case .region(let number): return item("item_region", "region", number)
    case .priority(let number): return item("item_priority", "priority", number)
    case .start(let month):
      return (
        month == 0
          ? "FROM item i INDEXED BY item_all WHERE i.sort = 0"
          : "FROM item i INDEXED BY item_all WHERE i.sort BETWEEN \(month * 100) AND \(month * 100 + 99)",
        "i.sort"
      )
    case .category(let number):
      let test = number == 0 ? "IS NULL" : "= \(number)"
      return (
        """
        FROM (SELECT DISTINCT item FROM line INDEXED BY line_category
          WHERE category \(test) AND gone IS NULL ORDER BY item) c CROSS JOIN item i ON i.id = c.item WHERE 1
        """, "0 + 0"
      )
    }
  }
}
