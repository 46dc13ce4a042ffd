import PlanModel
import TextCanvas

/// Spreading an amount over cells: codes typed behind `!` or into a cell, amounts typed on a sum. What
/// would change is shown first.
enum GridSpread {
  /// A cell with what keeps it as it is.
  static func cell(_ state: AppState, row: Int, column: Int) -> SpreadCell<CellAddress>? {
    let data = state.sheet.data
    guard let cell = data.cell(row, column), let address = cell.address else { return nil }
    let kind = data.rows[row].kind
    var lock = GridEditing.locked(address, kind, state)
    var floor: Int64?
    if kind == .activity, address.period.unit == .month,
      [.plan, .forecast].contains(address.column)
    {
      if state.board.isClosed(address.period) {
        lock = lock ?? Words("\(address.period) 已月结", "\(address.period) is closed")
      }
      let figure = state.figure(row: row, address.period)
      floor = (figure?[.committed] ?? 0) &+ (figure?[.actual] ?? 0)
    }
    return SpreadCell(
      address, cell.amount, isHeld: state.held.contains(address), lock: lock, floor: floor, run: row
    )
  }

  /// The cells that something typed here would be spread over, in order of time, line by line.
  static func targets(
    _ state: AppState, _ directions: SpreadDirections = []
  ) -> [SpreadCell<CellAddress>] {
    let sheet = state.sheet
    let (data, grid) = (sheet.data, sheet.grid)
    func cells(_ rows: [Int], _ wanted: (CellAddress) -> Bool) -> [SpreadCell<CellAddress>] {
      rows.flatMap { row in
        data.columns.indices.compactMap { column in
          guard let address = data.cell(row, column)?.address, wanted(address) else { return nil }
          return cell(state, row: row, column: column)
        }
      }
    }
    if grid.anchor != nil {
      return grid.range.rows.flatMap { row in
        grid.range.columns.compactMap { cell(state, row: row, column: $0) }
      }
    }
    guard let here = sheet.cell else { return [] }
    if let address = here.address {
      let rows = data.rows.indices.filter { data.rows[$0].line != nil }
      let mine = grid.row
      let reached = rows.filter {
        $0 == mine || ($0 < mine && directions.contains(.up))
          || ($0 > mine && directions.contains(.down))
      }
      return cells(reached) { other in
        other.column == address.column
          && (other.period == address.period
            || (other.period < address.period && directions.contains(.left))
            || (other.period > address.period && directions.contains(.right)))
      }
    }
    guard let coverage = here.coverage else { return [] }
    return cells(linesBelow(state, grid.row)) {
      $0.column == coverage.column && coverage.periods.contains($0.period)
    }
  }

  /// The row itself if it is a line; else the lines below it. Empty where they aren't all in sight of
  /// the program: folded, or beyond what has been read.
  private static func linesBelow(_ state: AppState, _ row: Int) -> [Int] {
    let rows = state.sheet.data.rows
    guard rows.indices.contains(row) else { return [] }
    if rows[row].line != nil { return [row] }
    let end = rows[(row + 1)...].firstIndex { $0.depth <= rows[row].depth }
    if end == nil, state.trail.last == .budget, !state.budget.rows.rows.hasLast { return [] }
    let below = rows[row..<(end ?? rows.count)]
    guard !below.contains(where: { $0.fold == .closed }) else { return [] }
    return below.indices.filter { rows[$0].line != nil }
  }

  /// Why nothing can be spread from here.
  private static func nowhere(_ state: AppState) -> Words {
    guard let cell = state.sheet.cell, cell.address == nil, cell.coverage == nil else {
      return folded
    }
    return Words("这一列由各格算出；换到预算或预计列", "This column follows from others; go to plan or forecast")
  }

  private static let folded = Words("先用空格展开下面的各行", "Open the rows below with Space first")

  /// An amount typed on a sum.
  static func spread(total amount: Int64?, _ state: inout AppState) {
    guard let unit = state.sheet.row?.unit else { return }
    let cells = targets(state)
    guard !cells.isEmpty else { return state.refuse(nowhere(state)) }
    do throws(Refusal) {
      preview(&state, try Spread.total(amount, over: cells, unit: unit), unit)
    } catch { state.refuse(error.words) }
  }

  /// A code. False: what was typed stays, and a notice says why.
  static func spread(code text: String, _ state: inout AppState) -> Bool {
    guard let unit = state.sheet.row?.unit else { return false }
    let code: SpreadCode
    do { code = try SpreadCode.parse(text, unit: unit) } catch {
      state.refuse(error.words)
      return false
    }
    if code.method == .releaseAll {
      state.held = []
      return true
    }
    var cells = targets(state, code.directions)
    guard !cells.isEmpty else {
      state.refuse(nowhere(state))
      return false
    }
    if let reference = code.reference {
      guard reference.item == nil, reference.line == nil else {
        state.refuse(
          Words(
            "这里可参照去年和其他列，如 RP:去年", "Here last year and other columns can be named, as RP:last_year")
        )
        return false
      }
      for index in cells.indices {
        let address = cells[index].id
        let period =
          reference.isLastYear ? address.period.advanced(by: -12) : address.period
        cells[index].reference =
          state.figure(row: cells[index].run, period)?[reference.column ?? address.column]
      }
    }
    do throws(Refusal) {
      let result = try Spread.apply(code, to: cells, unit: unit)
      guard !code.isHold else {
        if code.method == .hold {
          state.held.formUnion(result.holds)
        } else {
          state.held.subtract(result.holds)
        }
        return true
      }
      preview(&state, result, unit)
      return true
    } catch {
      state.refuse(error.words)
      return false
    }
  }

  static func edit(_ act: Act, _ result: SpreadResult<CellAddress>) -> Edit {
    Edit(
      act,
      result.changes.map { Change($0.id.target, was: Value($0.was), now: Value($0.now)) })
  }

  private static func preview(
    _ state: inout AppState, _ result: SpreadResult<CellAddress>, _ unit: AmountUnit
  ) {
    guard !result.changes.isEmpty else {
      return state.say(.note, Words("没有变化", "Nothing would change"))
    }
    let data = state.sheet.data
    let format = Amounts.format(unit, state)
    var places: [CellAddress: String] = [:]
    for row in data.rows.indices {
      for column in data.columns.indices {
        if let address = data.cell(row, column)?.address {
          places[address] = name(data, row, column)
        }
      }
    }
    let count = result.changes.count
    state.overlays.append(
      ChangePreview(
        title: Words("分摊：改 \(count) 格", "Spread: \(count) cells change"),
        lines: result.changes.map {
          ChangePreview.Line(
            name: places[$0.id] ?? "", was: $0.was.map { format.full($0) } ?? "·",
            now: $0.now.map { format.full($0) } ?? "·")
        },
        sums: (format.full(result.before), format.full(result.after)),
        edit: edit(.spread, result),
        purpose: Purpose(notice: Words("已分摊 \(count) 格   u 撤销", "\(count) cells spread   u undo"))))
  }

  /// `媒体投放 · 11月 · 预算`.
  static func name(_ data: GridData, _ row: Int, _ column: Int) -> String {
    guard data.rows.indices.contains(row), data.columns.indices.contains(column) else { return "" }
    return [data.rows[row].name, data.columns[column].group, data.columns[column].name]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// `S`: the codes for those who don't know them; each begins typing in the cell.
  static func panel(_ state: AppState) -> Choice {
    let methods: [(Character, String, Words)] = [
      ("p", "!P", Words("按比例    P100 合计，P+20 增加", "in proportion   P100 the total, P+20 more")),
      ("s", "!S", Words("平均      S100", "in equal parts   S100")),
      ("r", "!R", Words("相同值    R20", "the same in each   R20")),
      ("%", "!P%", Words("增减比例  P%+10", "by a percentage   P%+10")),
      ("l", "!SL", Words("直线      SL10:20", "in a straight line   SL10:20")),
      ("g", "!GR", Words("增长      GR10:5", "growing   GR10:5")),
      ("=", "!RP:last_year", Words("按去年的比例", "as last year was")),
      ("c", "!C", Words("清空", "clear")),
    ]
    return Choice(
      title: Words("分摊", "Spread"),
      options: methods.map { key, text, words in
        Choice.Option(key: Key(.character(key)), words: words) { state, _ in
          if let cell = state.sheet.cell { GridEditing.begin(&state, cell, text: text) }
          return []
        }
      })
  }
}

extension AppState {
  /// The amounts of a line in a month, where the screen has read them.
  func figure(row: Int, _ period: Period) -> Figure? {
    guard trail.last == .budget, budget.rows.rows.rows.indices.contains(row) else { return nil }
    return budget.rows.rows.rows[row].figures[period]
  }
}
