import PlanModel
import TextCanvas

/// Draws a grid: heads, first column and totals stay in sight whatever is scrolled.
struct GridView {
  var data: GridData
  var state: GridState
  /// The row of the group heads; names stand below it.
  var top: Int
  /// The row of the totals.
  var bottom: Int
  var width: Int

  static func nameWidth(_ width: Int) -> Int { min(31, max(14, width / 4)) }
  /// Rows between the heads and the totals.
  var height: Int { max(1, bottom - top - 2) }

  func draw(into canvas: inout Canvas) {
    let nameWidth = Self.nameWidth(width)
    let shown = shownColumns(nameWidth)
    canvas.put(data.corner, row: top + 1, column: 1, role: .column, width: nameWidth - 1)
    heads(&canvas, shown, nameWidth)
    for line in 0..<height {
      let row = top + 2 + line
      let index = state.top + line
      separators(&canvas, shown, nameWidth, row: row)
      guard data.rows.indices.contains(index) else { continue }
      drawRow(&canvas, index, row: row, shown, nameWidth)
    }
    guard !data.totals.isEmpty else { return }
    canvas.fill(row: bottom, column: 0, rows: 1, columns: width, role: .total)
    canvas.put(" " + data.totalsName, row: bottom, column: 0, role: .total, width: nameWidth)
    for (index, x) in shown where data.totals.indices.contains(index) {
      let cell = data.totals[index]
      canvas.put(
        cell.text, row: bottom, column: x, role: cell.role == .bad ? .totalBad : .total,
        width: data.columns[index].width - 1, align: .right)
    }
  }

  /// The columns in sight with the place where each begins.
  private func shownColumns(_ nameWidth: Int) -> [(index: Int, x: Int)] {
    var shown: [(Int, Int)] = []
    var x = nameWidth + 1
    for index in data.columns.indices.dropFirst(state.left) {
      let column = data.columns[index]
      guard x + column.width <= width else { break }
      shown.append((index, x))
      x += column.width
    }
    return shown
  }

  private func heads(_ canvas: inout Canvas, _ shown: [(index: Int, x: Int)], _ nameWidth: Int) {
    var start = 0
    while start < shown.count {
      let group = data.columns[shown[start].index].group
      let end = shown[start...].prefix { data.columns[$0.index].group == group }.count + start
      let last = shown[end - 1]
      let columns = last.x + data.columns[last.index].width - shown[start].x - 1
      canvas.put(
        TextFit.cut(group, columns: columns), row: top, column: shown[start].x, role: .head,
        width: columns, align: .centre)
      start = end
    }
    for (index, x) in shown {
      canvas.put(
        data.columns[index].name, row: top + 1, column: x,
        role: index == state.column ? .headFocus : .column, width: data.columns[index].width - 1,
        align: .right)
    }
    separators(&canvas, shown, nameWidth, row: top)
    separators(&canvas, shown, nameWidth, row: top + 1)
  }

  private func separators(
    _ canvas: inout Canvas, _ shown: [(index: Int, x: Int)], _ nameWidth: Int, row: Int
  ) {
    canvas.put("│", row: row, column: nameWidth, role: .rule)
    for (position, column) in shown.enumerated() {
      let isLast =
        position + 1 == shown.count
        || data.columns[shown[position + 1].index].group != data.columns[column.index].group
      guard isLast else { continue }
      canvas.put(
        "│", row: row, column: column.x + data.columns[column.index].width - 1, role: .rule)
    }
  }

  private func drawRow(
    _ canvas: inout Canvas, _ index: Int, row: Int, _ shown: [(index: Int, x: Int)],
    _ nameWidth: Int
  ) {
    let line = data.rows[index]
    let isCursor = index == state.row
    canvas.put(isCursor ? "▸" : " ", row: row, column: 0, role: .key)
    canvas.put(
      TextFit.cut(line.name, columns: nameWidth - 2), row: row, column: 1,
      role: isCursor ? .strong : line.role)
    for (column, x) in shown where line.cells.indices.contains(column) {
      let cell = line.cells[column]
      let width = data.columns[column].width - 1
      let isHere = isCursor && column == state.column
      let isChanged = cell.address.map { state.changed.contains($0) } ?? false
      if isHere, let editor = state.editor {
        editor.draw(
          into: &canvas, row: row, column: x, width: width, role: .fieldOn, focused: true)
        continue
      }
      canvas.put(
        cell.text, row: row, column: x, role: isHere ? .cursor : isChanged ? .changed : cell.role,
        width: width,
        align: .right)
      if isHere { canvas.cursor = Canvas.Position(row: row, column: x + width - 1) }
    }
  }
}
