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
    let isWide = canvas.columns >= 84
    let rows = isWide ? 14 : parts.reduce(3) { $0 + $1.1.count + 1 }
    let box = Box.centred(rows: rows, columns: isWide ? 80 : min(46, canvas.columns - 2), canvas)
    box.draw(
      into: &canvas, title: Words("列与分组", "Columns and grouping")(language),
      footer: Words("按键切换  Enter 关闭", "a key switches   Enter closes")(language))
    var (row, column) = (box.row + 1, box.column + 3)
    for (index, part) in parts.enumerated() {
      if isWide, index == 1 { (row, column) = (box.row + 1, box.column + 42) }
      if isWide, index == 2 { (row, column) = (box.row + 10, box.column + 3) }
      let room = isWide ? 36 : box.inner
      canvas.put(part.0(language), row: row, column: column, role: .popDim)
      row += 1
      for (offset, line) in part.1.enumerated() where row < box.row + box.rows - 1 {
        let isSecond = isWide && index == 2 && offset >= 2
        let (y, x) = isSecond ? (box.row + 9 + offset, box.column + 42) : (row, column)
        canvas.put(line.key, row: y, column: x, role: .popKey)
        canvas.put(line.isOn ? "✓" : " ", row: y, column: x + 2, role: .popGood)
        canvas.put(
          TextFit.cut(line.words(language), columns: room - 4), row: y, column: x + 4,
          role: line.isOn ? .popOn : .pop)
        if !isSecond { row += 1 }
      }
    }
  }
}
