import PlanModel
import TextCanvas

/// What stands below a grid about the cell one stands on. On a slow line it follows once the cursor
/// rests.
struct GridDetail: Hashable, Sendable {
  struct Fact: Hashable, Sendable {
    var name: Words
    var text: String
    var role: Role
  }

  var title = ""
  var facts: [Fact] = []

  func draw(_ layout: GridLayout, _ state: AppState, _ canvas: inout Canvas) {
    let top = layout.detailTop
    canvas.put(String(repeating: "─", count: state.columns), row: top, column: 0, role: .rule)
    guard !title.isEmpty else { return }
    canvas.put(
      " \(TextFit.cut(title, columns: state.columns - 8)) ", row: top, column: 2, role: .headFocus)
    for (offset, fact) in facts.prefix(layout.detailRows - 1).enumerated() {
      let line = top + 1 + offset
      canvas.put(fact.name(state.language), row: line, column: 2, role: .dim, width: 8)
      canvas.put(
        TextFit.cut(fact.text, columns: state.columns - 12), row: line, column: 10, role: fact.role)
    }
  }
}
