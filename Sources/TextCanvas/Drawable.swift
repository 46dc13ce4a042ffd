/// Makes any text safe: to draw, to print, to keep.
public enum Drawable {
  /// At most so many marks stand on one base; more can't be put into a cell.
  static let marksPerGlyph = 4

  /// The text as it may be shown on one line of a terminal, whatever it contains.
  ///
  /// Each scalar is judged by itself: a base of one or two columns with at most four marks stays;
  /// bidi controls, zero width characters, variation selectors, skin tones, tags and what is glued
  /// to an emoji are left out; tabs and line ends become a blank each; control characters,
  /// private use and unassigned scalars become U+FFFD. Doing it twice changes nothing more.
  public static func text(_ text: String) -> String {
    if isPlain(text) || isDrawable(text) { return text }
    var result = String.UnicodeScalarView()
    var marks = -1  // on the glyph so far; -1 while there is none
    var isEmoji = false  // the last base is one
    var isGluing = false  // a joiner stands between the last base and what comes
    var isSkipping = false  // what comes belongs to a base that was left out
    var afterReturn = false
    for scalar in text.unicodeScalars {
      let wasReturn = afterReturn
      afterReturn = scalar == "\r"
      if wasReturn && scalar == "\n" { continue }
      switch ScalarKind(scalar) {
      case .joiner: isGluing = isEmoji
      case .dropped: break
      case .mark:
        if isSkipping { continue }
        if marks < 0 {
          result.append(" ")
          marks = 0
        }
        guard marks < marksPerGlyph else { continue }
        result.append(scalar)
        marks += 1
      case .narrow, .wide:
        let pictures = scalar.value > 0xFF && scalar.properties.isEmoji
        isSkipping = isGluing && pictures
        isGluing = false
        if isSkipping { continue }
        isEmoji = pictures
        result.append(scalar)
        marks = 0
      case .blank, .replaced:
        result.append(ScalarKind(scalar) == .blank ? " " : "\u{FFFD}")
        marks = 0
        isEmoji = false
        isGluing = false
        isSkipping = false
      }
    }
    return String(result)
  }

  /// What may be kept of a typed or imported text: everything but control characters and bidi
  /// controls. Line ends and tabs stay (line ends as `\n`) if the field has several lines and
  /// become a blank each if not. Doing it twice changes nothing more.
  public static func storable(_ text: String, multiline: Bool = false) -> String {
    if isPlain(text) { return text }
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      let wasReturn = afterReturn
      afterReturn = scalar == "\r"
      switch scalar.value {
      case 0x0A where wasReturn: break
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append(multiline ? "\n" : " ")
      case 0x09: result.append(multiline ? "\t" : " ")
      case 0x00...0x1F, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Nothing but printable ASCII: one column a byte.
  static func isPlain(_ text: String) -> Bool {
    func arePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      for byte in bytes where byte < 0x20 || byte >= 0x7F { return false }
      return true
    }
    return text.utf8.withContiguousStorageIfAvailable(arePlain)
      ?? text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  /// Nothing in the text has to change.
  private static func isDrawable(_ text: String) -> Bool {
    var marks = -1
    for scalar in text.unicodeScalars {
      switch ScalarKind(scalar) {
      case .narrow, .wide: marks = 0
      case .mark where marks >= 0 && marks < marksPerGlyph: marks += 1
      default: return false
      }
    }
    return true
  }
}
