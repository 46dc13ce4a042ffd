import PlanModel
import TextCanvas

/// The amounts of one item: the months of a budget, the periods of a target, the years of a trend.
enum AmountsScreen {
  static let screen = Screen(
    id: .amounts, title: Words("金额", "Amounts"),
    actions: [
      .cellEdit, .newLine, .binLine, .cellClear, .comment, .up, .down, .left, .right, .first, .last,
      .pageUp, .pageDown, .nextPane, .previousPane,
    ],
    unavailable: unavailable,
    reduce: AmountsActions.reduce,
    typed: AmountsActions.typed,
    refresh: refresh,
    draw: AmountsView.draw)

  private static func unavailable(_ state: AppState, _ id: ActionID) -> Words? {
    let kind = state.amounts.loaded.rows?.item.kind
    switch id {
    case .newLine, .binLine:
      guard kind == .activity else {
        return Words("只有活动有费用项", "Only activities have expense lines")
      }
      if id == .binLine, state.amounts.data.rows.isEmpty {
        return Words("还没有费用项。n 新建", "No expense line yet. n new")
      }
      return nil
    case .cellEdit, .cellClear:
      guard let cell = state.amounts.cell else {
        return Words("还没有费用项。n 新建", "No expense line yet. n new")
      }
      guard let address = cell.address else {
        return Words("合计与余额由各格算出；改左边的格子", "Sums and left follow from the cells; change those")
      }
      return locked(address, state)
    default: return nil
    }
  }

  /// Why a cell can't be typed into: an approved quarter's plan is locked.
  static func locked(_ address: CellAddress, _ state: AppState) -> Words? {
    guard address.column == .plan, address.period.unit == .month,
      state.amounts.loaded.rows?.item.kind == .activity
    else { return nil }
    let quarter = state.board.calendar.quarter(of: address.period)
    let standing = state.board.state(of: quarter)
    guard standing == .approved || standing == .closed else { return nil }
    return Words(
      "\(quarter) 的预算已锁定；改动写入“预计”或申请调剂",
      "The plan of \(quarter) is locked; change the forecast or ask for a transfer")
  }

  private static func refresh(_ state: inout AppState, _ reader: any BoardReading) throws {
    let query = AmountsState.Query(item: state.amounts.item)
    let isFirst = state.amounts.loaded.query != query
    try state.amounts.loaded.refresh(query, revision: state.revision) { query in
      try query.item.flatMap { try reader.detail($0) }
    }
    guard let detail = state.amounts.loaded.rows else {
      state.amounts.data = GridData()
      return
    }
    state.amounts.data = AmountsGrid.make(detail, state)
    if state.amounts.wantsLastLine {
      state.amounts.grid.row = max(0, state.amounts.data.rows.count - 1)
      state.amounts.wantsLastLine = false
      begin(&state)
    } else if isFirst {
      begin(&state)
    }
    let view = AmountsView.grid(state)
    state.amounts.grid.settle(
      in: state.amounts.data, rows: view.height,
      width: state.columns - GridView.nameWidth(state.columns) - 1)
  }

  /// Stands on the first cell that may be typed into: the forecast where the plan is locked.
  private static func begin(_ state: inout AppState) {
    let data = state.amounts.data
    for column in data.columns.indices {
      guard let address = data.cell(state.amounts.grid.row, column)?.address else { continue }
      if locked(address, state) == nil {
        state.amounts.grid.column = column
        return
      }
    }
  }
}
