import PlanModel

/// The ways out that faults of a file name are flags; on the screen they are keys.
enum ImportKeys {
  private static let keys = [
    ("--update replace", "U"), ("--update add", "U"), ("--update", "U"), ("--encoding", "C"),
    ("--date-order", "D"), ("--empty", "E"), ("--skip-lines", "L"), ("--no-heading", "H"),
    ("--reason", "R"), ("--kind", "K"), ("--set", "="),
  ]

  static func inWords(_ words: Words) -> Words { Words(replaced(words.zh), replaced(words.en)) }

  private static func replaced(_ text: String) -> String {
    var text = text
    for (flag, key) in keys where text.contains(flag) {
      text = text.replacing(flag, with: " \(key) ").replacing("  ", with: " ")
    }
    return text
  }
}
