import PlanModel
import TextCanvas

/// What stands on every screen: the bar at the top, the notice, the keys.
enum Chrome {
  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    titleBar(state, &canvas)
    let layout = Layout(state)
    noticeRow(state, &canvas, row: layout.notice)
    if state.rows >= 4 {
      canvas.put(
        String(repeating: "─", count: state.columns), row: state.rows - 2, column: 0, role: .rule)
    }
    keys(state, &canvas, row: layout.keys)
  }

  static func titleBar(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    canvas.fill(row: 0, column: 0, rows: 1, columns: state.columns, role: .title)
    let end = canvas.put(
      " \(Words("三板", "Sanban")(language))", row: 0, column: 0, role: .title)
    let right = rightTitle(state)
    let rightStart = state.columns - right.reduce(0) { $0 + TextFit.width($1.0) } - 1
    var at = rightStart
    for (text, role) in right { at = canvas.put(text, row: 0, column: at, role: role) }

    let period = "◂ \(PeriodText.title(state.period, state)) ▸"
    let periodWidth = TextFit.width(period)
    let periodStart = min((state.columns - periodWidth) / 2, rightStart - periodWidth - 2)
    guard periodStart > end + 2 else { return }
    canvas.put(period, row: 0, column: periodStart, role: .title)
    var name = state.board.title(language)
    let years = "\(state.board.firstYear)–\(state.board.firstYear + 2)"
    let long = "\(name) · 3-3-3 \(Words("计划", "plan")(language)) \(years)"
    if TextFit.width(long) <= periodStart - end - 4 { name = long }
    canvas.put(
      TextFit.cut(name, columns: max(0, periodStart - end - 4)), row: 0, column: end + 2,
      role: .titleDim)
  }

  private static func rightTitle(_ state: AppState) -> [(String, Role)] {
    let language = state.language
    var parts: [(String, Role)] = []
    if state.columns >= 70 {
      let name = state.person?.display(language) ?? state.me
      let department = state.person?.department?.words(language)
      let text =
        department.map { language == .chinese ? "\(name) \($0)" : "\(name), \($0.lowercased())" }
        ?? name
      parts.append((TextFit.cut(text, columns: 24) + "   ", .titleDim))
    }
    switch state.saveStatus {
    case .saved: parts.append(("✓ \(Words("已保存", "saved")(language))", .titleGood))
    case .saving: parts.append((Words("保存中…", "saving…")(language), .titleWarn))
    case .failed: parts.append(("✗ \(Words("未保存", "not saved")(language))", .titleWarn))
    }
    return parts
  }

  static func noticeRow(_ state: AppState, _ canvas: inout Canvas, row: Int) {
    guard let notice = state.notice, row > 0 else { return }
    let role: Role =
      switch notice.kind {
      case .good: .good
      case .bad: .bad
      case .note: .note
      }
    canvas.fill(row: row, column: 0, rows: 1, columns: state.columns, role: .text)
    canvas.put(
      TextFit.cut("  \(notice.sign)\(notice.words(state.language))", columns: state.columns - 1),
      row: row, column: 0, role: role)
  }

  private static let arrows = ["Left": "←", "Right": "→"]

  /// The footer, made from the table of actions. Help is always in it; where there is little room the
  /// less important ones are left away.
  static func keys(_ state: AppState, _ canvas: inout Canvas, row: Int) {
    let screen = state.screen
    let ids = screen.footer ?? screen.actions + [.undo, .palette, .help, .quit]
    let hints = ids.compactMap { hint($0, state) }
    var room = state.columns - 1
    var shown: Set<ActionID> = []
    let hasOrder = screen.footer != nil
    let byRank = hints.enumerated().sorted {
      rank($0, isGiven: hasOrder) < rank($1, isGiven: hasOrder)
    }
    for hint in byRank.map(\.element)
    where hint.width < room {
      shown.insert(hint.id)
      room -= hint.width + 2
    }
    var at = 1
    for hint in hints where shown.contains(hint.id) {
      at = canvas.put(hint.key, row: row, column: at, role: .key) + 1
      at = canvas.put(hint.text, row: row, column: at, role: .hint) + 2
    }
  }

  private struct Hint {
    var id: ActionID
    var key: String
    var text: String
    var width: Int { TextFit.width(key) + 1 + TextFit.width(text) }
  }

  private static func hint(_ id: ActionID, _ state: AppState) -> Hint? {
    let action = Actions.action(id)
    // What would refuse isn't offered; in a grid, where that changes from cell to cell, all stays: a
    // step there has to be few bytes.
    let isGrid = [ScreenID.budget, .targets, .trends].contains(state.screen.id)
    guard let words = state.screen.footerWords[id] ?? action.footer,
      isGrid || state.screen.unavailable(state, id) == nil
    else { return nil }
    let name = state.keyOverrides[id]?.first ?? action.keys.first ?? ""
    return Hint(id: id, key: arrows[name] ?? name, text: words(state.language))
  }

  /// Help first, then what is done here in its order, undo among the first of it; a footer that a
  /// screen has given itself is in the order of importance.
  private static func rank(
    _ place: (offset: Int, element: Hint), isGiven: Bool
  ) -> (Int, Int) {
    switch place.element.id {
    case .help: (0, 0)
    case _ where isGiven: (1, place.offset)
    case .undo: (1, 3)
    case .palette: (2, 0)
    case .quit: (2, 1)
    default: (1, place.offset)
    }
  }

  /// The head of a pane: a thin rule with name and count.
  static func head(
    _ canvas: inout Canvas, row: Int, column: Int, width: Int, title: String, right: String,
    focused: Bool
  ) {
    let rule: Role = focused ? .ruleFocus : .rule
    canvas.put(String(repeating: "─", count: width), row: row, column: column, role: rule)
    let rightWidth = TextFit.width(right)
    let room = max(0, width - rightWidth - 7)
    canvas.put(
      " \(TextFit.cut(title, columns: room)) ", row: row, column: column + 1,
      role: focused ? .headFocus : .head)
    guard !right.isEmpty, width > rightWidth + 6 else { return }
    canvas.put(
      " \(right) ", row: row, column: column + width - rightWidth - 3,
      role: focused ? .headFocus : .dim)
  }
}
