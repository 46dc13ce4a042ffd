import PlanModel
import TextCanvas

/// Laying a block of tab-separated text over a grid: each row goes to the next row that can be typed
/// into, each column to the next column. Shown before it is written.
enum GridPaste {
  static func paste(_ state: inout AppState, _ text: String) -> [Effect] {
    let sheet = state.sheet
    let range = sheet.grid.range
    let rows = sheet.data.rows.indices.filter {
      $0 >= range.rows.lowerBound && sheet.data.rows[$0].cells.contains { $0.address != nil }
    }
    let filled = rows.count { range.rows.contains($0) }
    do throws(Refusal) {
      let block = try PasteBlock.plan(
        text, row: 0, column: range.columns.lowerBound, rows: rows.count,
        columns: sheet.data.columns.count,
        filling: (max(1, filled), range.columns.count)
      ) { row, column, text in outcome(state, rows[row], column, text) }
      return show(&state, block, rows)
    } catch {
      state.refuse(error.words)
      return []
    }
  }

  private static func outcome(
    _ state: AppState, _ row: Int, _ column: Int, _ text: String
  ) -> PasteBlock.Outcome {
    let data = state.sheet.data
    guard let cell = data.cell(row, column) else { return .fault(Words("没有这一格", "no such cell")) }
    guard let address = cell.address else {
      return .fault(Words("由各格算出，不写", "follows from others, left out"))
    }
    if let lock = GridEditing.locked(address, data.rows[row].kind, state) { return .fault(lock) }
    return PasteBlock.amount(text, unit: data.rows[row].unit)
  }

  private static func show(
    _ state: inout AppState, _ block: PasteBlock, _ rows: [Int]
  ) -> [Effect] {
    let data = state.sheet.data
    var changes: [Change] = []
    var lines: [ChangePreview.Line] = []
    for pasted in block.cells {
      let row = rows.indices.contains(pasted.row) ? rows[pasted.row] : -1
      let cell = data.cell(row, pasted.column)
      let name =
        cell == nil
        ? "\(pasted.row + 1), \(pasted.column + 1)" : GridSpread.name(data, row, pasted.column)
      switch pasted.outcome {
      case .fault(let words):
        lines.append(ChangePreview.Line(name: name, was: pasted.text, now: "", fault: words))
      case .amount(let now):
        guard let cell, let address = cell.address, cell.amount != now else { continue }
        let format = Amounts.format(data.rows[row].unit, state)
        changes.append(Change(address.target, was: Value(cell.amount), now: Value(now)))
        lines.append(
          ChangePreview.Line(
            name: name, was: format(cell.amount), now: now.map { format.full($0) } ?? "·"))
      }
    }
    guard !lines.isEmpty else {
      state.say(.note, Words("没有变化", "Nothing would change"))
      return []
    }
    let (count, faults) = (changes.count, block.faults.count)
    let cells = Plural.count(count, "cell")
    var preview = ChangePreview(
      title: Words(
        "粘贴：写 \(count) 格，\(faults) 格不写", "Paste: \(cells) written, \(faults) left out"),
      lines: lines.filter { $0.fault != nil } + lines.filter { $0.fault == nil },
      edit: Edit(.figure, changes),
      purpose: Purpose(notice: Words("已粘贴 \(count) 格   u 撤销", "\(cells) pasted   u undo")))
    // One comes back to where the block began, not to the end of a chosen range.
    preview.place = rows.first.map {
      GridState.Place(row: $0, column: state.sheet.grid.range.columns.lowerBound)
    }
    state.overlays.append(preview)
    return []
  }
}
