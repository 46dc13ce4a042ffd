/// How many columns a single scalar takes.
public enum ScalarWidth {
  /// The C library's answer under C.UTF-8: 0, 1 or 2 columns, or -1 for what can't be printed.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 {
      // ASCII and the Latin letters behind it, without the two ranges of control characters.
      if value >= 0x20 && value < 0x7F || value >= 0xA0 { return 1 }
      return value == 0 ? 0 : -1
    }
    if value >= 0x4E00 && value <= 0x9FFF || value >= 0xAC00 && value <= 0xD7A3 { return 2 }
    return WidthTable.runs.withUnsafeBufferPointer { runs in
      // The last run that begins at or before the scalar.
      let wanted = value << 2 | 3
      var low = 0
      var high = runs.count
      while low < high {
        let middle = (low + high) / 2
        if runs[middle] <= wanted { low = middle + 1 } else { high = middle }
      }
      let width = Int(runs[low - 1] & 3)
      return width == 3 ? -1 : width
    }
  }
}

/// What becomes of a scalar on the screen.
enum ScalarKind {
  /// Begins a glyph of one or two columns.
  case narrow, wide
  /// Joins the glyph before it.
  case mark
  /// A tab or a line end: one blank.
  case blank
  /// U+200D: glues two emoji together, which terminals draw in different widths.
  case joiner
  /// Invisible, or drawn in different widths: left out.
  case dropped
  /// Can't be drawn, or would command the terminal: U+FFFD.
  case replaced

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F || value > 0xAD && value < 0x300 {
      self = .narrow
      return
    }
    if value >= 0x4E00 && value <= 0x9FFF {
      self = .wide
      return
    }
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: self = .blank
    case 0x00...0x1F, 0x7F...0x9F: self = .replaced
    case 0x200D: self = .joiner
    // Soft hyphen and the joiner of combining marks; filling vowels and variation selectors of
    // Khmer and Mongolian; zero width blanks and bidi controls; variation selectors; tags.
    case 0xAD, 0x34F, 0x61C, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F,
      0x202A...0x202E,
      0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0x1F3FB...0x1F3FF, 0xE0000...0xE0FFF:
      self = .dropped
    // Hangul fillers look like blanks but are letters; private use means nothing to others.
    case 0x115F, 0x3164, 0xFFA0, 0xE000...0xF8FF, 0xFFF9...0xFFFB, 0xF0000...0x10FFFF:
      self = .replaced
    default:
      switch ScalarWidth.of(scalar) {
      case 1: self = .narrow
      case 2: self = .wide
      case 0: self = scalar.properties.generalCategory == .format ? .dropped : .mark
      default: self = .replaced
      }
    }
  }
}
