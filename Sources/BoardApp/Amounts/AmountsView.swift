import PlanModel
import TextCanvas

/// Draws the grid of one item's amounts.
enum AmountsView {
  static func grid(_ state: AppState) -> GridView {
    let layout = Layout(state)
    var grid = state.amounts.grid
    grid.changed = Set(state.flashes.cells.keys)
    return GridView(
      data: state.amounts.data, state: grid, top: 2, bottom: max(5, layout.totals),
      width: state.columns)
  }

  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let layout = Layout(state)
    guard let detail = state.amounts.loaded.rows else { return }
    let item = detail.item
    let language = state.language
    let unit =
      item.kind == .activity
      ? Amounts.head(state)
      : detail.lines.first.map { Amounts.format(state.board.amountUnit(of: $0), state).head } ?? ""
    let name = item.kind == .activity ? Words("预算", "Budget") : Words("数据", "Figures")
    Chrome.head(
      &canvas, row: 1, column: 0, width: state.columns,
      title: "\(name(language)) · \(item.code) \(item.title(language))", right: unit,
      focused: true)
    grid(state).draw(into: &canvas)
    if state.amounts.data.rows.isEmpty {
      canvas.put(
        Words(
          "还没有费用项。n 新建一项，选类别，输入金额", "No expense line yet. n makes one: category, then the amount")(
            language), row: 5, column: 3, role: .dim)
    }
    typing(state, layout, &canvas)
    if layout.detailRows > 0 { cellDetail(detail, state, layout, &canvas) }
  }

  /// What the typed text means, while it is typed.
  private static func typing(_ state: AppState, _ layout: Layout, _ canvas: inout Canvas) {
    guard let editor = state.amounts.grid.editor, let unit = state.amounts.unit,
      state.notice == nil
    else { return }
    let language = state.language
    var at = 2
    if editor.text.isEmpty {
      at = canvas.put(
        Words("清空此格", "clears the cell")(language), row: layout.notice, column: at, role: .note)
    } else {
      do {
        let amount = try AmountText.parse(
          editor.text, unit: unit, present: state.amounts.grid.seen)
        let text =
          amount.map { "= \(Amounts.format(unit, state).full($0)) \(unit.name(language))" } ?? "·"
        at = canvas.put(text, row: layout.notice, column: at, role: .good)
      } catch {
        at = canvas.put(
          "✗ \(error.words(for: unit)(language))", row: layout.notice, column: at, role: .bad)
      }
    }
    canvas.put(
      Words("   Enter 下一行  Tab 右一格  Esc 不改", "   Enter down  Tab right  Esc as it was")(language),
      row: layout.notice, column: at, role: .hint)
  }

  private static func cellDetail(
    _ detail: ItemDetail, _ state: AppState, _ layout: Layout, _ canvas: inout Canvas
  ) {
    let top = layout.detailTop
    canvas.put(String(repeating: "─", count: state.columns), row: top, column: 0, role: .rule)
    guard let cell = state.amounts.cell, let address = cell.address,
      let unit = state.amounts.unit
    else { return }
    let language = state.language
    let name = ValueText.name(of: .figure(address.line, address.column, address.period), state)
    canvas.put(
      " \(detail.item.code) · \(TextFit.cut(name, columns: state.columns - 12)) ", row: top,
      column: 2, role: .headFocus)
    let format = Amounts.format(unit, state)
    let full = cell.amount.map { "\(format.full($0)) \(unit.name(language))" } ?? "·"
    var facts: [(Words, String)] = [(Words("全额", "in full"), full)]
    let lastYear = address.period.advanced(by: address.period.unit == .month ? -12 : -1)
    if let last = detail.figure(address.line, lastYear)?[.actual] {
      facts.append((Words("去年实际", "last year"), format.full(last)))
    }
    if let reason = AmountsScreen.locked(address, state) {
      facts.append((Words("锁定", "locked"), reason(language)))
    }
    for (offset, fact) in facts.prefix(layout.detailRows - 1).enumerated() {
      canvas.put(fact.0(language), row: top + 1 + offset, column: 2, role: .dim, width: 10)
      canvas.put(
        TextFit.cut(fact.1, columns: state.columns - 14), row: top + 1 + offset, column: 13)
    }
  }
}
