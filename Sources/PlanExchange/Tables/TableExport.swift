import PlanModel

/// Writes items and their figures as a table. Comments, accepted findings, settings, lists and
/// lines without figures have no place in it: the JSON file holds everything.
public struct TableExport {
  public enum Form: Sendable {
    /// A row for each item, a column for each line, column and period.
    case wide
    /// A row for each figure: `code,line,column,period,amount`.
    case long
  }

  public var kinds: [ItemKind]
  public var period: Period?
  public var form: Form
  public var delimiter: Character

  /// - Parameter period: the activities of its quarters, the targets of its year, all trends.
  public init(
    kinds: [ItemKind] = ItemKind.allCases, period: Period? = nil, form: Form = .wide,
    delimiter: Character = ","
  ) {
    self.kinds = kinds
    self.period = period
    self.form = form
    self.delimiter = delimiter
  }

  public func write(_ reading: any BoardReading, to sink: @escaping ([UInt8]) throws -> Void) throws
  {
    let board = try reading.board()
    let scope = ExportScope(kinds: kinds, period: period, calendar: board.calendar)
    var out = TableWriter(delimiter: delimiter, sink: sink)
    switch form {
    case .wide: try writeWide(reading, FileNames(board), scope, &out)
    case .long: try writeLong(reading, scope, &out)
    }
    try out.flush()
  }

  private func writeWide(
    _ reading: any BoardReading, _ names: FileNames, _ scope: ExportScope, _ out: inout TableWriter
  ) throws {
    let keys = ItemKey.of(kinds).filter { $0 != .position }
    let headings = try figureHeadings(reading, scope)
    let codes = CodeBook(reading)
    try out.write(keys.map { .text($0.name) } + headings.map { .text($0.text) })
    try reading.forEachItem(kinds) { plan in
      guard scope.holds(plan.detail.item) else { return }
      let cells = figures(plan.detail)
      let own = Set(ItemKey.of(plan.detail.item.kind))
      try out.write(
        try keys.map { key in
          own.contains(key) ? try cell(key, plan, names, codes) : .text("")
        } + headings.map { .amount(cells[$0] ?? "") })
    }
  }

  private func writeLong(
    _ reading: any BoardReading, _ scope: ExportScope, _ out: inout TableWriter
  ) throws {
    try out.write(["code", "line", "column", "period", "amount"].map { .text($0) })
    try reading.forEachItem(kinds) { plan in
      guard scope.holds(plan.detail.item) else { return }
      let cells = figures(plan.detail)
      for heading in cells.keys.sorted(by: { $0.longRank < $1.longRank }) {
        try out.write([
          .text(plan.detail.item.code.description), .text(heading.line), .text(heading.column),
          .text(heading.period.description), .amount(cells[heading] ?? ""),
        ])
      }
    }
  }

  private func figureHeadings(_ reading: any BoardReading, _ scope: ExportScope) throws
    -> [FigureHeading]
  {
    var found: Set<FigureHeading> = []
    try reading.forEachItem(kinds) { plan in
      guard scope.holds(plan.detail.item) else { return }
      found.formUnion(figures(plan.detail).keys)
    }
    return found.sorted { $0.rank < $1.rank }
  }

  private func figures(_ detail: ItemDetail) -> [FigureHeading: String] {
    let kind = detail.item.kind
    let columns = Column.of(kind) + (kind == .activity ? [.approved] : [])
    let lines = Dictionary(detail.lines.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var cells: [FigureHeading: String] = [:]
    for figure in detail.figures {
      guard let line = lines[figure.line] else { continue }
      for column in columns {
        guard let amount = figure[column] else { continue }
        let heading = FigureHeading(
          column: column.name(for: kind), line: line.code, period: figure.period)
        cells[heading] = DecimalText.format(amount, scale: line.scale)
      }
    }
    return cells
  }

  private func cell(_ key: ItemKey, _ plan: PlanItem, _ names: FileNames, _ codes: CodeBook) throws
    -> TableCell
  {
    let item = plan.detail.item
    switch key {
    case .code: return .text(item.code.description)
    case .kind: return .text(item.kind.code)
    case .serves: return .text(plan.serves.map(\.code.description).joined(separator: " "))
    case .main: return .text(plan.serves.first { $0.isMain }?.code.description ?? "")
    case .position: return .text("")
    case .confirmed:
      let by = names.name(ofPerson: item[.confirmedBy].integer) ?? ""
      let on = names.text(item[.confirmedOn], .day)
      return .text(on.isEmpty ? by : "\(by) \(on)")
    case .field(let field):
      let value = plan.detail[field]
      switch field.type {
      case .department: return .text(value.isNone ? "none" : names.text(value, .department))
      case .item: return .text(try value.integer.flatMap(codes.code)?.description ?? "")
      case .money, .percent: return .amount(names.text(value, field.type))
      default: return .text(names.text(value, field.type))
      }
    }
  }
}
