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
      } else if !isIdeograph(half), half.properties.isUppercase {
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

  /// Chinese characters have no capitals.
  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80...0x9FFF).contains(scalar.value)
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
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return "" }
    if !isBlank(first), !isBlank(last) { return String(text) }
    var rest = scalars[...]
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(String.UnicodeScalarView(rest))
  }

  /// Unicode's white space, without a look into its tables.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }
}
