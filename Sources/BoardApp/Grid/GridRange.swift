import PlanModel
import TextCanvas

/// Ranges of cells in any grid: choosing, copying, filling, holding.
enum GridRange {
  static let actions: [ActionID] = [
    .chooseRange, .yankCells, .pasteCells, .fillDown, .fillRight, .fillLastYear, .hold, .spread,
    .extendUp, .extendDown, .extendLeft, .extendRight, .cellNote, .cellHistory,
  ]

  static func unavailable(_ state: AppState, _ id: ActionID) -> Words? {
    switch id {
    case .pasteCells where state.copiedCells == nil:
      return Words("还没有复制的格子；V 选区，y 复制", "No cells copied yet; V chooses, y copies")
    case .fillDown, .fillRight:
      return state.sheet.grid.anchor == nil
        ? Words("先用 V 或 Shift+方向键选区", "Choose a range first with V or Shift and arrows") : nil
    case .hold:
      return state.sheet.chosen.joined().contains { $0.address != nil }
        ? nil : Words("合计锁不住；锁住里面的格子", "A sum can't be held; hold the cells in it")
    case .cellNote, .cellHistory:
      return state.sheet.cell?.address == nil
        ? Words("合计由各格算出；移到一格上", "A sum follows from its cells; stand on one of them") : nil
    case .spread, .chooseRange, .yankCells, .fillLastYear:
      return state.sheet.row == nil ? Words("这里还没有内容", "Nothing here yet") : nil
    default: return nil
    }
  }

  /// Nil: not an action of ranges.
  static func reduce(_ state: inout AppState, _ id: ActionID) -> [Effect]? {
    switch id {
    case .chooseRange:
      if state.sheet.grid.anchor == nil {
        choose(&state)
        state.say(
          .note, Words("移动扩大选区；Esc 取消", "Moving widens the range; Esc ends it"))
      } else {
        state.sheet.grid.anchor = nil
      }
    case .extendUp, .extendDown, .extendLeft, .extendRight:
      if state.sheet.grid.anchor == nil { choose(&state) }
      let moves: [ActionID: ActionID] = [
        .extendUp: .up, .extendDown: .down, .extendLeft: .left, .extendRight: .right,
      ]
      _ = moves[id].map { GridMotion.reduce(&state, $0) }
    case .clear:
      guard state.sheet.grid.anchor != nil else { return nil }
      state.sheet.grid.anchor = nil
    case .yankCells: return yank(&state)
    case .pasteCells: return GridPaste.paste(&state, state.copiedCells ?? "")
    case .fillDown, .fillRight: return fill(&state, id)
    case .hold:
      let cells = state.sheet.chosen.joined().compactMap(\.address)
      return state.hold(cells, !cells.allSatisfy { state.held.contains($0) })
    case .cellNote:
      if let line = CellNotes.line(state) { state.overlays.append(line) }
    case .cellHistory:
      guard let cell = state.sheet.cell?.address, let unit = state.sheet.row?.unit else {
        return []
      }
      let grid = state.sheet.grid
      state.overlays.append(
        CellHistory(
          cell, name: GridSpread.name(state.sheet.data, grid.row, grid.column), unit: unit))
    case .fillLastYear: state.overlays.append(GridSpread.lastYear())
    case .spread: state.overlays.append(GridSpread.panel(state))
    default: return nil
    }
    return []
  }

  private static func choose(_ state: inout AppState) {
    let grid = state.sheet.grid
    state.sheet.grid.anchor = GridState.Place(row: grid.row, column: grid.column)
  }

  /// The chosen cells as tab-separated text, exact; rows of sums are left out where there are others.
  private static func yank(_ state: inout AppState) -> [Effect] {
    let sheet = state.sheet
    let all = Array(sheet.grid.range.rows)
    let lines = all.filter {
      sheet.data.rows.indices.contains($0) && sheet.data.rows[$0].line != nil
    }
    let rows = lines.isEmpty ? all : lines
    let text = rows.map { row in
      sheet.grid.range.columns.map { column -> String in
        guard let cell = sheet.data.cell(row, column), let amount = cell.amount else { return "" }
        return Amounts.trimmed(DecimalText.format(amount, scale: sheet.data.rows[row].unit.scale))
      }.joined(separator: "\t")
    }.joined(separator: "\n")
    state.copiedCells = text
    let count = rows.count * sheet.grid.range.columns.count
    state.sheet.grid.anchor = nil
    state.say(
      .good, Words("已复制 \(count) 格   p 粘贴", "\(Plural.count(count, "cell")) copied   p pastes"))
    return [.copy(text)]
  }

  private static func fill(_ state: inout AppState, _ id: ActionID) -> [Effect] {
    let range = state.sheet.grid.range
    let rows = range.rows.map { row in
      range.columns.compactMap { GridReach.cell(state, row: row, column: $0) }
    }.filter { $0.count == range.columns.count }
    guard let unit = state.sheet.row?.unit else { return [] }
    do throws(Refusal) {
      let result =
        id == .fillDown
        ? try Fill.down(rows, unit: unit) : try Fill.right(rows, unit: unit)
      let edit = result.edit(read: rows.flatMap { $0 }, act: .figure)
      let count = result.changes.count
      return GridEditing.save(
        &state, edit,
        Purpose(
          notice: Words(
            "已填 \(count) 格   u 撤销", "\(Plural.count(count, "cell")) filled   u undo")))
    } catch {
      state.refuse(error.words)
      return []
    }
  }
}
