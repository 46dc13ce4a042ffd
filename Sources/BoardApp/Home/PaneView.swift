import PlanModel
import TextCanvas

/// Draws one list: head, column names, rows, sums.
struct PaneView {
  let state: AppState
  let layout: Layout
  let pane: HomeView.Pane
  let data: PaneState
  let isFocused: Bool

  init(state: AppState, layout: Layout, pane: HomeView.Pane) {
    self.state = state
    self.layout = layout
    self.pane = pane
    data = state.home.pane(pane.kind)
    isFocused = state.home.focus == pane.kind
    shown = data.visible(height: layout.body.count)
  }

  var language: Language { state.language }
  var left: Int { pane.columns.lowerBound }
  var right: Int { pane.columns.upperBound }
  var width: Int { pane.columns.count }
  /// The rows in sight.
  private let shown: ArraySlice<Item>

  func draw(into canvas: inout Canvas) {
    let columns = pane.isOpen ? PaneColumns.of(pane.kind, width: width, state) : []
    let extra = columns.reduce(0) { $0 + $1.width } + (columns.isEmpty ? 0 : 1)
    if !(pane.columns.count == state.columns) { head(&canvas) }
    names(&canvas, columns)
    let codeWidth = shown.reduce(3) { max($0, $1.code.description.utf8.count) }
    for (offset, item) in shown.enumerated() {
      row(
        item, layout.body.lowerBound + offset, codeWidth: codeWidth, columns, extra, &canvas)
    }
    if pane.isOpen { totals(&canvas, columns) }
    if shown.isEmpty, !state.board.isEmptyPlan(state) {
      let words =
        state.home.filter.isEmpty || !isFocused
        ? Words("这里还没有内容。n 新建", "Nothing here yet. n new") : Words("没有符合的项", "nothing matches")
      canvas.put(
        TextFit.cut(" " + words(language), columns: width), row: layout.body.lowerBound,
        column: left, role: .dim)
    }
  }

  private func head(_ canvas: inout Canvas) {
    Chrome.head(
      &canvas, row: 1, column: left, width: width, title: HomeTitles.title(pane.kind, state),
      right: HomeTitles.count(pane.kind, state, isOpen: pane.isOpen), focused: isFocused)
  }

  private func names(_ canvas: inout Canvas, _ columns: [PaneColumn]) {
    var at = right - 1 - columns.reduce(0) { $0 + $1.width }
    for column in columns {
      guard !column.name.zh.isEmpty else {
        at += column.width
        continue
      }
      canvas.put(
        column.name(language), row: 2, column: at + column.gap, role: .column,
        width: column.width - column.gap, align: column.align)
      at += column.width
    }
  }

  private func row(
    _ item: Item, _ y: Int, codeWidth: Int, _ columns: [PaneColumn], _ extra: Int,
    _ canvas: inout Canvas
  ) {
    let isCursor = item.id == data.cursor
    let isMarked = isFocused && state.home.marked[item.id] != nil
    let titleStart = left + 1 + codeWidth + 1 + LeadSign.width(language) + 1
    let titleWidth = max(0, right - extra - titleStart - (columns.isEmpty ? 1 : 0))
    if isMarked {
      canvas.fill(
        row: y, column: left, rows: 1, columns: titleStart - left + titleWidth, role: .marked)
    }
    if isCursor, isFocused {
      canvas.fill(
        row: y, column: left + 1, rows: 1, columns: titleStart - left - 1 + titleWidth,
        role: .cursor)
    }
    let isChanged = state.flashes.items[item.code] != nil
    let base: Role = isCursor && isFocused ? .cursor : isMarked ? .marked : .text
    let marker = isMarked ? "✓" : isCursor ? "▸" : " "
    canvas.put(marker, row: y, column: left, role: isMarked ? .marked : isFocused ? .key : .dim)
    canvas.put(
      item.code.description, row: y, column: left + 1, role: base == .text ? .dim : base,
      width: codeWidth)
    let lead = LeadSign.of(item, language)
    canvas.put(
      lead.text, row: y, column: left + 2 + codeWidth, role: base == .text ? lead.role : base)
    canvas.put(
      TextFit.cut(item.title(language), columns: titleWidth), row: y, column: titleStart,
      role: isChanged ? .changed : base)
    var at = right - extra
    let detail = data.details.rows[item.id]
    for column in columns {
      let cell = column.cell(item, detail, state)
      canvas.put(
        cell.text, row: y, column: at + column.gap, role: cell.role,
        width: column.width - column.gap, align: column.align)
      at += column.width
    }
  }

  private func totals(_ canvas: inout Canvas, _ columns: [PaneColumn]) {
    let row = layout.totals
    guard row > layout.body.lowerBound else { return }
    canvas.fill(row: row, column: left, rows: 1, columns: width, role: .total)
    let tally = data.tally.rows
    var at = left + 1
    let parts: [(Words, Int, Role)] = [
      (Department.marketing.words, tally.marketing.count, .total),
      (Department.sales.words, tally.sales.count, .total),
      (Words("未定", "no lead"), tally.none.count, .totalBad),
    ]
    for (words, count, role) in parts where count > 0 || role == .total {
      let text = words(language)
      at = canvas.put(
        language == .chinese ? "\(text) \(count) 项" : "\(text) \(count)", row: row, column: at,
        role: role)
      at += 3
    }
    var x = right - 1 - columns.reduce(0) { $0 + $1.width }
    for column in columns {
      if let total = column.total?(tally, state), at <= x + 3 {
        canvas.put(
          total.text, row: row, column: x + column.gap, role: total.role,
          width: column.width - column.gap, align: column.align)
      }
      x += column.width
    }
  }
}
