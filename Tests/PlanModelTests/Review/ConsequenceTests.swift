import PlanModel
import TestSupport
import Testing

/// What moving and stopping an activity does to its days, its status and its money.
@Suite struct ConsequenceTests {
  private let home = Period(year: 2026, quarter: 4)
  private let october = Period(year: 2026, month: 10)
  private let november = Period(year: 2026, month: 11)
  private let december = Period(year: 2026, month: 12)
  private let january = Period(year: 2027, month: 1)
  private let february = Period(year: 2027, month: 2)
  private let march = Period(year: 2027, month: 3)

  /// An activity of the fourth quarter with one line; October is closed.
  private func detail(_ figures: [Figure], status: Status = .approved) -> ItemDetail {
    let money = figures.reduce(Money()) { $0 + Money($1) }
    let item = Item(
      id: 7, code: ItemCode(kind: .activity, number: 7),
      fields: [
        .status: .integer(status.rawValue), .period: .integer(home.rawValue),
        .start: .integer(2026_1020), .end: .integer(2026_1210),
      ], money: money)
    return ItemDetail(
      item: item, lines: [Line(id: 1, item: 7, fields: [.code: .text("media")])], figures: figures)
  }

  private func figure(_ month: Period, _ amounts: [Column: Int64]) -> Figure {
    Figure(line: 1, period: month, amounts)
  }

  /// The figures after the changes, by month and column.
  private func after(_ detail: ItemDetail, _ changes: [Change]) -> [Period: Figure] {
    var found = Dictionary(detail.figures.map { ($0.period, $0) }) { a, _ in a }
    for change in changes {
      guard case .figure(let line, let column, let month) = change.target else { continue }
      var cell = found[month] ?? Figure(line: line, period: month)
      #expect(change.was.integer == cell[column])
      cell[column] = change.now.integer
      found[month] = cell
    }
    return found
  }

  private func outlook(_ figures: [Period: Figure]) -> Int64 {
    figures.values.reduce(0) { $0 + Money($1).outlook }
  }

  @Test func whatHasNotBegunMovesWhole() throws {
    let all = detail([
      figure(october, [.plan: 50]), figure(november, [.plan: 300]), figure(december, [.plan: 200]),
    ])
    let moving = try Consequence.moving(all, board: .small())
    let cells = after(all, moving.changes)
    // October is closed and stays.
    #expect(cells[october]?[.plan] == 50 && cells[november]?.isEmpty == true)
    #expect(cells[february]?[.plan] == 300 && cells[march]?[.plan] == 200)
    #expect(cells[february]?[.forecast] == nil)
    #expect(moving.amount == 500 && moving.plan == 500)
    #expect(moving.home.now == Period(year: 2027, quarter: 1))
    #expect(moving.start.now == Day(iso: "2027-01-20") && moving.end.now == Day(iso: "2027-03-10"))
    #expect(moving.status.now == .approved)
    #expect(outlook(cells) == 550)
  }

  @Test func whatIsSpentStaysInItsMonth() throws {
    let all = detail(
      [
        figure(november, [.plan: 300, .forecast: 320, .committed: 40, .actual: 60]),
        figure(december, [.plan: 200]),
      ], status: .running)
    let moving = try Consequence.moving(all, board: .small())
    let cells = after(all, moving.changes)
    #expect(cells[november]?[.plan] == 100 && cells[november]?[.forecast] == 100)
    #expect(cells[february]?[.plan] == 200 && cells[february]?[.forecast] == 220)
    #expect(moving.amount == 420 && outlook(cells) == 520)
    // It is under way: its first day and its status stay.
    #expect(moving.start.now == Day(iso: "2026-10-20") && moving.end.now == Day(iso: "2027-03-10"))
    #expect(moving.status.now == .running)
  }

  @Test func aLockedPlanStaysAndTheForecastMoves() throws {
    var board = Board.small()
    board.states[home] = .approved
    let all = detail([
      figure(november, [.plan: 300, .actual: 100]), figure(december, [.plan: 200]),
    ])
    let moving = try Consequence.moving(all, board: board)
    let cells = after(all, moving.changes)
    #expect(cells[november]?[.plan] == 300 && cells[november]?[.forecast] == 100)
    #expect(cells[december]?[.plan] == 200 && cells[december]?[.forecast] == 0)
    #expect(cells[february]?[.plan] == nil && cells[february]?[.forecast] == 200)
    #expect(cells[march]?[.forecast] == 200 && moving.plan == 0)
    #expect(outlook(cells) == 500)
  }

  /// A payment in January goes to April while November's comes to February.
  @Test func laterMonthsMoveOnToo() throws {
    let all = detail([
      figure(december, [.plan: 10]), figure(march, [.plan: 7]),
    ])
    let moving = try Consequence.moving(all, board: .small())
    let cells = after(all, moving.changes)
    #expect(cells[march]?[.plan] == 10)
    #expect(cells[Period(year: 2027, month: 6)]?[.plan] == 7)
    #expect(outlook(cells) == 17 && moving.amount == 17)
  }

  @Test func stoppingGivesBackWhatIsFree() throws {
    let all = detail([
      figure(october, [.plan: 50]), figure(november, [.plan: 300, .committed: 120]),
      figure(december, [.plan: 200, .forecast: 150]),
    ])
    let stopping = try Consequence.stopping(all, board: .small())
    let cells = after(all, stopping.changes)
    #expect(stopping.status.now == .dropped && stopping.amount == 330)
    #expect(cells[november]?[.plan] == 120 && cells[december]?.isEmpty == true)
    #expect(stopping.start.now == stopping.start.was && outlook(cells) == 170)
  }

  @Test func whatIsOverCannotMove() {
    for status in [Status.done, .closed, .dropped] {
      let all = detail([], status: status)
      #expect(throws: Refusal.self) { try Consequence.moving(all, board: .small()) }
      #expect(throws: Refusal.self) { try Consequence.stopping(all, board: .small()) }
    }
  }

  /// No money is made or lost, whatever stands in the cells.
  @Test(arguments: 1...60) func moneyIsKept(_ seed: UInt64) throws {
    var random = Seeded(seed)
    var board = Board.small()
    if Bool.random(using: &random) { board.states[home] = .approved }
    if Bool.random(using: &random) { board.states[home.advanced(by: 1)] = .approved }
    let months = (0..<8).map { october.advanced(by: $0) }
    let figures = months.map { month in
      var cell = Figure(line: 1, period: month)
      for column in [Column.plan, .forecast, .committed, .actual] where Bool.random(using: &random)
      {
        cell[column] = Int64.random(in: 0...500, using: &random)
      }
      return cell
    }
    let all = detail(figures)
    let moving = try Consequence.moving(all, board: board)
    let cells = after(all, moving.changes)
    #expect(outlook(cells) == figures.reduce(0) { $0 + Money($1).outlook })
    let plan = cells.values.reduce(0) { $0 + ($1[.plan] ?? 0) }
    #expect(plan == figures.reduce(0) { $0 + ($1[.plan] ?? 0) })
    for change in moving.changes {
      guard case .figure(_, let column, let month) = change.target else { continue }
      #expect(!board.isClosed(month) && (column == .plan || column == .forecast))
      let state = board.state(of: board.calendar.quarter(of: month))
      #expect(column == .forecast || state != .approved)
    }
    for month in months where !board.isClosed(month) && cells[month.advanced(by: -3)] == nil {
      let cell = try #require(cells[month])
      let spent = (cell[.committed] ?? 0) + (cell[.actual] ?? 0)
      #expect(
        Money(cell).outlook <= max(spent, Money(figures[months.firstIndex(of: month) ?? 0]).outlook)
      )
    }
  }
}
