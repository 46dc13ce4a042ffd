import GRDB
import PlanModel

/// Rows of tables as values of the model, read by column index.
enum Rows {
  /// The columns of an item, from `item i`.
  static let item =
    "i.id, i.kind, i.number, i.main, i.op, i.approved, i.plan, i.forecast, i.outlook, i.committed, "
    + "i.actual, " + Field.stored.map { "i.\($0.column ?? "")" }.joined(separator: ", ")

  static func item(_ row: Cells) -> Item { item(row, at: 0) }

  static func item(_ row: Cells, at start: Int) -> Item {
    var values = FieldValues()
    var column = start + 11
    for field in Field.stored {
      if !row.isNull(column) { values[field] = row.value(column) }
      column += 1
    }
    if !values[.gone].isNone { values[.gone] = .integer(1) }
    let kind = ItemKind(rawValue: row[start + 1]) ?? .activity
    return Item(
      id: row[start], code: ItemCode(kind: kind, number: row[start + 2]), values: values,
      main: row[start + 3], money: Money(row, at: start + 5), op: row[start + 4])
  }

  /// The columns of a line, from `line l`.
  static let line =
    "l.id, l.item, "
    + LineField.allCases.dropFirst().map { "l.\($0.column)" }.joined(separator: ", ")

  static func line(_ row: Cells) -> Line { line(row, at: 0) }

  static func line(_ row: Cells, at start: Int) -> Line {
    var fields: [LineField: Value] = [:]
    for (index, field) in LineField.allCases.dropFirst().enumerated() {
      let value = row.value(start + index + 2)
      if !value.isNone, value != .text("") { fields[field] = value }
    }
    return Line(id: row[start], item: row[start + 1], fields: fields)
  }

  /// The columns of a figure, from `figure f`.
  static let figure =
    "f.line, f.period, "
    + PlanModel.Column.allCases.map { "f.\($0.column)" }.joined(separator: ", ")

  static func figure(_ row: Cells) -> Figure? { figure(row, at: 0) }

  static func figure(_ row: Cells, at start: Int) -> Figure? {
    guard let period = Period(rawValue: row[start + 1]) else { return nil }
    var figure = Figure(line: row[start], period: period)
    for (index, column) in PlanModel.Column.allCases.enumerated() {
      figure[column] = row[start + index + 2]
    }
    return figure
  }
}
