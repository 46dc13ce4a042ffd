/// Why a text isn't an amount.
public enum AmountFault: Error, Hashable, Sendable {
  case notANumber
  /// A typed amount has more decimals than its unit.
  case tooFine
  case tooLarge
  /// 万, k and the like one after the other, where one is meant.
  case twoUnits
  case divisionByZero
  /// A percentage of what is there, where nothing is there.
  case nothingThere

  public var words: Words {
    switch self {
    case .notANumber: Words("不是数字", "not a number")
    case .tooFine: Words("不能细分到分以下", "finer than the smallest unit")
    case .twoUnits: Words("单位只写一个，如 12万、1.2千万", "one unit only, such as 12k or 1.5m")
    case .tooLarge: Words("数太大", "too large")
    case .divisionByZero: Words("不能除以零", "can't divide by zero")
    case .nothingThere: Words("没有原值，不能按比例改", "no present value to take a percentage of")
    }
  }

  /// The sentence for a unit: only money has fen.
  public func words(for unit: AmountUnit) -> Words {
    guard self == .tooFine, unit.code != "CNY" else { return words }
    return Words("小数位数太多（至多\(unit.scale)位）", words.en)
  }
}
