import PlanModel

/// A first look at somebody's table: what its columns become and how its first rows would be read.
public struct TablePreview: Sendable {
  public struct Column: Sendable {
    /// The place from 1.
    public var number: Int
    public var heading: String
    /// What it becomes, as flags write it; nil for nothing.
    public var field: String?
    /// The first values that stand there.
    public var samples: [String]
    /// `:WORD=code,…` as flags write it; nil without words.
    public var words: String?
    /// The month that the heading names.
    public var month: Period?
    /// An amount whose expense line nobody has said.
    public var isOpenAmount = false
  }

  public var encoding: String
  /// `,`, `;` or a tab; nil where every line is one cell.
  public var delimiter: Character?
  public var mapping: TableMapping
  /// What stands above the headings and isn't read.
  public var titles: [String] = []
  public var columns: [Column]
  /// The names of what is read, and the first rows as they would be.
  public var fields: [String]
  public var rows: [[String]]
  /// What can't be read.
  public var faults = FileFaults([])
  /// Why the mapping itself doesn't do.
  public var refusal: Words?
  public var summary = ImportSummary()

  /// Looks at a file.
  ///
  /// - Parameter proposes: the mapping is made from the headings, beside what the options say of it;
  ///   else it is the options'.
  /// - Parameter language: the first rows as people of it read them; nil is as files write them.
  /// - Throws: ``FileFaults`` where not even the headings can be read; ``MappingFault``.
  public static func make(
    _ source: ByteSource, for reading: any BoardReading, options: ImportOptions, proposes: Bool,
    rowLimit: Int = 5, language: Language? = nil, step: @escaping () throws -> Void = {}
  ) throws -> TablePreview {
    do {
      var options = options
      let encoding = try TableImport.encoding(options.mapping)
      var file = try TableFile(
        source, encoding: encoding, skippedLines: options.mapping.skippedLines)
      var titles: [String] = []
      if proposes, options.mapping.hasHeading, options.mapping.skippedLines == 0,
        let found = try? TitleLines(file)
      {
        titles = found.texts
        options.mapping.skippedLines = found.count
        file = try TableFile(source, encoding: file.encoding, skippedLines: found.count)
      }
      var reader = try file.reader()
      guard let first = try reader.next() else {
        throw FileFault(line: 1, column: 1, Words("文件是空的", "the file is empty"))
      }
      var rows: [TableRow] = options.mapping.hasHeading ? [] : [first]
      while rows.count < 50, let row = try? reader.next() { rows.append(row) }
      var look = Look(file, first, rows, reading, options, language)
      var preview = try look.make(proposes: proposes, rowLimit: rowLimit, step: step)
      preview.titles = titles
      return preview
    } catch let fault as FileFault { throw FileFaults([fault]) }
  }

  /// Whether a table has the program's own headings, so that it needs no mapping.
  public static func isOwn(_ source: ByteSource, mapping: TableMapping) throws -> Bool {
    do {
      var reader = try TableFile(
        source, encoding: try TableImport.encoding(mapping), skippedLines: mapping.skippedLines
      ).reader()
      return try reader.next().map { (try? TableHeadings($0)) != nil } ?? true
    } catch let fault as FileFault { throw FileFaults([fault]) }
  }
}

/// One look at one file.
private struct Look {
  private let file: TableFile
  private let rows: [TableRow]
  private let reading: any BoardReading
  private var options: ImportOptions
  private let headings: Headings
  private let language: Language?

  init(
    _ file: TableFile, _ first: TableRow, _ rows: [TableRow], _ reading: any BoardReading,
    _ options: ImportOptions, _ language: Language?
  ) {
    self.language = language
    self.file = file
    self.rows = rows
    self.reading = reading
    self.options = options
    headings = Headings(first, hasHeading: options.mapping.hasHeading)
  }

  mutating func make(proposes: Bool, rowLimit: Int, step: @escaping () throws -> Void) throws
    -> TablePreview
  {
    let board = try reading.board()
    var mapping = options.mapping
    mapping.kind = mapping.kind ?? options.kind
    let proposal = MappingProposal(headings, rows, mapping, board)
    if proposes { mapping = proposal.mapping }
    options.mapping = mapping
    let open = proposes ? Set(proposal.openAmounts) : []
    var preview = TablePreview(
      encoding: file.encoding.name,
      delimiter: file.delimiter == 0x1F ? nil : Character(UnicodeScalar(file.delimiter)),
      mapping: mapping,
      columns: headings.names.enumerated().map { index, heading in
        TablePreview.Column(
          number: index + 1, heading: heading, field: nil,
          samples: rows.prefix(rowLimit).map {
            $0.cells.indices.contains(index) ? $0.cells[index].trimmed : ""
          },
          month: month(heading, mapping, board), isOpenAmount: open.contains(index))
      }, fields: [], rows: [])
    do {
      guard !mapping.maps.isEmpty else {
        throw MappingFault(Words("还没有一列有含义", "no column means anything yet"))
      }
      let plan = try TablePlan(mapping, headings, board)
      for column in plan.columns {
        preview.columns[column.index].field = column.meaning.name
        guard !column.words.isEmpty else { continue }
        let words = column.words.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        preview.columns[column.index].words = ":" + words.joined(separator: ",")
      }
      try read(&preview, plan, board, rowLimit)
      let prepared = try TableImport.prepare(
        file.source, for: reading, options: options, step: step)
      preview.summary = prepared.summary
    } catch let fault as MappingFault {
      preview.refusal = fault.words
    } catch let faults as FileFaults { preview.faults = faults }
    return preview
  }

  private func month(_ heading: String, _ mapping: TableMapping, _ board: Board) -> Period? {
    let year = mapping.constant("year").flatMap { Int($0) } ?? board.firstYear
    guard CellPeriod.isMonth(heading) else { return nil }
    return try? CellPeriod.parse(heading, year: year)
  }

  private func read(
    _ preview: inout TablePreview, _ plan: TablePlan, _ board: Board, _ limit: Int
  ) throws {
    let names = FileNames(board)
    let reader = MappedRowReader(
      names: names, plan: plan,
      styles: try ColumnStyles(
        file, dates: plan.places(\.isDay), amounts: plan.places(\.isAmount),
        mapping: options.mapping), mapping: options.mapping, scale: { _, _ in nil })
    preview.fields = plan.columns.map(\.meaning.name)
    for row in rows.prefix(limit) {
      let located = try reader.read(row)
      preview.rows.append(
        plan.columns.map { column in
          let isBad = located.faults.contains { $0.column == column.index + 1 }
          let raw = row.cells.indices.contains(column.index) ? row.cells[column.index].trimmed : ""
          if isBad { return "✗ \(raw)" }
          return shown(column.meaning, located.record, names) ?? raw
        })
    }
  }

  /// A value as it was read; nil where the text stands for itself.
  private func shown(_ meaning: ColumnMeaning, _ record: ItemRecord, _ names: FileNames) -> String?
  {
    switch meaning {
    case .key(.kind): return record.kind.code
    case .key(.field(let field)):
      guard let value = record.fields[field] else { return nil }
      guard let language else { return names.text(value, field.type) }
      return FieldText(names.board, language, today: Day(ordinal: 0)).display(field, value)
    case .figure(let name, let line, let period):
      let column = PlanModel.Column(name: name, kind: record.kind)
      let amount = record.cells.first { key, _ in
        key.column == column && (line.isEmpty || key.line == line)
          && (period == nil || key.period == period)
      }?.value
      guard let amount = amount ?? nil else { return "" }
      let scale = record.kind == .activity ? names.board.moneyScale : 2
      guard let language else { return DecimalText.format(amount, scale: scale) }
      return AmountFormat(AmountUnit(code: "", scale: scale), language).full(amount)
    default: return nil
    }
  }
}
