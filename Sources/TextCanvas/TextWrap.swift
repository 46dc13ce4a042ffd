extension TextFit {
  /// The text in lines of at most so many columns.
  ///
  /// Line ends of the text are kept. Latin text breaks at blanks, which go; Chinese breaks anywhere
  /// but before closing and behind opening punctuation; a word longer than a line is broken hard.
  /// - Returns: at least one line.
  public static func wrap(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    for paragraph in paragraphs(text) {
      wrapParagraph(Array(Glyphs(paragraph)), columns: max(1, columns), into: &lines)
    }
    return lines
  }

  /// The stretches between line ends; `\r\n` is one.
  private static func paragraphs(_ text: String) -> [String] {
    var result: [String] = []
    var current = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      let wasReturn = afterReturn
      afterReturn = scalar == "\r"
      switch scalar {
      case "\n" where wasReturn: break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        result.append(String(current))
        current = String.UnicodeScalarView()
      default: current.append(scalar)
      }
    }
    result.append(String(current))
    return result
  }

  private static func wrapParagraph(
    _ glyphs: [(text: String, width: Int)], columns: Int, into lines: inout [String]
  ) {
    func add(_ range: Range<Int>) {
      var end = range.upperBound
      while end > range.lowerBound, glyphs[end - 1].text == " " { end -= 1 }
      // A wide glyph in a single column can only be hinted at.
      lines.append(
        glyphs[range.lowerBound..<end].map { $0.width > columns ? "…" : $0.text }.joined())
    }
    var start = 0  // first glyph of the line
    var breakAt: Int?  // where the line may end
    var used = 0
    var index = 0
    while index < glyphs.count {
      let glyph = glyphs[index]
      if index > start, mayBreak(glyphs[index - 1], glyph) { breakAt = index }
      let fits = used + min(glyph.width, columns) <= columns
      if fits || glyph.text == " " {
        used += min(glyph.width, columns)
        index += 1
        continue
      }
      let end = breakAt ?? index
      add(start..<end)
      start = end
      while start < glyphs.count, glyphs[start].text == " " { start += 1 }
      index = start
      used = 0
      breakAt = nil
    }
    add(start..<glyphs.count)
  }

  static func mayBreak(
    _ before: (text: String, width: Int), _ after: (text: String, width: Int)
  ) -> Bool {
    if after.text == " " { return false }
    if before.text == " " { return true }
    guard before.width == 2 || after.width == 2 else { return false }
    return !closing.contains(after.text) && !opening.contains(before.text)
  }

  private static let closing = Set(
    "、。，．：；？！）】」』》〉〕］｝”’…—％·～,.:;?!)]}%".unicodeScalars.map { String($0) })
  private static let opening = Set("（【「『《〈〔［｛“‘￥([{$#".unicodeScalars.map { String($0) })
}
