import PlanModel

/// What the budget reads: the rows around the cursor, the totals, what explains a cell.
enum BudgetRead {
  static func span(_ state: AppState) -> BudgetSpan {
    let calendar = state.board.calendar
    let shown = state.budget.isWholeYear ? state.year : state.period
    let quarters =
      state.budget.isWholeYear ? calendar.quarters(of: state.year.year) : [state.period]
    return BudgetSpan(
      months: calendar.months(of: shown), quarters: quarters, filter: state.budget.filter)
  }

  static func refresh(_ state: inout AppState, _ reader: any BoardReading) throws {
    let span = span(state)
    let earlier = closedBefore(span, state.board)
    try state.budget.sums.refresh(span, revision: state.revision) { try sums($0, earlier, reader) }
    state.budget.folds.isSmall = state.budget.sums.rows.count <= 60
    if case .category = state.budget.grouping, case .item? = state.budget.wanted {
      // A category's lines are scattered; an item is shown where it is whole.
      state.budget.grouping = .lead
    }
    if case .item(let item)? = state.budget.wanted {
      state.budget.centre = state.budget.path(of: item)
      state.budget.fromEnd = false
    }
    // Another period or grouping begins at its start; the rows in memory say nothing about it.
    let old = state.budget.rows.query
    let isElsewhere =
      old.map { $0.span != span || $0.grouping != state.budget.grouping } ?? false
    if !isElsewhere {
      recentre(&state)
    } else if state.budget.wanted == nil, state.budget.centre != nil || state.budget.fromEnd {
      state.budget.toStart()
    }
    let query = BudgetState.Query(
      grouping: state.budget.grouping, span: span, folds: state.budget.folds,
      centre: state.budget.centre, fromEnd: state.budget.fromEnd,
      height: BudgetView.height(state))
    let (path, line) = (
      state.budget.row?.path, state.budget.sheet.grid.row - state.budget.sheet.grid.top
    )
    let isFirst = state.budget.rows.query == nil
    let didRead = try state.budget.rows.refresh(query, revision: state.revision) {
      try rows($0, reader)
    }
    if didRead { stand(&state, path, line: line) }
    let look = BudgetState.Look(
      rows: state.budget.rows.query, revision: state.revision, columns: state.budget.columns,
      showsOutside: BudgetSheet.showsOutside(state), width: state.columns, settings: state.settings)
    if state.budget.look != look {
      state.budget.look = look
      state.budget.sheet.data = BudgetSheet.make(state)
      try CellNotes.refresh(&state.budget.sheet, revision: state.revision, reader)
    }
    if state.budget.wanted != nil { standOnWanted(&state) }
    if isFirst { GridEditing.toEditable(&state.budget.sheet, state) }
    let view = BudgetView.grid(state)
    state.budget.sheet.grid.settle(
      in: state.budget.sheet.data, rows: view.height, width: view.room)
    guard state.home.restsAt == nil else { return }
    try explain(&state, reader)
    state.budget.detail = BudgetDetail.make(state)
  }

  /// Reads around the cursor when it comes near an end of what is in memory.
  private static func recentre(_ state: inout AppState) {
    let rows = state.budget.rows.rows
    let (index, height) = (state.budget.sheet.grid.row, BudgetView.height(state))
    let query = state.budget.rows.query
    // A move to the other end has asked for other rows already.
    guard query?.fromEnd == state.budget.fromEnd, query?.centre == state.budget.centre,
      state.budget.wanted == nil, rows.rows.indices.contains(index)
    else { return }
    let isNearStart = index < height && !rows.hasFirst
    let isNearEnd = rows.rows.count - 1 - index < height && !rows.hasLast
    guard isNearStart || isNearEnd else { return }
    state.budget.centre = rows.rows[index].path
    state.budget.fromEnd = false
  }

  private static func rows(
    _ query: BudgetState.Query, _ reader: any BoardReading
  ) throws -> BudgetState.Rows {
    let page = max(query.height, 10)
    func tree(_ limit: Int) -> BudgetTree {
      BudgetTree(reader, query.grouping, query.span, query.folds, limit: limit)
    }
    var (ahead, behind) = (tree(page * 3), tree(page * 2))
    if query.fromEnd {
      let rows = try behind.backward(before: nil)
      return BudgetState.Rows(rows: rows, hasFirst: rows.count < page * 2, hasLast: true)
    }
    let after = try ahead.forward(from: query.centre)
    guard query.centre != nil else {
      return BudgetState.Rows(rows: after, hasFirst: true, hasLast: after.count < page * 3)
    }
    let before = try behind.backward(before: query.centre)
    return BudgetState.Rows(
      rows: before + after, hasFirst: before.count < page * 2, hasLast: after.count < page * 3)
  }

  /// Puts the cursor on the row it was on, at the same line of the screen.
  private static func stand(_ state: inout AppState, _ path: BudgetPath?, line: Int) {
    let rows = state.budget.rows.rows.rows
    let old = state.budget.sheet.grid.row
    if let path, let index = rows.firstIndex(where: { $0.path == path }) {
      if let anchor = state.budget.sheet.grid.anchor {
        state.budget.sheet.grid.anchor?.row = max(0, anchor.row + index - old)
      }
      state.budget.sheet.grid.row = index
    } else if state.sheet.grid.editor != nil {
      GridEditing.lose(&state)
    } else if state.budget.fromEnd {
      state.budget.sheet.grid.row = max(0, rows.count - 1)
    } else if let centre = state.budget.centre,
      let index = rows.firstIndex(where: { $0.path == centre })
    {
      state.budget.sheet.grid.row = index
    }
    state.budget.sheet.grid.top = max(0, state.budget.sheet.grid.row - max(0, line))
  }

  private static func standOnWanted(_ state: inout AppState) {
    guard let wanted = state.budget.wanted else { return }
    let rows = state.budget.rows.rows.rows
    switch wanted {
    case .item(let item):
      state.budget.wanted = nil
      guard let index = rows.firstIndex(where: { $0.item?.id == item.id && $0.line == nil }) else {
        return
      }
      let hasLine = rows.indices.contains(index + 1) && rows[index + 1].item?.id == item.id
      state.budget.sheet.grid.row = hasLine ? index + 1 : index
      state.budget.sheet.grid.top = max(0, index - 3)
      GridEditing.toEditable(&state.budget.sheet, state)
    case .newLine(let id, let old):
      guard
        let index = rows.lastIndex(where: { row in
          row.item?.id == id && row.line.map { !old.contains($0.id) } ?? false
        })
      else { return }
      state.budget.wanted = nil
      state.budget.sheet.grid.row = index
      GridEditing.toEditable(&state.budget.sheet, state)
    }
  }

  /// The closed months of the fiscal year before the shown ones.
  private static func closedBefore(_ span: BudgetSpan, _ board: Board) -> [Period] {
    guard let first = span.months.first else { return [] }
    return board.calendar.months(of: board.calendar.year(of: first)).filter {
      $0 < first && board.isClosed($0)
    }
  }

  private static func sums(
    _ span: BudgetSpan, _ earlier: [Period], _ reader: any BoardReading
  ) throws -> BudgetState.Sums {
    func groups(_ span: BudgetSpan) throws -> [BudgetGroup] {
      try reader.budgetGroups(BudgetGroupQuery(.lead, span, limit: 8))
    }
    func sum(_ span: BudgetSpan) throws -> BudgetMoney {
      try groups(span).map(\.money).reduce(BudgetMoney(), +)
    }
    var plain = span
    plain.filter = Filter()
    var sums = BudgetState.Sums()
    let departments = try groups(plain)
    sums.whole = departments.map(\.money).reduce(BudgetMoney(), +)
    for group in departments {
      guard case .lead(let number) = group.key, let department = Department(rawValue: number) else {
        continue
      }
      sums.planned[department] = group.money.sum(span.months).plan
    }
    if !earlier.isEmpty {
      let left = try reader.sums(by: .lead, months: earlier).reduce(Money()) { $0 + $1.money }.left
      sums.carried = left == 0 ? nil : left
    }
    sums.money = span.filter.isEmpty ? sums.whole : try sum(span)
    for quarter in span.quarters {
      sums.count += try reader.tally(
        ListScope(kind: .activity, period: quarter, filter: span.filter)
      ).count
    }
    return sums
  }

  private static func explain(_ state: inout AppState, _ reader: any BoardReading) throws {
    let row = state.budget.row
    let target = row?.isGroup ?? true ? row?.item?.id : row?.item?.main
    let query = BudgetState.Explained(cell: state.budget.sheet.cell?.address, target: target)
    let board = state.board
    let calendar = board.calendar
    try state.budget.explained.refresh(query, revision: state.revision) { query in
      var explanation = BudgetState.Explanation()
      explanation.last = try query.cell.flatMap { try reader.lastChange(of: $0.target) }
      if let id = query.target, let target = try reader.items(ids: [id]).first {
        explanation.target = target
        if let year = target.period {
          explanation.cost =
            try reader.costs(of: [id], months: calendar.months(of: year))[id] ?? Money()
          if board.costRatio != nil { explanation.sales = try sales(target, year, board, reader) }
        }
      }
      return explanation
    }
  }

  /// What a target is to bring in its year, where that is money.
  private static func sales(
    _ target: Item, _ year: Period, _ board: Board, _ reader: any BoardReading
  ) throws -> Int64? {
    guard let detail = try reader.figures(of: [target]).first, let line = detail.lines.first,
      board.figureUnit(of: line).isMoney
    else { return nil }
    let measure = Measure(line, of: detail, board: board, today: Day(ordinal: 0))
    return (measure.figure(.plan, year) ?? measure.total(.plan, within: year))?.rounded()
  }
}
