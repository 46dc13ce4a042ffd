import PlanModel

/// Sentences for what the board itself couldn't do.
enum StoreWords {
  static func unreadable(_ error: any Error) -> Words {
    if let refusal = error as? Refusal { return refusal.words }
    return Words(
      "计划板读不出来：\(error)；用 sanban verify 检查",
      "The board can't be read: \(error); check it with sanban verify")
  }
}
