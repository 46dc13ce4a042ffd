/// Writes records of comma or tab separated text: UTF-8, LF, quoted where needed.
public struct TableWriter {
  private var bytes: [UInt8] = []
  private let delimiter: Character
  private let sink: ([UInt8]) throws -> Void

  public init(delimiter: Character = ",", sink: @escaping ([UInt8]) throws -> Void) {
    self.delimiter = delimiter
    self.sink = sink
  }

  /// A record; cells of text that a spreadsheet would run are made harmless, amounts stay amounts.
  public mutating func write(_ cells: [TableCell]) throws {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(contentsOf: String(delimiter).utf8) }
      switch cell {
      case .amount(let digits): bytes.append(contentsOf: digits.utf8)
      case .text(let text): append(TableText.neutralised(text))
      }
    }
    bytes.append(0x0A)
    if bytes.count >= 1 << 16 { try flush() }
  }

  public mutating func flush() throws {
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ text: String) {
    let special = delimiter.asciiValue ?? 0x2C
    let needsQuotes =
      text.utf8.contains { $0 == special || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      || text.hasPrefix(" ") || text.hasSuffix(" ")
    guard needsQuotes else { return bytes.append(contentsOf: text.utf8) }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}

/// A cell of a table: what people wrote, or an amount.
public enum TableCell: Hashable, Sendable {
  case text(String)
  case amount(String)
}
