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
  var held: Set<CellAddress> = []
  /// What stands before the amounts of cells with a note or a reason.
  var marks: [CellAddress: String] = [:]

  /// What the names' column takes besides.
  private var spare = 0

  init(
    data: GridData, state: GridState, top: Int, bottom: Int, width: Int,
    held: Set<CellAddress> = [], marks: [CellAddress: String] = [:]
  ) {
    (self.data, self.state, self.top, self.bottom) = (data, state, top, bottom)
    (self.width, self.held, self.marks) = (width, held, marks)
  }

  /// What the names' column takes at least.
  static func nameWidth(_ width: Int) -> Int { min(31, max(14, width * 26 / 100)) }
  /// Names take what the cells leave.
  var nameWidth: Int {
    let left = width - data.width(of: data.columns.indices) - 1
    return max(Self.nameWidth(width), min(left, 48)) + spare
  }
  /// Rows between the heads and the totals.
  var height: Int { max(1, bottom - top - 2 - (data.carried.isEmpty ? 0 : 1)) }
  /// Screen columns for the cells.
  var room: Int { max(0, width - nameWidth - 1) }

  func draw(into canvas: inout Canvas) {
    var wide = self
    wide.spare = spareColumns
    wide.drawParts(into: &canvas)
  }

  /// Screen columns that a part of a grid leaves: names read better than a gap.
  private var spareColumns: Int {
    let scrolling = data.columns.count - data.pinned
    let shown = shownColumns
    guard let last = shown.last(where: { $0.index < scrolling }), last.index < scrolling - 1 else {
      return 0
    }
    let pinned = data.width(of: scrolling..<data.columns.count)
    let end = pinned == 0 ? width : width - pinned - 1
    return max(0, min(end - last.x - data.columns[last.index].width, 48 - nameWidth))
  }

  private func drawParts(into canvas: inout Canvas) {
    let shown = shownColumns
    canvas.put(data.corner, row: top + 1, column: 1, role: .column, width: nameWidth - 1)
    heads(&canvas, shown)
    for line in 0..<height {
      let row = top + 2 + line
      let index = state.top + line
      if data.rows.indices.contains(index) {
        drawRow(&canvas, index, row: row, shown)
      } else {
        separators(&canvas, shown, row: row, role: .rule)
      }
    }
    if !data.carried.isEmpty { carried(&canvas, shown) }
    if !data.totals.isEmpty { totals(&canvas, shown) }
  }

  /// The columns in sight with the place where each begins: those scrolled to, then the pinned ones.
  private var shownColumns: [(index: Int, x: Int)] {
    var shown: [(Int, Int)] = []
    var x = nameWidth + 1
    var isFull = false
    let unpinned = data.columns.count - data.pinned
    let pinned = data.width(of: unpinned..<data.columns.count)
    let end = pinned == 0 ? width : width - pinned - 1
    for index in data.columns.indices where index >= state.left || index >= unpinned {
      let column = data.columns[index]
      // What doesn't fit hides everything behind it up to the pinned ones: a gap would not be seen.
      if index < unpinned, isFull || x + column.width > end {
        isFull = true
        continue
      }
      if index == unpinned, pinned > 0 { x = max(x, end + 1) }
      guard x + column.width <= width else { break }
      shown.append((index, x))
      x += column.width + (data.endsGroup(index) ? 1 : 0)
    }
    return shown
  }

  private func heads(_ canvas: inout Canvas, _ shown: [(index: Int, x: Int)]) {
    var start = 0
    while start < shown.count {
      let group = data.columns[shown[start].index].group
      let end = shown[start...].prefix { data.columns[$0.index].group == group }.count + start
      let last = shown[end - 1]
      let columns = last.x + data.columns[last.index].width - shown[start].x
      canvas.put(
        TextFit.cut(group, columns: columns), row: top, column: shown[start].x, role: .head,
        width: columns, align: .centre)
      start = end
    }
    for (index, x) in shown {
      let name = TextFit.cut(data.columns[index].name, columns: data.columns[index].width - 1)
      let columns = TextFit.width(name)
      canvas.put(
        name, row: top + 1, column: x + data.columns[index].width - columns,
        role: index == state.column ? .headFocus : .column)
    }
    separators(&canvas, shown, row: top, role: .rule)
    separators(&canvas, shown, row: top + 1, role: .rule)
    pointers(&canvas, shown)
  }

  /// Columns that are scrolled out of sight are pointed at.
  private func pointers(_ canvas: inout Canvas, _ shown: [(index: Int, x: Int)]) {
    let scrolling = data.columns.count - data.pinned
    let seen = shown.filter { $0.index < scrolling }
    guard let first = seen.first, let last = seen.last else { return }
    if first.index > 0 { canvas.put("◂", row: top, column: first.x, role: .key) }
    if last.index < scrolling - 1 {
      let end = last.x + data.columns[last.index].width
      canvas.put("▸", row: top, column: end - 1, role: .key)
    }
  }

  private func separators(
    _ canvas: inout Canvas, _ shown: [(index: Int, x: Int)], row: Int, role: Role
  ) {
    canvas.put("│", row: row, column: nameWidth, role: role)
    let unpinned = data.columns.count - data.pinned
    if data.pinned > 0, let first = shown.first(where: { $0.index == unpinned }) {
      canvas.put("│", row: row, column: first.x - 1, role: role)
    }
    let before = data.pinned > 0 ? shown.last { $0.index < unpinned }?.index : nil
    for (index, x) in shown where data.endsGroup(index) && index != before {
      let end = x + data.columns[index].width
      if end < width - 2 { canvas.put("│", row: row, column: end, role: role) }
    }
  }

  private func totals(_ canvas: inout Canvas, _ shown: [(index: Int, x: Int)]) {
    canvas.fill(row: bottom, column: 0, rows: 1, columns: width, role: .total)
    canvas.put(" " + data.totalsName, row: bottom, column: 0, role: .total, width: nameWidth)
    for (index, x) in shown where data.totals.indices.contains(index) {
      let cell = data.totals[index]
      canvas.put(
        cell.text, row: bottom, column: x, role: Self.onGround(cell.role),
        width: data.columns[index].width, align: .right)
    }
  }

  private func carried(_ canvas: inout Canvas, _ shown: [(index: Int, x: Int)]) {
    let row = bottom - 1
    separators(&canvas, shown, row: row, role: .rule)
    canvas.put(
      TextFit.cut(" \(data.carriedName)", columns: nameWidth - 1), row: row, column: 0, role: .dim)
    for (index, x) in shown where data.carried.indices.contains(index) {
      let cell = data.carried[index]
      canvas.put(
        cell.text, row: row, column: x, role: cell.role, width: data.columns[index].width,
        align: .right)
    }
  }

  private static func onGround(_ role: Role) -> Role {
    switch role {
    case .bad: .totalBad
    case .dim, .faint: .totalDim
    default: .total
    }
  }

  private func drawRow(
    _ canvas: inout Canvas, _ index: Int, row: Int, _ shown: [(index: Int, x: Int)]
  ) {
    let line = data.rows[index]
    let isCursor = index == state.row
    if line.isSum { canvas.fill(row: row, column: 1, rows: 1, columns: width - 1, role: .total) }
    separators(&canvas, shown, row: row, role: line.isSum ? .totalDim : .rule)
    name(&canvas, line, row: row, isCursor: isCursor)
    for (column, x) in shown where line.cells.indices.contains(column) {
      let cell = line.cells[column]
      let width = data.columns[column].width
      let isHere = isCursor && column == state.column
      if isHere, let editor = state.editor {
        editor.draw(
          into: &canvas, row: row, column: x, width: width, role: .fieldOn, focused: true)
        continue
      }
      let isChanged = cell.address.map { state.changed.contains($0) } ?? false
      let plain: Role =
        isHere
        ? .cursor
        : state.isChosen(index, column)
          ? .marked : isChanged ? .changed : line.isSum ? Self.onGround(cell.role) : cell.role
      let isHeld = cell.address.map { held.contains($0) } ?? false
      let role: Role = isHeld && plain != .cursor && plain != .marked ? .held : plain
      let text = isHeld ? "\(cell.text)=" : cell.text + cell.sign
      // Where there is no room for all of the mark, its beginning says that there is something.
      let mark = (cell.address.flatMap { marks[$0] } ?? "")
        .prefix(max(1, width - TextFit.width(text)))
      canvas.put(mark + text, row: row, column: x, role: role, width: width, align: .right)
      if isHere { canvas.cursor = Canvas.Position(row: row, column: x + width - 1) }
    }
  }

  private func name(_ canvas: inout Canvas, _ line: GridRow, row: Int, isCursor: Bool) {
    canvas.put(isCursor ? "▸" : " ", row: row, column: 0, role: .key)
    let indent = 1 + line.depth * (width < 100 ? 1 : 2)
    let sign = line.fold.map { $0 == .open ? "▾ " : "▸ " } ?? ""
    let role: Role = line.isSum && line.role == .text ? .total : line.role
    let alarm = line.alarm.isEmpty ? "" : " \(line.alarm)"
    let label = line.label.isEmpty ? 0 : TextFit.width(line.label) + 1
    let room = nameWidth - indent - 1 - TextFit.width(alarm) - label
    canvas.put(
      line.label, row: row, column: nameWidth - label, role: .dim)
    let text = TextFit.cut(sign + line.name, columns: max(4, room))
    let end = canvas.put(text, row: row, column: indent, role: role)
    canvas.put(alarm, row: row, column: end, role: line.isSum ? .totalBad : .bad)
  }
}
