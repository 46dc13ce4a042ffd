/// One typed number with its currency sign, separators, 万 or k, and unit.
enum AmountLiteral {
  private static let powers: [Character: Int] = [
    "十": 1, "百": 2, "千": 3, "k": 3, "万": 4, "w": 4, "萬": 4, "m": 6, "亿": 8, "億": 8,
  ]

  /// Whether a text says how many thousands or 万 it means.
  static func hasPower(_ text: String, _ unit: AmountUnit) -> Bool {
    let bare = text.drop { "(+-".contains($0) }
    let end = bare.lastIndex { !")-".contains($0) }.map { bare[...$0] } ?? ""
    return strippedSigns(end, unit).last.map { powers[$0] != nil } ?? false
  }

  /// Reads `¥1,200.50`, `12万元`, `38k`, `12.9%`; a sign may stand behind the currency.
  static func term(
    _ text: Substring, unit: AmountUnit, maySign: Bool = false
  ) throws(AmountFault) -> AmountExpression.Term {
    var rest = strippedSigns(text, unit)
    var negative = false
    if maySign, let sign = rest.first, sign == "-", rest.count < text.count {
      negative = true
      rest = rest.dropFirst()
    }
    let words = rest.reversed().prefix { powers[$0] != nil }.reversed()
    rest = rest.dropLast(words.count)
    let exponent = try exponent(Array(words))
    rest = Substring(Folding.trimmed(rest))
    let value = try number(rest)
    guard let power = Fraction.power(ofTen: exponent), let factor = Fraction(power, over: 1),
      let scaled = value.times(factor)
    else { throw .tooLarge }
    let term = AmountExpression.Term(
      value: scaled, isTooFine: try isFiner(scaled, than: unit.scale))
    return negative ? try term.negated() : term
  }

  /// The power of ten of `k`, `万`, `千万`, `万亿`: one word, or a smaller Chinese one before 万 or 亿.
  private static func exponent(_ words: [Character]) throws(AmountFault) -> Int {
    guard let last = words.last, let large = powers[last] else { return 0 }
    if words.count == 1 { return large }
    let first = words[0]
    guard words.count == 2, let small = powers[first], "十百千万萬".contains(first),
      "万萬亿億".contains(last), small < large
    else { throw .twoUnits }
    return small + large
  }

  private static func strippedSigns(_ text: Substring, _ unit: AmountUnit) -> Substring {
    var rest = Substring(Folding.trimmed(text))
    for sign in unit.signs where rest.hasSuffix(sign) && rest.count > sign.count {
      rest = rest.dropLast(sign.count)
      break
    }
    for sign in unit.signs where rest.hasPrefix(sign) && rest.count > sign.count {
      rest = rest.dropFirst(sign.count)
      break
    }
    return Substring(Folding.trimmed(rest))
  }

  private static func isFiner(_ value: Fraction, than scale: Int) throws(AmountFault) -> Bool {
    guard let power = Fraction.power(ofTen: scale), let factor = Fraction(power, over: 1),
      let parts = value.times(factor)
    else { throw .tooLarge }
    return !parts.isWhole
  }

  /// Reads digits with a point and thousands separators: `1,200.50`, `1 200`. Groups must be whole:
  /// `1,2,3` is refused.
  static func number(_ text: Substring) throws(AmountFault) -> Fraction {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, parts.contains(where: { !$0.isEmpty }) else {
      throw .notANumber
    }
    let whole = try ungrouped(first)
    let fraction = parts.count > 1 ? parts[1] : ""
    guard (whole + fraction).allSatisfy({ $0.isASCII && $0.isNumber }) else { throw .notANumber }
    let significant = fraction.dropLast(
      fraction.count
        - (fraction.lastIndex { $0 != "0" }
          .map { fraction.distance(from: fraction.startIndex, to: $0) + 1 } ?? 0))
    guard whole.drop(while: { $0 == "0" }).count <= 20 else { throw .tooLarge }
    guard significant.count <= 12 else { throw .tooFine }
    guard let above = Int128("0" + whole + significant),
      let below = Fraction.power(ofTen: significant.count),
      let value = Fraction(above, over: below)
    else { throw .tooLarge }
    return value
  }

  private static func ungrouped(_ text: Substring) throws(AmountFault) -> String {
    for separator in [",", " ", "'"] as [Character] where text.contains(separator) {
      let groups = text.split(separator: separator, omittingEmptySubsequences: false)
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { throw .notANumber }
      return groups.joined()
    }
    return String(text)
  }
}
