import PlanModel
import TextCanvas

/// Moving and typing in the grid of amounts.
enum AmountsActions {
  static func reduce(
    _ state: inout AppState, _ id: ActionID, _ environment: Environment
  ) -> [Effect] {
    let data = state.amounts.data
    switch id {
    case .up: state.amounts.grid.move(rows: -1, columns: 0, in: data)
    case .down: state.amounts.grid.move(rows: 1, columns: 0, in: data)
    case .left: state.amounts.grid.move(rows: 0, columns: -1, in: data)
    case .right: state.amounts.grid.move(rows: 0, columns: 1, in: data)
    case .pageUp: state.amounts.grid.move(rows: -10, columns: 0, in: data)
    case .pageDown: state.amounts.grid.move(rows: 10, columns: 0, in: data)
    case .first: state.amounts.grid.row = 0
    case .last: state.amounts.grid.row = max(0, data.rows.count - 1)
    case .nextPane: state.amounts.grid.next(in: data)
    case .previousPane: state.amounts.grid.move(rows: 0, columns: -1, in: data)
    case .cellEdit: beginEditing(&state)
    case .cellClear:
      guard let cell = state.amounts.cell, let address = cell.address else { return [] }
      guard cell.amount != nil else {
        state.say(.note, Words("这一格本来是空的", "There is nothing in this cell"))
        return []
      }
      return save(&state, address, was: cell.amount, now: nil, typed: "")
    case .newLine: state.overlays.append(ItemPickers.category { entry in newLine(entry) })
    case .binLine: return binLine(&state)
    case .comment:
      if let item = state.amounts.loaded.rows?.item {
        state.overlays.append(CommentLine.make(on: [item]))
      }
    default: break
    }
    return []
  }

  /// Digits and signs begin typing; while one types all keys are the field's.
  static func typed(
    _ state: inout AppState, _ event: InputEvent, _ environment: Environment
  ) -> [Effect]? {
    guard state.amounts.grid.editor != nil else {
      guard case .key(let key) = event, case .character(let character) = key.normalised.code,
        key.modifiers.isEmpty, "0123456789=+-".contains(character)
      else { return nil }
      if let reason = state.screen.unavailable(state, .cellEdit) {
        state.refuse(reason)
        return []
      }
      guard let cell = state.amounts.cell else { return [] }
      state.notice = nil
      state.amounts.grid.begin(cell, text: String(character))
      return []
    }
    switch event {
    case .key(Key(.escape)): state.amounts.grid.endEditing()
    case .key(Key(.enter)):
      return accept(&state) { $0.amounts.grid.move(rows: 1, columns: 0, in: $0.amounts.data) }
    case .key(Key(.tab)): return accept(&state) { $0.amounts.grid.next(in: $0.amounts.data) }
    case .key(let key):
      _ = state.amounts.grid.editor?.handle(key)
      state.notice = nil
    case .paste(let text): state.amounts.grid.editor?.insert(text)
    default: break
    }
    return []
  }

  /// The cell that is being typed into.
  static func drafts(_ state: AppState) -> [Draft] {
    guard let editor = state.amounts.grid.editor, !editor.text.isEmpty,
      let address = state.amounts.grid.address
    else { return [] }
    return [
      Draft(
        .figure(address.line, address.column, address.period),
        base: Value(state.amounts.grid.seen), text: editor.text, at: state.clock)
    ]
  }

  private static func beginEditing(_ state: inout AppState) {
    guard let cell = state.amounts.cell, let unit = state.amounts.unit else { return }
    let text = cell.amount.map { DecimalText.format($0, scale: unit.scale) } ?? ""
    let kept = cell.address.flatMap {
      state.keptDrafts[.figure($0.line, $0.column, $0.period)]?.text
    }
    state.amounts.grid.begin(cell, text: kept ?? Amounts.trimmed(text))
  }

  private static func accept(
    _ state: inout AppState, then move: (inout AppState) -> Void
  ) -> [Effect] {
    guard let editor = state.amounts.grid.editor, let address = state.amounts.grid.address,
      let unit = state.amounts.unit
    else { return [] }
    let seen = state.amounts.grid.seen
    let text = editor.text
    do {
      let now = try AmountText.parse(text, unit: unit, present: seen)
      state.amounts.grid.endEditing()
      let effects = save(&state, address, was: seen, now: now, typed: text)
      move(&state)
      return effects
    } catch {
      state.refuse(error.words(for: unit))
      return []
    }
  }

  private static func save(
    _ state: inout AppState, _ address: CellAddress, was: Int64?, now: Int64?, typed: String
  ) -> [Effect] {
    let edit = Acts.figure(address.line, address.column, address.period, was: was, now: now)
    guard !edit.changes.isEmpty else { return [] }
    let purpose = Purpose(typed: typed)
    guard address.column == .actual, address.period.unit == .month,
      state.amounts.loaded.rows?.item.kind == .activity, state.board.isClosed(address.period)
    else { return [.save(edit, purpose)] }
    state.overlays.append(
      InputLine(prompt: Words("本月已月结，更正原因 ›", "The month is closed; reason ›")) {
        reason, state, _ in
        guard !reason.isEmpty else {
          state.refuse(
            Words("本月已月结；更正须写原因", "The month is closed; a correction needs a reason"))
          return []
        }
        var corrected = edit
        corrected.reason = reason
        return [.save(corrected, purpose)]
      })
    return []
  }

  /// A line of a category, with the next free name.
  private static func newLine(
    _ entry: Entry
  ) -> @Sendable (inout AppState, Environment) -> [Effect] {
    { state, _ in
      guard let detail = state.amounts.loaded.rows else { return [] }
      let code = Line.freshCode(category: entry.code, among: detail.lines.map(\.code))
      let position = (detail.lines.map(\.position).max() ?? 0) + 1
      state.amounts.wantedLine = code
      return [
        .save(
          Acts.newLine(
            in: detail.item.id, code: code, category: entry.id, position: position,
            scale: state.board.moneyScale),
          Purpose(
            notice: Words(
              "新费用项 \(entry.zh)；输入金额", "new line \(entry.en); type the amount")))
      ]
    }
  }

  private static func binLine(_ state: inout AppState) -> [Effect] {
    guard let detail = state.amounts.loaded.rows,
      state.amounts.data.rows.indices.contains(state.amounts.grid.row),
      let line = detail.lines.first(where: {
        $0.id == state.amounts.data.rows[state.amounts.grid.row].line
      })
    else { return [] }
    return [
      .save(
        Acts.binLine(line),
        Purpose(
          notice: Words("已删除费用项 \(line.code)   u 撤销", "line \(line.code) removed   u undo")))
    ]
  }
}
