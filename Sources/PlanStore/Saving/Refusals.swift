import PlanModel

/// What the rules of a board say no to, with the way out.
enum Refusals {
  static func rule(_ zh: String, _ en: String) -> Refusal { Refusal(.rule, Words(zh, en)) }
  static func input(_ zh: String, _ en: String) -> Refusal { Refusal(.input, Words(zh, en)) }
  static func missing(_ zh: String, _ en: String) -> Refusal { Refusal(.missing, Words(zh, en)) }

  static let planLocked = rule(
    "预算已锁定；改动写入“预计”或申请调剂", "The plan is locked; change the forecast or ask for a transfer")
  static let monthClosed = rule("本月已月结；更正须写原因", "The month is closed; a correction needs a reason")
  static let noItem = missing("没有这一项；刷新后再试", "no such item; look again")
  static let noLine = missing("没有这个费用项；刷新后再试", "no such line; look again")
  static let noComment = missing("没有这条留言；刷新后再试", "no such comment; look again")
  static let noEntry = missing("列表里没有这一项；检查设置", "not in the board's lists; check the settings")
  static let noPerson = missing("没有这个成员；检查姓名", "no such person; check the name")
  static let unknownID = input("引用了尚未新建的内容", "refers to something that wasn't made before")
  static let decider = rule(
    "决议人就是保存决议的人，不能改；另作一项决议", "who decided is whoever saved it; decide anew instead")
  static let noName = input("没有写是谁在改；用 --as 指定", "nobody is named who changes this; use --as")
  static let noReplacement = input("已有的内容不能再新建", "what is there can't be made again")
  static let notAMonth = input("活动的金额要写在月份里", "an activity's amounts stand in months")
  static let amountTooLarge = input("金额太大（上限9,999亿）", "the amount is too large")
  static let sumTooLarge = input("合计太大，未保存", "the sum would be too large, not saved")
  static let endBeforeStart = input(
    "结束日期早于开始日期；先改日期", "the end is before the start; mend the dates")
  static let linkKinds = input(
    "只能由趋势支撑目标、目标支撑活动", "a trend can back a target, a target an activity, nothing else")
  static let parentBinned = rule(
    "依托的内容在回收站里；先还原", "what it should serve is in the bin; restore it first")
  static let twoMains = rule(
    "主要依托只能有一个；先取消原来的", "there can be one main reason; take the other back first")
  static let continuesItself = rule("不能续自自己或其后续", "an item can't continue itself")
  static let continuesKind = input("只能续自同类的内容", "an item continues one of its own kind")
  static let aboutDecision = input(
    "决议只能关于趋势、目标或活动", "a decision is about a trend, a target or an activity")
  static let fiscalStart = rule(
    "已有内容，财年起始月不能再改", "the fiscal year's start can't change once there are items")

  static func lineThere(_ code: String) -> Refusal {
    rule(
      "已另有费用项 \(code)；先给它改名", "there is another line \(code) by now; rename that one first")
  }

  static let planRaised = rule(
    "追减只能往下减；已锁定的预算用“调剂”改", "a cut only lowers; a locked plan changes by a transfer")
  static let transferReason = input("调剂要写原因", "moving money needs a reason")

  /// - Parameter amount: committed and actual of the month.
  static func belowFloor(_ amount: Int64, _ month: Period, scale: Int) -> Refusal {
    let text = DecimalText.format(amount, scale: scale)
    return rule(
      "\(month) 不能低于占用与实际之和\(text)，未作改动",
      "\(month) not below committed and actual: \(text); nothing changed")
  }

  static func monthHeld(_ month: Period) -> Refusal {
    rule("\(month) 已月结，不能追减和调剂；改用以后的月份", "\(month) is closed; cut and move money in later months")
  }

  static func reserveShort(_ quarter: Period, _ amount: Int64, scale: Int) -> Refusal {
    let text = DecimalText.format(amount, scale: scale)
    return rule("\(quarter) 机动余额不足，还差\(text)", "the reserve of \(quarter) is \(text) short")
  }

  static func aboveEnvelope(
    _ department: Department, _ quarter: Period, _ amount: Int64, scale: Int
  ) -> Refusal {
    let text = DecimalText.format(amount, scale: scale)
    return rule(
      "\(department.words.zh) \(quarter) 超出额度\(text)；减预算或提高额度",
      "\(text) above what \(department.words.en.lowercased()) may spend in \(quarter); cut the plan or raise it"
    )
  }

  static func taken(_ code: ItemCode) -> Refusal {
    input("编号已用过：\(code)；换一个编号", "the code is taken: \(code); choose another")
  }

  static func badValue(_ name: Words) -> Refusal {
    input("“\(name.zh)”不能是这个值", "this can't be a value of \(name.en)")
  }

  static func aboveCeiling(_ code: ItemCode, _ amount: Int64, scale: Int) -> Refusal {
    let text = DecimalText.format(amount, scale: scale)
    return rule(
      "\(code)超出费用上限\(text)；减预算或提高上限",
      "\(text) above the ceiling of \(code); cut the plan or raise it")
  }
}

/// Changes that met other people's; ends the transaction.
struct ConflictsFound: Error {
  var conflicts: [Conflict]
}
