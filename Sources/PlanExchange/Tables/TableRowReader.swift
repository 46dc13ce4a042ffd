import PlanModel

/// What the headings of a table say.
struct TableHeadings {
  enum Meaning: Hashable {
    case key(String)
    case figure(FigureHeading)
  }

  var names: [String]
  var meanings: [Meaning]
  /// Figures only: `code,line,column,period,amount`.
  var isLong: Bool

  /// The columns, from 0, whose meaning is of some sort.
  func places(_ sort: (ColumnMeaning) -> Bool) -> Set<Int> {
    Set(
      names.indices.filter { index in
        if isLong { return names[index] == "amount" && sort(.amount) }
        return ColumnMeaning(names[index]).map(sort) ?? false
      })
  }

  private static let long: Set<String> = ["code", "line", "column", "period", "amount"]

  /// - Throws: all headings that are unknown or stand there twice.
  init(_ row: TableRow) throws(FileFaults) {
    names = row.cells.map { $0.trimmed }
    isLong = Set(names) == Self.long && names.count == Self.long.count
    meanings = []
    var faults = FaultList()
    var seen: Set<String> = []
    let known = ItemKey.of(ItemKind.allCases).map(\.name).filter { $0 != "position" }
    for (index, name) in names.enumerated() {
      func add(_ words: Words) {
        faults.add(FileFault(line: row.line, column: index + 1, heading: name, words))
      }
      if !seen.insert(name).inserted {
        add(Words("列标题重复", "the heading occurs twice"))
      } else if isLong || known.contains(name) {
        meanings.append(.key(name))
      } else if let figure = FigureHeading(name) {
        meanings.append(.figure(figure))
      } else {
        add(
          Words(
            "没有这个字段；可用：\(known.joined(separator: " ")) plan.media@2026-10",
            "no such field; known are \(known.joined(separator: " ")) plan.media@2026-10"))
      }
    }
    if faults.count > 0 { throw FileFaults(faults.faults, count: faults.count) }
  }
}

/// Turns rows of a table into records.
struct TableRowReader {
  let names: FileNames
  let headings: TableHeadings
  let kind: ItemKind?
  let styles: ColumnStyles
  /// The line of an item on the board, for the decimals of its amounts.
  let scale: (ItemCode, String) throws -> Int?

  func read(_ row: TableRow) throws -> Located {
    var located = Located(record: ItemRecord(kind: kind ?? .activity)) {
      (row.line, 1)
    }
    func add(_ column: Int, _ words: Words) {
      located.faults.append(fault(row, column, words))
    }
    guard row.cells.count == headings.names.count else {
      let (given, wanted) = (row.cells.count, headings.names.count)
      add(
        min(given, wanted),
        Words("有\(given)列，标题有\(wanted)列", "\(given) fields, and the heading has \(wanted)"))
      return located
    }
    func cell(_ name: String) -> (text: String, column: Int)? {
      headings.names.firstIndex(of: name).map { (row.cells[$0].trimmed, $0) }
    }
    if let (text, column) = cell("code"), !text.isEmpty {
      guard let code = ItemCode(text) else {
        add(column, Words("不是编号；写成A12", "not a code; write A12"))
        return located
      }
      located.record.code = code
      located.record.kind = code.kind
    }
    if let (text, column) = cell("kind"), !text.isEmpty {
      guard let kind = ItemKind(code: text),
        located.record.code == nil || located.record.code?.kind == kind
      else {
        add(column, TextFault.unknown(ItemKind.allCases.map(\.code)).words)
        return located
      }
      located.record.kind = kind
    } else if located.record.code == nil, kind == nil {
      add(0, Words("不知道是哪一类；加kind列或用--kind", "of which kind? add a column kind or use --kind"))
      return located
    }
    if headings.isLong { return try readLong(row, located) }
    located.hash = hash(row)
    for (index, meaning) in headings.meanings.enumerated() {
      do {
        switch meaning {
        case .key(let name): try readKey(name, row.cells[index], index, &located.record)
        case .figure(let heading):
          try readFigure(heading, row.cells[index], index, &located.record)
        }
      } catch let error as TextFault { add(index, error.words) } catch let error as CellFault {
        add(index, error.words)
      }
    }
    if located.record.code == nil, located.record.fields[.title]?.text == nil,
      located.faults.isEmpty
    {
      add(
        headings.names.firstIndex(of: "title") ?? 0, Words("缺少名称", "the title is missing"))
    }
    return located
  }

  private func hash(_ row: TableRow) -> RowHash {
    var hash = RowHash()
    for (name, cell) in zip(headings.names, row.cells) where !cell.isEmpty {
      hash.take(name)
      hash.take(cell)
    }
    return hash
  }

  private struct CellFault: Error { var words: Words }

  private func readLong(_ row: TableRow, _ given: Located) throws -> Located {
    var located = given
    func cell(_ name: String) -> (text: String, column: Int) {
      let column = headings.names.firstIndex(of: name) ?? 0
      return (row.cells[column].trimmed, column)
    }
    guard located.record.code != nil else {
      located.faults.append(fault(row, cell("code").column, Words("缺少编号", "the code is missing")))
      return located
    }
    guard let period = Period(cell("period").text) else {
      located.faults.append(fault(row, cell("period").column, TextFault.notAPeriod.words))
      return located
    }
    let heading = FigureHeading(
      column: cell("column").text, line: TableText.restored(cell("line").text), period: period)
    let amount = cell("amount")
    do { try readFigure(heading, amount.text, amount.column, &located.record) } catch let error
      as TextFault
    {
      located.faults.append(fault(row, cell("amount").column, error.words))
    } catch let error as CellFault {
      located.faults.append(fault(row, cell("column").column, error.words))
    }
    return located
  }

  private func fault(_ row: TableRow, _ column: Int, _ words: Words) -> FileFault {
    let value = column < row.cells.count ? row.cells[column] : nil
    return FileFault(
      line: row.line, column: column + 1,
      heading: column < headings.names.count ? headings.names[column] : nil,
      value: value?.isEmpty == true ? nil : value, words)
  }

  private func readKey(
    _ name: String, _ cell: String, _ index: Int, _ record: inout ItemRecord
  ) throws {
    let text = cell.trimmed
    guard let key = ItemKey(name: name, kind: record.kind) else {
      guard text.isEmpty else {
        let kind = record.kind
        throw CellFault(
          words: Words(
            "\(kind.words.zh)没有这个字段", "\(kind.plural.en.lowercased()) have no such field"))
      }
      return
    }
    switch key {
    case .code, .kind, .position: break
    case .serves:
      record.serves = .value(
        try text.split(separator: " ").map { try code(String($0), record.kind.parent) })
    case .main:
      record.main = .value(text.isEmpty ? nil : try code(text, record.kind.parent))
    case .confirmed:
      let parts = text.split(separator: " ")
      let (by, on) =
        switch parts.count {
        case 2: (String(parts[0]), String(parts[1]))
        case 1 where Day(iso: text) != nil: ("", text)
        default: (text, "")
        }
      record.fields[.confirmedBy] = try names.value(by, .person, of: record.kind)
      record.fields[.confirmedOn] = try names.value(on, .day, of: record.kind)
    case .field(.about):
      let kind = ItemCode(text)?.kind
      record.about = .value(text.isEmpty ? nil : try code(text, kind))
    case .field(.continues):
      record.continues = .value(text.isEmpty ? nil : try code(text, record.kind))
    case .field(let field): record.fields[field] = try value(cell, field, index, record.kind)
    }
  }

  private func value(
    _ cell: String, _ field: Field, _ index: Int, _ kind: ItemKind
  ) throws(TextFault) -> Value {
    let text = cell.trimmed
    switch field.type {
    case .day where !text.isEmpty:
      return .integer(try styles.day(text, column: index).rawValue)
    case .money where !text.isEmpty:
      let digits = TableText.restored(text)
      return .integer(try styles.amount(digits, column: index, unit: names.board.money))
    case .text, .longText, .tags, .entry, .person:
      return try names.value(TableText.restored(cell), field.type, of: kind)
    default: return try names.value(text, field.type, of: kind)
    }
  }

  private func code(_ text: String, _ kind: ItemKind?) throws -> ItemCode {
    guard let code = ItemCode(text), code.kind == kind else {
      throw CellFault(words: Words("不是这类内容的编号", "not a code of this kind"))
    }
    return code
  }

  private func readFigure(
    _ heading: FigureHeading, _ cell: String, _ index: Int, _ record: inout ItemRecord
  ) throws {
    let text = TableText.restored(cell.trimmed)
    guard let column = Column(name: heading.column, kind: record.kind) else {
      if text.isEmpty { return }
      let columns = Column.of(record.kind).map { $0.name(for: record.kind) }
      throw CellFault(words: TextFault.unknown(columns).words)
    }
    if record.kind == .activity, heading.period.unit != .month || heading.line.isEmpty {
      if text.isEmpty { return }
      throw CellFault(
        words: Words(
          "活动的金额写成plan.media@2026-10", "an activity's amount is headed plan.media@2026-10"))
    }
    let key = CellKey(line: heading.line, column: column, period: heading.period)
    guard record.cells[key] == nil else {
      throw CellFault(words: Words("同一格写了两次", "the same cell occurs twice"))
    }
    guard !text.isEmpty else {
      record.cells[key] = .some(nil)
      return
    }
    let known = try record.code.flatMap { try scale($0, heading.line) }
    if record.kind == .activity, known == nil, names.category(ofLine: heading.line) == nil,
      !Line.isPlaceholder(heading.line)
    {
      throw TextFault.unknown(names.board.list(.category).map(\.code))
    }
    var unit = unit(of: record)
    unit.scale = known ?? unit.scale
    record.cells[key] = try styles.amount(text, column: index, unit: unit)
  }

  /// What the amounts of a new line count.
  private func unit(of record: ItemRecord) -> AmountUnit {
    if record.kind == .activity { return names.board.money }
    let unit =
      record.fields[.unit]?.integer.flatMap { names.board.entries[$0]?.code }
      ?? record.fields[.measure]?.integer.flatMap { names.board.entries[$0]?.unit }
    return names.board.amountUnit(unit)
  }
}
