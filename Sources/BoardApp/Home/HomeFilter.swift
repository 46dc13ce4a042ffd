import PlanModel

/// Narrowing the open pane while one types.
enum HomeFilter {
  static func line(_ state: inout AppState) -> InputLine {
    state.home.isFiltering = true
    return InputLine(
      prompt: Words("/", "/"), text: state.home.filterText,
      hint: { text, state in
        let pane = state.home.pane(state.home.focus)
        let count = pane.tally.rows.count
        let fault = FilterText(text, state.fieldText).faults.first
        if let fault { return fault }
        return Words(
          "\(count) 项   Enter 保留  Esc 清除", "\(Plural.count(count, "hit"))   Enter keep  Esc clear")
      },
      changed: { text, state in
        state.home.filterText = text
        state.home.filter = FilterText(text, state.fieldText).filter
        state.home.goesToFirst = true
        if state.settings.isLean {
          state.home.restsAt = state.now + HomeState.rest
          state.home.listWaits = true
        }
      },
      cancel: { state in clear(&state) },
      accept: { text, state, _ in
        state.home.filterText = text
        (state.home.restsAt, state.home.isFiltering) = (nil, false)
        if text.isEmpty { clear(&state) }
        return []
      })
  }

  static func clear(_ state: inout AppState) {
    (state.home.restsAt, state.home.goesToFirst) = (nil, false)
    state.home.isFiltering = false
    state.home.filter = Filter()
    state.home.filterText = ""
    state.home.change(state.home.focus) { $0.wanted = $0.cursor }
  }
}
