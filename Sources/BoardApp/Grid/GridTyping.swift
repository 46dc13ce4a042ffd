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
    if editor.text.isEmpty {
      at = canvas.put(
        Words("清空此格", "clears the cell")(language), row: layout.notice, column: at, role: .note)
    } else if SpreadCode.isMeant(editor.text) {
      code(editor.text, unit, state, layout, &canvas)
      return
    } else {
      do {
        let amount = try AmountText.parse(editor.text, unit: unit, present: sheet.grid.seen)
        let text = amount.map { "= \(format.full($0)) \(unit.name(language))" } ?? "·"
        at = canvas.put(text, row: layout.notice, column: at, role: .good)
      } catch {
        at = canvas.put(
          "✗ \(error.words(for: unit)(language))", row: layout.notice, column: at, role: .bad)
      }
    }
    let old = sheet.grid.seen.map { format.full($0) } ?? "·"
    canvas.put(
      Words(
        "   Enter 保存并下移  Tab 右移  Esc 还原为 \(old)",
        "   Enter saves and goes down   Tab right   Esc puts \(old) back")(language),
      row: layout.notice, column: at, role: .hint)
  }

  /// A spread code while it is typed: what is wrong with it, or what Enter does.
  private static func code(
    _ text: String, _ unit: AmountUnit, _ state: AppState, _ layout: Layout, _ canvas: inout Canvas
  ) {
    do {
      let code = try SpreadCode.parse(text, unit: unit)
      let count = GridSpread.targets(state, code.directions).count
      let words = Words(
        "分摊到 \(count) 格   Enter 先看结果  Esc 不改",
        "over \(count) cells   Enter shows what changes   Esc")
      canvas.put(words(state.language), row: layout.notice, column: 2, role: .good)
    } catch {
      canvas.put("· \(error.words(state.language))", row: layout.notice, column: 2, role: .note)
    }
  }
}
