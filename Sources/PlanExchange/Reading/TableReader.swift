import PlanModel

/// A record of a table file.
struct TableRow: Equatable {
  /// The physical line, from 1, on which it begins.
  var line: Int
  var cells: [String]

  /// Nothing stands in it.
  var isBlank: Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
}

/// Reads records of separated text (RFC 4180) one by one: quotes, line breaks and separators inside
/// quotes, lines that end in LF, CR LF or, throughout the file, CR.
struct TableReader {
  static let cellLimit = 1_000_000
  static let columnLimit = 20_000

  private enum LineEnds { case feed, carriage }

  private var stream: TextStream
  private var buffer: [UInt8] = []
  private var index = 0
  private var line = 1
  private var lineEnds: LineEnds?
  let delimiter: UInt8

  init(
    _ source: ByteSource, encoding: TextEncoding, delimiter: UInt8, skippedLines: Int = 0
  ) throws {
    stream = try TextStream(source, encoding)
    self.delimiter = delimiter
    for _ in 0..<skippedLines { try skipLine() }
  }

  /// Steps over a physical line, whatever stands in it.
  private mutating func skipLine() throws {
    while let byte = try peek() {
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, try peek() == 0x0A { index += 1 }
      line += 1
      return
    }
  }

  /// The next record; empty ones are passed over.
  mutating func next() throws -> TableRow? {
    while let row = try record() {
      if !row.isBlank { return row }
    }
    return nil
  }

  private mutating func record() throws -> TableRow? {
    guard try peek() != nil else { return nil }
    let start = line
    var cells: [String] = []
    while true {
      guard cells.count < Self.columnLimit else {
        throw fault(
          start, cells.count, "列数超过\(Self.columnLimit)", "more than \(Self.columnLimit) columns")
      }
      cells.append(try cell(start, column: cells.count + 1))
      guard let byte = try peek() else { break }
      if byte == delimiter {
        index += 1
        continue
      }
      guard try takesLineEnd(start, cells.count) else {
        throw fault(start, cells.count, "引号后面应是分隔符", "a separator expected behind the quote")
      }
      break
    }
    return TableRow(line: start, cells: cells)
  }

  /// The next byte; nil at the end.
  private mutating func peek() throws -> UInt8? {
    while index >= buffer.count {
      guard let text = try stream.next() else { return nil }
      buffer = text
      index = 0
    }
    return buffer[index]
  }

  /// Steps over the end of a line, if one is here.
  private mutating func takesLineEnd(_ start: Int, _ column: Int) throws -> Bool {
    let byte = try peek()
    if byte == 0x0A {
      guard lineEnds != .carriage else { throw mixedEnds(start, column) }
      lineEnds = .feed
    } else if byte == 0x0D {
      index += 1
      guard try peek() == 0x0A else {
        guard lineEnds != .feed else { throw loneReturn(start, column) }
        lineEnds = .carriage
        line += 1
        return true
      }
      guard lineEnds != .carriage else { throw mixedEnds(start, column) }
      lineEnds = .feed
    } else {
      return false
    }
    index += 1
    line += 1
    return true
  }

  private mutating func cell(_ start: Int, column: Int) throws -> String {
    try peek() == 0x22 ? try quotedCell(start, column) : try plainCell(start, column)
  }

  private mutating func quotedCell(_ start: Int, _ column: Int) throws -> String {
    index += 1
    var text: [UInt8] = []
    var isAfterReturn = false
    while true {
      guard let byte = try peek(), text.count <= Self.cellLimit else {
        throw fault(start, column, "引号没有结束", "the quote has no end")
      }
      index += 1
      if byte == 0x22 {
        guard try peek() == 0x22 else { break }
        index += 1
      }
      if byte == 0x0D || (byte == 0x0A && !isAfterReturn) { line += 1 }
      isAfterReturn = byte == 0x0D
      guard byte != 0 else { throw nul(start, column) }
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func plainCell(_ start: Int, _ column: Int) throws -> String {
    var text: [UInt8] = []
    while try peek() != nil {
      let first = index
      scan: while index < buffer.count {
        switch buffer[index] {
        case delimiter, 0x0A, 0x0D: break scan
        case 0x22: throw fault(start, column, "引号位置不对", "a quote in the wrong place")
        case 0: throw nul(start, column)
        default: index += 1
        }
      }
      if index < buffer.count, text.isEmpty {
        guard index - first <= Self.cellLimit else { throw tooLong(start, column) }
        return String(decoding: buffer[first..<index], as: UTF8.self)
      }
      text += buffer[first..<index]
      guard text.count <= Self.cellLimit else { throw tooLong(start, column) }
      if index < buffer.count { break }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func tooLong(_ line: Int, _ column: Int) -> FileFault {
    fault(
      line, column, "单元格超过100万字节；检查引号和换行",
      "a cell of more than a million bytes; look at quotes and line ends")
  }

  private func loneReturn(_ line: Int, _ column: Int) -> FileFault {
    fault(line, column, "有单独的回车符；存为LF换行", "a lone carriage return; save with LF line ends")
  }

  private func mixedEnds(_ line: Int, _ column: Int) -> FileFault {
    fault(
      line, column, "换行方式不一；存为LF换行", "lines end in different ways; save with LF line ends")
  }

  private func nul(_ line: Int, _ column: Int) -> FileFault {
    fault(
      line, column, "有空字符（NUL）；若是UTF-16，用--encoding指定",
      "a NUL character; if this is UTF-16, name it with --encoding")
  }

  private func fault(_ line: Int, _ column: Int, _ zh: String, _ en: String) -> FileFault {
    var fault = FileFault(line: line, column: column, Words(zh, en))
    fault.endsFile = true
    return fault
  }
}
