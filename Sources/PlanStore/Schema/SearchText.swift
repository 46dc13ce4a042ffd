import PlanModel

/// The text that filters look into: lower case, full-width forms folded to half width.
public enum SearchText {
  public static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: append(scalar.value + 0x20, to: &folded)
      case 0..<0x80, 0x3041...0x9FFF: folded.append(scalar)
      case 0x3000: folded.append(" ")
      case 0xFF21...0xFF3A: append(scalar.value - 0xFEE0 + 0x20, to: &folded)
      case 0xFF01...0xFF5E: append(scalar.value - 0xFEE0, to: &folded)
      default: folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(folded)
  }

  /// What is kept for an item: code, titles and tags, a line each.
  static func body(code: ItemCode, title: String, titleEn: String, tags: String) -> String {
    fold("\(code)\n\(title)\n\(titleEn)\n\(tags)")
  }

  private static func append(_ value: UInt32, to text: inout String.UnicodeScalarView) {
    if let scalar = Unicode.Scalar(value) { text.append(scalar) }
  }
}
