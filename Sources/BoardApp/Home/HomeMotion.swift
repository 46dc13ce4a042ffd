import PlanModel
import TextCanvas

/// Moving on the home screen.
extension HomeActions {
  /// True when the action was a move.
  static func move(_ state: inout AppState, _ id: ActionID) -> Bool {
    let height = Layout(state).body.count
    switch id {
    case .up: move(&state, by: -1)
    case .down: move(&state, by: 1)
    case .pageDown: state.home.change(state.home.focus) { $0.page(by: 1, height: height) }
    case .pageUp: state.home.change(state.home.focus) { $0.page(by: -1, height: height) }
    case .first: state.home.change(state.home.focus) { $0.toFirst() }
    case .last: state.home.change(state.home.focus) { $0.toLast(height: height) }
    case .left: focus(&state, by: -1, wraps: false)
    case .right: focus(&state, by: 1, wraps: false)
    case .previousPane: focus(&state, by: -1, wraps: true)
    case .nextPane: focus(&state, by: 1, wraps: true)
    default: return false
    }
    return true
  }

  static func move(_ state: inout AppState, by count: Int) {
    let height = Layout(state).body.count
    let leap = state.settings.isLean ? max(1, height / 3) : 1
    state.home.change(state.home.focus) { $0.move(by: count, height: height, leap: leap) }
  }

  /// What follows the cursor waits until it rests, where that saves bytes or readings.
  static func rest(_ state: inout AppState, _ environment: Environment) {
    let followed = state.home.isNarrow && state.home.focus != .activity
    guard state.settings.isLean || followed else { return }
    state.home.restsAt = environment.now + HomeState.rest
  }

  private static func focus(_ state: inout AppState, by step: Int64, wraps: Bool) {
    var next = state.home.focus.rawValue + step
    if wraps { next = (next + 2) % 3 + 1 }
    guard let kind = ItemKind(rawValue: next) else { return }
    state.home.focus = kind
    state.home.clearMarks()
  }

  /// The mouse: a click stands on a row, the wheel moves.
  static func typed(
    _ state: inout AppState, _ event: InputEvent, _ environment: Environment
  ) -> [Effect]? {
    guard case .mouse(let mouse) = event else { return nil }
    let layout = Layout(state)
    switch mouse.action {
    case .wheelUp: move(&state, by: -3)
    case .wheelDown: move(&state, by: 3)
    case .press:
      guard layout.body.contains(mouse.row),
        let pane = HomeView.panes(state).first(where: { $0.columns.contains(mouse.column) })
      else { return [] }
      if state.home.focus != pane.kind { state.home.clearMarks() }
      state.home.focus = pane.kind
      state.home.change(pane.kind) {
        $0.stand(onLine: mouse.row - layout.body.lowerBound, height: layout.body.count)
      }
    default: break
    }
    return []
  }
}
