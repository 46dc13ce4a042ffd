import PlanModel
import TextCanvas

/// What can be done on every screen.
enum GlobalActions {
  static let all: [ActionID] = [
    .goTrends, .goTargets, .goActivities, .goBudget, .goTargetFigures, .goTrendFigures, .goCheck,
    .goReview, .goLog, .goBin, .goLists, .goImport, .back,
    .previousPeriod,
    .nextPeriod, .previousYear, .nextYear, .undo, .redo, .repeatLast, .palette, .help, .redraw,
    .suspend, .quit,
  ]

  /// Nil: the screen's own business.
  static func reduce(
    _ state: inout AppState, _ id: ActionID, _ environment: Environment
  ) -> [Effect]? {
    switch id {
    case .goTrends: stand(&state, on: .trend)
    case .goTargets: stand(&state, on: .target)
    case .goActivities: stand(&state, on: .activity)
    case .goBudget: state.go(to: .budget)
    case .goTargetFigures: state.go(to: .targets)
    case .goTrendFigures: state.go(to: .trends)
    case .goCheck: state.go(to: .check)
    case .goReview: state.go(to: .review)
    case .goLog: state.go(to: .log)
    case .goBin: state.go(to: .bin)
    case .goLists: state.go(to: .lists)
    case .goImport: return ImportScreen.open(&state)
    case .help: state.go(to: .help)
    case .back:
      guard state.trail.count > 1 else {
        state.say(.note, Words("这里就是起点", "This is where you began"))
        return []
      }
      return leave(&state)
    case .quit: return state.trail.count > 1 ? leave(&state) : [.quit]
    case .previousPeriod: state.period = state.period.advanced(by: -1)
    case .nextPeriod: state.period = state.period.advanced(by: 1)
    case .previousYear: state.period = state.period.advanced(by: -4)
    case .nextYear: state.period = state.period.advanced(by: 4)
    case .undo: return [.undo()]
    case .redo: return [.redo]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .palette: state.overlays.append(Palette.make(state))
    case .repeatLast:
      if let effects = GridEditing.typeAgain(&state) { return effects }
      if let again = state.again { return again(&state) }
      guard let last = state.lastAction, last != .repeatLast else {
        state.say(.note, Words("还没有可重复的操作", "Nothing to repeat yet"))
        return []
      }
      guard state.screen.actions.contains(last) else {
        let words = Actions.action(last).words
        state.say(
          .note, Words("“\(words.zh)”在这里不能重复", "“\(words.en)” can't be repeated here"))
        return []
      }
      return App.perform(&state, last, environment)
    default: return nil
    }
    return []
  }

  /// Back to the screen before; a look at a file that nobody sees any more is given up.
  private static func leave(_ state: inout AppState) -> [Effect] {
    let left = state.trail.removeLast()
    guard left == .importing, state.importing.isBusy else { return [] }
    return state.importing.stop()
  }

  private static func stand(_ state: inout AppState, on kind: ItemKind) {
    if state.trail.last == .home, state.home.focus == kind {
      state.sayHere()
      return
    }
    if state.trail.last != .home { state.trail.append(.home) }
    state.home.focus = kind
  }
}
