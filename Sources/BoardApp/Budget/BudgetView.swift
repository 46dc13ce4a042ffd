import PlanModel
import TextCanvas

/// Draws the budget.
enum BudgetView {
  /// Rows of the grid between its heads and the sums.
  static func height(_ state: AppState) -> Int {
    let sums = BudgetSheet.showsCarried(state) ? 1 : 0
    return max(1, GridLayout(state).totals - 4 - sums)
  }

  static func grid(_ state: AppState) -> GridView {
    var grid = state.budget.sheet.grid
    grid.changed = Set(state.flashes.cells.keys)
    return GridView(
      data: state.budget.sheet.data, state: grid, top: 2, bottom: GridLayout(state).totals,
      width: state.columns, held: state.held, marks: state.budget.sheet.marks)
  }

  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let layout = Layout(state)
    let language = state.language
    let (title, right) = BudgetHead.parts(state)
    Chrome.head(
      &canvas, row: 1, column: 0, width: state.columns, title: title, right: right, focused: true)
    grid(state).draw(into: &canvas)
    if state.budget.sheet.data.rows.isEmpty {
      let words =
        state.budget.filter.isEmpty
        ? Words("本季还没有活动。g 3 去活动，n 新建", "No activity in this quarter yet. g 3, then n makes one")
        : Words("没有符合的项", "nothing matches")
      canvas.put(words(language), row: 5, column: 3, role: .dim)
    }
    GridTyping.draw(state, layout, &canvas)
    let place = GridLayout(state)
    if place.detailRows > 0 { state.budget.detail.draw(place, state, &canvas) }
  }

  static func grouping(_ grouping: BudgetGrouping) -> Words {
    switch grouping {
    case .lead: Words("按部门、目标、活动", "by department, target, activity")
    case .target: Words("按目标", "by target")
    case .category: Words("按费用类别", "by category")
    case .owner: Words("按负责人", "by owner")
    case .region: Words("按区域", "by region")
    case .priority: Words("按优先级", "by priority")
    case .start: Words("按开始月份", "by month of start")
    }
  }
}
