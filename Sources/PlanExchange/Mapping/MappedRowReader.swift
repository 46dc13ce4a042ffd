import PlanModel

/// Turns rows of somebody else's table into items, as a mapping says.
struct MappedRowReader {
  let names: FileNames
  let plan: TablePlan
  let styles: ColumnStyles
  let texts: RowTexts
  let words: KnownWords
  private let keys: [ItemKind: Set<ItemKey>]
  /// The decimals of a line that is on the board.
  let scale: (ItemCode, String) throws -> Int?

  init(
    names: FileNames, plan: TablePlan, styles: ColumnStyles, mapping: TableMapping,
    scale: @escaping (ItemCode, String) throws -> Int?
  ) {
    self.names = names
    self.plan = plan
    self.styles = styles
    texts = RowTexts(plan, mapping)
    words = KnownWords(names)
    keys = Dictionary(uniqueKeysWithValues: ItemKind.allCases.map { ($0, Set(ItemKey.of($0))) })
    self.scale = scale
  }

  /// The row of a table under way to an item.
  private struct Row {
    var cells: TableRow
    var located: Located
  }

  func read(_ cells: TableRow) throws -> Located {
    var located = Located(record: ItemRecord(kind: plan.kind ?? .activity)) { (cells.line, 1) }
    for column in plan.columns {
      guard case .key(let key) = column.meaning else { continue }
      located.places[key.name] = (column.index + 1, column.heading)
    }
    var row = Row(cells: cells, located: located)
    if let fault = texts.countFault(cells) {
      row.located.faults.append(fault)
      return row.located
    }
    guard try readIdentity(&row) else { return row.located }
    row.located.hash = texts.hash(cells)
    for column in plan.columns {
      let text = text(column, row)
      guard !text.isEmpty else { continue }
      do { try take(text, column, &row) } catch let fault as TextFault {
        add(fault.words, column, &row)
      }
    }
    for (meaning, value) in plan.constants
    where plan.column(meaning).map({ text($0, row).isEmpty }) ?? true {
      do { try take(value, texts.constant(meaning), &row) } catch let fault as TextFault {
        throw MappingFault(
          Words("--set的值不行：\(value)：\(fault.words.zh)", "--set \(value): \(fault.words.en)"))
      }
    }
    if row.located.record.code == nil, row.located.record.fields[.title]?.text == nil,
      row.located.faults.isEmpty
    {
      let column = plan.column(.key(.field(.title)))
      add(
        Words("缺少名称", "the title is missing"), column ?? texts.constant(.key(.field(.title))), &row)
    }
    return row.located
  }

  // MARK: Cells

  private func text(_ column: TablePlan.Column, _ row: Row) -> String {
    texts.text(column, row.cells)
  }

  private func said(_ meaning: ColumnMeaning, _ row: Row) -> String {
    texts.said(meaning, row.cells)
  }

  private func add(_ words: Words, _ column: TablePlan.Column, _ row: inout Row) {
    row.located.faults.append(texts.fault(words, column, row.cells))
  }

  // MARK: Identity

  /// Code and kind; false where neither can be told.
  private func readIdentity(_ row: inout Row) throws -> Bool {
    if let column = plan.column(.key(.code)), case let text = text(column, row), !text.isEmpty {
      guard let code = ItemCode(text), plan.kind == nil || plan.kind == code.kind else {
        add(Words("不是编号；写成A12", "not a code; write A12"), column, &row)
        return false
      }
      row.located.record.code = code
      row.located.record.kind = code.kind
    }
    let kind = said(.key(.kind), row)
    guard !kind.isEmpty else { return true }
    let folded = Folding.fold(kind)
    let match = ItemKind.allCases.first { known in
      [known.code, known.words.zh, known.words.en, known.plural.en].contains {
        Folding.fold($0) == folded
      }
    }
    guard let match, row.located.record.code.map({ $0.kind == match }) ?? true else {
      add(
        TextFault.unknown(ItemKind.allCases.map(\.code)).words,
        plan.column(.key(.kind)) ?? texts.constant(.key(.kind)), &row)
      return false
    }
    row.located.record.kind = match
    return true
  }

  // MARK: Values

  private func take(_ text: String, _ column: TablePlan.Column, _ row: inout Row) throws {
    switch column.meaning {
    case .key(let key): try take(text, key, column, &row)
    case .figure(let name, let line, let period):
      try takeFigure(text, FigurePlace(name, line, period), column, &row)
    case .line, .column, .month, .amount: break
    }
  }

  private func take(
    _ text: String, _ key: ItemKey, _ column: TablePlan.Column, _ row: inout Row
  ) throws {
    let kind = row.located.record.kind
    guard keys[kind]?.contains(key) == true else {
      return add(
        Words("\(kind.words.zh)没有这个字段", "\(kind.plural.en.lowercased()) have no such field"),
        column, &row)
    }
    switch key {
    case .code, .kind, .position: break
    case .serves:
      let codes = text.split { " ,;、，；".contains($0) }
      row.located.record.serves = .value(try codes.map { try code(String($0), kind.parent) })
    case .main: row.located.record.main = .value(try code(text, kind.parent))
    case .confirmed:
      row.located.record.fields[.confirmedBy] = try words.value(text, .confirmedBy, of: kind)
    case .field(.continues): row.located.record.continues = .value(try code(text, kind))
    case .field(let field):
      row.located.record.fields[field] = try value(text, field, column, row)
    }
  }

  private func code(_ text: String, _ kind: ItemKind?) throws(TextFault) -> ItemCode {
    guard let code = ItemCode(text), code.kind == kind else { throw .notACode }
    return code
  }

  private func value(
    _ text: String, _ field: Field, _ column: TablePlan.Column, _ row: Row
  ) throws(TextFault) -> Value {
    let kind = row.located.record.kind
    switch field.type {
    case .day:
      return .integer(
        try styles.day(text, column: column.index, year: plan.year ?? year(of: row)).rawValue)
    case .period: return .integer(try period(text, kind).rawValue)
    case .money:
      let money = names.board.money
      return .integer(
        try styles.amount(text, column: column.index, unit: money, power: column.power))
    default: return try words.value(text, field, of: kind)
    }
  }

  /// A target's year; the quarter of an activity, also of one of its months.
  private func period(_ text: String, _ kind: ItemKind) throws(TextFault) -> Period {
    let period = try CellPeriod.parse(text, year: plan.year)
    if kind == .target {
      guard period.unit == .year else { throw .notAYear }
      return period
    }
    guard period.unit != .year else { throw .notAQuarter }
    return names.board.calendar.quarter(of: period)
  }

  /// The year that the row's own period says.
  private func year(of row: Row) -> Int? {
    let said = said(.key(.field(.period)), row)
    guard !said.isEmpty, let period = try? CellPeriod.parse(said, year: nil) else { return nil }
    let months = names.board.calendar.months(of: period)
    // A quarter that lies in two calendar years says neither.
    return months.first?.year == months.last?.year ? months.first?.year : nil
  }

  // MARK: Amounts

  private struct FigurePlace {
    var name: String
    var line: String
    var period: Period?

    init(_ name: String, _ line: String, _ period: Period?) {
      self.name = name
      self.line = line
      self.period = period
    }
  }

  private func takeFigure(
    _ text: String, _ place: FigurePlace, _ column: TablePlan.Column, _ row: inout Row
  ) throws {
    let kind = row.located.record.kind
    guard let figure = Column(name: place.name, kind: kind) else {
      throw TextFault.unknown(Column.of(kind).map { $0.name(for: kind) })
    }
    let line: String
    do throws(TextFault) { line = try self.line(place, row) } catch {
      let own = place.line.isEmpty ? plan.column(.line) : nil
      return add(error.words, own ?? column, &row)
    }
    guard let period = try period(of: place, row) else { return }
    if kind == .activity, period.unit != .month { throw TextFault.notAMonth }
    let known = try row.located.record.code.flatMap { try scale($0, line) }
    var unit = unit(of: row.located.record)
    unit.scale = known ?? unit.scale
    let amount = try styles.amount(text, column: column.index, unit: unit, power: column.power)
    let key = CellKey(line: line, column: figure, period: period)
    guard row.located.record.cells[key] == nil else {
      return add(Words("同一格写了两次", "the same cell occurs twice"), column, &row)
    }
    row.located.record.cells[key] = amount
  }

  /// The line's own name: the mapping's, else the row's category.
  private func line(_ place: FigurePlace, _ row: Row) throws(TextFault) -> String {
    let said = place.line.isEmpty ? said(.line, row) : place.line
    guard row.located.record.kind == .activity else { return said }
    guard !said.isEmpty else { throw .noLine }
    if let entry = words.entry(said, in: .category) { return entry.code }
    // `media-2` is a line of its own of the category.
    return names.category(ofLine: said) == nil ? try words.code(said, in: .category) : said
  }

  /// The mapping's period, else the row's month, else the month of the row's start; nil where the
  /// start is no day, which is told at its own column.
  private func period(of place: FigurePlace, _ row: Row) throws(TextFault) -> Period? {
    if let period = place.period { return period }
    let month = said(.month, row)
    if !month.isEmpty { return try CellPeriod.parse(month, year: plan.year) }
    guard let column = plan.column(.key(.field(.start))), case let start = text(column, row),
      !start.isEmpty
    else { throw .noMonth }
    return try? styles.day(start, column: column.index, year: plan.year ?? year(of: row))
      .monthPeriod
  }

  private func unit(of record: ItemRecord) -> AmountUnit {
    guard record.kind != .activity else { return names.board.money }
    let unit =
      record.fields[.unit]?.integer.flatMap { names.board.entries[$0]?.code }
      ?? record.fields[.measure]?.integer.flatMap { names.board.entries[$0]?.unit }
    return names.board.amountUnit(unit)
  }
}
