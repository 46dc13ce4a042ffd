import PlanModel
import TextCanvas

/// Draws the board's settings, people and lists.
enum ListsView {
  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    Chrome.head(
      &canvas, row: 1, column: 0, width: state.columns,
      title: Words("计划板与列表", "Board and lists")(language), right: "", focused: true)
    let list = state.lists.list
    for (offset, row) in state.lists.rows.dropFirst(list.top).prefix(ListState.height(state))
      .enumerated()
    {
      draw(row, state, &canvas, y: 3 + offset, isHere: list.top + offset == list.index)
    }
  }

  private static func draw(
    _ row: ListsRow, _ state: AppState, _ canvas: inout Canvas, y: Int, isHere: Bool
  ) {
    let language = state.language
    canvas.put(isHere ? "▸" : " ", row: y, column: 0, role: .key)
    let role: Role = isHere ? .strong : .text
    switch row {
    case .head(let words): canvas.put(words(language), row: y, column: 1, role: .headFocus)
    case .setting(let setting):
      canvas.put(SettingText.name(setting)(language), row: y, column: 3, role: .dim, width: 28)
      let text = SettingText.text(setting, state)
      canvas.put(
        TextFit.cut(text.isEmpty ? "·" : text, columns: max(0, state.columns - 33)), row: y,
        column: 32, role: role)
    case .person(let id):
      guard let person = state.board.people[id] else { return }
      canvas.put(person.name, row: y, column: 3, role: .dim, width: 14)
      canvas.put(TextFit.cut(person.display(language), columns: 14), row: y, column: 18, role: role)
      if let department = person.department {
        canvas.put(
          department.words(language), row: y, column: 34, role: LeadSign.role(of: department))
      }
      let post = language == .chinese || person.postEn.isEmpty ? person.post : person.postEn
      canvas.put(
        TextFit.cut(post, columns: max(0, state.columns - 48)), row: y, column: 46, role: .dim)
    case .entry(let id):
      guard let entry = state.board.entries[id] else { return }
      canvas.put(TextFit.cut(entry.code, columns: 20), row: y, column: 3, role: .dim, width: 21)
      canvas.put(TextFit.cut(entry.zh, columns: 16), row: y, column: 25, role: role)
      canvas.put(
        TextFit.cut(entry.en, columns: max(0, state.columns - 44)), row: y, column: 43, role: role)
    case .new, .newPerson:
      canvas.put(Words("+ n 新增", "+ n adds one")(language), row: y, column: 3, role: .hint)
    }
  }
}
