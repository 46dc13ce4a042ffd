import PlanModel

/// The unit of money that a heading says: `预算（万元）`, `Budget (k CNY)`, `金额/千元`.
struct HeadingUnit: Equatable {
  /// The power of ten: 4 for 万.
  var power = 0
  /// Another currency than the board's.
  var currency: String?

  private static let powers: [(words: [String], power: Int)] = [
    (["百万", "million", "mn", "mio", "m"], 6), (["亿"], 8),
    (["万", "w", "10k"], 4), (["千", "thousand", "'000", "000", "000s", "k"], 3),
  ]
  private static let currencies: [String: String] = [
    "元": "CNY", "人民币": "CNY", "rmb": "CNY", "cny": "CNY", "¥": "", "美元": "USD", "usd": "USD",
    "$": "", "us$": "USD", "欧元": "EUR", "eur": "EUR", "€": "EUR", "日元": "JPY", "jpy": "JPY",
    "港元": "HKD", "hkd": "HKD", "hk$": "HKD", "gbp": "GBP", "£": "GBP", "英镑": "GBP",
  ]

  init(_ heading: String, _ board: Board) {
    let units = Set(
      board.list(.unit).flatMap { [$0.code, $0.zh, $0.en] }.map { Folding.fold($0) })
    for word in Self.words(Folding.fold(heading), units) {
      if let match = Self.powers.first(where: { $0.words.contains(word) }) {
        power = match.power
      } else if let code = Self.currencies[word], !code.isEmpty, code != board.currency {
        currency = code
      }
    }
  }

  /// The words in brackets or behind a stroke; none where they say something else than a unit.
  private static func words(_ text: String, _ units: Set<String>) -> [String] {
    let inside: Substring
    if let open = text.lastIndex(where: { "([【".contains($0) }),
      let close = text[open...].firstIndex(where: { ")]】".contains($0) })
    {
      inside = text[text.index(after: open)..<close]
    } else if let stroke = text.lastIndex(of: "/"), text.hasSuffix("元") {
      inside = text[text.index(after: stroke)...]
    } else {
      return []
    }
    let words = inside.split { " /,，:：".contains($0) }.map(String.init)
      .flatMap { split($0, units) }.filter { $0 != "单位" }
    return words.allSatisfy { isKnown($0, units) } ? words : []
  }

  private static func isKnown(_ word: String, _ units: Set<String>) -> Bool {
    currencies[word] != nil || units.contains(word) || isPower(word)
  }

  private static func isPower(_ word: String) -> Bool {
    powers.contains { $0.words.contains(word) }
  }

  /// `万元` as 万 and 元, `cnyk` as its parts.
  private static func split(_ word: String, _ units: Set<String>) -> [String] {
    if isKnown(word, units) { return [word] }
    for length in 1..<max(2, word.count) {
      let (first, rest) = (String(word.prefix(length)), String(word.dropFirst(length)))
      if isPower(first), isKnown(rest, units) || currencies[rest] != nil { return [first, rest] }
      if currencies[first] != nil, isPower(rest) { return [rest, first] }
    }
    return [word]
  }
}
