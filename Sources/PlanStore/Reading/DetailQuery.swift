import GRDB
import PlanModel

/// One item looked at whole.
struct DetailQuery {
  let statements: Statements

  init(_ statements: Statements) { self.statements = statements }

  func detail(_ id: ItemID) throws -> ItemDetail? {
    guard let item = try ItemQuery.items([id], statements).first else { return nil }
    var detail = ItemDetail(item: item)
    try fillTexts(&detail)
    detail.lines = try statements.rows(
      "SELECT \(Rows.line) FROM line l WHERE l.item = ? AND l.gone IS NULL ORDER BY coalesce(l.position, 0), l.id",
      [id], Rows.line)
    if !detail.lines.isEmpty {
      detail.figures = try statements.rows(
        """
        SELECT \(Rows.figure) FROM line l CROSS JOIN figure f ON f.line = l.id
        WHERE l.item = ? AND l.gone IS NULL ORDER BY coalesce(l.position, 0), l.id, f.period
        """, [id], Rows.figure
      ).compactMap { $0 }.filter { !$0.isEmpty }
    }
    if item.kind.parent != nil {
      detail.parents = try statements.rows(
        """
        SELECT \(Rows.item) FROM link k CROSS JOIN item i ON i.id = k.parent
        WHERE k.child = ? AND i.gone IS NULL ORDER BY k.main DESC, i.number
        """, [id], Rows.item)
    }
    if item.kind.child != nil { try fillChildren(&detail) }
    detail.comments = try statements.rows(
      """
      SELECT id, item, who, at, body FROM comment WHERE item = ? AND gone IS NULL ORDER BY at, id
      """, [id]
    ) { Comment(id: $0[0], item: $0[1], who: $0[2], at: $0[3], body: $0[4]) }
    detail.accepted = try accepted(id)
    if item.kind == .target { detail.cost = try cost(item) }
    return detail
  }

  /// Lines and figures of many items at once.
  func figures(of items: [Item]) throws -> [ItemDetail] {
    var found: [ItemID: ItemDetail] = [:]
    for item in items { found[item.id] = ItemDetail(item: item) }
    let source = """
      FROM json_each(?) j CROSS JOIN line l ON l.item = j.value AND l.gone IS NULL
      """
    let ids = ItemQuery.list(items.map(\.id))
    _ = try statements.rows(
      "SELECT \(Rows.line) \(source) ORDER BY l.position, l.id", [ids]
    ) { row in
      let line = Rows.line(row)
      found[line.item]?.lines.append(line)
    }
    _ = try statements.rows(
      "SELECT l.item, \(Rows.figure) \(source) CROSS JOIN figure f ON f.line = l.id", [ids]
    ) { row in
      if let figure = Rows.figure(row, at: 1), !figure.isEmpty {
        found[row[0]]?.figures.append(figure)
      }
    }
    return items.compactMap { found[$0.id] }
  }

  /// Lines with their figures, in the order of their ids.
  func lines(_ ids: [LineID]) throws -> [LineFigures] {
    let list = ItemQuery.list(ids)
    var found = try statements.rows(
      """
      SELECT \(Rows.line) FROM json_each(?) j CROSS JOIN line l ON l.id = j.value AND l.gone IS NULL
      ORDER BY l.id
      """, [list]
    ) { LineFigures(line: Rows.line($0), figures: []) }
    let places = Dictionary(found.indices.map { (found[$0].line.id, $0) }) { first, _ in first }
    _ = try statements.rows(
      """
      SELECT \(Rows.figure) FROM json_each(?) j CROSS JOIN figure f ON f.line = j.value
      ORDER BY f.line, f.period
      """, [list]
    ) { row in
      guard let figure = Rows.figure(row), !figure.isEmpty, let place = places[figure.line] else {
        return
      }
      found[place].figures.append(figure)
    }
    return found
  }

  private func fillTexts(_ detail: inout ItemDetail) throws {
    _ = try statements.rows(
      "SELECT field, body FROM longtext WHERE item = ?", [detail.item.id]
    ) { row in
      if let field = Field(rawValue: row[0]) { detail.texts[field] = row[1] }
    }
  }

  func fillChildren(_ detail: inout ItemDetail) throws {
    let scope = ListScope(kind: detail.item.kind.child ?? .activity, under: .parent(detail.item.id))
    detail.children = try ListQuery(scope).rows(ListWindow(scope, limit: 40), statements)
    detail.childCount = detail.children.count
    if detail.childCount == 40 {
      detail.childCount = Int(
        try statements.integer(
          "SELECT count(*) FROM link WHERE parent = ? AND period >= 0", [detail.item.id]) ?? 0)
    }
  }

  private func accepted(_ id: ItemID) throws -> [Rule: String] {
    var accepted: [Rule: String] = [:]
    _ = try statements.rows("SELECT rule, reason FROM accepted WHERE item = ?", [id]) { row in
      if let rule = Rule(rawValue: row[0]) { accepted[rule] = row[1] }
    }
    return accepted
  }

  /// A target's cost in the months of its year.
  func cost(_ target: Item) throws -> Money {
    guard let year = target.period else { return Money() }
    let calendar = try BoardRows.settingsAndStates(statements).calendar
    return try Totals.cost(of: target.id, months: calendar.months(of: year), statements)
  }
}
