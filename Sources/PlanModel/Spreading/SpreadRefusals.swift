/// What spreads say no to. Nothing has been changed when one of these is said.
enum SpreadRefusals {
  static func rule(_ zh: String, _ en: String) -> Refusal { Refusal(.rule, Words(zh, en)) }
  static func input(_ zh: String, _ en: String) -> Refusal { Refusal(.input, Words(zh, en)) }

  static let noCells = input("没有选中格子", "no cell is chosen")
  static let tooLarge = Refusal(.input, AmountFault.tooLarge.words)
  static let tooManyCells = input(
    "格子太多（上限\(Spread.mostCells)）；缩小选区", "too many cells (at most \(Spread.mostCells)); choose fewer"
  )
  static let allHeld = rule("选中的格子都锁住了；用 RH 放开后再试", "every chosen cell is held; release with RH")
  static let ratio = rule(
    "比率不能分摊：它是两个合计相除；改那两个数，或用 R、P%、SL 逐格写",
    "a ratio can't be shared out: it is one sum over another; spread those two, or use R, P%, SL")
  static let last = rule(
    "期末数不累计，不能分摊；用 R、P%、SL 逐格写",
    "end-of-period figures don't add up and can't be shared out; use R, P%, SL")
  static let emptyReference = rule(
    "参照的格子都没有数，未作改动", "the reference has no amounts; nothing changed")

  /// - Parameter amount: what would have to be absorbed.
  static func unabsorbed(_ amount: Int128, _ unit: AmountUnit) -> Refusal {
    let (zh, en) = texts(amount, unit)
    return rule("已锁住的格子吸收不了\(zh)，未作改动", "the held cells leave \(en); nothing changed")
  }

  /// - Parameter amount: committed and actual.
  static func belowFloor(_ amount: Int128, _ unit: AmountUnit, cells: Int = 1) -> Refusal {
    let (zh, en) = texts(amount, unit)
    let more =
      cells > 1
      ? Words("（共\(cells)格），未作改动", " (\(cells) cells); nothing changed")
      : Words("，未作改动", "; nothing changed")
    return rule("不能低于占用与实际之和\(zh)\(more.zh)", "not below committed and actual: \(en)\(more.en)")
  }

  static func texts(_ amount: Int128, _ unit: AmountUnit) -> (zh: String, en: String) {
    let size = Int64(clamping: amount)
    return (AmountFormat(unit, .chinese).full(size), AmountFormat(unit, .english).full(size))
  }
}
