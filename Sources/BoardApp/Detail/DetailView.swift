import PlanModel
import TextCanvas

/// The strip under the lists: the item under the cursor, its reasons and its figures.
enum DetailView {
  static func draw(_ state: AppState, _ layout: Layout, _ canvas: inout Canvas) {
    let top = layout.detailTop
    canvas.put(String(repeating: "─", count: state.columns), row: top, column: 0, role: .rule)
    canvas.fill(
      row: top + 1, column: 0, rows: layout.detailRows - 1, columns: state.columns, role: .text)
    guard let detail = state.home.detail.rows else { return }
    head(detail.item, state, row: top, &canvas)
    let isSplit = state.columns >= Layout.wideColumns && layout.detailRows >= 8
    let width = isSplit ? state.columns / 2 + 5 : state.columns
    let facts = DetailFacts.of(detail, state)
    for (offset, fact) in facts.prefix(layout.detailRows - 1).enumerated() {
      let row = top + 1 + offset
      canvas.put(fact.name(state.language), row: row, column: 2, role: .dim, width: 9)
      var at = 12
      for part in fact.parts where at < width - 2 {
        let text = TextFit.cut(part.text, columns: width - 2 - at)
        at = canvas.put(text, row: row, column: at, role: part.role)
      }
    }
    guard isSplit else { return }
    for row in (top + 1)..<(top + layout.detailRows - 1) {
      canvas.put("│", row: row, column: width, role: .rule)
    }
    DetailFigures.draw(
      detail, state, &canvas, row: top + 1, column: width + 2,
      width: state.columns - width - 3, rows: layout.detailRows - 2)
  }

  private static func head(
    _ item: Item, _ state: AppState, row: Int, _ canvas: inout Canvas
  ) {
    var at = canvas.put(" \(item.code) ", row: row, column: 2, role: .headFocus)
    let room = max(0, state.columns - at - 4)
    at = canvas.put(
      TextFit.cut(item.title(state.language), columns: room), row: row, column: at, role: .strong)
    let second = item.secondTitle(state.language)
    if !second.isEmpty, state.columns - at > 8 {
      at = canvas.put(
        " \(TextFit.cut(second, columns: state.columns - at - 5))", row: row, column: at,
        role: .dim)
    }
    canvas.put(" ", row: row, column: at, role: .rule)
  }
}
