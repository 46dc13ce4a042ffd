import PlanModel

/// The history by whole edits: of a large one only the first changes are read, the rest is counted.
enum HistoryActs {
  static func acts(
    _ query: HistoryQuery, changes: Int, _ statements: Statements
  ) throws -> [HistoryAct] {
    var conditions: [String] = []
    var arguments: [Statements.Argument] = []
    func add(_ condition: String, _ value: Int64?) {
      guard let value else { return }
      conditions.append(condition)
      arguments.append(value)
    }
    add("o.id IN (SELECT op FROM change INDEXED BY change_item WHERE item = ?)", query.item)
    add("o.who = ?", query.who)
    add("o.at >= ?", query.since)
    add("o.id < ?", query.before?.op)
    let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    let acts = try statements.rows(
      """
      SELECT o.id, o.at, o.who, o.act, coalesce(o.reason, '') FROM op o \(filter)
      ORDER BY o.id DESC LIMIT ?
      """, arguments + [max(0, query.limit)]
    ) { row in
      HistoryAct(
        op: row[0], at: row[1], who: row[2], act: row[3], reason: row[4], entries: [])
    }
    return try acts.map { try filled($0, query.item, changes: changes, statements) }
  }

  private static func filled(
    _ act: HistoryAct, _ item: ItemID?, changes: Int, _ statements: Statements
  ) throws -> HistoryAct {
    let source =
      item == nil
      ? "FROM change c" : "FROM change c INDEXED BY change_item"
    let condition = "c.op = ? AND c.thing <> 32" + (item == nil ? "" : " AND c.item = ?")
    let arguments: [Statements.Argument] = [act.op] + (item.map { [$0] } ?? [])
    let entries = try statements.rows(
      "\(HistoryRows.columns) \(source) \(HistoryRows.joins) WHERE \(condition) ORDER BY c.seq LIMIT ?",
      arguments + [changes + 1], HistoryRows.entry
    ).compactMap { $0 }
    guard entries.count > changes else {
      return HistoryAct(
        op: act.op, at: act.at, who: act.who, act: act.act, reason: act.reason, entries: entries)
    }
    let (count, parts) = try counted(source, condition, arguments, statements)
    return HistoryAct(
      op: act.op, at: act.at, who: act.who, act: act.act, reason: act.reason,
      entries: Array(entries.prefix(changes)), count: count, parts: parts)
  }

  /// What a large edit consists of; a thing that it makes counts once, not field by field.
  private static func counted(
    _ source: String, _ condition: String, _ arguments: [Statements.Argument],
    _ statements: Statements
  ) throws -> (Int, [HistoryAct.Part]) {
    var count = 0
    var parts: [HistoryAct.Part] = []
    let rows = try statements.rows(
      """
      SELECT thing, kind, new, count(*), sum(size) FROM (
        SELECT CASE WHEN c.thing < 8 THEN c.thing ELSE 8 END AS thing,
          CASE c.thing WHEN 1 THEN i.kind END AS kind,
          max(c.thing IN (1, 2, 5, 6, 7) AND c.field = 1 AND c.was IS NULL) AS new,
          count(*) AS size
        \(source) LEFT JOIN item i ON i.id = c.id AND c.thing = 1
        WHERE \(condition)
        GROUP BY c.thing, c.id, CASE WHEN c.thing IN (3, 4) OR c.thing > 7 THEN c.seq END)
      GROUP BY 1, 2, 3
      """, arguments
    ) { row in (row[0] as Int, row[1] as Int64?, row[2] as Int, row[3] as Int, row[4] as Int) }
    for (thing, kind, new, things, size) in rows {
      count += size
      parts.append(
        HistoryAct.Part(
          HistoryAct.Part.Thing(rawValue: thing - 1) ?? .other,
          kind: kind.flatMap { ItemKind(rawValue: $0) }, isNew: new == 1, count: things))
    }
    return (count, parts.sorted(by: HistoryAct.comesFirst))
  }
}
