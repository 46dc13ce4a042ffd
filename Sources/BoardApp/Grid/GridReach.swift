import PlanModel
import TextCanvas

/// Which cells something typed in a grid reaches: those of its rows in memory, and behind a sum all
/// that it holds, wherever they are.
enum GridReach {
  /// What was reached.
  struct Found: Sendable {
    /// In order of time, line by line.
    var cells: [SpreadCell<CellAddress>] = []
    /// The lines they stand on.
    var lines: [LineID: (item: Item, line: Line)] = [:]
    /// The amounts of these lines that were read with them.
    var figures: [LineID: [Period: Figure]] = [:]

    /// `A33 媒体投放 · 11月 · 预算`.
    func name(_ cell: CellAddress, _ state: AppState) -> String {
      guard let place = lines[cell.line] else { return "" }
      let kind = place.item.kind
      let when =
        cell.period.unit == .month
        ? PeriodText.month(cell.period, state.language) : cell.period.description
      let name = place.line.code.isEmpty ? "" : LineName.of(place.line, state)
      return ["\(place.item.code) \(name)", when, cell.column.words(for: kind)(state.language)]
        .joined(separator: " · ")
    }
  }

  /// A cell in memory with what keeps it as it is.
  static func cell(_ state: AppState, row: Int, column: Int) -> SpreadCell<CellAddress>? {
    guard let cell = state.sheet.data.cell(row, column), let address = cell.address else {
      return nil
    }
    var found = spreadCell(
      state, address, state.figure(row: row, address.period), state.sheet.data.rows[row].kind
    ).adding(up: state.sheet.data.rows[row].line, of: state.sheet.data.rows[row].item)
    found.amount = cell.amount
    found.run = row
    return found
  }

  private static func spreadCell(
    _ state: AppState, _ address: CellAddress, _ figure: Figure?, _ kind: ItemKind
  ) -> SpreadCell<CellAddress> {
    state.board.spreadCell(
      address, figure, of: kind, isHeld: state.held.contains(address),
      lock: GridEditing.locked(address, kind, state))
  }

  /// The cells that something typed here would be spread over, where all of them are in memory; nil
  /// where they have to be read.
  static func here(_ state: AppState, _ directions: SpreadDirections = []) -> Found? {
    let sheet = state.sheet
    let (data, grid) = (sheet.data, sheet.grid)
    func found(_ cells: [SpreadCell<CellAddress>]) -> Found {
      var found = Found(cells: cells)
      for row in Set(cells.map(\.run)) {
        guard let line = data.rows[row].line, let item = data.rows[row].item else { continue }
        found.lines[line.id] = (item, line)
        if let figures = state.figures(row: row) { found.figures[line.id] = figures }
      }
      return found
    }
    if grid.anchor != nil {
      return found(
        grid.range.rows.flatMap { row in
          grid.range.columns.compactMap { cell(state, row: row, column: $0) }
        })
    }
    guard let here = sheet.cell else { return Found() }
    if let address = here.address {
      let mine = grid.row
      let rows = data.rows.indices.filter {
        data.rows[$0].line != nil
          && ($0 == mine || ($0 < mine && directions.contains(.up))
            || ($0 > mine && directions.contains(.down)))
      }
      // Beyond what is in memory nothing is reached in silence.
      if state.trail.last == .budget, !directions.isDisjoint(with: [.up, .down]),
        !state.budget.rows.rows.isWhole
      {
        return nil
      }
      return found(
        rows.flatMap { row in
          data.columns.indices.compactMap { column -> SpreadCell<CellAddress>? in
            guard let other = data.cell(row, column)?.address, other.column == address.column,
              other.period == address.period
                || (other.period < address.period && directions.contains(.left))
                || (other.period > address.period && directions.contains(.right))
            else { return nil }
            return cell(state, row: row, column: column)
          }
        })
    }
    guard let coverage = here.coverage else { return Found() }
    guard state.trail.last == .budget else {
      return found(linesBelow(data, grid.row).flatMap { cells(state, $0, coverage) })
    }
    guard let row = state.budget.row, let line = row.line, let item = row.item else { return nil }
    var own = Found()
    add(item, line, row.figures, coverage, state, to: &own)
    return own
  }

  private static func cells(
    _ state: AppState, _ row: Int, _ coverage: GridCell.Coverage
  ) -> [SpreadCell<CellAddress>] {
    state.sheet.data.columns.indices.compactMap { column in
      guard let address = state.sheet.data.cell(row, column)?.address,
        address.column == coverage.column, coverage.periods.contains(address.period)
      else { return nil }
      return cell(state, row: row, column: column)
    }
  }

  /// The row itself if it is a line; else the lines below it.
  private static func linesBelow(_ data: GridData, _ row: Int) -> [Int] {
    guard data.rows.indices.contains(row) else { return [] }
    if data.rows[row].line != nil { return [row] }
    let end = data.rows[(row + 1)...].firstIndex { $0.depth <= data.rows[row].depth }
    return data.rows[row..<(end ?? data.rows.count)].indices.filter { data.rows[$0].line != nil }
  }

  private static func add(
    _ item: Item, _ line: Line, _ figures: [Period: Figure], _ coverage: GridCell.Coverage,
    _ state: AppState, to found: inout Found
  ) {
    found.lines[line.id] = (item, line)
    found.figures[line.id] = figures
    for period in coverage.periods {
      let address = CellAddress(line: line.id, column: coverage.column, period: period)
      var cell = spreadCell(state, address, figures[period], item.kind)
      cell.run = found.lines.count
      found.cells.append(cell)
    }
  }

  /// Everything that a sum of the budget holds, read from the board: folded, filtered, or beyond the
  /// rows in memory.
  static func read(
    _ state: AppState, _ reader: any BoardReading, _ directions: SpreadDirections = []
  ) throws -> Found {
    var found = Found()
    guard let row = state.budget.row, let here = state.budget.sheet.cell else { return found }
    let coverage =
      here.coverage
      ?? here.address.map { GridCell.Coverage(column: $0.column, periods: [$0.period]) }
    guard let coverage else { return found }
    let walk = BudgetWalk(reader, BudgetRead.span(state))
    func take(_ activity: BudgetActivity) throws {
      for line in activity.lines {
        let own = activity.figures.filter { $0.line == line.id }
        add(
          activity.item, line, Dictionary(own.map { ($0.period, $0) }) { first, _ in first },
          coverage, state, to: &found)
      }
      guard found.cells.count <= Spread.mostCells else {
        throw Refusal(.input, Words("格子太多；缩小范围", "too many cells; choose fewer"))
      }
    }
    guard let group = row.path.groups.last else { return found }
    if here.address != nil {
      throw Refusal(
        .input,
        Words(
          "上下方向只到已读出的各行；在合计上分摊，或先筛选",
          "up and down reach the rows in memory only; spread on a sum, or filter first")
      )
    }
    if let item = row.item, !row.isGroup {
      try walk.activity(item, in: group, take)
    } else {
      try walk.activities(of: group, take)
    }
    return found
  }

  /// Fills in the amounts that a spread refers to.
  static func refer(
    _ found: inout Found, to reference: SpreadReference, _ reader: any BoardReading
  ) throws {
    var details: [ItemID: ItemDetail] = [:]
    func detail(_ id: ItemID) throws -> ItemDetail? {
      if details[id] == nil { details[id] = try reader.detail(id) }
      return details[id]
    }
    var other: ItemDetail?
    if let code = reference.item {
      guard let id = try reader.id(of: code), let named = try detail(id) else {
        throw Refusal(.missing, Words("没有这样的编号：\(code)", "no such code: \(code)"))
      }
      other = named
    }
    for index in found.cells.indices {
      let address = found.cells[index].id
      let when =
        reference.isLastYear
        ? address.period.advanced(by: address.period.yearBefore) : address.period
      let column = reference.column ?? address.column
      guard let place = found.lines[address.line] else { continue }
      if other == nil, reference.line == nil, let known = found.figures[address.line] {
        found.cells[index].reference = known[when]?[column]
        continue
      }
      guard let source = try other ?? detail(place.item.id) else { continue }
      let name = reference.line ?? place.line.code
      guard let line = source.lines.first(where: { $0.code == name }) else { continue }
      found.cells[index].reference = source.figure(line.id, when)?[column]
    }
  }
}

extension AppState {
  /// The amounts of a line in a month, where the screen has read them.
  func figure(row: Int, _ period: Period) -> Figure? { figures(row: row)?[period] }

  /// The months of a line that the screen has read.
  func figures(row: Int) -> [Period: Figure]? {
    guard trail.last == .budget, budget.rows.rows.rows.indices.contains(row) else { return nil }
    let row = budget.rows.rows.rows[row]
    return row.line == nil ? nil : row.figures
  }
}
