import PlanModel
import TextCanvas

/// After the first key of a sequence: what can follow.
enum PrefixPanel {
  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let next = App.keymap(of: state).continuations(of: state.pendingKeys)
    guard !next.isEmpty else { return }
    let language = state.language
    let perRow = state.columns >= 74 ? 3 : state.columns >= 50 ? 2 : 1
    let lines = (next.count + perRow - 1) / perRow
    let box = Box.centred(
      rows: lines + 4, columns: min(state.columns - 4, perRow * 24 + 6), canvas)
    let keys = state.pendingKeys.map(\.name).joined(separator: " ")
    box.draw(
      into: &canvas, title: "\(keys) …", footer: "Esc")
    for (index, item) in next.enumerated() {
      let row = box.row + 2 + index % lines
      let column = box.column + 3 + index / lines * 24
      canvas.put(item.key.name, row: row, column: column, role: .popKey)
      canvas.put(
        TextFit.cut(Actions.action(item.action).words(language), columns: 17), row: row,
        column: column + 4, role: .pop)
    }
  }
}
