/// The cells that a spread from outside a grid is about, read from the board.
public struct SpreadReach {
  /// In order of time, line by line.
  public private(set) var cells: [SpreadCell<CellAddress>] = []
  /// The lines they stand on, with the codes of their items.
  public private(set) var lines: [LineID: (code: ItemCode, line: Line)] = [:]
  public private(set) var unit: AmountUnit
  private let board: Board
  private let held: Set<CellAddress>
  private let selector: SpreadSelector
  private let reference: SpreadReference?
  private let corrects: Bool
  /// Amounts of another item's lines, where the spread refers to one.
  private var others: ItemDetail?

  /// - Parameters:
  ///   - held: the cells that this person holds.
  ///   - reference: the cells that the code refers to, if it does.
  ///   - corrects: a reason is given, so that what was spent in closed months may be corrected;
  ///     without one those cells are locked.
  /// - Throws: a refusal where there is no such item or line, or its lines count different things.
  public init(
    _ selector: SpreadSelector, _ reader: any BoardReading, board: Board,
    held: Set<CellAddress> = [], reference: SpreadReference? = nil,
    corrects: Bool = false
  ) throws {
    self.board = board
    self.held = held
    self.selector = selector
    self.reference = reference
    self.corrects = corrects
    unit = board.money
    if let code = reference?.item { others = try Self.detail(code, reader) }
    switch selector.place {
    case .item(let code): try add(try Self.detail(code, reader))
    case .period(let period): try add(period, reader)
    }
    guard cells.count <= Spread.mostCells else { throw SpreadRefusals.tooManyCells }
    guard !cells.isEmpty else { throw SpreadRefusals.noCells }
  }

  static func detail(_ code: ItemCode, _ reader: any BoardReading) throws -> ItemDetail {
    guard let id = try reader.id(of: code), let detail = try reader.detail(id),
      !detail.item.isGone
    else { throw Refusal(.missing, Words("没有这样的编号：\(code)", "no such code: \(code)")) }
    return detail
  }

  /// `plan.media@2026-10` of its item, for lists of what would change.
  public func name(_ cell: CellAddress) -> (code: ItemCode?, heading: String) {
    let place = lines[cell.line]
    let column = cell.column.name(for: selector.kind)
    let line = (place?.line.code).flatMap { $0.isEmpty ? nil : ".\($0)" } ?? ""
    return (place?.code, "\(column)\(line)@\(cell.period)")
  }

  // MARK: One item

  private mutating func add(_ detail: ItemDetail) throws {
    let wanted = selector.line.map { name in detail.lines.filter { $0.code == name } }
    // A target's or trend's parts are spread by name; without one its own figures are meant.
    let own = detail.item.kind == .activity ? detail.lines : Array(detail.lines.prefix(1))
    let lines = wanted ?? own
    guard !lines.isEmpty else {
      let known = detail.lines.map(\.code).filter { !$0.isEmpty }.joined(separator: " ")
      throw Refusal(
        .missing,
        Words(
          "\(detail.item.code)没有这个费用项；有：\(known)",
          "\(detail.item.code) has no such line; there are \(known)"))
    }
    unit = detail.item.kind == .activity ? board.money : board.figureUnit(of: lines[0])
    for line in lines {
      let figures = detail.figures.filter { $0.line == line.id }
      add(
        line, detail.item, periods(of: detail.item, figures), figures: figures,
        siblings: (others ?? detail))
    }
  }

  private func periods(of item: Item, _ figures: [Figure]) -> [Period] {
    let calendar = board.calendar
    if let chosen = selector.periods(calendar, inMonths: item.kind == .activity) { return chosen }
    switch item.kind {
    case .activity:
      let home = item.period.map(calendar.months) ?? []
      let used = figures.filter { $0[selector.column] != nil }.map(\.period)
      return Set(home + used).sorted()
    case .target:
      let year = item.period ?? Period(year: board.firstYear)
      switch item[.rhythm].integer.flatMap({ Rhythm(rawValue: $0) }) {
      case .quarter: return calendar.quarters(of: year.year)
      case .halfYear: return [2, 4].map { Period(year: year.year, quarter: $0) }
      case .year: return [year]
      case .month, nil: return calendar.months(of: year)
      }
    case .trend: return (0..<3).map { Period(year: board.firstYear + $0) }
    case .decision: return []
    }
  }

  // MARK: A period

  private mutating func add(_ period: Period, _ reader: any BoardReading) throws {
    let span = BudgetWalk.span(of: period, board.calendar)
    let months = selector.periods(board.calendar, inMonths: true) ?? span.months
    try BudgetWalk(reader, span).walk { activity in
      guard cells.count <= Spread.mostCells else { throw SpreadRefusals.tooManyCells }
      for line in activity.lines where isWanted(line) {
        let figures = activity.figures.filter { $0.line == line.id }
        let detail = ItemDetail(
          item: activity.item, lines: activity.lines, figures: activity.figures)
        add(line, activity.item, months, figures: figures, siblings: others ?? detail)
      }
    }
  }

  private func isWanted(_ line: Line) -> Bool {
    guard let name = selector.line else { return true }
    if let category = line.category, let code = board.entries[category]?.code {
      return code == name
    }
    return line.code == name
  }

  // MARK: One line

  private mutating func add(
    _ line: Line, _ item: Item, _ periods: [Period], figures: [Figure], siblings: ItemDetail
  ) {
    lines[line.id] = (item.code, line)
    let own = Dictionary(figures.map { ($0.period, $0) }) { first, _ in first }
    let other = reference.flatMap { reference -> Line? in
      let name = reference.line ?? line.code
      return reference.line == nil && reference.item == nil
        ? line : siblings.lines.first { $0.code == name }
    }
    for period in periods {
      let address = CellAddress(line: line.id, column: selector.column, period: period)
      var cell = board.spreadCell(
        address, own[period], of: item.kind, isHeld: held.contains(address), run: lines.count,
        lock: lock(address, item.kind)
      ).adding(up: line, of: item)
      if let reference, let other {
        let when = reference.isLastYear ? period.advanced(by: period.yearBefore) : period
        let column = reference.column ?? selector.column
        cell.reference =
          other.id == line.id
          ? own[when]?[column] : siblings.figure(other.id, when)?[column]
      }
      cells.append(cell)
    }
  }
}

extension SpreadReach {
  /// Why what was spent can't be written without a reason; the other locks are the board's own.
  fileprivate func lock(_ cell: CellAddress, _ kind: ItemKind) -> Words? {
    guard kind == .activity, cell.column == .actual, !corrects, board.isClosed(cell.period) else {
      return nil
    }
    return Words("本月已月结；更正须写原因", "The month is closed; a correction needs a reason")
  }
}

extension Period {
  /// How many of its own units lie between it and the same period a year before.
  public var yearBefore: Int {
    switch unit {
    case .month: -12
    case .quarter: -4
    case .year: -1
    }
  }
}
