import Glibc
import PlanModel
import TestSupport
import Testing
import TextCanvas

@testable import BoardApp

/// One screen as it must look: the text, then what the columns of each row mean.
struct Golden: Sendable, CustomTestStringConvertible {
  var name: String
  var board = PreparedBoard.demo
  var language: Language
  var columns = 120
  var rows = 40
  var isASCII = false
  /// How one comes there.
  var way: @Sendable (Driver) throws -> Void = { _ in }

  init(
    _ name: String, _ language: Language, _ columns: Int = 120, _ rows: Int = 40,
    board: PreparedBoard = .demo, isASCII: Bool = false,
    way: @escaping @Sendable (Driver) throws -> Void = { _ in }
  ) {
    self.name = name
    self.language = language
    self.columns = columns
    self.rows = rows
    self.board = board
    self.isASCII = isASCII
    self.way = way
  }

  init(
    _ name: String, _ language: Language, _ columns: Int = 120, _ rows: Int = 40, keys: String
  ) {
    self.init(name, language, columns, rows) { $0.press(keys) }
  }

  var fileName: String {
    "\(name)-\(language == .chinese ? "zh" : "en")-\(columns)x\(rows).txt"
  }
  var testDescription: String { fileName }

  func drawn() throws -> Canvas {
    let driver = try Driver(board, language, columns: columns, rows: rows, isASCII: isASCII)
    try way(driver)
    return driver.canvas
  }

  static let folder =
    #filePath.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
    + "/Goldens"

  /// Whether goldens are written rather than compared.
  static var regenerates: Bool {
    getenv("SANBAN_REGENERATE").map { String(cString: $0) == "1" } ?? false
  }

  /// The file's text of a canvas. Times of saving change from run to run and are masked.
  static func file(_ canvas: Canvas) -> String {
    var lines = canvas.text.map(masked)
    lines.append(String(repeating: "=", count: canvas.columns))
    for (row, roles) in canvas.roles.enumerated() where !roles.isEmpty {
      lines.append("\(row): \(roles)")
    }
    if let cursor = canvas.cursor { lines.append("cursor \(cursor.row) \(cursor.column)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `11-24 08:15` → `##-## ##:##`.
  private static func masked(_ line: String) -> String {
    var characters = Array(line)
    let pattern = Array("00-00 00:00")
    guard characters.count >= pattern.count else { return line }
    for start in 0...(characters.count - pattern.count) {
      let matches = pattern.indices.allSatisfy { offset in
        let character = characters[start + offset]
        return pattern[offset] == "0"
          ? character.isASCII && character.isNumber : character == pattern[offset]
      }
      guard matches else { continue }
      for offset in pattern.indices where pattern[offset] == "0" {
        characters[start + offset] = "#"
      }
    }
    return String(characters)
  }

  /// What differs, row by row.
  static func difference(_ wanted: String, _ found: String) -> String {
    let wanted = wanted.split(separator: "\n", omittingEmptySubsequences: false)
    let found = found.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for row in 0..<max(wanted.count, found.count) {
      let old = row < wanted.count ? wanted[row] : ""
      let new = row < found.count ? found[row] : ""
      guard old != new else { continue }
      lines.append("\(row) - \(old)")
      lines.append("\(row) + \(new)")
    }
    return lines.joined(separator: "\n")
  }
}
