import PlanModel

/// What needs more of a list than the pages in memory.
enum HomeReveal {
  /// Goes to the period of an item that is to be stood on, and lifts what would hide it.
  static func reveal(_ state: inout AppState, _ reader: any BoardReading) throws {
    let kind = state.home.focus
    guard let id = state.home.pane(kind).wanted else { return }
    guard let item = try reader.items(ids: [id]).first, !item.isGone, item.kind == kind else {
      state.home.change(kind) { $0.wanted = nil }
      return
    }
    if kind == .activity, let period = item.period { state.period = period }
    if kind == .target, let year = item.period, year.year != state.year.year {
      state.period = state.period.advanced(by: (year.year - state.year.year) * 4)
    }
    guard !state.home.filter.isEmpty || state.home.isNarrow else { return }
    let scope = HomeRead.scope(state, kind)
    let there = try reader.items(ListWindow(scope, from: .from(item.key), limit: 1)).first
    guard there?.id != id else { return }
    (state.home.filter, state.home.filterText) = (Filter(), "")
    state.home.isNarrow = false
  }

  /// Marks every row between two keys, also those that aren't in memory.
  static func markRange(_ state: inout AppState, _ reader: any BoardReading) throws {
    guard let range = state.home.rangeToMark else { return }
    state.home.rangeToMark = nil
    let scope = HomeRead.scope(state, state.home.focus)
    let page = 500
    var from = range.lowerBound
    while true {
      let items = try reader.items(ListWindow(scope, from: .from(from), limit: page))
      for item in items where item.key <= range.upperBound { state.home.mark(item) }
      guard let last = items.last?.key, items.count == page, last < range.upperBound else { break }
      from = last
    }
    HomeActions.sayMarks(&state)
  }
}
