import PlanModel
import TextCanvas

/// The notice row of a grid while one types into a cell.
enum GridTyping {
  static func draw(_ state: AppState, _ layout: Layout, _ canvas: inout Canvas) {
    let sheet = state.sheet
    guard let editor = sheet.grid.editor, let unit = sheet.row?.unit, state.notice == nil else {
      return
    }
    let language = state.language
    let format = Amounts.format(unit, state)
    var at = 2
    let (typed, reason) = GridEditing.parts(of: editor.text)
    if typed.isEmpty {
      at = canvas.put(
        Words("清空此格", "clears the cell")(language), row: layout.notice, column: at, role: .note)
    } else if SpreadCode.isMeant(typed) {
      code(typed, unit, state, layout, &canvas)
      return
    } else {
      do {
        let amount = try AmountText.parse(typed, unit: unit, present: sheet.grid.seen)
        // Money's unit stands before the amount: it needn't move with every character.
        let name = unit.name(language)
        let text =
          amount.map {
            unit.isMoney
              ? Words("（\(name)）= \(format.full($0))", "= \(name) \(format.full($0))")(language)
              : "= \(format.full($0)) \(name)"
          } ?? "·"
        at = canvas.put(text, row: layout.notice, column: at, role: .good)
      } catch {
        at = canvas.put(
          "✗ \(error.words(for: unit)(language))", row: layout.notice, column: at, role: .bad)
      }
    }
    if !reason.isEmpty {
      let why = Words("  原因 \(reason)", "  because \(reason)")(language)
      at = canvas.put(
        TextFit.cut(why, columns: max(0, state.columns - at - 40)), row: layout.notice, column: at,
        role: .note)
    }
    let old = sheet.grid.seen.map { format.full($0) } ?? "·"
    // In one place, so that a typed character moves no words.
    at = max(at, 32)
    canvas.put(
      Words(
        "   Enter 保存并下移  Tab 右移  # 写原因  Esc 还原为 \(old)",
        "   Enter saves and goes down   Tab right   # why   Esc puts \(old) back")(language),
      row: layout.notice, column: at, role: .hint)
  }

  /// A spread code while it is typed: what is wrong with it, or what Enter does.
  private static func code(
    _ text: String, _ unit: AmountUnit, _ state: AppState, _ layout: Layout, _ canvas: inout Canvas
  ) {
    do {
      let code = try SpreadCode.parse(text, unit: unit)
      let count = GridReach.here(state, code.directions)?.cells.count
      let words =
        count.map {
          Words(
            "分摊到 \($0) 格   Enter 先看结果  Esc 不改",
            "over \(Plural.count($0, "cell"))   Enter shows what changes   Esc")
        }
        ?? Words(
          "分摊到下面所有费用项   Enter 先看结果  Esc 不改",
          "over every line below   Enter shows what changes   Esc")
      canvas.put(words(state.language), row: layout.notice, column: 2, role: .good)
    } catch {
      canvas.put("· \(error.words(state.language))", row: layout.notice, column: 2, role: .note)
    }
  }
}
