import PlanModel
import TextCanvas

/// Moving in any grid.
enum GridMotion {
  static let actions: [ActionID] = [
    .up, .down, .left, .right, .first, .last, .pageUp, .pageDown, .nextPane, .previousPane,
  ]

  /// A row on, over rows that hold nothing.
  private static func step(_ sheet: inout Sheet, _ count: Int) {
    var row = sheet.grid.row + count
    let rows = sheet.data.rows
    while rows.indices.contains(row), rows[row].cells.isEmpty, rows[row].name.isEmpty {
      row += count
    }
    if rows.indices.contains(row) { sheet.grid.row = row }
  }

  /// True when the action was a move.
  static func reduce(_ state: inout AppState, _ id: ActionID) -> Bool {
    if actions.contains(id) {
      state.budget.wanted = nil
      if state.settings.isLean { state.home.restsAt = state.now + HomeState.rest }
    }
    let page = max(1, GridLayout(state).totals - 5)
    var sheet = state.sheet
    let data = sheet.data
    switch id {
    case .up: step(&sheet, -1)
    case .down: step(&sheet, 1)
    case .left: sheet.grid.move(rows: 0, columns: -1, in: data)
    case .right: sheet.grid.move(rows: 0, columns: 1, in: data)
    case .pageUp: sheet.grid.move(rows: -page, columns: 0, in: data)
    case .pageDown: sheet.grid.move(rows: page, columns: 0, in: data)
    case .first: sheet.grid.row = 0
    case .last: sheet.grid.row = max(0, data.rows.count - 1)
    case .nextPane: sheet.grid.next(in: data)
    case .previousPane: sheet.grid.next(in: data, by: -1)
    default: return false
    }
    state.sheet = sheet
    return true
  }
}
