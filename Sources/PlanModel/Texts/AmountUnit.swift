/// What an amount counts: money, percent, outlets …, and with how many decimals it is kept.
public struct AmountUnit: Hashable, Sendable {
  /// The unit's code: `CNY`, `%`, `outlets`.
  public var code: String
  public var zh: String
  public var en: String
  /// Decimals of the smallest amount.
  public var scale: Int
  /// Whether it is the board's currency: only such amounts are shown in thousands and 万.
  public var isMoney: Bool
  public var isPercent: Bool { code == "%" }

  public init(code: String, zh: String = "", en: String = "", scale: Int, isMoney: Bool = false) {
    self.code = code
    self.zh = zh
    self.en = en
    self.scale = scale
    self.isMoney = isMoney
  }

  /// A currency by its code.
  public static func money(_ code: String, scale: Int = 2) -> AmountUnit {
    let zh =
      switch code {
      case "CNY": "元"
      case "USD": "美元"
      case "EUR": "欧元"
      case "JPY": "日元"
      case "HKD": "港元"
      default: code
      }
    return AmountUnit(code: code, zh: zh, en: code, scale: scale, isMoney: true)
  }

  public static func percent(scale: Int = 1) -> AmountUnit {
    AmountUnit(code: "%", zh: "%", en: "%", scale: scale)
  }

  public func name(_ language: Language) -> String {
    let name = language == .chinese ? zh : en
    return name.isEmpty ? code : name
  }

  /// Whether a folded sign such as `¥` or `usd` may stand at such an amount.
  public func takes(sign: String) -> Bool { signs.contains(sign) }

  /// What may stand before or behind such an amount, folded, longest first.
  var signs: [String] {
    let currency = ["CNY": ["¥", "rmb", "元", "块"], "USD": ["$", "us$"], "EUR": ["€"]]
    let more = ["JPY": ["¥", "円"], "GBP": ["£"], "HKD": ["hk$", "$"]]
    // In a unit of 亿元, 9.6亿 is 9.6 of it.
    let stem = zh.hasSuffix("元") ? String(zh.dropLast()) : ""
    let own = [code, zh, en, stem].map(Folding.fold)
    return (own + (currency[code] ?? []) + (more[code] ?? []))
      .filter { !$0.isEmpty }.sorted { $0.count > $1.count }
  }
}

extension Board {
  /// The board's money.
  public var money: AmountUnit { .money(currency, scale: moneyScale) }

  /// A unit of the board by its code; nil is its money.
  public func amountUnit(_ code: String?) -> AmountUnit {
    guard let code, code != currency else { return money }
    let known = entry(.unit, code: code)
    return AmountUnit(
      code: code, zh: known?.zh ?? "", en: known?.en ?? "", scale: scale(ofUnit: code))
  }

  /// The unit of a line's amounts as it is shown: the figures of a target or trend that nobody gave
  /// a unit are plain numbers, not money.
  public func figureUnit(of line: Line) -> AmountUnit {
    guard line.code.isEmpty, line[.unit].isNone else { return amountUnit(of: line) }
    return AmountUnit(code: "", scale: line.scale)
  }

  /// The unit of a line's amounts. Lines without one hold money.
  public func amountUnit(of line: Line) -> AmountUnit {
    var unit = amountUnit(line[.unit].text)
    unit.scale = line[.scale].integer.map { Int($0) } ?? unit.scale
    return unit
  }
}
