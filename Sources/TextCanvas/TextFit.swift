/// Makes any text drawable.
public enum Drawable {
  public static func text(_ text: String) -> String { text }
}

/// The glyphs of a text with their widths.
public struct Glyphs: Sequence, Sendable {
  public init(_ text: String) { self.text = text }
  let text: String
  public func makeIterator() -> IndexingIterator<[(text: String, width: Int)]> {
    text.unicodeScalars.map {
      (
        String($0),
        ($0.value >= 0x1100 && $0.value <= 0xFFE6 && $0.value < 0x2000 || $0.value >= 0x2E80)
          ? 2 : 1
      )
    }.makeIterator()
  }
}

/// Cuts and pads text to columns.
public enum TextFit {
  public static func width(_ text: String) -> Int { Glyphs(text).reduce(0) { $0 + $1.width } }
  public static func fit(_ text: String, columns: Int, align: Alignment) -> String {
    var out = ""
    var used = 0
    for g in Glyphs(text) {
      if used + g.width > columns { break }
      out += g.text
      used += g.width
    }
    let gap = String(repeating: " ", count: max(0, columns - used))
    return align == .right ? gap + out : out + gap
  }
}
