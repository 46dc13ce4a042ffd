import PlanModel
import TextCanvas

/// Draws the home screen.
enum HomeView {
  /// A pane and the columns it lies in.
  struct Pane {
    var kind: ItemKind
    var columns: Range<Int>
    var isOpen: Bool
  }

  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let layout = Layout(state)
    let panes = panes(state)
    for pane in panes {
      PaneView(state: state, layout: layout, pane: pane).draw(into: &canvas)
      if pane.columns.lowerBound > 0 {
        for row in 1..<layout.detailTop {
          canvas.put("│", row: row, column: pane.columns.lowerBound - 1, role: .rule)
        }
      }
    }
    if panes.count == 1 { PathHead.draw(state, layout, &canvas) }
    if state.board.isEmptyPlan(state) { EmptyBoard.draw(state, layout, &canvas) }
    if layout.detailRows > 0 { DetailView.draw(state, layout, &canvas) }
    warning(state, layout, &canvas)
  }

  /// Where the panes lie: the focused one is open, the others are folded; narrow windows show one.
  static func panes(_ state: AppState) -> [Pane] {
    let focus = state.home.focus
    guard Layout(state).isWide, !state.home.isZoomed else {
      return [Pane(kind: focus, columns: 0..<state.columns, isOpen: true)]
    }
    let fold = min(34, max(22, state.columns / 5 + 2))
    let open = state.columns - 2 * fold - 2
    var at = 0
    return ItemKind.horizons.map { kind in
      let width = kind == focus ? open : fold
      defer { at += width + 1 }
      return Pane(kind: kind, columns: at..<(at + width), isOpen: kind == focus)
    }
  }

  /// What is wrong with the item under the cursor, unless there is something to say.
  private static func warning(_ state: AppState, _ layout: Layout, _ canvas: inout Canvas) {
    guard state.notice == nil, let detail = state.home.detail.rows else { return }
    let warnings = Warnings.of(detail, board: state.board, today: state.today)
    guard !warnings.isEmpty else { return }
    let separator = Words("；", "; ")(state.language)
    let text = warnings.map { $0(state.language) }.joined(separator: separator)
    canvas.put(
      TextFit.cut("  ⚑ \(text)", columns: state.columns - 1), row: layout.notice, column: 0,
      role: .note)
  }
}

extension Board {
  /// Nothing has been planned yet, as far as the home screen can see.
  func isEmptyPlan(_ state: AppState) -> Bool {
    ItemKind.horizons.allSatisfy {
      let pane = state.home.pane($0)
      return pane.rows.rows.items.isEmpty && pane.tally.rows.count == 0
    } && state.home.filter.isEmpty && !state.home.isNarrow
  }
}
