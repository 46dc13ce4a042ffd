import PlanModel
import TextCanvas

/// Notes on cells and reasons of changes: read for the lines in sight, shown by a mark and in the
/// detail.
enum CellNotes {
  /// What stands before an amount that has a note, a reason, or both.
  static func mark(_ cell: CellAddress, _ sheet: Sheet) -> String {
    (sheet.notes.rows[cell] == nil ? "" : "*") + (sheet.reasons.rows[cell] == nil ? "" : "#")
  }

  /// Reads the notes and reasons of the lines that a grid holds.
  static func refresh(_ sheet: inout Sheet, revision: Int, _ reader: any BoardReading) throws {
    let lines = Set(sheet.data.rows.compactMap { $0.line?.id }).sorted()
    try sheet.notes.refresh(lines, revision: revision) { try reader.notes(of: $0) }
    try sheet.reasons.refresh(lines, revision: revision) { try reader.reasons(of: $0) }
  }

  /// `N`: writes one, or changes the one that is there; nothing takes it away.
  static func line(_ state: AppState) -> InputLine? {
    guard let cell = state.sheet.cell?.address else { return nil }
    let was = state.sheet.notes.rows[cell]
    return InputLine(
      prompt: Words("批注 ›", "Note ›"), text: was ?? "",
      accept: { text, _, _ in
        let edit = Acts.note(cell, was: was, now: text)
        guard !edit.changes.isEmpty else { return [] }
        return [
          .save(
            edit,
            Purpose(
              notice: text.isEmpty
                ? Words("已去掉批注   u 撤销", "note taken away   u undo")
                : Words("已批注   u 撤销", "noted   u undo"), typed: text))
        ]
      })
  }
}

/// `L`: who changed a cell, from what to what, when and why; newest first.
struct CellHistory: Overlay {
  let cell: CellAddress
  let name: String
  let unit: AmountUnit
  private var entries: [HistoryEntry] = []
  private var revision = -1
  private var top = 0
  /// As many as are read.
  static let most = 200

  init(_ cell: CellAddress, name: String, unit: AmountUnit) {
    self.cell = cell
    self.name = name
    self.unit = unit
  }

  mutating func handle(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> OverlayStep {
    guard case .key(let key) = event else { return .stay }
    switch key.normalised {
    case Key(.escape), Key(.character("q")), Key(.enter): return .close
    case Key(.down), Key(.character("j")): top = min(top + 1, max(0, entries.count - 1))
    case Key(.up), Key(.character("k")): top = max(0, top - 1)
    case Key(.pageDown): top = min(top + 10, max(0, entries.count - 1))
    case Key(.pageUp): top = max(0, top - 10)
    default: break
    }
    return .stay
  }

  mutating func refresh(_ state: AppState, _ reader: any BoardReading) throws {
    guard revision != state.revision else { return }
    revision = state.revision
    let amounts = try reader.changes(of: cell.target, limit: Self.most)
    let notes = try reader.changes(of: cell.note, limit: Self.most)
    entries = (amounts + notes).sorted { $0.op > $1.op }
  }

  func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let format = Amounts.format(unit, state)
    let box = Box.centred(
      rows: min(entries.count + 4, state.rows - 4), columns: min(90, state.columns - 2), canvas)
    box.draw(
      into: &canvas, title: name, footer: Words("↑↓  Esc 关闭", "↑↓   Esc closes")(language))
    if entries.isEmpty {
      canvas.put(
        Words("没有改过", "never changed")(language), row: box.row + 1, column: box.column + 3,
        role: .popDim)
    }
    let height = max(1, box.rows - 3)
    ScrollMarks.draw(
      into: &canvas, rows: (box.row + 1)..<(box.row + 1 + height),
      column: box.column + box.columns - 1,
      above: top > 0, below: top + height < entries.count, role: .popKey)
    for (offset, entry) in entries.dropFirst(top).prefix(height).enumerated() {
      let who = state.board.people[entry.who]?.display(language) ?? "?"
      var text = "\(ClockText.short(entry.at))  \(who)  "
      switch entry.change.target {
      case .note:
        text +=
          "\(Words("批注", "note")(language))  \(entry.change.was.text ?? "·") → \(entry.change.now.text ?? "·")"
      default:
        text +=
          "\(format(entry.change.was.integer)) → \(format(entry.change.now.integer))  "
          + (Act(code: entry.act)?.words(language) ?? entry.act)
      }
      if !entry.reason.isEmpty { text += "  “\(entry.reason)”" }
      canvas.put(
        TextFit.cut(text, columns: box.inner), row: box.row + 1 + offset, column: box.column + 3,
        role: top + offset == 0 ? .pop : .popDim)
    }
  }
}
