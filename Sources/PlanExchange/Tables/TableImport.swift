import PlanModel

/// Reads items and figures from a table into changes for a board.
public enum TableImport {
  /// Looks at the whole file first; nothing is changed before all of it is found sound.
  ///
  /// - Parameter step: called at every record, for progress; what it throws ends the import.
  /// - Throws: ``FileFaults`` with places and ways out; what reading the board throws.
  public static func prepare(
    _ bytes: [UInt8], for reading: any BoardReading, options: ImportOptions = ImportOptions(),
    step: @escaping () throws -> Void = {}
  ) throws -> PreparedImport {
    try prepare(ByteSource(bytes), for: reading, options: options, step: step)
  }

  /// The same for a file that is read piece by piece, several times from its beginning.
  public static func prepare(
    _ source: ByteSource, for reading: any BoardReading, options: ImportOptions = ImportOptions(),
    step: @escaping () throws -> Void = {}
  ) throws -> PreparedImport {
    do {
      let file = try TableFile(
        source, encoding: try encoding(options.mapping),
        skippedLines: options.mapping.skippedLines)
      var reader = try file.reader()
      guard let first = try reader.next() else {
        throw FileFault(line: 1, column: 1, Words("文件是空的", "the file is empty"))
      }
      let board = try reading.board()
      let session = RecordImport(
        reading, names: FileNames(board), options: options, isFresh: try reading.isWithoutItems(),
        composer: Composer())
      return try options.mapping.maps.isEmpty
        ? own(file, first, session, step) : mapped(file, first, session, step)
    } catch let fault as FileFault { throw FileFaults([fault]) }
  }

  static func encoding(_ mapping: TableMapping) throws(MappingFault) -> TextEncoding? {
    guard let name = mapping.encoding else { return nil }
    guard let encoding = TextEncoding(named: name) else {
      throw MappingFault(
        Words("没有这种编码：\(name)；如gb18030、big5", "no such encoding: \(name); try gb18030 or big5"))
    }
    return encoding
  }

  /// Amounts are only added up by who knows rows again: an export mapped as a row for each.
  static func refuseAdding(_ options: ImportOptions) throws(MappingFault) {
    guard options.amounts == .add else { return }
    throw MappingFault(
      Words(
        "--update add只用于一行一个金额的表；加--map code=code --map category=line "
          + "--map column=column --map month=period --map amount=amount",
        "--update add is for a table of one amount a row; add --map code=code "
          + "--map category=line --map column=column --map month=period --map amount=amount"))
  }

  /// A table of the program's own.
  private static func own(
    _ file: TableFile, _ first: TableRow, _ session: RecordImport,
    _ step: @escaping () throws -> Void
  ) throws -> PreparedImport {
    try refuseAdding(session.options)
    let headings = try TableHeadings(first)
    let rows = TableRowReader(
      names: session.names, headings: headings, kind: session.options.kind,
      styles: try ColumnStyles(
        file, dates: headings.places(\.isDay), amounts: headings.places(\.isAmount),
        mapping: session.options.mapping),
      scale: ScaleBook(session.reading).scale)
    return try ImportRun(session: session, step: step) {
      TableRecords(file, hasHeading: true, joins: headings.isLong, read: rows.read).next
    }.prepare()
  }

  /// A table of somebody else's.
  private static func mapped(
    _ file: TableFile, _ first: TableRow, _ session: RecordImport,
    _ step: @escaping () throws -> Void
  ) throws -> PreparedImport {
    var mapping = session.options.mapping
    mapping.kind = mapping.kind ?? session.options.kind
    let headings = Headings(first, hasHeading: mapping.hasHeading)
    let plan: TablePlan
    do { plan = try TablePlan(mapping, headings, session.names.board) } catch let fault
      as MappingFault
    { throw TitleLines.explain(fault, file) }
    if let (index, currency) = plan.otherCurrencies.first {
      throw FileFault(
        line: first.line, column: index + 1, heading: headings.names[index],
        Words(
          "金额是\(currency)，不是本板币种；先换算",
          "the amounts are \(currency), not the board's currency; convert them first"))
    }
    if plan.isLong {
      return try LongFormImport(file, session, plan, mapping).prepare(step: step)
    }
    try refuseAdding(session.options)
    let rows = MappedRowReader(
      names: session.names, plan: plan,
      styles: try ColumnStyles(
        file, dates: plan.places(\.isDay), amounts: plan.places(\.isAmount), mapping: mapping),
      mapping: mapping, scale: ScaleBook(session.reading).scale)
    return try ImportRun(session: session, step: step) {
      TableRecords(file, hasHeading: mapping.hasHeading, joins: false, read: rows.read).next
    }.prepare()
  }
}

/// Steps through the records of a table; figures of one item in a row are one record.
private final class TableRecords {
  private let file: TableFile
  private let hasHeading: Bool
  private let joins: Bool
  private let read: (TableRow) throws -> Located
  private var reader: TableReader?
  private var ahead: Located?

  init(
    _ file: TableFile, hasHeading: Bool, joins: Bool, read: @escaping (TableRow) throws -> Located
  ) {
    self.file = file
    self.hasHeading = hasHeading
    self.joins = joins
    self.read = read
  }

  func next() throws -> Located? {
    guard var located = try ahead ?? row() else { return nil }
    ahead = nil
    guard joins else { return located }
    while let following = try row() {
      guard following.record.code == located.record.code, following.record.code != nil else {
        ahead = following
        break
      }
      located.faults += following.faults
      for (key, amount) in following.record.cells {
        if located.record.cells.updateValue(amount, forKey: key) != nil {
          located.faults.append(
            following.fault(Words("同一格写了两次", "the same cell occurs twice")))
        }
      }
    }
    return located
  }

  private func row() throws -> Located? {
    if reader == nil {
      reader = try file.reader()
      if hasHeading { _ = try reader?.next() }
    }
    return try reader?.next().map(read)
  }
}

/// Decimals of the lines of items on the board, one item at a time.
private final class ScaleBook {
  private let reading: any BoardReading
  private var code: ItemCode?
  private var scales: [String: Int] = [:]

  init(_ reading: any BoardReading) { self.reading = reading }

  func scale(_ code: ItemCode, _ line: String) throws -> Int? {
    if self.code != code {
      self.code = code
      scales = [:]
      if let id = try reading.id(of: code) {
        for line in try reading.detail(id)?.lines ?? [] { scales[line.code] = line.scale }
      }
    }
    // A new part of a target counts like the whole.
    return scales[line] ?? (code.kind == .activity ? nil : scales[""])
  }
}
