import PlanModel

/// The encoding of a table file, and cells that a spreadsheet would run.
enum TableText {
  /// The text as UTF-8 without a mark: UTF-8, or UTF-16 with its mark.
  static func utf8(_ file: [UInt8]) throws(FileFault) -> [UInt8] {
    if file.starts(with: [0xFF, 0xFE]) { return utf16(file.dropFirst(2), bigEndian: false) }
    if file.starts(with: [0xFE, 0xFF]) { return utf16(file.dropFirst(2), bigEndian: true) }
    let text = file.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.dropFirst(3)) : file
    if String(validating: text, as: UTF8.self) == nil {
      throw FileFault(
        line: firstBadLine(text), column: 1,
        Words("不是UTF-8；存为UTF-8再导入", "not UTF-8; save the file as UTF-8"))
    }
    return text
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func firstBadLine(_ bytes: [UInt8]) -> Int {
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where String(validating: line, as: UTF8.self) == nil { return index + 1 }
    return 1
  }

  /// Signs that begin a formula in some spreadsheet.
  private static let triggers: Set<UnicodeScalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]

  /// A text that no spreadsheet runs: with an apostrophe before it where it would be one.
  static func neutralised(_ text: String) -> String { isTrigger(text) ? "'" + text : text }

  /// What ``neutralised(_:)`` was made from.
  static func restored(_ cell: String) -> String {
    guard cell.hasPrefix("'"), isTrigger(String(cell.dropFirst())) else { return cell }
    return String(cell.dropFirst())
  }

  /// Whether a text begins a formula, also behind apostrophes.
  private static func isTrigger(_ text: String) -> Bool {
    text.unicodeScalars.first { $0 != "'" }.map(triggers.contains) ?? false
  }
}
