import PlanModel
import TextCanvas

/// Every cell that an act would change, before it is written: one step, one undo.
struct ChangePreview: Overlay {
  struct Line: Sendable {
    var name: String
    var was: String
    var now: String
    /// Why this one stays as it is.
    var fault: Words?
  }

  var title: Words
  var count: Int
  /// One line, made when it is looked at: a spread may change thousands.
  var line: @Sendable (Int, AppState) -> Line
  /// The sums before and after, where they say something.
  var sums: (was: String, now: String)?
  var edit: Edit
  var purpose: Purpose
  /// Where one stands once it is written; nil: where one is.
  var place: GridState.Place?
  private var top = 0

  init(
    title: Words, lines: [Line], sums: (was: String, now: String)? = nil, edit: Edit,
    purpose: Purpose
  ) {
    self.init(
      title: title, count: lines.count, line: { index, _ in lines[index] }, sums: sums, edit: edit,
      purpose: purpose)
  }

  init(
    title: Words, count: Int, line: @escaping @Sendable (Int, AppState) -> Line,
    sums: (was: String, now: String)? = nil, edit: Edit, purpose: Purpose
  ) {
    self.title = title
    self.count = count
    self.line = line
    self.sums = sums
    self.edit = edit
    self.purpose = purpose
  }

  mutating func handle(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> OverlayStep {
    guard case .key(let key) = event else { return .stay }
    let most = max(0, count - 1)
    switch key.normalised {
    case Key(.escape), Key(.character("q")): return .close
    case Key(.enter):
      guard !edit.changes.isEmpty else { return .close }
      state.sheet.grid.anchor = nil
      if let place { (state.sheet.grid.row, state.sheet.grid.column) = (place.row, place.column) }
      // A question for a reason lies above what is left after this one has closed.
      var ask = state
      let effects = GridEditing.save(&ask, edit, purpose)
      guard let question = ask.overlays.last, ask.overlays.count > state.overlays.count else {
        return .close(effects)
      }
      return OverlayStep(stays: false, pushes: question, effects: effects)
    case Key(.down), Key(.character("j")): top = min(top + 1, most)
    case Key(.up), Key(.character("k")): top = max(0, top - 1)
    case Key(.pageDown), Key(.character("f"), .control): top = min(top + 10, most)
    case Key(.pageUp), Key(.character("b"), .control): top = max(0, top - 10)
    default: break
    }
    return .stay
  }

  func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let extra = sums == nil ? 0 : 2
    let box = Box.centred(
      rows: min(count + 6 + extra, state.rows - 4), columns: min(76, state.columns - 2),
      canvas)
    let footer =
      edit.changes.isEmpty
      ? Words("没有可写的  Esc 关闭", "nothing to write   Esc closes")
      : Words("Enter 应用（一步，可撤销）  ↑↓ 看全部  Esc 取消", "Enter applies (one step)   ↑↓ more   Esc")
    box.draw(into: &canvas, title: title(language), footer: footer(language))
    let column = box.column + 3
    let numbers = 13
    let first = box.column + box.columns - 3 - 2 * numbers
    let names = max(4, first - column - 1)
    put(&canvas, box.row + 1, first, Words("现在", "now")(language), numbers, .popDim)
    put(&canvas, box.row + 1, first + numbers, Words("之后", "after")(language), numbers, .popDim)
    let height = max(1, box.rows - 4 - extra)
    ScrollMarks.draw(
      into: &canvas, rows: (box.row + 2)..<(box.row + 2 + height),
      column: box.column + box.columns - 1,
      above: top > 0, below: top + height < count, role: .popKey)
    for (offset, index) in (top..<min(count, top + height)).enumerated() {
      let line = line(index, state)
      let row = box.row + 2 + offset
      canvas.put(TextFit.cut(line.name, columns: names), row: row, column: column, role: .pop)
      if let fault = line.fault {
        canvas.put(
          TextFit.cut("✗ \(fault(language))", columns: 2 * numbers), row: row, column: first,
          role: .popBad)
      } else {
        put(&canvas, row, first, line.was, numbers, .popDim)
        put(&canvas, row, first + numbers, line.now, numbers, .popGood)
      }
    }
    guard let sums else { return }
    let row = box.row + box.rows - 3
    canvas.put(
      String(repeating: "─", count: box.columns - 6), row: row, column: column, role: .popRule)
    canvas.put(Words("合计", "total")(language), row: row + 1, column: column, role: .pop)
    put(&canvas, row + 1, first, sums.was, numbers, .popDim)
    put(&canvas, row + 1, first + numbers, sums.now, numbers, .popGood)
  }

  private func put(
    _ canvas: inout Canvas, _ row: Int, _ column: Int, _ text: String, _ width: Int, _ role: Role
  ) {
    canvas.put(text, row: row, column: column, role: role, width: width, align: .right)
  }
}
