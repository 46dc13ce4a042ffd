import GRDB
import PlanModel

/// The history as people read it.
enum HistoryRows {
  static let columns = """
    SELECT c.op, o.at, o.who, o.act, coalesce(o.reason, ''), c.thing, c.id, c.field, c.period,
      c.was, c.now, i.kind, i.number, o.undoes, c.seq, i.title, i.title_en, l.id, l.item, l.code,
      l.category, l.title, l.title_en, l.unit, l.scale, n.kind, n.number, n.title, n.title_en
    """
  /// The other item is a link's reason, or what a field (continues, about, decided) holds.
  static let joins = """
    CROSS JOIN op o ON o.id = c.op LEFT JOIN item i ON i.id = c.item AND c.item > 0
    LEFT JOIN line l ON l.id = c.id AND c.thing IN (2, 3, 21)
    LEFT JOIN item n ON n.id = CASE WHEN c.thing = 4 THEN c.field
      WHEN c.thing = 1 AND c.field IN (22, 40, 46) THEN coalesce(c.now, c.was) END
    """

  /// Newest first, also inside an edit.
  static func history(_ query: HistoryQuery, _ statements: Statements) throws -> [HistoryEntry] {
    var source = query.item == nil ? "FROM change c" : "FROM change c INDEXED BY change_item"
    var conditions: [String] = []
    var arguments: [Statements.Argument] = []
    func add(_ condition: String, _ values: Int64?...) {
      let given = values.compactMap { $0 }
      guard given.count == values.count else { return }
      conditions.append(condition)
      arguments += given.map { $0 }
    }
    // Rows of files that were taken in are marks, not something anybody reads.
    add("c.thing <> ?", 32)
    add("c.item = ?", query.item)
    if let who = query.who, query.item == nil {
      // A person's edits first, then what is in them.
      source = "FROM op p INDEXED BY op_who CROSS JOIN change c ON c.op = p.id"
      add("p.who = ?", who)
      add("(p.id, c.seq) < (?, ?)", query.before?.op, query.before?.seq)
    } else {
      add("(c.op, c.seq) < (?, ?)", query.before?.op, query.before?.seq)
      add("o.who = ?", query.who)
    }
    add("o.at >= ?", query.since)
    let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    let order =
      query.who != nil && query.item == nil ? "p.id DESC, c.seq DESC" : "c.op DESC, c.seq DESC"
    return try statements.rows(
      "\(columns) \(source) \(joins) \(filter) ORDER BY \(order) LIMIT ?",
      arguments + [max(0, query.limit)], entry
    ).compactMap { $0 }
  }

  static func changes(since op: OpID, limit: Int, _ statements: Statements) throws
    -> [HistoryEntry]
  {
    try statements.rows(
      "\(columns) FROM change c \(joins) WHERE c.op > ? AND c.thing <> 32 ORDER BY c.op, c.seq LIMIT ?",
      [op, max(0, limit)], entry
    ).compactMap { $0 }
  }

  /// The newest change of a value of an item or of one of its lines.
  static func last(of target: ChangeTarget, _ statements: Statements) throws -> HistoryEntry? {
    try changes(of: target, limit: 1, statements).first
  }

  /// The changes of one value, newest first.
  static func changes(
    of target: ChangeTarget, limit: Int, _ statements: Statements
  ) throws -> [HistoryEntry] {
    let code = ChangeCode(target)
    let item: Int64? =
      switch target {
      case .item(let id, _), .accepted(let id, _): id
      case .envelope: 0
      case .line(let id, _), .figure(let id, _, _), .note(let id, _, _):
        try statements.integer("SELECT item FROM line WHERE id = ?", [id])
      default: nil
      }
    guard let item else { return [] }
    return try statements.rows(
      """
      \(columns) FROM change c INDEXED BY change_item \(joins)
      WHERE c.item = ? AND c.thing = ? AND c.id = ? AND c.field = ? AND c.period = ?
      ORDER BY c.op DESC, c.seq DESC LIMIT ?
      """, [item, code.thing, code.id, code.field, code.period, max(0, limit)], entry
    ).compactMap { $0 }
  }

  static func entry(_ row: Cells) -> HistoryEntry? {
    guard let target = ChangeCode(row, at: 5).target else { return nil }
    let kind = (row[11] as Int64?).flatMap { ItemKind(rawValue: $0) }
    var entry = HistoryEntry(
      op: row[0], at: row[1], who: row[2], act: row[3], reason: row[4],
      change: Change(target, was: row.value(9), now: row.value(10)),
      code: kind.map { ItemCode(kind: $0, number: row[12]) }, line: row[19], kind: kind)
    entry.undoes = row[13]
    entry.seq = row[14]
    if kind != nil { entry.title = Words(row[15], row[16]) }
    if let id: Int64 = row[17] {
      let fields: [LineField] = [.code, .category, .title, .titleEn, .unit, .scale]
      var line = Line(id: id, item: row[18])
      for (offset, field) in fields.enumerated() {
        let value = row.value(19 + offset)
        if !value.isNone, value != .text("") { line.fields[field] = value }
      }
      entry.lineNow = line
    }
    if let kind = (row[25] as Int64?).flatMap({ ItemKind(rawValue: $0) }) {
      entry.other = HistoryEntry.Named(
        code: ItemCode(kind: kind, number: row[26]), title: Words(row[27], row[28]))
    }
    return entry
  }
}
