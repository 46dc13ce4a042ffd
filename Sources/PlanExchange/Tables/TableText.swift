/// Cells that a spreadsheet would run.
enum TableText {
  /// Signs that begin a formula in some spreadsheet.
  private static let triggers: Set<UnicodeScalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]

  /// A text that no spreadsheet runs: with an apostrophe before it where it would be one.
  static func neutralised(_ text: String) -> String { isTrigger(text) ? "'" + text : text }

  /// What ``neutralised(_:)`` was made from.
  static func restored(_ cell: String) -> String {
    guard cell.hasPrefix("'"), isTrigger(String(cell.dropFirst())) else { return cell }
    return String(cell.dropFirst())
  }

  /// Whether a text begins a formula, also behind apostrophes.
  private static func isTrigger(_ text: String) -> Bool {
    text.unicodeScalars.first { $0 != "'" }.map(triggers.contains) ?? false
  }
}
