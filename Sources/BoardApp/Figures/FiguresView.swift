import PlanModel
import TextCanvas

/// Draws the figures of targets and trends.
enum FiguresView {
  static func grid(_ state: AppState) -> GridView {
    var grid = state.figures.sheet.grid
    grid.changed = Set(state.flashes.cells.keys)
    return GridView(
      data: state.figures.sheet.data, state: grid, top: 2, bottom: max(5, place(state).detailTop),
      width: state.columns, held: state.held, marks: state.figures.sheet.marks)
  }

  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let layout = Layout(state)
    let language = state.language
    let isTarget = state.figures.kind == .target
    let title =
      isTarget
      ? "\(Words("目标分解", "Target figures")(language)) · \(state.year) · "
        + state.figures.interval.words(language)
      : Words("趋势图表", "Trend figures")(language)
    let right =
      isTarget
      ? Words("达成 ✓  未达 ✗  有风险 !", "reached ✓  missed ✗  at risk !")(language) : ""
    Chrome.head(
      &canvas, row: 1, column: 0, width: state.columns, title: title, right: right, focused: true)
    grid(state).draw(into: &canvas)
    if state.figures.sheet.data.rows.isEmpty {
      let words =
        isTarget
        ? Words(
          "\(state.year) 还没有目标。g 2 去目标，n 新建",
          "No target in \(state.year) yet. g 2, then n makes one")
        : Words("还没有趋势。g 1 去趋势，n 新建", "No trend yet. g 1, then n makes one")
      canvas.put(words(language), row: 5, column: 3, role: .dim)
    }
    GridTyping.draw(state, layout, &canvas)
    let place = place(state)
    if place.detailRows > 0 { FiguresDetail.draw(state, place, &canvas) }
  }

  /// A trend's chart needs a row a year.
  private static func place(_ state: AppState) -> GridLayout {
    GridLayout(state, detail: state.figures.kind == .trend ? 7 : 6)
  }
}
