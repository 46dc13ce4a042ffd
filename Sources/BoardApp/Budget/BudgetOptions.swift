import PlanModel
import TextCanvas

/// `v`: what the budget is arranged by, which columns it shows, which months.
struct BudgetOptions: Overlay {
  private static let columnKeys: [Character] = ["g", "p", "f", "c", "a", "l", "d", "y"]

  mutating func handle(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> OverlayStep {
    guard case .key(let key) = event else { return .stay }
    let pressed = key.normalised
    if [Key(.escape), Key(.enter), Key(.character("v")), Key(.character("q"))].contains(pressed) {
      return .close
    }
    guard case .character(let character) = pressed.code, pressed.modifiers.isEmpty else {
      return .stay
    }
    if let index = Self.columnKeys.firstIndex(of: character) {
      toggle(BudgetColumn.allCases[index], &state)
    } else if let number = character.wholeNumberValue,
      BudgetGrouping.allCases.indices.contains(number - 1)
    {
      state.budget.grouping = BudgetGrouping.allCases[number - 1]
      state.budget.toStart()
      state.budget.sheet.grid = GridState()
    } else {
      switch character {
      case "w":
        state.budget.isWholeYear.toggle()
        state.budget.toStart()
        state.budget.sheet.grid.column = 0
      case "o": state.budget.showsOutside = !BudgetSheet.showsOutside(state)
      case "b": state.budget.columns = [.plan, .actual]
      case "s": state.budget.columns = [.plan, .actual, .left]
      default: break
      }
    }
    return .stay
  }

  /// Columns keep their order; one always stays.
  private func toggle(_ column: BudgetColumn, _ state: inout AppState) {
    var columns = Set(state.budget.columns)
    if columns.remove(column) == nil { columns.insert(column) }
    guard !columns.isEmpty else { return }
    state.budget.columns = BudgetColumn.allCases.filter { columns.contains($0) }
    state.budget.sheet.grid.anchor = nil
  }

  private struct Line {
    var key: String
    var words: Words
    var isOn: Bool
  }

  func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let budget = state.budget
    let groupings = BudgetGrouping.allCases.enumerated().map {
      Line(
        key: "\($0.offset + 1)", words: BudgetView.grouping($0.element),
        isOn: $0.element == budget.grouping)
    }
    let columns = zip(Self.columnKeys, BudgetColumn.allCases).map {
      Line(key: String($0.0), words: $0.1.words, isOn: budget.columns.contains($0.1))
    }
    let view = [
      Line(
        key: "w", words: Words("全年十二个月、四个季度", "the whole year, months and quarters"),
        isOn: budget.isWholeYear),
      Line(
        key: "o", words: Words("之前与之后的合计", "sums of before and after"),
        isOn: BudgetSheet.showsOutside(state)),
      Line(
        key: "b", words: Words("预算与实际并列", "plan beside actual"),
        isOn: budget.columns == [.plan, .actual]),
      Line(
        key: "s", words: Words("预算、实际、余额", "plan, actual, left"),
        isOn: budget.columns == [.plan, .actual, .left]),
    ]
    let parts: [(Words, [Line])] = [
      (Words("分组", "Grouping"), groupings), (Words("各列", "Columns"), columns),
      (Words("月份与版式", "Months and layout"), view),
    ]
    // Side by side where it is wide or low; else one below the other.
    let tallest = parts.reduce(3) { $0 + $1.1.count + 1 }
    let isOne = canvas.columns < 60 || canvas.columns < 84 && tallest <= canvas.rows - 4
    let columnsOfParts = isOne ? [parts] : [[parts[0], parts[2]], [parts[1]]]
    let widths = columnsOfParts.map { column in
      column.flatMap(\.1).map { TextFit.width($0.words(language)) + 4 }.max() ?? 0
    }
    let rows = 3 + (columnsOfParts.map { $0.reduce(0) { $0 + $1.1.count + 1 } }.max() ?? 0)
    let wanted = widths.reduce(6, +) + 4 * (widths.count - 1)
    let box = Box.centred(
      rows: min(rows, canvas.rows - 2), columns: min(wanted, canvas.columns - 2), canvas)
    box.draw(
      into: &canvas, title: Words("列与分组", "Columns and grouping")(language),
      footer: Words("Enter 关闭", "Enter close")(language))
    var x = box.column + 3
    for (index, column) in columnsOfParts.enumerated() {
      let room = min(widths[index], box.column + box.columns - 3 - x)
      let lines = column.flatMap { part in
        [(part.0(language), Line?.none)] + part.1.map { ("", Line?.some($0)) }
      }
      // A low window leaves the headings away first.
      let height = box.rows - 2
      let shown = lines.count > height ? lines.filter { $0.1 != nil } : lines
      for (offset, line) in shown.prefix(height).enumerated() {
        draw(line, row: box.row + 1 + offset, column: x, room: room, language, &canvas)
      }
      if shown.count > height {
        canvas.put(
          Words(" ▾ 还有 \(shown.count - height) 个 ", " ▾ \(shown.count - height) more ")(language),
          row: box.row + box.rows - 1, column: x - 1, role: .popDim)
      }
      x += widths[index] + 4
    }
  }

  private func draw(
    _ line: (head: String, entry: Line?), row: Int, column: Int, room: Int, _ language: Language,
    _ canvas: inout Canvas
  ) {
    guard let entry = line.entry else {
      canvas.put(line.head, row: row, column: column, role: .popDim)
      return
    }
    canvas.put(entry.key, row: row, column: column, role: .popKey)
    canvas.put(entry.isOn ? "✓" : " ", row: row, column: column + 2, role: .popGood)
    canvas.put(
      TextFit.cut(entry.words(language), columns: max(0, room - 4)), row: row, column: column + 4,
      role: entry.isOn ? .popOn : .pop)
  }
}
