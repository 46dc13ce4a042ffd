import GRDB
import PlanModel

/// An item being written: its fields in memory until another item's turn comes.
struct ItemRow {
  var id: ItemID
  var kind: ItemKind
  var number: Int64
  var isNew: Bool
  var fields: [Field: Value] = [:]
  var changed: Set<Field> = []

  subscript(field: Field) -> Value { fields[field] ?? .none }

  var sort: Int64 { (kind == .activity ? self[.start] : self[.position]).integer ?? 0 }
  /// What links to it say of it.
  var linkPeriod: Int64 { self[.gone].isNone ? self[.period].integer ?? 0 : -1 }
  var linkSort: Int64 { self[.gone].isNone ? sort : 0 }

  mutating func set(_ field: Field, _ value: Value) {
    fields[field] = value
    changed.insert(field)
  }
}

/// A line being written.
struct LineRow {
  var id: LineID
  var item: ItemID
  var isNew: Bool
  var fields: [LineField: Value] = [:]
  var changed: Set<LineField> = []

  subscript(field: LineField) -> Value { fields[field] ?? .none }

  mutating func set(_ field: LineField, _ value: Value) {
    fields[field] = value
    changed.insert(field)
  }
}

/// The rows that an edit is at: one item, one line, one row of figures. Changes of the same row are
/// gathered, so that an import writes each row once.
final class WorkingRows {
  private let statements: Statements
  private var item: ItemRow?
  private var line: LineRow?
  private var figure: Figure?
  private var figureChanged = false
  /// Rows of figures of whole lines, as they stand. A line's rows are all here or none is.
  private var ahead: [LineID: [Period: Figure]] = [:]

  /// An edit that makes lines keeps the figures of so many in memory.
  private static let mostAhead = 500

  init(_ statements: Statements) { self.statements = statements }

  // MARK: Items

  /// The item as it stands, with what the edit has changed of it; nil: there is none.
  func item(_ id: ItemID) throws -> ItemRow? {
    if let item, item.id == id { return item }
    try writeGathered()
    item = try statements.rows(WorkingRows.loadItem, [id]) { row in
      var found = ItemRow(
        id: id, kind: ItemKind(rawValue: row[0]) ?? .activity, number: row[1], isNew: false)
      for (index, field) in Field.stored.enumerated() { found.fields[field] = row.value(index + 2) }
      return found
    }.first
    return item
  }

  /// The number of the edit, once there is one; rows carry it.
  var op: OpID = 0
  /// Items that were written with it.
  private(set) var stamped: Set<ItemID> = []

  func begin(_ new: ItemRow) throws {
    try writeGathered()
    item = new
  }

  func set(_ field: Field, _ value: Value) { item?.set(field, value) }

  private static let loadItem =
    "SELECT kind, number, " + Field.stored.map { $0.column ?? "" }.joined(separator: ", ")
    + " FROM item WHERE id = ?"
  private static let insertItem =
    "INSERT INTO item(id, kind, number, op, "
    + Field.stored.map { $0.column ?? "" }.joined(separator: ", ") + ") VALUES(?, ?, ?, ?"
    + String(repeating: ", ?", count: Field.stored.count) + ")"

  private var searchTexts = Batch("INSERT OR REPLACE INTO search VALUES", columns: 2)

  private func write(_ item: inout ItemRow, op: OpID) throws {
    guard item.isNew || !item.changed.isEmpty else { return }
    if item.isNew {
      if item.kind != .activity, item[.position].isNone {
        item.fields[.position] = .integer(item.number)
      }
      let fixed: [Statements.Argument] = [item.id, item.kind.rawValue, item.number, op]
      try statements.run(WorkingRows.insertItem, fixed + Field.stored.map { item[$0] })
    } else {
      let changed = Field.stored.filter { item.changed.contains($0) }
      let assignments = changed.map { "\($0.column ?? "") = ?, " }.joined()
      try statements.run(
        "UPDATE item SET \(assignments)op = ? WHERE id = ?",
        changed.map { item[$0] } + [op, item.id])
      if !item.changed.isDisjoint(with: [.period, .start, .position, .gone]) {
        try statements.run(
          "UPDATE link SET period = ?, sort = ? WHERE child = ?",
          [item.linkPeriod, item.linkSort, item.id])
      }
    }
    if item.isNew || !item.changed.isDisjoint(with: [.title, .titleEn, .tags]) {
      let code = ItemCode(kind: item.kind, number: item.number)
      let text = Item(id: item.id, code: code, fields: item.fields).searchText
      try searchTexts.add([item.id, text], statements)
    }
    stamped.insert(item.id)
    item.isNew = false
    item.changed = []
  }

  // MARK: Lines

  func line(_ id: LineID) throws -> LineRow? {
    if let line, line.id == id { return line }
    try flushLine()
    line = try statements.rows("SELECT \(Rows.line) FROM line l WHERE l.id = ?", [id]) { row in
      let found = Rows.line(row)
      return LineRow(id: id, item: found.item, isNew: false, fields: found.fields)
    }.first
    return line
  }

  func begin(_ new: LineRow) throws {
    try flushLine()
    line = new
    // Nothing stands behind it yet.
    if ahead.count >= WorkingRows.mostAhead { try forgetAhead() }
    ahead[new.id] = [:]
  }

  func set(_ field: LineField, _ value: Value) { line?.set(field, value) }

  private static let lineFields = Array(LineField.allCases.dropFirst())
  private static let insertLine =
    "INSERT INTO line(id, item, " + lineFields.map(\.column).joined(separator: ", ")
    + ") VALUES(?, ?" + String(repeating: ", ?", count: lineFields.count) + ")"

  private func write(_ line: inout LineRow) throws {
    func stored(_ field: LineField) -> Value {
      field == .code && line[.code].isNone ? .text("") : line[field]
    }
    if line.isNew {
      let fixed: [Statements.Argument] = [line.id, line.item]
      try statements.run(WorkingRows.insertLine, fixed + WorkingRows.lineFields.map(stored))
    } else if !line.changed.isEmpty {
      let changed = WorkingRows.lineFields.filter { line.changed.contains($0) }
      let assignments = changed.map { "\($0.column) = ?" }.joined(separator: ", ")
      try statements.run(
        "UPDATE line SET \(assignments) WHERE id = ?", changed.map(stored) + [line.id])
    }
    line.isNew = false
    line.changed = []
  }

  // MARK: Figures

  /// The row of figures as it stands; an empty one where there is none.
  func figure(_ id: LineID, _ period: Period) throws -> Figure {
    if let figure, figure.line == id, figure.period == period { return figure }
    try flushFigure()
    let row = try ahead[id].map { $0[period] } ?? stored(id, period)
    let found = row ?? Figure(line: id, period: period)
    figure = found
    return found
  }

  private func stored(_ id: LineID, _ period: Period) throws -> Figure? {
    try statements.rows(
      "SELECT \(Rows.figure) FROM figure f WHERE f.line = ? AND f.period = ?",
      [id, period.rawValue], Rows.figure
    ).first ?? nil
  }

  /// Reads the figures of lines that many changes are about in one statement. What is read is forgotten
  /// by ``flush()``: whoever writes past these rows calls it first.
  func readAhead(_ lines: some Collection<LineID>) throws {
    try flushFigure()
    try forgetAhead()
    ahead = Dictionary(lines.map { ($0, [:]) }) { first, _ in first }
    _ = try statements.rows(
      "SELECT \(Rows.figure) FROM json_each(?) j CROSS JOIN figure f ON f.line = j.value",
      [ItemQuery.list(lines)]
    ) { row in
      if let figure = Rows.figure(row) { ahead[figure.line]?[figure.period] = figure }
    }
  }

  func set(_ column: PlanModel.Column, _ value: Int64?) {
    figure?[column] = value
    figureChanged = true
  }

  /// Figures to write; what is waiting here is in ``ahead`` too.
  private var figures = Batch(
    "INSERT INTO figure(line, period, "
      + PlanModel.Column.allCases.map(\.column).joined(separator: ", ") + ") VALUES",
    columns: 2 + PlanModel.Column.allCases.count,
    "ON CONFLICT DO UPDATE SET "
      + PlanModel.Column.allCases.map { "\($0.column) = excluded.\($0.column)" }.joined(
        separator: ", "))

  private func flushFigure() throws {
    guard let row = figure else { return }
    figure = nil
    guard figureChanged else { return }
    figureChanged = false
    // The line it stands on may itself not be written yet.
    try writeItemAndLine()
    let fixed: [Statements.Argument] = [row.line, row.period.rawValue]
    try figures.add(fixed + PlanModel.Column.allCases.map { row[$0] }, statements)
    if ahead[row.line] != nil {
      ahead[row.line]?[row.period] = row
    } else {
      try figures.flush(statements)
    }
  }

  // MARK: Writing

  /// Writes the item and the line, which stay in memory: others may now refer to them.
  func writeItemAndLine() throws {
    if var row = item {
      try write(&row, op: op)
      item = row
    }
    if var row = line {
      try write(&row)
      line = row
    }
  }

  private func flushLine() throws {
    try flushFigure()
    try writeItemAndLine()
    line = nil
  }

  /// Writes what is gathered and forgets it.
  func flush() throws {
    try writeGathered()
    try forgetAhead()
    try searchTexts.flush(statements)
  }

  private func forgetAhead() throws {
    try figures.flush(statements)
    ahead = [:]
  }

  private func writeGathered() throws {
    try flushLine()
    item = nil
  }
}
