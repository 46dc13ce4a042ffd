import PlanModel

/// Reads the JSON file into changes for a board.
public enum JSONImport {
  /// Whether a file begins like JSON.
  public static func isJSON(_ source: ByteSource) throws -> Bool {
    try source.beginning().first {
      ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0)
    } == 0x7B
  }

  /// Looks at the whole file first; nothing is changed before all of it is found sound.
  ///
  /// - Parameter step: called at every item, for progress; what it throws ends the import.
  /// - Throws: ``FileFaults`` with places and ways out; what reading the board throws.
  public static func prepare(
    _ bytes: [UInt8], for reading: any BoardReading, options: ImportOptions = ImportOptions(),
    step: @escaping () throws -> Void = {}
  ) throws -> PreparedImport {
    try TableImport.refuseAdding(options)
    do {
      return try JSONFileImport(bytes, reading, options).prepare(step: step)
    } catch let fault as FileFault { throw FileFaults([fault]) }
  }
}

/// One JSON file on its way to a board.
private final class JSONFileImport {
  private let reading: any BoardReading
  private let options: ImportOptions
  private let start: JSONCursor
  private var boardRecord = BoardRecord()
  private var items: JSONCursor?

  init(_ bytes: [UInt8], _ reading: any BoardReading, _ options: ImportOptions) {
    self.reading = reading
    self.options = options
    start = JSONCursor(bytes)
  }

  func prepare(step: @escaping () throws -> Void) throws -> PreparedImport {
    try readOutline()
    let isFresh = try reading.isWithoutItems()
    var board = BoardImport(
      try reading.board(), isFresh: isFresh, updates: options.existing == .update)
    var composer = Composer()
    try board.apply(boardRecord, to: &composer)
    let session = RecordImport(
      reading, names: board.names, options: options, isFresh: isFresh, composer: composer)
    let (items, record, states) = (items, boardRecord, board)
    return try ImportRun(
      session: session, step: step,
      ending: { states.applyStates(record, to: &$0.composer) },
      records: { ItemCursor(items, session.names).next }
    ).prepare(board: board.changed(by: boardRecord))
  }

  /// Reads everything but the items, and looks at their grammar.
  private func readOutline() throws {
    var cursor = start
    try cursor.open("{")
    var isFirst = true
    var hasFormat = false
    while let (key, offset) = try cursor.nextKey(first: isFirst) {
      isFirst = false
      switch key {
      case "format":
        let node = try cursor.value()
        guard node.string == JSONExport.format else {
          throw start.fault(
            at: node.offset, "不是本程序的文件格式；应是\(JSONExport.format)",
            "not a format of this program; \(JSONExport.format) expected")
        }
        hasFormat = true
      case "board":
        boardRecord = try JSONBoardReader(place: start.place).read(try cursor.value())
      case "items":
        items = cursor
        try cursor.open("[")
        var isFirstItem = true
        while try cursor.nextElement(first: isFirstItem) {
          isFirstItem = false
          _ = try cursor.value(depth: 3)
        }
      default:
        throw start.fault(at: offset, "没有这个键“\(key)”", "no such key “\(key)”")
      }
    }
    try cursor.end()
    if !hasFormat {
      throw start.fault(
        at: 0, "缺少format；这不是计划文件", "format is missing; this is no plan file")
    }
  }
}

/// Steps through the items of a JSON file.
private final class ItemCursor {
  private var cursor: JSONCursor?
  private var isFirst = true
  private let reader: JSONItemReader

  init(_ cursor: JSONCursor?, _ names: FileNames) {
    self.cursor = cursor
    let place = cursor ?? JSONCursor([])
    reader = JSONItemReader(names: names, place: place.place)
  }

  /// The next item; a fault of its content doesn't stop the next call.
  func next() throws -> Located? {
    let opens = isFirst
    isFirst = false
    if opens { try cursor?.open("[") }
    guard try cursor?.nextElement(first: opens) == true, let node = try cursor?.value(depth: 3)
    else {
      cursor = nil
      return nil
    }
    var located = try reader.read(node)
    if located.record.code != nil, let cursor {
      var hash = RowHash()
      hash.take(cursor.bytes[node.offset..<cursor.index])
      located.hash = hash
    }
    return located
  }
}

extension BoardReading {
  /// Whether the board has no item of any kind.
  func isWithoutItems() throws -> Bool {
    for kind in ItemKind.allCases
    where try !items(ListWindow(ListScope(kind: kind), limit: 1)).isEmpty { return false }
    return try binned(limit: 1).isEmpty
  }
}
