import GRDB
import PlanModel

/// Walks over a whole plan, some hundreds of items at a time, for check and export.
struct PlanWalk {
  private let statements: Statements
  private static let batch = 500

  init(_ statements: Statements) { self.statements = statements }

  func walk(_ kinds: [ItemKind], _ body: (PlanItem) throws -> Void) throws {
    for kind in ItemKind.allCases where kinds.contains(kind) {
      var last: Int64 = 0
      while true {
        let items = try slice(kind, after: last, limit: PlanWalk.batch)
        guard let end = items.last else { break }
        last = end.detail.item.code.number
        for item in items { try body(item) }
      }
    }
  }

  func slice(_ kind: ItemKind, after number: Int64, limit: Int) throws -> [PlanItem] {
    let items = try statements.rows(
      """
      SELECT \(Rows.item) FROM item i INDEXED BY item_code WHERE i.kind = ? AND i.number > ?
      AND i.gone IS NULL ORDER BY i.number LIMIT ?
      """, [kind.rawValue, number, limit], Rows.item)
    return items.isEmpty ? [] : try filled(items, kind)
  }

  private func filled(_ items: [Item], _ kind: ItemKind) throws -> [PlanItem] {
    let ids: [Statements.Argument] = [ItemQuery.list(items.map(\.id))]
    var places: [ItemID: Int] = [:]
    var plan = items.map { PlanItem(detail: ItemDetail(item: $0), serves: [], servedBy: 0) }
    for (index, item) in items.enumerated() { places[item.id] = index }
    func each(_ sql: String, _ body: (Cells, inout PlanItem) throws -> Void) throws {
      _ = try statements.rows(sql, ids) { row in
        if let place = places[row[0]] { try body(row, &plan[place]) }
      }
    }

    try each("SELECT item, field, body FROM longtext WHERE \(PlanWalk.chosen)") { row, item in
      if let field = Field(rawValue: row[1]) { item.detail.texts[field] = row[2] }
    }
    var owners: [LineID: ItemID] = [:]
    try each(
      """
      SELECT l.item, \(Rows.line) FROM json_each(?) j CROSS JOIN line l ON l.item = j.value
      WHERE l.gone IS NULL ORDER BY l.item, coalesce(l.position, 0), l.id
      """
    ) { row, item in
      let line = Rows.line(row, at: 1)
      owners[line.id] = line.item
      item.detail.lines.append(line)
    }
    try each(
      """
      SELECT l.item, \(Rows.figure) FROM json_each(?) j CROSS JOIN line l ON l.item = j.value
      CROSS JOIN figure f ON f.line = l.id WHERE l.gone IS NULL
      ORDER BY l.item, coalesce(l.position, 0), l.id, f.period
      """
    ) { row, item in
      if let figure = Rows.figure(row, at: 1), !figure.isEmpty {
        item.detail.figures.append(figure)
      }
    }
    try fillParents(each)
    try each(
      """
      SELECT item, id, who, at, body FROM comment
      WHERE \(PlanWalk.chosen) AND gone IS NULL ORDER BY item, at, id
      """
    ) { row, item in
      item.detail.comments.append(
        Comment(id: row[1], item: row[0], who: row[2], at: row[3], body: row[4]))
    }
    try each("SELECT item, rule, reason FROM accepted WHERE \(PlanWalk.chosen)") { row, item in
      if let rule = Rule(rawValue: row[1]) { item.detail.accepted[rule] = row[2] }
    }
    if kind.child != nil {
      try countChildren(each)
      for place in plan.indices { try fillChildren(&plan[place].detail) }
    }
    return plan
  }

  private static let chosen = "item IN (SELECT value FROM json_each(?))"

  private typealias Each = (String, (Cells, inout PlanItem) throws -> Void) throws -> Void

  private func fillParents(_ each: Each) throws {
    try each(
      """
      SELECT k.child, k.main, \(Rows.item) FROM json_each(?) j
      CROSS JOIN link k ON k.child = j.value CROSS JOIN item i ON i.id = k.parent
      WHERE i.gone IS NULL ORDER BY k.child, i.number
      """
    ) { row, item in
      let parent = Rows.item(row, at: 2)
      let isMain = row[1] as Int64 == 1
      item.detail.parents.insert(parent, at: isMain ? 0 : item.detail.parents.count)
      item.serves.append((id: parent.id, code: parent.code, isMain: isMain))
    }
  }

  private func countChildren(_ each: Each) throws {
    try each(
      """
      SELECT k.parent, count(*) FROM json_each(?) j CROSS JOIN link k ON k.parent = j.value
      CROSS JOIN item i ON i.id = k.child
      WHERE i.gone IS NULL AND coalesce(i.status, 0) <> 8 GROUP BY k.parent
      """
    ) { row, item in item.servedBy = row[1] }
  }

  private func fillChildren(_ detail: inout ItemDetail) throws {
    let query = DetailQuery(statements)
    try query.fillChildren(&detail)
    if detail.item.kind == .target { detail.cost = try query.cost(detail.item) }
  }
}
