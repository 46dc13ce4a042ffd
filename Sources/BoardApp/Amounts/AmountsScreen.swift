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
    let before = state.amounts.row?.identity
    state.amounts.data = AmountsGrid.make(detail, state)
    follow(before, &state)
    if let code = state.amounts.wantedLine,
      let row = detail.lines.firstIndex(where: { $0.code == code })
    {
      state.amounts.grid.row = row
      state.amounts.wantedLine = nil
      begin(&state)
    } else if isFirst {
      begin(&state)
    }
    let view = AmountsView.grid(state)
    state.amounts.grid.settle(
      in: state.amounts.data, rows: view.height,
      width: state.columns - GridView.nameWidth(state.columns) - 1)
  }

  /// Stays on the row when others add or remove some; what is typed into a removed one is said.
  private static func follow(_ before: GridRow.Identity?, _ state: inout AppState) {
    guard let before else { return }
    if let row = state.amounts.data.rows.firstIndex(where: { $0.identity == before }) {
      state.amounts.grid.row = row
    } else if let typed = state.amounts.grid.editor?.text {
      state.amounts.grid.endEditing()
      state.refuse(
        Words(
          "这一行已被别人删除；你填的是 \(typed)", "Somebody removed this line; you typed \(typed)"))
    }
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
