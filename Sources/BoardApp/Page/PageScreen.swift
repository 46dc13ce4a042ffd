import PlanModel
import TextCanvas

/// An item whole: fields, figures, reasons, what it carries, its thread and its changes.
enum PageScreen {
  static let screen = Screen(
    id: .page, title: Words("一项", "Item"),
    actions: ItemActions.all + ListState.moves,
    unavailable: ItemActions.unavailable,
    reduce: { state, id, _ in
      if let effects = ItemActions.reduce(&state, id) { return effects }
      let page = max(1, state.rows - 8)
      switch id {
      case .up: state.page.top -= 1
      case .down: state.page.top += 1
      case .pageUp: state.page.top -= page
      case .pageDown: state.page.top += page
      case .first: state.page.top = 0
      case .last: state.page.top = PageView.lines(state).count
      default: break
      }
      state.page.top = min(max(0, state.page.top), max(0, PageView.lines(state).count - page))
      return []
    },
    refresh: { state, reader in
      try state.page.loaded.refresh(state.page.item, revision: state.revision) { id in
        guard let id, let detail = try reader.detail(id) else { return nil }
        var above: [ItemID: [Item]] = [:]
        for parent in detail.parents where parent.kind != .trend {
          above[parent.id] = try reader.detail(parent.id)?.parents
        }
        return PageState.Content(
          detail: detail, above: above,
          history: try reader.history(HistoryQuery(item: id, limit: 30)),
          decisions: try reader.decisions(.about(id), limit: 20))
      }
    },
    draw: PageView.draw)
}
