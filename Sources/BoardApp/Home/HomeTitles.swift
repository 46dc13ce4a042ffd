import PlanModel
import TextCanvas

/// What stands in the heads of the panes.
enum HomeTitles {
  static func title(_ kind: ItemKind, _ state: AppState) -> String {
    let name = kind.plural(state.language)
    switch kind {
    case .trend: return "\(name) · \(Words("三年", "3 years")(state.language))"
    case .target: return "\(name) · \(state.year)"
    case .activity: return "\(name) · \(state.period)"
    case .decision: return name
    }
  }

  /// The count; where the list is narrowed, by what (`Y6 · 2`, `/lead:sales · 5`).
  static func count(_ kind: ItemKind, _ state: AppState, isOpen: Bool) -> String {
    let count = state.home.pane(kind).tally.rows.count
    var text = "\(count)"
    if let code = narrowing(kind, state) { text = "\(code) · \(text)" }
    // While it is being typed it stands in its own line.
    if kind == state.home.focus, !state.home.filterText.isEmpty, !state.home.isFiltering {
      text = "/\(TextFit.cut(state.home.filterText, columns: 20)) · \(text)"
    }
    if isOpen, kind == .activity { text = "\(Amounts.head(state)) · \(text)" }
    return text
  }

  private static func narrowing(_ kind: ItemKind, _ state: AppState) -> String? {
    switch HomeRead.scope(state, kind).under {
    case .everything: nil
    case .parent(let id), .trend(let id):
      ItemKind.horizons.lazy.compactMap { kind in
        state.home.pane(kind).rows.rows.items.first { $0.id == id }?.code.description
      }.first
    }
  }
}

/// The head of a window that shows one list: the other horizons are the path above it.
enum PathHead {
  static func draw(_ state: AppState, _ layout: Layout, _ canvas: inout Canvas) {
    let focus = state.home.focus
    canvas.put(
      String(repeating: "─", count: state.columns), row: 1, column: 0, role: .ruleFocus)
    var at = 1
    for kind in ItemKind.horizons {
      let text = " \(HomeTitles.title(kind, state)) "
      at = canvas.put(text, row: 1, column: at, role: kind == focus ? .headFocus : .head)
      if kind != .activity { at = canvas.put("›", row: 1, column: at, role: .dim) }
    }
    let right = " \(HomeTitles.count(focus, state, isOpen: true)) "
    let start = state.columns - TextFit.width(right) - 2
    if start > at { canvas.put(right, row: 1, column: start, role: .headFocus) }

    let path = ItemKind.horizons.prefix { $0 != focus }.compactMap { kind -> String? in
      guard let item = state.home.pane(kind).selected else { return nil }
      return "\(item.code) \(item.title(state.language))"
    }.joined(separator: " › ")
    let columns = PaneColumns.of(focus, width: state.columns, state)
    let room = state.columns - columns.reduce(0) { $0 + $1.width } - 2
    canvas.put(
      TextFit.cut(path, columns: max(0, room)), row: 2, column: 1, role: .dim)
  }
}
