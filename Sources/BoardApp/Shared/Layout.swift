import PlanModel
import TextCanvas

/// Where the parts of a screen lie, from the size of the window alone.
struct Layout {
  let columns: Int
  let rows: Int
  /// From here on three panes stand side by side.
  static let wideColumns = 100

  init(_ state: AppState) { self.init(columns: state.columns, rows: state.rows) }

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  var isWide: Bool { columns >= Self.wideColumns }
  /// Too small for anything but one line that says where one is.
  var isTiny: Bool { columns < 40 || rows < 8 }
  /// Rows of the detail with its head: ten, four or none.
  var detailRows: Int { rows >= 36 ? 10 : rows >= 20 ? 4 : 0 }
  var notice: Int { max(0, rows - 3) }
  var keys: Int { rows - 1 }
  var detailTop: Int { notice - detailRows }
  /// The row of sums.
  var totals: Int { detailTop - 1 }
  /// The rows between the column names and the sums.
  var body: Range<Int> { 3..<max(4, totals) }
}

/// A floating box.
struct Box {
  var row: Int
  var column: Int
  var rows: Int
  var columns: Int
  /// Columns between its margins.
  var inner: Int { max(0, columns - 6) }

  static func centred(rows: Int, columns: Int, _ canvas: Canvas) -> Box {
    centred(rows: rows, columns: columns, in: (canvas.rows, canvas.columns))
  }

  static func centred(rows: Int, columns: Int, in size: (rows: Int, columns: Int)) -> Box {
    let height = min(rows, size.rows)
    let width = min(columns, size.columns)
    return Box(
      row: max(min(1, size.rows - height), (size.rows - height) / 2 - 1),
      column: (size.columns - width) / 2,
      rows: height, columns: width)
  }

  /// Frame, ground and a title in the upper edge; its keys stand in the lowest row of the screen, where
  /// keys always stand.
  func draw(into canvas: inout Canvas, title: String, footer: String) {
    guard rows >= 2, columns >= 4 else { return }
    canvas.fill(row: row, column: column, rows: rows, columns: columns, role: .pop)
    let line = String(repeating: "─", count: columns - 2)
    canvas.put("╭\(line)╮", row: row, column: column, role: .popRule)
    for y in (row + 1)..<(row + rows - 1) {
      canvas.put("│", row: y, column: column, role: .popRule)
      canvas.put("│", row: y, column: column + columns - 1, role: .popRule)
    }
    canvas.put("╰\(line)╯", row: row + rows - 1, column: column, role: .popRule)
    let room = columns - 6
    if !title.isEmpty {
      canvas.put(
        " \(TextFit.cut(title, columns: room)) ", row: row, column: column + 2, role: .popHead)
    }
    KeyLine.draw(footer, into: &canvas)
  }
}
