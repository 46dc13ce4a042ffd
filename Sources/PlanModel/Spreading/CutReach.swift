/// What a cut of a period looks at, read from the board.
public struct CutReach: Sendable {
  public var activities: [CutActivity] = []
  /// What was granted for the quarter or year; nil: nothing was, or the period is a month, for
  /// which nothing is granted.
  public var envelope: Int64?
  /// The lines and items that the cells stand on.
  public var lines: [LineID: (item: Item, line: Line)] = [:]
  private let span: BudgetSpan
  private let board: Board
  private let held: Set<CellAddress>
  private var pages: BudgetPages
  /// Activities looked at so far.
  public private(set) var looked = 0
  public var isWhole: Bool { pages.isOver }

  /// Reads all of it in one go.
  /// - Parameters:
  ///   - lead: only the activities of this department; nil: all.
  ///   - held: cells of this column that this person holds; they give nothing.
  public init(
    _ period: Period, lead: Department? = nil, _ reader: any BoardReading, board: Board,
    held: Set<CellAddress> = []
  ) throws {
    self.init(period, lead: lead, board: board, held: held)
    while !isWhole { try goOn(reader) }
  }

  /// Has read nothing yet; ``goOn(_:activities:)`` does, a slice at a time.
  public init(
    _ period: Period, lead: Department?, board: Board, held: Set<CellAddress>
  ) {
    self.board = board
    self.held = held
    span = BudgetWalk.span(of: period, board.calendar)
    pages = BudgetPages(span, lead.map { .leadTarget($0.rawValue) } ?? .target)
    if period.unit != .month {
      envelope = board.envelopes.granted(board.calendar, period, lead)
    }
  }

  /// Reads some more: about so many activities.
  public mutating func goOn(_ reader: any BoardReading, activities count: Int = 400) throws {
    let end = looked + count
    while !pages.isOver, looked < end {
      for activity in try pages.next(reader) {
        add(activity)
        looked += 1
      }
    }
  }

  private mutating func add(_ activity: BudgetActivity) {
    let item = activity.item
    let months = Set(span.months)
    for line in activity.lines { lines[line.id] = (item, line) }
    let cells = activity.figures.filter { months.contains($0.period) }
      .sorted { ($0.line, $0.period) < ($1.line, $1.period) }
      .map { figure in
        let isHeld = [Column.plan, .forecast].contains {
          held.contains(CellAddress(line: figure.line, column: $0, period: figure.period))
        }
        return CutCell(figure, isClosed: board.isClosed(figure.period), isHeld: isHeld)
      }
    guard !cells.isEmpty else { return }
    activities.append(
      CutActivity(
        id: item.id, code: item.code, priority: item.priority, status: item.status, cells: cells))
  }
}

extension Envelopes {
  /// What departments may spend in the quarters of a period, without the reserve; nil where nothing
  /// was granted.
  public func granted(
    _ calendar: FiscalCalendar, _ period: Period, _ lead: Department? = nil
  ) -> Int64? {
    let quarters =
      period.unit == .year
      ? calendar.quarters(of: period.year) : [calendar.quarter(of: period)]
    let amounts = quarters.flatMap { quarter in
      Department.allCases.filter { lead == nil || $0 == lead }
        .compactMap { self[quarter, .department($0)] }
    }
    guard !amounts.isEmpty else { return nil }
    return amounts.reduce(Int64(0)) { Int64(clamping: Int128($0) + Int128($1)) }
  }
}
