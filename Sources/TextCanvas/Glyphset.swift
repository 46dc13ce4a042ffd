/// Which signs the program draws with.
public enum Glyphset: String, CaseIterable, Sendable {
  /// Box drawing, circles, bars: one column each in most terminals.
  case unicode
  /// Only ASCII signs, for terminals that draw the others two columns wide or not at all.
  case ascii

  /// Our own signs in ASCII, one column each; nil for every other glyph, also Chinese text.
  public static func ascii(for glyph: String) -> String? {
    // ASCII and Latin letters come first: they are nearly all.
    guard let first = glyph.unicodeScalars.first, first.value >= 0xB7 else { return nil }
    return signs[glyph]
  }

  private static let signs: [String: String] = {
    var table: [String: String] = [:]
    for (ascii, glyphs) in [
      (".", "○·"), ("~", "◐…"), ("*", "●★•"), ("x", "×✗"), (">", "▸→›"), ("<", "◂←‹"),
      ("v", "▾↓"), ("^", "▴↑"), ("+", "✓┌┐└┘├┤┬┴┼╭╮╰╯"), ("-", "−–—─━╌┄"), ("|", "│┃╎┆"),
      ("=", "═"), (":", "░▒"), ("#", "█▓"),
      ("#", "▏▎▍▌▋▊▉"), ("'", "‘’"), ("\"", "“”"), ("!", "⚠⚑"), ("?", "\u{FFFD}"),
    ] {
      for glyph in glyphs.unicodeScalars { table[String(glyph)] = ascii }
    }
    // A row of bars still has to read as low and high.
    for (bar, digit) in zip("▁▂▃▄▅▆▇".unicodeScalars, "_.-:=+*".unicodeScalars) {
      table[String(bar)] = String(digit)
    }
    return table
  }()
}

extension Canvas {
  /// The same screen with our own signs in ASCII.
  public func asciified() -> Canvas {
    var canvas = self
    canvas.replaceGlyphs(Glyphset.ascii(for:))
    return canvas
  }
}
