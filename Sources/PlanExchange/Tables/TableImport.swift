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
    do {
      var table = try TableReader(bytes)
      guard let first = try table.next() else {
        throw FileFault(line: 1, column: 1, Words("文件是空的", "the file is empty"))
      }
      let board = try reading.board()
      let session = RecordImport(
        reading, names: FileNames(board), options: options, isFresh: try reading.isWithoutItems(),
        composer: Composer())
      let rows = TableRowReader(
        names: session.names, headings: try TableHeadings(first), kind: options.kind,
        scale: ScaleBook(reading).scale)
      let table0 = table
      return try ImportRun(session: session, step: step) {
        TableRecords(table: table0, reader: rows).next
      }.prepare()
    } catch let fault as FileFault { throw FileFaults([fault]) }
  }
}

/// Steps through the records of a table; figures of one item in a row are one record.
private final class TableRecords {
  private var table: TableReader
  private let reader: TableRowReader
  private var ahead: Located?

  init(table: TableReader, reader: TableRowReader) {
    self.table = table
    self.reader = reader
  }

  func next() throws -> Located? {
    guard var located = try ahead ?? row() else { return nil }
    ahead = nil
    guard reader.headings.isLong else { return located }
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

  private func row() throws -> Located? { try table.next().map(reader.read) }
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
