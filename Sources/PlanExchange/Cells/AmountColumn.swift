import PlanModel

/// What all amounts of a column say together: whether a comma stands before the decimals.
struct AmountColumn {
  /// Some amount has a comma that separates no thousands.
  private var needsComma = false
  /// Some amount can't be one with a decimal comma.
  private var needsPoint = false

  /// Takes a cell that isn't empty into account; what is no amount either way is left for its fault.
  mutating func take(_ text: String) {
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x2E }) || !text.allSatisfy(\.isASCII)
    else { return }
    let (point, comma) = (Self.isNumber(text), Self.isNumber(Self.swapped(text)))
    if !point, comma { needsComma = true }
    if point, !comma { needsPoint = true }
  }

  private var usesComma: Bool { needsComma && !needsPoint }

  /// An amount in its unit's smallest parts.
  ///
  /// - Parameter power: the power of ten that the heading says, such as 4 for `万元`; an amount with
  ///   a power of its own keeps that.
  func amount(_ text: String, unit: AmountUnit, power: Int = 0) throws(TextFault) -> Int64 {
    if !usesComma, !needsPoint, unit.scale + power < 3, Self.isDoubtful(text) {
      throw .thousandsOrDecimals
    }
    if power == 0, !usesComma, let plain = try? DecimalText.parse(text, scale: unit.scale) {
      return plain
    }
    let written = usesComma ? Self.swapped(text) : text
    do { return try AmountText.literal(written, unit: unit, power: power) } catch {
      switch error {
      case .tooFine: throw .tooFine
      case .tooLarge: throw .tooLarge
      default:
        if Self.namesOtherMoney(text, unit) { throw .otherCurrency(unit.code) }
        throw needsComma && !usesComma && Self.isNumber(Self.swapped(text))
          ? .decimalComma : .notANumber
      }
    }
  }

  /// `12.500`: a point as some write it between thousands.
  private static func isDoubtful(_ text: String) -> Bool {
    guard let point = text.utf8.lastIndex(of: 0x2E), !text.utf8.contains(0x2C) else { return false }
    let rest = text[text.index(after: point)...]
    let decimals = rest.prefix { $0.isASCII && $0.isNumber }
    let whole = text[..<point].reversed().prefix { $0.isASCII && $0.isNumber }
    let hasPower = rest.dropFirst(3).contains { "十百千万萬亿億kKmMwW".contains($0) }
    return decimals.count == 3 && !hasPower && (1...3).contains(whole.count) && whole.last != "0"
      && text[..<point].utf8.contains(0x2E) == false
  }

  /// Commas for points and points for commas.
  private static func swapped(_ text: String) -> String {
    String(
      text.map { character in
        switch character {
        case ",", "，": "."
        case ".": ","
        default: character
        }
      })
  }

  /// Whether the digits, without signs and units around them, are a number.
  private static func isNumber(_ text: String) -> Bool {
    let folded = Folding.fold(text)
    guard let first = folded.firstIndex(where: { $0.isASCII && $0.isNumber }),
      let last = folded.lastIndex(where: { $0.isASCII && $0.isNumber })
    else { return false }
    let digits = folded[first...last].map { "\u{a0}\u{202f}\u{2009}".contains($0) ? " " : $0 }
    return AmountText.isNumber(String(digits))
  }

  private static let signs = [
    "$", "€", "£", "¥", "usd", "eur", "gbp", "jpy", "hkd", "cny", "rmb", "美元", "欧元", "日元", "港元",
    "英镑",
  ]

  private static func namesOtherMoney(_ text: String, _ unit: AmountUnit) -> Bool {
    let folded = Folding.fold(text)
    let letters = Set("abcdefghijklmnopqrstuvwxyz")
    return folded.contains(where: { $0.isASCII && $0.isNumber })
      && signs.contains { sign in
        folded.contains(sign) && !unit.takes(sign: sign)
          && (!letters.contains(sign.first ?? " ")
            || folded.filter(letters.contains) == sign)
      }
  }
}
