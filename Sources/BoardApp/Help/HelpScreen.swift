import PlanModel
import TextCanvas

/// `?`: the keys of the screen one came from, made from the table of actions.
enum HelpScreen {
  static let screen = Screen(
    id: .help, title: Words("帮助", "Help"),
    actions: [.filter, .allScreens, .clear] + ListState.moves,
    unavailable: { _, id in
      // What it would change isn't in sight here.
      [.undo, .redo, .repeatLast].contains(id)
        ? Words("先用 q 离开帮助", "q leaves the help first") : nil
    },
    reduce: { state, id, _ in
      switch id {
      case .filter:
        state.overlays.append(
          InputLine(
            prompt: Words("/", "/"), text: state.helpFilter,
            hint: { _, _ in Words("Enter 保留  Esc 清除", "Enter keep  Esc clear") },
            changed: { text, state in
              state.helpFilter = text
              state.help.index = 0
            },
            cancel: { state in state.helpFilter = "" },
            accept: { text, state, _ in
              state.helpFilter = text
              return []
            }))
      case .clear: state.helpFilter = ""
      case .allScreens:
        state.helpShowsAll.toggle()
        state.help.index = 0
      default: _ = state.help.move(id, count: rows(state).count, height: 1)
      }
      return []
    },
    refresh: { _, _ in }, draw: draw)

  private struct Row {
    var keys: String
    var words: Words
    var isHead = false
    var isUnavailable = false
  }

  private static func rows(_ state: AppState) -> [Row] {
    state.helpShowsAll ? rowsOfAll(state) : rowsOfOne(state)
  }

  private static func finds(_ action: Action, _ state: AppState) -> Bool {
    let body = Folding.fold(
      "\(action.words.zh) \(action.words.en) \(action.keys.joined(separator: " "))")
    return Folding.fold(state.helpFilter).split(separator: " ").allSatisfy { body.contains($0) }
  }

  /// What each screen does, then what all of them do.
  private static func rowsOfAll(_ state: AppState) -> [Row] {
    var known = Set(GlobalActions.all + ListState.moves)
    var rows: [Row] = []
    func add(_ title: Words, _ ids: [ActionID]) {
      let actions = ids.map(Actions.action).filter { finds($0, state) }
      guard !actions.isEmpty else { return }
      rows.append(Row(keys: "", words: title, isHead: true))
      rows += actions.map { action in
        let keys = state.keyOverrides[action.id] ?? action.keys
        return Row(keys: keys.joined(separator: "  "), words: action.words)
      }
    }
    for id in ScreenID.allCases {
      let screen = Screens.screen(id)
      add(screen.title, screen.actions.filter { known.insert($0).inserted })
    }
    add(Words("到处可用", "Everywhere"), ListState.moves + GlobalActions.all)
    return rows
  }

  private static func rowsOfOne(_ state: AppState) -> [Row] {
    let behind = state.trail.dropLast().last ?? .home
    let screen = Screens.screen(behind)
    let ids = screen.actions + GlobalActions.all
    // A screen's own keys come before those that act everywhere.
    let own = Set(screen.actions.flatMap { Actions.action($0).keys })
    func keys(_ action: Action) -> [String] {
      if let mine = state.keyOverrides[action.id] { return mine }
      return screen.actions.contains(action.id)
        ? action.keys : action.keys.filter { !own.contains($0) }
    }
    var rows: [Row] = []
    for group in ActionGroup.allCases {
      let actions = Actions.all.filter {
        $0.group == group && ids.contains($0.id) && finds($0, state)
      }
      guard !actions.isEmpty else { continue }
      rows.append(Row(keys: "", words: group.words, isHead: true))
      rows += actions.map {
        Row(
          keys: keys($0).joined(separator: "  "), words: $0.words,
          isUnavailable: screen.unavailable(state, $0.id) != nil)
      }
    }
    return rows
  }

  private static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let behind = Screens.screen(state.trail.dropLast().last ?? .home)
    Chrome.head(
      &canvas, row: 1, column: 0, width: state.columns,
      title: "\(Words("帮助", "Help")(language)) · "
        + (state.helpShowsAll ? Words("全部屏幕", "all screens") : behind.title)(language),
      right: "",
      focused: true)
    let rows = rows(state)
    let height = max(1, state.rows - 6)
    let perScreen = max(1, state.columns / 46)
    let width = state.columns / perScreen
    for (offset, row) in rows.dropFirst(state.help.index).enumerated() {
      let column = offset / height
      guard column < perScreen else { break }
      let y = 3 + offset % height
      let x = column * width + 2
      if row.isHead {
        canvas.put(row.words(language), row: y, column: x, role: .headFocus)
      } else {
        canvas.put(
          TextFit.cut(row.keys, columns: 16), row: y, column: x, role: .key, width: 16,
          align: .right)
        canvas.put(
          TextFit.cut(row.words(language), columns: width - 21), row: y, column: x + 18,
          role: row.isUnavailable ? .faint : .text)
      }
    }
  }
}
