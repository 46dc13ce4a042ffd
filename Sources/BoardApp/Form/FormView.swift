import PlanModel
import TextCanvas

extension ItemForm {
  func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let layout = FormLayout(self, state)
    let box = layout.box
    let title =
      detail.map { "\($0.item.code) \($0.item.title(language))" }
      ?? Words("新\(kind.words.zh)", "New \(kind.words.en.lowercased())")(language)
    box.draw(
      into: &canvas, title: title,
      footer: Words(
        "Ctrl-s 保存  Tab 下一项  Esc 收起（草稿留着）", "Ctrl-s save  Tab next  Esc put aside (draft kept)")(
          language))
    for (index, row, rows) in layout.shown {
      line(index, state, layout, row: row, rows: rows, &canvas)
    }
    ScrollMarks.draw(
      into: &canvas, rows: (box.row + 2)..<(box.row + 2 + layout.height),
      column: box.column + box.columns - 1, above: layout.top > 0,
      below: layout.top + layout.height < layout.whole, role: .popKey)
    let help = box.row + box.rows - 2
    if let fault {
      canvas.put(
        TextFit.cut("✗ \(fault(language))", columns: box.inner), row: help, column: box.column + 3,
        role: .popBad)
    } else {
      canvas.put(
        TextFit.cut(hint(language), columns: box.inner), row: help, column: box.column + 3,
        role: .popDim)
    }
  }

  private func line(
    _ index: Int, _ state: AppState, _ layout: FormLayout, row: Int, rows: Int,
    _ canvas: inout Canvas
  ) {
    let box = layout.box
    let field = fields[index]
    let language = state.language
    let isFocused = index == focus
    let name =
      field.isLinks
      ? (kind == .activity ? Words("支撑目标", "Serves") : Words("支撑趋势", "Serves")) : field.field.words
    canvas.put(isFocused ? "▸" : " ", row: row, column: box.column + 2, role: .popKey)
    canvas.put(
      name(language), row: row, column: box.column + 3, role: isFocused ? .popHead : .popDim,
      width: 15)
    let (column, room) = (layout.fieldColumn, layout.fieldWidth)
    if field.isLinks {
      links(state, row, column, room, isFocused, &canvas)
    } else if field.isLong {
      field.editor.drawRows(
        into: &canvas, row: row, column: column, width: room, height: rows,
        role: isFocused ? .fieldOn : .pop, focused: isFocused)
    } else if field.isTyped {
      field.editor.draw(
        into: &canvas, row: row, column: column, width: room,
        role: isFocused ? .fieldOn : .pop, focused: isFocused)
    } else if !field.options.isEmpty {
      options(field, state, row, column, room, isFocused, &canvas)
    } else {
      let text = state.fieldText.display(field.field, field.picked)
      canvas.put(
        text.isEmpty ? "·" : text, row: row, column: column, role: isFocused ? .fieldOn : .pop,
        width: isFocused ? room : nil)
      if isFocused { canvas.cursor = Canvas.Position(row: row, column: column) }
    }
  }

  private func options(
    _ field: FormField, _ state: AppState, _ row: Int, _ column: Int, _ room: Int,
    _ isFocused: Bool, _ canvas: inout Canvas
  ) {
    var at = column
    // Where they don't all fit, those around the picked one are shown.
    let widths = field.options.map { TextFit.width($0.words(state.language)) + (isFocused ? 4 : 2) }
    let picked = field.options.firstIndex { Value.integer($0.value) == field.picked } ?? 0
    var first = 0
    while first < picked, widths[first...picked].reduce(0, +) > room - 4 { first += 1 }
    if first > 0 { at = canvas.put("…", row: row, column: at, role: .popDim) }
    for (index, option) in field.options.enumerated().dropFirst(first) {
      let isPicked = Value.integer(option.value) == field.picked
      let number = isFocused ? "\(index + 1) " : ""
      let text = "\(number)\(option.words(state.language))"
      guard at + TextFit.width(text) + 2 <= column + room else { break }
      at = canvas.put(
        isPicked ? "[\(text)]" : " \(text) ", row: row, column: at,
        role: isPicked ? .popOn : .popDim)
    }
    if isFocused { canvas.cursor = Canvas.Position(row: row, column: column) }
  }

  private func links(
    _ state: AppState, _ row: Int, _ column: Int, _ room: Int, _ isFocused: Bool,
    _ canvas: inout Canvas
  ) {
    let text = serves.map { "\($0.code) \($0.title)\($0.isMain ? " ★" : "")" }
      .joined(separator: "   ")
    let more = isFocused ? Words("  + 添加", "  + add")(state.language) : ""
    canvas.put(
      TextFit.cut((text.isEmpty ? "·" : text) + more, columns: room), row: row, column: column,
      role: isFocused ? .fieldOn : .pop, width: isFocused ? room : nil)
    if isFocused { canvas.cursor = Canvas.Position(row: row, column: column) }
  }

  private func hint(_ language: Language) -> String {
    let field = fields[focus]
    if field.isLinks {
      return Words(
        "Enter 添加  Backspace 去掉最后一个  * 换主要依托",
        "Enter adds  Backspace drops the last  * another main reason")(language)
    }
    switch field.field.type {
    case .day:
      return Words("日期可写 10-25、10月25日、下周一、+3周", "10-25, 25 Oct, next monday, +3w")(language)
    case .money: return Words("12万、1.2亿、38k 都可以", "38k, 1.5m, 1,200.50")(language)
    case .tags: return Words("标签用 ; 分开", "Tags are separated by ;")(language)
    case .period: return Words("2026Q4、2026年四季度", "2026Q4, 2026")(language)
    case .percent: return "0–100"
    case .longText:
      return Words(
        "Ctrl-j 换行  ↑↓ 在文中移动  Enter 保存本项", "Ctrl-j new line   ↑↓ inside   Enter keeps the item")(
          language)
    default:
      if field.opensPicker {
        return Words("Enter 选择，或直接输入查找", "Enter chooses; typing searches")(language)
      }
      if !field.options.isEmpty {
        return Words("数字或 ← → 选择，Backspace 清空", "Digits or ← → choose, Backspace clears")(language)
      }
      return Words("Enter 保存本项", "Enter keeps the item")(language)
    }
  }
}
