import TextCanvas

/// The keys of what lies on top, in the lowest row.
enum KeyLine {
  private static let arrows = ["Left": "←", "Right": "→", "Up": "↑", "Down": "↓"]
  private static let named: Set<String> = [
    "Enter", "Esc", "Tab", "Space", "Backspace", "PgUp", "PgDn", "↑↓", "←", "→", "⌫",
  ]

  /// A key as it is printed on it.
  static func arrow(_ name: String) -> String { arrows[name] ?? name }

  /// Draws `Enter save  Esc give up`: keys bright, what they do pale. Parts that don't fit are left away
  /// whole.
  static func draw(_ text: String, into canvas: inout Canvas) {
    guard !text.isEmpty, canvas.rows > 1 else { return }
    let row = canvas.rows - 1
    canvas.fill(row: row, column: 0, rows: 1, columns: canvas.columns, role: .text)
    var at = 1
    for part in parts(of: text) {
      guard at + TextFit.width(part) < canvas.columns else { continue }
      let pieces = part.split(separator: " ", maxSplits: 1).map(String.init)
      if isKey(pieces[0]) {
        at = canvas.put(pieces[0], row: row, column: at, role: .key)
        if pieces.count > 1 { at = canvas.put(" \(pieces[1])", row: row, column: at, role: .hint) }
      } else {
        at = canvas.put(part, row: row, column: at, role: .hint)
      }
      at += 2
    }
  }

  /// The parts of a hint that name keys, for the lowest row, and what else it says.
  static func split(_ text: String) -> (keys: String, rest: String) {
    let parts = parts(of: text)
    func namesKey(_ part: String) -> Bool { isKey(String(part.split(separator: " ")[0])) }
    return (
      parts.filter(namesKey).joined(separator: "  "),
      parts.filter { !namesKey($0) }.joined(separator: "  ")
    )
  }

  /// What is separated by two blanks or more.
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var blanks = 0
    for character in text {
      if character == " " {
        blanks += 1
        continue
      }
      if blanks > 1, !part.isEmpty {
        parts.append(part)
        part = ""
      } else if blanks == 1, !part.isEmpty {
        part += " "
      }
      blanks = 0
      part.append(character)
    }
    return part.isEmpty ? parts : parts + [part]
  }

  private static func isKey(_ word: String) -> Bool {
    if named.contains(word) || word.hasPrefix("Ctrl-") { return true }
    guard let only = word.first, word.count == 1 else { return false }
    return only.isASCII && (only.isLetter || "#*/?:".contains(only))
  }
}
