import PlanModel
import TextCanvas

/// Typing into the cells of any grid: beginning, what it means, accepting, saving.
enum GridEditing {
  static let actions: [ActionID] = [.cellEdit, .cellClear]

  /// Why the cell can't be typed into; nil when it can, or when the action isn't about a cell.
  static func unavailable(_ state: AppState, _ id: ActionID) -> Words? {
    guard actions.contains(id) else { return GridRange.unavailable(state, id) }
    guard let cell = state.sheet.cell, let row = state.sheet.row else {
      return Words("这里还没有内容", "Nothing here yet")
    }
    if id == .cellClear, state.sheet.grid.anchor != nil { return nil }
    guard let address = cell.address else {
      if id == .cellEdit, let coverage = cell.coverage { return unspreadable(coverage, state) }
      if row.fold != nil {
        return Words(
          "合计由下面各行算出；空格展开，改里面的格子", "A sum of the rows below; Space opens them, change those")
      }
      return Words("合计与余额由各格算出；改左边的格子", "Sums and left follow from the cells; change those")
    }
    return locked(address, row.kind, state)
  }

  /// Why nothing typed on a sum could be spread: it is said before anything is typed.
  private static func unspreadable(_ coverage: GridCell.Coverage, _ state: AppState) -> Words? {
    guard state.trail.last == .budget, let row = state.budget.row else { return nil }
    if row.path.activity != nil, row.line == nil, row.isOpen == nil {
      return GridSpread.noLines
    }
    let locks = coverage.periods.map { locked(coverage.column, $0, .activity, state) }
    if let lock = locks.first ?? nil, locks.allSatisfy({ $0 != nil }) { return lock }
    let isHeldBack = [.plan, .forecast].contains(coverage.column)
    guard isHeldBack, coverage.periods.allSatisfy({ state.board.isClosed($0) }) else { return nil }
    return Words(
      "这些月份已月结，分摊不改它们；在费用项上逐格更正",
      "These months are closed and spreads leave them; correct them on the lines")
  }

  /// Why an amount can't be changed: an approved quarter's plan is locked.
  static func locked(_ address: CellAddress, _ kind: ItemKind, _ state: AppState) -> Words? {
    locked(address.column, address.period, kind, state)
  }

  private static func locked(
    _ column: Column, _ period: Period, _ kind: ItemKind, _ state: AppState
  ) -> Words? {
    guard column == .plan, period.unit == .month, kind == .activity else { return nil }
    let quarter = state.board.calendar.quarter(of: period)
    let standing = state.board.state(of: quarter)
    guard standing == .approved || standing == .closed else { return nil }
    let isHidden = state.trail.last == .budget && !state.budget.columns.contains(.forecast)
    let way = isHidden ? Words("（v f 显示该列）", " (v f shows that column)") : Words("", "")
    return Words(
      "\(quarter) 的预算已锁定；改动写入“预计”\(way.zh)或用 M 调剂",
      "The plan of \(quarter) is locked; change the forecast\(way.en) or move money with M")
  }

  /// Nil: not an action of the cells.
  static func reduce(_ state: inout AppState, _ id: ActionID) -> [Effect]? {
    if id != .repeatLast, GridRange.actions.contains(id) || actions.contains(id) {
      state.lastTyped = nil
    }
    switch id {
    case .cellEdit: edit(&state)
    case .cellClear: return clear(&state)
    default: return GridRange.reduce(&state, id)
    }
    return []
  }

  /// Digits and signs begin typing; while one types all keys are the field's.
  static func typed(
    _ state: inout AppState, _ event: InputEvent, _ environment: Environment
  ) -> [Effect]? {
    guard state.sheet.grid.editor != nil else { return beginning(&state, event) }
    switch event {
    case .key(Key(.escape)): state.sheet.grid.endEditing()
    case .key(Key(.enter)), .key(Key(.down)):
      return accept(&state) { $0.grid.nextDown(in: $0.data) }
    case .key(Key(.tab)): return accept(&state) { $0.grid.next(in: $0.data) }
    case .key(Key(.tab, .shift)): return accept(&state) { $0.grid.next(in: $0.data, by: -1) }
    case .key(let key):
      _ = state.sheet.grid.editor?.handle(key)
      state.notice = nil
    case .paste(let text): state.sheet.grid.editor?.insert(text)
    default: break
    }
    return []
  }

  private static func beginning(_ state: inout AppState, _ event: InputEvent) -> [Effect]? {
    if case .paste(let text) = event {
      guard state.sheet.row != nil else { return [] }
      return GridPaste.paste(&state, text)
    }
    guard case .key(let key) = event, case .character(let character) = key.normalised.code,
      key.modifiers.isEmpty, "0123456789=+-!".contains(character)
    else { return nil }
    // A code may hold or release what can't be typed into, but not what is no cell at all.
    let isCell = state.sheet.cell?.address != nil || state.sheet.grid.anchor != nil
    if character != "!" || !isCell, let reason = unavailable(state, .cellEdit) {
      state.refuse(reason)
      return []
    }
    guard let cell = state.sheet.cell else { return [] }
    state.notice = nil
    begin(&state, cell, text: String(character))
    return []
  }

  /// The cell that is being typed into.
  static func drafts(_ state: AppState) -> [Draft] {
    let sheet = state.sheet
    guard let editor = sheet.grid.editor, !editor.text.isEmpty, let address = sheet.grid.address
    else { return [] }
    return [
      Draft(
        address.target, base: Value(sheet.grid.seen), text: editor.text, at: state.clock)
    ]
  }

  static func begin(_ state: inout AppState, _ cell: GridCell, text: String) {
    let anchor = state.sheet.grid.anchor
    state.sheet.grid.begin(cell, text: text)
    if text.hasPrefix("!") { state.sheet.grid.anchor = anchor }
  }

  private static func edit(_ state: inout AppState) {
    guard let cell = state.sheet.cell, let unit = state.sheet.row?.unit else { return }
    let text = cell.amount.map { DecimalText.format($0, scale: unit.scale) } ?? ""
    let kept = cell.address.flatMap { state.keptDrafts[$0.target]?.text }
    begin(&state, cell, text: kept ?? Amounts.trimmed(text))
  }

  /// What is typed and, behind `#`, why.
  static func parts(of text: String) -> (amount: String, reason: String) {
    guard let sign = text.firstIndex(where: { $0 == "#" || $0 == "＃" }) else { return (text, "") }
    return (
      Folding.trimmed(text[..<sign]), Folding.trimmed(text[text.index(after: sign)...])
    )
  }

  private static func clear(_ state: inout AppState) -> [Effect] {
    let cells = state.sheet.chosen.joined().filter { $0.address != nil && $0.amount != nil }
    let data = state.sheet.data
    var changes: [Change] = []
    for cell in cells {
      guard let address = cell.address else { continue }
      let kind = data.rows.first { $0.line?.id == address.line }?.kind ?? .activity
      if locked(address, kind, state) == nil {
        changes.append(Change(address.target, was: Value(cell.amount), now: .none))
      }
    }
    guard !changes.isEmpty else {
      state.say(.note, Words("这一格本来是空的", "There is nothing in this cell"))
      return []
    }
    state.sheet.grid.anchor = nil
    return save(&state, Edit(.figure, changes), Purpose(typed: ""))
  }

  private static func accept(
    _ state: inout AppState, then move: (inout Sheet) -> Void
  ) -> [Effect] {
    let sheet = state.sheet
    guard let editor = sheet.grid.editor, let unit = sheet.row?.unit else { return [] }
    let (typed, reason) = parts(of: editor.text)
    if SpreadCode.isMeant(typed) {
      guard
        let effects = GridSpread.spread(
          code: typed, reason: reason, typed: editor.text, &state)
      else { return [] }
      state.sheet.grid.endEditing()
      return effects
    }
    let seen = sheet.grid.seen
    do {
      let now = try AmountText.parse(typed, unit: unit, present: seen)
      guard let address = sheet.grid.address else {
        let effects = GridSpread.spread(total: now, reason: reason, typed: editor.text, &state)
        if effects != nil { state.sheet.grid.endEditing() }
        return effects ?? []
      }
      state.sheet.grid.endEditing()
      state.lastTyped = editor.text
      let effects = save(&state, address, was: seen, now: now, typed: editor.text)
      move(&state.sheet)
      return effects
    } catch {
      state.refuse(error.words(for: unit))
      return []
    }
  }

  /// `.` after typing: the same text in this cell. Nil where nothing was typed last.
  static func typeAgain(_ state: inout AppState) -> [Effect]? {
    guard let text = state.lastTyped, let cell = state.sheet.cell, let unit = state.sheet.row?.unit
    else { return nil }
    guard let address = cell.address else { return nil }
    if let reason = unavailable(state, .cellEdit) {
      state.refuse(reason)
      return []
    }
    do {
      let now = try AmountText.parse(parts(of: text).amount, unit: unit, present: cell.amount)
      let effects = save(&state, address, was: cell.amount, now: now, typed: text)
      state.sheet.grid.nextDown(in: state.sheet.data)
      return effects
    } catch {
      state.refuse(error.words(for: unit))
      return []
    }
  }

  private static func save(
    _ state: inout AppState, _ address: CellAddress, was: Int64?, now: Int64?, typed: String
  ) -> [Effect] {
    let edit = Acts.figure(
      address.line, address.column, address.period, was: was, now: now,
      reason: parts(of: typed).reason)
    return save(&state, edit, Purpose(typed: typed))
  }

  /// Saves changed amounts; asks for a reason first where a closed month's actual is among them.
  static func save(
    _ state: inout AppState, _ edit: Edit, _ purpose: Purpose
  ) -> [Effect] {
    guard !edit.changes.isEmpty else { return [] }
    guard edit.reason.isEmpty, edit.changes.contains(where: { needsReason($0, state) }) else {
      return [.save(edit, purpose)]
    }
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

  private static func needsReason(_ change: Change, _ state: AppState) -> Bool {
    guard change.was != change.now, case .figure(let line, .actual, let period) = change.target,
      period.unit == .month
    else { return false }
    let kind = state.sheet.data.rows.first { $0.line?.id == line }?.kind
    return kind == .activity && state.board.isClosed(period)
  }

  /// What one was typing into is gone: the text is named, and goes nowhere else.
  static func lose(_ state: inout AppState) {
    let text = state.sheet.grid.editor?.text ?? ""
    state.sheet.grid.endEditing()
    state.refuse(
      Words(
        "这一格已被别人删除；你填的是 \(text)", "Somebody removed this cell; you typed \(text)"))
  }

  /// Stands on the first cell of the row that may be typed into, in this month or else in an open one
  /// where there is one: the forecast where the plan is locked.
  static func toEditable(_ sheet: inout Sheet, _ state: AppState) {
    guard let row = sheet.row else { return }
    let today = Period(year: state.today.year, month: state.today.month)
    let quarter = state.board.calendar.quarter(of: state.today)
    let free = row.cells.indices.filter { column in
      row.cells[column].address.map { locked($0, row.kind, state) == nil } ?? false
    }
    let now = free.first { column in
      row.cells[column].address.map { [today, quarter].contains($0.period) } ?? false
    }
    let open = free.first { column in
      row.cells[column].address.map { !state.board.isClosed($0.period) } ?? false
    }
    // A row of sums: this month, else its first one.
    let sums = row.cells.indices.filter { row.cells[$0].coverage != nil }
    let current = sums.filter { row.cells[$0].coverage?.periods == [today] }
    let sum =
      current.first { column in
        row.cells[column].coverage.map {
          $0.column == .forecast
            || locked($0.column, today, row.kind, state) == nil
              && $0.column == .plan
        } ?? false
      } ?? current.first ?? sums.first
    if let column = now ?? open ?? free.first ?? sum { sheet.grid.column = column }
  }
}
