import PlanModel
import TextCanvas

/// What keys do on the home screen.
enum HomeActions {
  static func unavailable(_ state: AppState, _ id: ActionID) -> Words? {
    if let reason = ItemActions.unavailable(state, id) { return reason }
    if [.open, .mark, .markRange].contains(id), state.home.selected == nil {
      return Words("这里还没有内容。n 新建", "Nothing here yet. n new")
    }
    if id == .paste, state.copied.isEmpty {
      return Words("先用 y 复制", "Copy with y first")
    }
    if id == .copyPeriod, state.home.focus != .activity {
      return Words("只有活动能复制到本季；3 去活动", "Only activities are copied into a quarter; 3 goes to them")
    }
    return nil
  }

  static func reduce(
    _ state: inout AppState, _ id: ActionID, _ environment: Environment
  ) -> [Effect] {
    if move(&state, id) {
      rest(&state, environment)
      return []
    }
    if let effects = ItemActions.reduce(&state, id) { return effects }
    switch id {
    case .narrow: state.home.isNarrow.toggle()
    case .zoom: state.home.isZoomed.toggle()
    case .filter: state.overlays.append(HomeFilter.line(&state))
    case .clear: clear(&state)
    case .mark: mark(&state)
    case .markRange: markRange(&state)
    case .new: state.openForm(ItemForm(new: state.home.focus, state))
    case .paste: return CopyPeriod.paste(&state)
    case .copyPeriod: state.overlays.append(CopyPeriod.make(state))
    case .open:
      if let item = state.home.selected {
        state.page.show(item.id)
        state.go(to: .page)
      }
    case .nextHit:
      move(&state, by: 1)
      rest(&state, environment)
    case .previousHit:
      move(&state, by: -1)
      rest(&state, environment)
    default: break
    }
    return []
  }

  private static func clear(_ state: inout AppState) {
    if !state.home.marked.isEmpty || state.home.rangeStart != nil {
      state.home.clearMarks()
    } else if !state.home.filter.isEmpty {
      HomeFilter.clear(&state)
    }
  }

  private static func mark(_ state: inout AppState) {
    guard let item = state.home.selected else { return }
    state.home.toggleMark(item)
    move(&state, by: 1)
    sayMarks(&state)
  }

  private static func markRange(_ state: inout AppState) {
    guard let item = state.home.selected else { return }
    guard let start = state.home.rangeStart else {
      state.home.rangeStart = item
      state.say(
        .note,
        Words("从 \(item.code) 起；移到末项再按 V", "From \(item.code); go to the last one and press V"))
      return
    }
    state.home.rangeStart = nil
    state.home.rangeToMark = min(start.key, item.key)...max(start.key, item.key)
  }

  static func sayMarks(_ state: inout AppState) {
    let count = state.home.marked.count
    guard count > 0 else { return }
    state.say(.note, Words("已标记 \(count) 项；Esc 清除", "\(count) marked; Esc clears"))
  }
}
