import PlanModel

/// What the home screen reads: the rows of three lists, their sums, the item under the cursor.
enum HomeRead {
  static func refresh(_ state: inout AppState, _ reader: any BoardReading) throws {
    if state.home.listWaits { return }
    if state.home.goesToFirst {
      state.home.goesToFirst = false
      state.home.change(state.home.focus) { $0.toFirst() }
    }
    try HomeReveal.reveal(&state, reader)
    let isMoving = state.home.restsAt != nil
    let focus = state.home.focus.rawValue
    let isFirst = state.home.pane(.trend).rows.query == nil
    for kind in ItemKind.horizons where !isMoving || kind.rawValue <= focus {
      try refresh(&state, kind, reader)
    }
    // A new board begins where a plan begins.
    if isFirst, state.board.isEmptyPlan(state) { state.home.focus = .trend }
    try HomeReveal.markRange(&state, reader)
    guard !isMoving || !state.settings.isLean else { return }
    let id = state.home.selected?.id
    try state.home.detail.refresh(
      HomeState.DetailQuery(id: id), revision: state.revision
    ) { query in try query.id.flatMap { try reader.detail($0) } }
  }

  static func scope(_ state: AppState, _ kind: ItemKind) -> ListScope {
    let home = state.home
    var under = ListScope.Under.everything
    if home.isNarrow {
      let trend = home.pane(.trend).cursor
      let target = home.pane(.target).cursor
      switch kind {
      case .trend, .decision: break
      case .target:
        if home.focus == .trend, let trend { under = .parent(trend) }
      case .activity:
        if home.focus == .trend, let trend {
          under = .trend(trend)
        } else if let target {
          under = .parent(target)
        }
      }
    }
    let period: Period? =
      switch kind {
      case .trend, .decision: nil
      case .target: state.year
      case .activity: state.period
      }
    return ListScope(
      kind: kind, period: period, under: under,
      filter: kind == home.focus ? home.filter : Filter())
  }

  private static func refresh(
    _ state: inout AppState, _ kind: ItemKind, _ reader: any BoardReading
  ) throws {
    let height = Layout(state).body.count
    let revision = state.revision
    let scope = scope(state, kind)
    var pane = state.home.pane(kind)
    if let wanted = pane.wanted, pane.rows.rows.items.contains(where: { $0.id == wanted }) {
      pane.cursor = wanted
      pane.wanted = nil
    }
    if let old = pane.rows.query?.scope, old != scope { (pane.centre, pane.fromEnd) = (nil, false) }
    let previous = pane.index.map { ($0, pane.rows.rows.items) }
    // The item under the cursor may have moved in its list: the rows are read around where it is now.
    if let id = pane.wanted ?? pane.cursor, pane.wanted != nil || pane.centre != nil,
      let item = try reader.items(ids: [id]).first, !item.isGone
    {
      if pane.wanted != nil || pane.rows.rows.items.first(where: { $0.id == id })?.key != item.key {
        pane.centre = item.key
      }
    }
    let query = PaneState.PaneQuery(
      scope: scope, centre: pane.centre, fromEnd: pane.fromEnd, height: height,
      wanted: pane.wanted)
    let didRead = try pane.rows.refresh(query, revision: revision) { try rows($0, reader) }
    // `g g` on rows that are there already asks for no reading, yet for a place to stand.
    if didRead || pane.index == nil { pane.settle(previous: previous, height: height) }
    // What a filter leaves is counted by a scan, unless all of it is here already.
    let isWhole = pane.rows.rows.hasFirst && pane.rows.rows.hasLast
    let items = isWhole && !scope.filter.isEmpty ? pane.rows.rows.items : nil
    try pane.tally.refresh(scope, revision: revision) {
      try items.map { Tally($0) } ?? reader.tally($0)
    }
    let isOpen = state.home.focus == kind && kind != .activity
    let shown = isOpen ? pane.visible(height: height).map(\.id) : []
    let known = pane.details.revision == revision ? pane.details.rows : [:]
    try pane.details.refresh(
      PaneState.DetailsQuery(ids: shown, isOpen: isOpen), revision: revision
    ) { query in
      var details: [ItemID: ItemDetail] = [:]
      for id in query.ids { details[id] = try known[id] ?? reader.detail(id) }
      return details
    }
    state.home.change(kind) { $0 = pane }
  }

  /// Two pages before the centre and three from it on.
  private static func rows(
    _ query: PaneState.PaneQuery, _ reader: any BoardReading
  ) throws -> PaneState.PaneRows {
    let page = max(query.height, 10)
    if query.fromEnd {
      let items = try reader.items(ListWindow(query.scope, from: .last, limit: page * 3))
      return PaneState.PaneRows(items: items, hasFirst: items.count < page * 3, hasLast: true)
    }
    guard let centre = query.centre else {
      let items = try reader.items(ListWindow(query.scope, from: .first, limit: page * 3))
      return PaneState.PaneRows(items: items, hasFirst: true, hasLast: items.count < page * 3)
    }
    let before = try reader.items(
      ListWindow(query.scope, from: .before(centre), limit: page * 2))
    let after = try reader.items(ListWindow(query.scope, from: .from(centre), limit: page * 3))
    return PaneState.PaneRows(
      items: before + after, hasFirst: before.count < page * 2, hasLast: after.count < page * 3)
  }
}
