import PlanModel
import TextCanvas

extension App {
  /// The whole screen for a state.
  public static func draw(_ state: AppState) -> Canvas {
    var canvas = Canvas(columns: state.columns, rows: state.rows)
    if Layout(state).isTiny {
      tiny(state, &canvas)
    } else {
      state.screen.draw(state, &canvas)
      Chrome.draw(state, &canvas)
      for overlay in state.overlays where state.boxes.areDrawn || !overlay.isBrief {
        overlay.draw(state, &canvas)
      }
      if !state.pendingKeys.isEmpty, state.boxes.areDrawn { PrefixPanel.draw(state, &canvas) }
    }
    return state.settings.isASCII ? canvas.asciified() : canvas
  }

  /// A window too small for a screen says where one is.
  private static func tiny(_ state: AppState, _ canvas: inout Canvas) {
    let code = state.home.selected?.code.description ?? ""
    let text = Words("窗口太小", "The window is too small")(state.language)
    let words = [code, "\(state.period)", text].filter { !$0.isEmpty }.joined(separator: " ")
    canvas.put(TextFit.cut(words, columns: state.columns), row: 0, column: 0)
  }
}
