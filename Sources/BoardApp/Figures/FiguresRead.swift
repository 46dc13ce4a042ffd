import PlanModel

/// What the figures of targets and trends read: the items around the cursor with their figures.
enum FiguresRead {
  static func refresh(_ state: inout AppState, _ reader: any BoardReading) throws {
    var figures = state.figures
    let height = FiguresView.grid(state).height
    let period = figures.kind == .target ? state.year : nil
    if figures.loaded.query?.period != period, figures.wanted == nil {
      (figures.centre, figures.fromEnd) = (nil, false)
    }
    recentre(&figures, height: height)
    let query = FiguresState.Query(
      period: period, centre: figures.centre, fromEnd: figures.fromEnd, height: height)
    let before = figures.sheet.row
    let line = figures.sheet.grid.row - figures.sheet.grid.top
    let isFirst = figures.loaded.query == nil
    let kind = figures.kind
    let board = state.board
    let didRead = try figures.loaded.refresh(query, revision: state.revision) {
      var rows = try rows($0, kind, reader)
      if kind == .target { rows.ratios = try RatioRead.sources(rows.details, board, reader) }
      return rows
    }
    let look = FiguresState.Look(
      rows: figures.loaded.query, revision: state.revision, interval: figures.interval,
      opened: figures.opened, quarter: state.period, width: state.columns,
      settings: state.settings, today: state.today)
    if figures.look != look {
      figures.look = look
      state.figures = figures
      figures.sheet.data =
        kind == .target ? TargetSheet.make(state) : TrendSheet.make(state)
      try CellNotes.refresh(&figures.sheet, revision: state.revision, reader)
    }
    if didRead, let before, !stand(&figures, before, line: line),
      figures.sheet.grid.editor != nil
    {
      state.figures = figures
      GridEditing.lose(&state)
      figures = state.figures
    }
    if figures.fromEnd, didRead {
      figures.sheet.grid.row = max(0, figures.sheet.data.rows.count - 1)
    }
    if let item = figures.wanted {
      figures.wanted = nil
      if let row = figures.sheet.data.rows.firstIndex(where: { $0.item?.id == item.id }) {
        figures.sheet.grid.row = row
        figures.sheet.grid.top = max(0, row - 2)
      }
      GridEditing.toEditable(&figures.sheet, state)
    } else if isFirst || figures.seeksColumn {
      GridEditing.toEditable(&figures.sheet, state)
    }
    figures.seeksColumn = false
    state.figures = figures
    let view = FiguresView.grid(state)
    state.figures.sheet.grid.settle(
      in: state.figures.sheet.data, rows: view.height, width: view.room)
  }

  private static func recentre(_ figures: inout FiguresState, height: Int) {
    let rows = figures.loaded.rows
    let (index, count) = (figures.sheet.grid.row, figures.sheet.data.rows.count)
    guard figures.wanted == nil, let item = figures.sheet.row?.item else { return }
    if (index < height && !rows.hasFirst) || (count - 1 - index < height && !rows.hasLast) {
      figures.centre = item.key
      figures.fromEnd = false
    }
  }

  /// The row one stood on, at the same line of the screen; false where it is gone.
  private static func stand(
    _ figures: inout FiguresState, _ before: GridRow, line: Int
  ) -> Bool {
    let rows = figures.sheet.data.rows
    guard
      let index = rows.firstIndex(where: {
        $0.item?.id == before.item?.id && $0.line?.id == before.line?.id && $0.part == before.part
      })
    else { return false }
    if let anchor = figures.sheet.grid.anchor {
      figures.sheet.grid.anchor?.row = max(0, anchor.row + index - figures.sheet.grid.row)
    }
    figures.sheet.grid.row = index
    figures.sheet.grid.top = max(0, index - max(0, line))
    return true
  }

  /// An item takes three rows or more, so that a page of items is three pages of rows.
  private static func rows(
    _ query: FiguresState.Query, _ kind: ItemKind, _ reader: any BoardReading
  ) throws -> FiguresState.Rows {
    let page = max(10, query.height)
    let scope = ListScope(kind: kind, period: query.period)
    func details(_ items: [Item]) throws -> [ItemDetail] { try reader.figures(of: items) }
    if query.fromEnd {
      let items = try reader.items(ListWindow(scope, from: .last, limit: page))
      return FiguresState.Rows(
        details: try details(items), hasFirst: items.count < page, hasLast: true)
    }
    guard let centre = query.centre else {
      let items = try reader.items(ListWindow(scope, from: .first, limit: page))
      return FiguresState.Rows(
        details: try details(items), hasFirst: true, hasLast: items.count < page)
    }
    let before = try reader.items(ListWindow(scope, from: .before(centre), limit: page))
    let after = try reader.items(ListWindow(scope, from: .from(centre), limit: page))
    return FiguresState.Rows(
      details: try details(before + after), hasFirst: before.count < page,
      hasLast: after.count < page)
  }
}
