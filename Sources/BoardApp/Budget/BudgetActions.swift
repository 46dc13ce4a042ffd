import PlanModel
import TextCanvas

/// What keys do in the budget.
enum BudgetActions {
  static func unavailable(_ state: AppState, _ id: ActionID) -> Words? {
    let row = state.budget.row
    switch id {
    case .cellEdit where row?.isOpen != nil && state.sheet.cell?.address == nil: return nil
    case .newLine, .comment, .placeholder:
      guard row?.path.activity != nil else {
        return Words("先移到一个活动上", "Stand on an activity first")
      }
    case .binLine, .renameLine, .lineUp, .lineDown:
      guard row?.line != nil else {
        return Words("先移到一个费用项上", "Stand on an expense line first")
      }
      let step = id == .lineUp ? -1 : id == .lineDown ? 1 : 0
      let rows = state.budget.rows.rows.rows
      let next = state.budget.sheet.grid.row + step
      guard rows.indices.contains(next), rows[next].line != nil else {
        return Words("已经到头了", "There is no further place")
      }
    case .fold:
      guard row?.isOpen != nil else {
        return Words("这一行没有可展开的", "Nothing lies below this row")
      }
    case .envelope where state.budget.isWholeYear:
      return Words("额度按季度定；v w 回到本季", "It is set by the quarter; v w goes back to it")
    case .openItem:
      guard row?.item != nil else {
        return Words("先移到一个目标或活动上", "Stand on a target or an activity first")
      }
    default: return GridEditing.unavailable(state, id)
    }
    return nil
  }

  static func reduce(
    _ state: inout AppState, _ id: ActionID, _ environment: Environment
  ) -> [Effect] {
    switch id {
    case .first:
      state.budget.toStart()
      // On no row in memory, unless it begins there: the reading stands on the first one.
      state.budget.sheet.grid.row = state.budget.rows.rows.hasFirst ? 0 : -1
      return []
    case .last:
      if !state.budget.rows.rows.hasLast {
        (state.budget.centre, state.budget.fromEnd) = (nil, true)
        // On no row in memory: the reading stands on the last one.
        state.budget.sheet.grid.row = state.budget.rows.rows.rows.count
        return []
      }
    default: break
    }
    if GridMotion.reduce(&state, id) { return [] }
    if id == .cellEdit, state.sheet.cell?.address == nil, state.budget.row?.isOpen != nil {
      toggle(&state)
      return []
    }
    if let effects = GridEditing.reduce(&state, id) ?? BudgetLines.reduce(&state, id) {
      return effects
    }
    switch id {
    case .fold: toggle(&state)
    case .foldAll:
      let isOpen = state.budget.rows.rows.rows.contains { $0.depth > 0 && $0.isOpen == true }
      state.budget.folds.setAll(open: !isOpen)
      if let row = state.budget.row {
        state.budget.centre = isOpen ? BudgetPath(Array(row.path.groups.prefix(1))) : row.path
      }
      state.budget.fromEnd = false
    case .chooseColumns: state.overlays.append(BudgetOptions())
    case .cutMoney:
      state.overlays.append(CutDialogue(state.budget.isWholeYear ? state.year : state.period))
    case .envelope: state.overlays.append(EnvelopeForm(state.period, state))
    case .moveMoney: state.overlays.append(moveMoney(state))
    case .filter: state.overlays.append(filterLine(state))
    case .clear: clear(&state)
    case .openItem:
      if let item = state.budget.row?.item {
        state.page.show(item.id)
        state.go(to: .page)
      }
    case .comment:
      if let item = state.budget.row?.item {
        state.overlays.append(CommentLine.make(on: [item], state))
      }
    default: break
    }
    return []
  }

  /// From the line and month one stands on.
  private static func moveMoney(_ state: AppState) -> MoveDialogue {
    let cell = state.budget.sheet.cell
    let months = BudgetRead.span(state).months
    let standing = cell?.address?.period ?? cell?.coverage?.periods.first
    let open = months.first { !state.board.isClosed($0) } ?? state.period
    let month = standing.flatMap { months.contains($0) ? $0 : nil } ?? open
    var source = ""
    if let row = state.budget.row, let line = row.line, let item = row.item {
      source = "\(item.code).\(line.code)@\(month)"
    }
    return MoveDialogue(
      from: source, month: month, quarter: state.board.calendar.quarter(of: month))
  }

  /// Opens or folds the row one stands on.
  private static func toggle(_ state: inout AppState) {
    guard let row = state.budget.row, let isOpen = row.isOpen else { return }
    state.budget.folds.set(row.path, open: !isOpen)
    state.budget.sheet.grid.anchor = nil
    // What is in memory may begin inside of what is folded now.
    if !state.budget.rows.rows.hasFirst {
      (state.budget.centre, state.budget.fromEnd) = (row.path, false)
    }
  }

  private static func clear(_ state: inout AppState) {
    if state.budget.sheet.grid.anchor != nil {
      state.budget.sheet.grid.anchor = nil
    } else if !state.budget.filter.isEmpty {
      (state.budget.filter, state.budget.filterText) = (Filter(), "")
      state.budget.toStart()
    }
  }

  private static func filterLine(_ state: AppState) -> InputLine {
    InputLine(
      prompt: Words("/", "/"), text: state.budget.filterText,
      hint: { text, state in
        if let fault = FilterText(text, state.fieldText).faults.first { return fault }
        let count = state.budget.sums.rows.count
        return Words(
          "\(count) 项   Enter 保留  Esc 清除", "\(Plural.count(count, "hit"))   Enter keep  Esc clear")
      },
      changed: { text, state in
        state.budget.filterText = text
        state.budget.filter = FilterText(text, state.fieldText).filter
        state.budget.toStart()
        state.budget.sheet.grid.row = 0
      },
      cancel: { state in
        (state.budget.filter, state.budget.filterText) = (Filter(), "")
        state.budget.toStart()
      },
      accept: { _, _, _ in [] })
  }
}
