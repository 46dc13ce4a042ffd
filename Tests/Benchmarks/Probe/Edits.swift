import PlanModel
import PlanStore

/// What one edit costs.
enum Edits {
  static func single(_ path: String, count: Int) throws {
    let reader = try BoardReader(path: path)
    let writer = try BoardWriter(path: path)
    defer { writer.close() }
    let items = try Boards.activities(reader, limit: count)
    var times: [Double] = []
    var costs: [Cost] = []
    for item in items {
      let next: Department = item.lead == .marketing ? .sales : .marketing
      let before = writer.cost
      let (time, outcome) = Clock.milliseconds {
        writer.save(Acts.assign([item], to: next), as: "probe")
      }
      guard case .saved = outcome else { throw Failure(text: "\(outcome)") }
      times.append(time)
      costs.append(writer.cost - before)
    }
    print("edit-ms", Clock.percentile(times, 50))
    print("edit-p99-ms", Clock.percentile(times, 99))
    print("edit-statements", costs.map(\.statements).max() ?? 0)
    print("edit-rows", costs.map(\.rows).max() ?? 0)
  }

  static func assign(_ path: String, count: Int) throws {
    let reader = try BoardReader(path: path)
    let writer = try BoardWriter(path: path)
    defer { writer.close() }
    var times: [Double] = []
    for round in 0..<4 {
      let items = try Boards.activities(reader, limit: count)
      let next: Department? = round % 2 == 0 ? nil : .sales
      let before = writer.cost.statements
      let (time, outcome) = Clock.milliseconds {
        writer.save(Acts.assign(items, to: next), as: "probe")
      }
      guard case .saved = outcome else { throw Failure(text: "\(outcome)") }
      times.append(time)
      if round == 0 { print("assign-statements", writer.cost.statements - before) }
    }
    print("assign-ms", Clock.percentile(times, 50))
  }

  /// A spread over so many cells: read, computed, saved as one step.
  static func spread(_ path: String, count: Int) throws {
    let reader = try BoardReader(path: path)
    let writer = try BoardWriter(path: path)
    defer { writer.close() }
    let board = try reader.board()
    let span = BudgetWalk.span(of: Period(year: 2026, quarter: 4), board.calendar)
    var (reads, computes, saves): ([Double], [Double], [Double]) = ([], [], [])
    for round in 0..<5 {
      var cells: [SpreadCell<CellAddress>] = []
      reads.append(
        try Clock.milliseconds { cells = try Edits.cells(reader, board, span, count) }.0)
      // Above every floor, and another amount each time.
      let code = SpreadCode(.repeated(100_000_000 + Int64(round)))
      let (time, result) = try Clock.milliseconds {
        try Spread.apply(code, to: cells, unit: board.money)
      }
      computes.append(time)
      let before = writer.cost
      let (saved, outcome) = Clock.milliseconds {
        writer.save(result.edit(read: cells), as: "probe")
      }
      guard case .saved = outcome else { throw Failure(text: "\(outcome)") }
      saves.append(saved)
      guard round == 0 else { continue }
      print("spread-cells", cells.count)
      print("spread-changes", result.changes.count)
      print("spread-statements", writer.cost.statements - before.statements)
      print("spread-rows", writer.cost.rows - before.rows)
    }
    print("spread-read-ms", Clock.percentile(reads, 50))
    print("spread-compute-ms", Clock.percentile(computes, 50))
    print("spread-save-ms", Clock.percentile(saves, 50))
  }

  private static func cells(
    _ reader: BoardReader, _ board: Board, _ span: BudgetSpan, _ count: Int
  ) throws -> [SpreadCell<CellAddress>] {
    var cells: [SpreadCell<CellAddress>] = []
    struct Enough: Error {}
    do {
      try BudgetWalk(reader, span).walk { activity in
        for figure in activity.figures where span.months.contains(figure.period) {
          let address = CellAddress(line: figure.line, column: .forecast, period: figure.period)
          let cell = board.spreadCell(address, figure, of: .activity, isHeld: false)
          if cell.isFree { cells.append(cell) }
        }
        if cells.count >= count { throw Enough() }
      }
    } catch is Enough {}
    return Array(cells.prefix(count))
  }
}
