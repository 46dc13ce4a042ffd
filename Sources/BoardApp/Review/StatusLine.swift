import PlanModel
import TextCanvas

/// `t` in a review: the statuses in one row, so that a slow line carries little and the item stays in
/// sight.
struct StatusLine: Overlay {
  var items: [Item]

  var isBrief: Bool { true }

  mutating func handle(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> OverlayStep {
    guard case .key(let key) = event else { return .stay }
    if key == Key(.escape) { return .close }
    var choice = StatusChoice.make(items)
    return choice.handle(event, &state, environment)
  }

  func draw(_ state: AppState, _ canvas: inout Canvas) {
    let row = Layout(state).notice
    let current = items.first?.status
    let words = Status.allCases.map { ($0, "\($0.words(state.language).lowercased())") }
    let widths = words.map { TextFit.width($0.1) + 3 }
    let isShort = widths.reduce(0, +) > canvas.columns - 2
    canvas.fill(row: row, column: 0, rows: 1, columns: canvas.columns, role: .text)
    var (at, y) = (1, row)
    if isShort {
      y = row - 1
      canvas.fill(row: y, column: 0, rows: 1, columns: canvas.columns, role: .text)
    }
    for (index, (status, name)) in words.enumerated() {
      if isShort, index == 4 { (at, y) = (1, row) }
      at = canvas.put("\(status.rawValue)", row: y, column: at, role: .key)
      at = canvas.put(
        "\(name)", row: y, column: at + (isShort ? 1 : 0), role: status == current ? .strong : .text
      )
      at += 2
    }
  }
}
