import PlanModel
import TextCanvas

/// A list that typing searches; what is picked goes to whoever asked.
struct Picker<Choice: Sendable>: Overlay {
  struct Row: Sendable {
    var key: String
    var text: String
    var choice: Choice
  }

  var title: Words
  var editor = LineEditor()
  var rows: [Row] = []
  var index = 0
  /// The rows that match a text.
  var search: @Sendable (String, AppState, any BoardReading) throws -> [Row]
  var pick: @Sendable (Choice, inout AppState) -> [Effect]
  private var searched: String?

  init(
    title: Words, search: @escaping @Sendable (String, AppState, any BoardReading) throws -> [Row],
    pick: @escaping @Sendable (Choice, inout AppState) -> [Effect]
  ) {
    self.title = title
    self.search = search
    self.pick = pick
  }

  mutating func handle(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> OverlayStep {
    switch event {
    case .key(Key(.escape)): return .close
    case .key(Key(.enter)):
      guard rows.indices.contains(index) else { return .stay }
      return .close(pick(rows[index].choice, &state))
    case .key(Key(.down)), .key(Key(.character("n"), .control)), .key(Key(.tab)):
      index = min(index + 1, max(0, rows.count - 1))
    case .key(Key(.up)), .key(Key(.character("p"), .control)): index = max(0, index - 1)
    case .key(Key(.pageDown)): index = min(index + 10, max(0, rows.count - 1))
    case .key(Key(.pageUp)): index = max(0, index - 10)
    case .key(let key): _ = editor.handle(key)
    case .paste(let text): editor.insert(text)
    default: break
    }
    return .stay
  }

  mutating func refresh(_ state: AppState, _ reader: any BoardReading) throws {
    guard searched != editor.text else { return }
    if searched != nil { index = 0 }
    searched = editor.text
    rows = try search(editor.text, state, reader)
  }

  func draw(_ state: AppState, _ canvas: inout Canvas) {
    let box = Box.centred(
      rows: min(16, state.rows - 4), columns: min(66, state.columns - 4), canvas)
    box.draw(
      into: &canvas, title: title(state.language),
      footer: Words("↑↓ 选择  Enter 确定  Esc", "↑↓ choose   Enter take   Esc")(state.language))
    canvas.put("› ", row: box.row + 2, column: box.column + 3, role: .popKey)
    editor.draw(
      into: &canvas, row: box.row + 2, column: box.column + 5, width: max(4, box.inner - 2),
      role: .pop, focused: true)
    let height = max(1, box.rows - 5)
    let top = max(0, index - height + 1)
    let keyWidth = min(8, rows.map { TextFit.width($0.key) }.max() ?? 0)
    for (offset, row) in rows.dropFirst(top).prefix(height).enumerated() {
      let y = box.row + 4 + offset
      let isHere = top + offset == index
      if isHere {
        canvas.fill(
          row: y, column: box.column + 2, rows: 1, columns: box.columns - 4, role: .popOn)
      }
      canvas.put(
        row.key, row: y, column: box.column + 3, role: isHere ? .popOn : .popKey, width: keyWidth)
      let start = keyWidth == 0 ? 0 : keyWidth + 2
      canvas.put(
        TextFit.cut(row.text, columns: max(0, box.inner - start)), row: y,
        column: box.column + 3 + start, role: isHere ? .popOn : .pop)
    }
    ScrollMarks.draw(
      into: &canvas, rows: (box.row + 4)..<(box.row + 4 + height),
      column: box.column + box.columns - 1, above: top > 0, below: top + height < rows.count,
      role: .popKey)
    if rows.isEmpty {
      canvas.put(
        Words("没有符合的项", "nothing matches")(state.language), row: box.row + 4,
        column: box.column + 3, role: .popDim)
    }
  }
}
