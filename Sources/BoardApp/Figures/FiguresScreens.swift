import PlanModel
import TextCanvas

/// `g y` and `g t`: the figures of targets and of trends.
enum FiguresScreens {
  private static let shared: [ActionID] =
    [.cellEdit, .chooseRange, .yankCells, .pasteCells, .spread, .hold, .openItem]
    + [
      .cellClear, .clear, .fillDown, .fillRight, .extendUp, .extendDown, .extendLeft, .extendRight,
      .comment, .cellNote, .cellHistory, .fillLastYear,
    ] + GridMotion.actions

  static let targets = Screen(
    id: .targets, title: Words("目标分解", "Target figures"),
    actions: [.chooseInterval, .fold] + shared, unavailable: unavailable, reduce: reduce,
    typed: GridEditing.typed, refresh: FiguresRead.refresh, draw: FiguresView.draw)

  static let trends = Screen(
    id: .trends, title: Words("趋势图表", "Trend figures"), actions: shared,
    unavailable: unavailable, reduce: reduce, typed: GridEditing.typed,
    refresh: FiguresRead.refresh, draw: FiguresView.draw)

  private static func unavailable(_ state: AppState, _ id: ActionID) -> Words? {
    let row = state.sheet.row
    switch id {
    case .fold where row?.fold == nil:
      return Words("这个目标没有分解", "This target isn't broken down")
    case .openItem, .comment:
      return row?.item == nil ? Words("这里还没有内容", "Nothing here yet") : nil
    default: return GridEditing.unavailable(state, id)
    }
  }

  private static func reduce(
    _ state: inout AppState, _ id: ActionID, _ environment: Environment
  ) -> [Effect] {
    switch id {
    case .first:
      (state.figures.centre, state.figures.fromEnd) = (nil, false)
      // On no row in memory, unless it begins there: the reading stands on the first one.
      state.figures.sheet.grid.row = state.figures.loaded.rows.hasFirst ? 0 : -1
      return []
    case .last:
      if !state.figures.loaded.rows.hasLast {
        (state.figures.centre, state.figures.fromEnd) = (nil, true)
        state.figures.sheet.grid.row = state.figures.sheet.data.rows.count
        return []
      }
    default: break
    }
    if GridMotion.reduce(&state, id) { return [] }
    if let effects = GridEditing.reduce(&state, id) { return effects }
    switch id {
    case .fold:
      guard let item = state.sheet.row?.item?.id else { return [] }
      if state.figures.opened.remove(item) == nil { state.figures.opened.insert(item) }
    case .chooseInterval: state.overlays.append(interval(state))
    case .openItem:
      if let item = state.sheet.row?.item {
        state.page.show(item.id)
        state.go(to: .page)
      }
    case .comment:
      if let item = state.sheet.row?.item {
        state.overlays.append(CommentLine.make(on: [item], state))
      }
    default: break
    }
    return []
  }

  private static func interval(_ state: AppState) -> Choice {
    let keys: [Character] = ["m", "q", "h", "y"]
    return Choice(
      title: Words("期间", "Periods"),
      options: zip(keys, FiguresState.Interval.allCases).map { key, interval in
        Choice.Option(
          key: Key(.character(key)), words: interval.words,
          isCurrent: interval == state.figures.interval
        ) { state, _ in
          state.figures.change(to: interval)
          state.figures.seeksColumn = true
          return []
        }
      })
  }
}
