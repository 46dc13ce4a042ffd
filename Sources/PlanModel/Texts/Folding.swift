/// Makes texts comparable that people see as the same: searches and the store's search texts use it.
public enum Folding {
  /// Full-width letters, digits and signs as their half-width forms, everything in lower case.
  public static func fold(_ text: String) -> String {
    var folded = ""
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let half = halfWidth(scalar)
      if half.isASCII {
        let isUpper = (65...90).contains(half.value)
        folded.unicodeScalars.append(
          isUpper ? Unicode.Scalar(UInt8(half.value + 32)) : half)
      } else if half.properties.isUppercase {
        folded += half.properties.lowercaseMapping
      } else {
        folded.unicodeScalars.append(half)
      }
    }
    return folded
  }

  /// Only the width: full-width forms as half-width ones, the ideographic blank as a blank.
  public static func halfWidth(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 > 127 }) else { return text }
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { folded.append(halfWidth(scalar)) }
    return String(folded)
  }

  private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    case 0xFFE5: "¥"
    case 0xFFE1: "£"
    default: scalar
    }
  }

  /// Without blanks at both ends.
  public static func trimmed(_ text: some StringProtocol) -> String {
    var rest = Substring(text)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
