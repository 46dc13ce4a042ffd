import PlanModel

/// Reads the JSON file into changes for a board.
public enum JSONImport {
  /// Looks at the whole file first; nothing is changed before all of it is found sound.
  ///
  /// - Throws: ``FileFaults`` with places and ways out; what reading the board throws.
  public static func prepare(
    _ bytes: [UInt8], for reading: any BoardReading, options: ImportOptions = ImportOptions()
  ) throws -> PreparedImport {
    do { return try JSONFileImport(bytes, reading, options).prepare() } catch let fault as FileFault
    {
      throw FileFaults([fault])
    }
  }
}

/// One JSON file on its way to a board.
private final class JSONFileImport {
  private let bytes: [UInt8]
  private let reading: any BoardReading
  private let options: ImportOptions
  private let start: JSONCursor
  private var boardRecord = BoardRecord()
  private var items: JSONCursor?

  init(_ bytes: [UInt8], _ reading: any BoardReading, _ options: ImportOptions) {
    self.bytes = bytes
    self.reading = reading
    self.options = options
    start = JSONCursor(bytes)
  }

  func prepare() throws -> PreparedImport {
    try readOutline()
    let isFresh = try reading.isWithoutItems()
    var board = BoardImport(
      try reading.board(), isFresh: isFresh, updates: options.existing == .update)
    var composer = Composer()
    try board.apply(boardRecord, to: &composer)
    let session = RecordImport(
      reading, names: board.names, options: options, isFresh: isFresh, composer: composer)

    var items = ItemCursor(self.items, session.names)
    while true {
      do {
        guard let located = try items.next() else { break }
        try session.examine(located)
      } catch let fault as FileFault { session.add(fault) }
    }
    try session.finishExamining()

    var summary = session.summary
    summary.settings = board.count
    return PreparedImport(
      summary: summary, next: changes(of: session, states: board))
  }

  private func changes(of session: RecordImport, states: BoardImport) -> () throws -> [Change]? {
    var items = ItemCursor(self.items, session.names)
    var index = 0
    var isDone = false
    let record = boardRecord
    return {
      guard !isDone else { return nil }
      while session.composer.changes.count < 2_000 {
        guard let located = try items.next() else {
          isDone = true
          try session.finishWriting()
          states.applyStates(record, to: &session.composer)
          break
        }
        try session.write(located.record, at: index)
        index += 1
      }
      return session.composer.take()
    }
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
            at: node.offset, "不是本程序的文件格式;应是\(JSONExport.format)",
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
        at: 0, "缺少format;这不是计划文件", "format is missing; this is no plan file")
    }
  }
}

/// Steps through the items of a JSON file.
private struct ItemCursor {
  private var cursor: JSONCursor?
  private var isFirst = true
  private let reader: JSONItemReader

  init(_ cursor: JSONCursor?, _ names: FileNames) {
    self.cursor = cursor
    let place = cursor ?? JSONCursor([])
    reader = JSONItemReader(names: names, place: place.place)
  }

  /// The next item; a fault of its content doesn't stop the next call.
  mutating func next() throws -> Located? {
    if isFirst { try cursor?.open("[") }
    guard try cursor?.nextElement(first: isFirst) == true, let node = try cursor?.value(depth: 3)
    else {
      cursor = nil
      return nil
    }
    isFirst = false
    return try reader.read(node)
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
