import PlanModel

/// A record of a table file.
struct TableRow: Equatable {
  /// The physical line, from 1, on which it begins.
  var line: Int
  var cells: [String]
}

/// Reads records of comma, semicolon or tab separated text (RFC 4180), one by one.
struct TableReader {
  static let cellLimit = 1_000_000
  static let columnLimit = 20_000

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  let delimiter: UInt8

  /// - Throws: a fault where the text is in no encoding that is known without a table of its own.
  init(_ file: [UInt8]) throws(FileFault) {
    bytes = try TableText.utf8(file)
    delimiter = Self.delimiter(of: bytes)
  }

  /// The separator that the heading has most of, outside quotes.
  private static func delimiter(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A { break }
      if byte == 0x2C || byte == 0x09 || byte == 0x3B { counts[byte, default: 0] += 1 }
    }
    let order: [UInt8] = [0x2C, 0x09, 0x3B]
    return order.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }

  /// The next record; empty lines are passed over.
  mutating func next() throws(FileFault) -> TableRow? {
    while index < bytes.count {
      let start = line
      if lineEnds() { continue }
      var cells: [String] = []
      repeat {
        guard cells.count < Self.columnLimit else {
          throw fault(
            start, cells.count, "列数超过\(Self.columnLimit)", "more than \(Self.columnLimit) columns")
        }
        cells.append(try cell(start, column: cells.count + 1))
      } while takesDelimiter()
      if index < bytes.count, !lineEnds() {
        throw fault(start, cells.count, "引号后面应是分隔符", "a separator expected behind the quote")
      }
      return TableRow(line: start, cells: cells)
    }
    return nil
  }

  private mutating func takesDelimiter() -> Bool {
    guard index < bytes.count, bytes[index] == delimiter else { return false }
    index += 1
    return true
  }

  /// Steps over the end of a line, if one is here.
  private mutating func lineEnds() -> Bool {
    if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
    guard bytes[index] == 0x0A else { return false }
    index += 1
    line += 1
    return true
  }

  private mutating func cell(_ start: Int, column: Int) throws(FileFault) -> String {
    guard index < bytes.count, bytes[index] == 0x22 else {
      return try plainCell(start, column: column)
    }
    index += 1
    var text: [UInt8] = []
    while true {
      guard index < bytes.count, text.count <= Self.cellLimit else {
        throw fault(start, column, "引号没有结束", "the quote has no end")
      }
      let byte = bytes[index]
      index += 1
      if byte == 0x22 {
        guard index < bytes.count, bytes[index] == 0x22 else { break }
        index += 1
      }
      if byte == 0x0A { line += 1 }
      guard byte != 0 else { throw nul(start, column) }
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func plainCell(_ start: Int, column: Int) throws(FileFault) -> String {
    let first = index
    scan: while index < bytes.count {
      switch bytes[index] {
      case delimiter, 0x0A: break scan
      case 0x0D:
        if index + 1 < bytes.count, bytes[index + 1] == 0x0A { break scan }
        throw fault(
          start, column, "有单独的回车符；存为LF换行", "a lone carriage return; save with LF line ends")
      case 0x22: throw fault(start, column, "引号位置不对", "a quote in the wrong place")
      case 0: throw nul(start, column)
      default: index += 1
      }
      guard index - first <= Self.cellLimit else {
        throw fault(start, column, "单元格过长", "the cell is too long")
      }
    }
    return String(decoding: bytes[first..<index], as: UTF8.self)
  }

  private func nul(_ line: Int, _ column: Int) -> FileFault {
    fault(line, column, "有空字符（NUL）", "a NUL character")
  }

  private func fault(_ line: Int, _ column: Int, _ zh: String, _ en: String) -> FileFault {
    var fault = FileFault(line: line, column: column, Words(zh, en))
    fault.endsFile = true
    return fault
  }
}
