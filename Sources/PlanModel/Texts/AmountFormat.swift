/// The unit in which money is shown. Only the look: amounts are kept exactly.
public enum ShownUnit: Int, Sendable, CaseIterable {
  case one = 0
  case thousand = 3
  case tenThousand = 4
  case million = 6
  case hundredMillion = 8

  /// The units that readers of a language choose from.
  public static func choices(_ language: Language) -> [ShownUnit] {
    language == .chinese
      ? [.one, .thousand, .tenThousand, .hundredMillion] : [.one, .thousand, .million]
  }

  /// What a reader of a language sees who chose nothing: 万, k.
  public static func usual(_ language: Language) -> ShownUnit {
    language == .chinese ? .tenThousand : .thousand
  }

  /// The short word behind an amount: 万, k; empty for ones.
  public var suffix: Words {
    switch self {
    case .one: Words("", "")
    case .thousand: Words("千", "k")
    case .tenThousand: Words("万", "×10k")
    case .million: Words("百万", "m")
    case .hundredMillion: Words("亿", "×100m")
    }
  }

  /// Decimals that are shown.
  var decimals: Int { rawValue < 4 ? 0 : 1 }
}

/// Amounts as they stand in columns and sentences.
public struct AmountFormat: Hashable, Sendable {
  public var unit: AmountUnit
  public var language: Language
  public var shown: ShownUnit
  /// Only ASCII signs, for terminals that draw others wrong.
  public var isASCII: Bool

  public init(
    _ unit: AmountUnit, _ language: Language, shown: ShownUnit? = nil, isASCII: Bool = false
  ) {
    self.unit = unit
    self.language = language
    self.shown = unit.isMoney ? shown ?? .usual(language) : .one
    self.isASCII = isASCII
  }

  /// The amount in a cell: thousands separated, `–` for zero, `·` for nothing said. Rounded half away
  /// from zero to what is shown: money in whole yuan or thousands, one decimal from 万 on; other
  /// amounts with the decimals of their unit, percentages with their sign.
  public func callAsFunction(_ amount: Int64?) -> String {
    guard let amount else { return isASCII ? "." : "·" }
    return amount == 0 ? (isASCII ? "-" : "–") : number(amount)
  }

  /// As in a cell, but zero is a number: for totals and sentences.
  public func number(_ amount: Int64) -> String {
    let decimals = unit.isMoney ? shown.decimals : unit.scale
    let text = rounded(amount, dropping: unit.scale + shown.rawValue - decimals, decimals)
    return unit.isPercent ? text + "%" : text
  }

  /// The amount in a sentence with its shown unit: `12.5万`, `38 k`, `12.9%`.
  public func inText(_ amount: Int64) -> String {
    let suffix = shown.suffix(language)
    guard !suffix.isEmpty else { return number(amount) }
    return language == .chinese ? number(amount) + suffix : "\(number(amount)) \(suffix)"
  }

  /// The whole amount, exactly, in the major unit: `120,000`, `1,200.50`.
  public func full(_ amount: Int64) -> String {
    var text = rounded(amount, dropping: 0, unit.scale)
    if unit.scale > 0, text.hasSuffix("." + String(repeating: "0", count: unit.scale)) {
      text = String(text.dropLast(unit.scale + 1))
    }
    return unit.isPercent ? text + "%" : text
  }

  /// The unit that stands once in a heading: `万元`, `k CNY`, `%`.
  public var head: String {
    let name = unit.name(language)
    let suffix = shown.suffix(language)
    guard !suffix.isEmpty else { return name }
    let joins = language == .chinese && name.unicodeScalars.allSatisfy { !$0.isASCII }
    return joins ? suffix + name : "\(suffix) \(name)"
  }

  /// Drops so many digits with rounding, then sets the point and the separators.
  private func rounded(_ amount: Int64, dropping count: Int, _ decimals: Int) -> String {
    var size = amount.magnitude
    if count > 0 {
      let divisor = (0..<min(count, 18)).reduce(UInt64(1)) { result, _ in result * 10 }
      let (whole, rest) = size.quotientAndRemainder(dividingBy: divisor)
      size = whole + (rest >= divisor - rest ? 1 : 0)
    }
    let plain = DecimalText.format(Int64(clamping: size), scale: decimals)
    let text = AmountFormat.grouped(plain)
    return amount < 0 && size > 0 ? (isASCII ? "-" : "−") + text : text
  }

  /// `1234567.5` as `1,234,567.5`.
  public static func grouped(_ digits: String) -> String {
    let whole = digits.utf8.firstIndex(of: UInt8(ascii: "."))
    let count = digits.utf8[..<(whole ?? digits.utf8.endIndex)].count
    if count <= 3 { return digits }
    var text: [UInt8] = []
    text.reserveCapacity(digits.utf8.count + count / 3)
    for (index, digit) in digits.utf8.enumerated() {
      if index > 0, index < count, (count - index) % 3 == 0 { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
