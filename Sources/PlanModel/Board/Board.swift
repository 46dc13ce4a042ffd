/// A setting of the board; the raw value is its key in the database and in JSON.
public enum Setting: String, CaseIterable, Sendable {
  case identifier = "id"
  case title, currency, zone, today
  case titleEn = "title_en"
  /// The first fiscal year of the plan, e.g. 2026.
  case firstYear = "first_year"
  /// The fiscal year's first month, 1 to 12.
  case fiscalStart = "fiscal_start"
  /// The last month whose actuals are complete, as a period; none: no month is closed.
  case closedTo = "closed_to"
  /// `ignore`, `warn` or `block`: what a plan above a target's ceiling means.
  case ceilingRule = "ceiling_rule"
  /// Days after which a trend's check is stale.
  case staleDays = "stale_days"
  /// Percent by which an expected value may leave its baseline.
  case driftPercent = "drift_percent"
  /// Days that a done activity may wait to be settled.
  case settleDays = "settle_days"
  /// Percent of a ceiling from which it is said that it will soon be reached; 0: never.
  case warnPercent = "warn_percent"
  /// Percent of a target's sales that its cost may reach; none: not looked at.
  case costRatio = "cost_ratio"
}

extension Setting {
  /// The setting as people call it.
  public var words: Words {
    switch self {
    case .identifier: Words("标识", "Identifier")
    case .title: Words("名称", "Title")
    case .titleEn: Words("英文名称", "English title")
    case .currency: Words("币种", "Currency")
    case .zone: Words("时区", "Time zone")
    case .today: Words("今天", "Today")
    case .firstYear: Words("首年", "First year")
    case .fiscalStart: Words("财年首月", "First month of the year")
    case .closedTo: Words("已月结到", "Closed up to")
    case .ceilingRule: Words("超上限时", "Above a ceiling")
    case .staleDays: Words("依据有效天数", "Days until a check is stale")
    case .driftPercent: Words("偏离基准 %", "Percent off the baseline")
    case .settleDays: Words("完成后结案天数", "Days to settle what is done")
    case .warnPercent: Words("接近上限时提醒 %", "Warn from this percent of a ceiling")
    case .costRatio: Words("费率上限 %（费用 ÷ 销售）", "Percent of sales that cost may reach")
    }
  }
}

/// What a plan above a ceiling means on this board.
public enum CeilingRule: String, Coded {
  case ignore, warn, block

  public var code: String { rawValue }
  public var words: Words {
    switch self {
    case .ignore: Words("不管", "Ignore")
    case .warn: Words("提醒", "Warn")
    case .block: Words("阻止", "Block")
    }
  }
}

/// A board's settings, lists and people: small, read as a whole, the same on every screen.
public struct Board: Hashable, Sendable {
  public var settings: [Setting: Value]
  public var entries: [Int64: Entry]
  public var people: [Int64: Person]
  /// The states of quarters and years; one that isn't here is being drafted.
  public var states: [Period: PeriodState]
  /// What was granted for the quarters.
  public var envelopes = Envelopes()

  public init(
    settings: [Setting: Value] = [:], entries: [Int64: Entry] = [:], people: [Int64: Person] = [:],
    states: [Period: PeriodState] = [:]
  ) {
    self.settings = settings
    self.entries = entries
    self.people = people
    self.states = states
  }

  public var currency: String { settings[.currency]?.text ?? "CNY" }
  /// Decimals of the currency's smallest unit: yen and won have none.
  public var moneyScale: Int { ["JPY", "KRW", "VND"].contains(currency) ? 0 : 2 }
  public var firstYear: Int { Int(settings[.firstYear]?.integer ?? 2026) }
  public var calendar: FiscalCalendar {
    FiscalCalendar(firstMonth: Int(settings[.fiscalStart]?.integer ?? 1))
  }
  public var closedTo: Period? {
    settings[.closedTo]?.integer.flatMap { Period(rawValue: $0) }
  }
  /// The day that counts as today on this board, if one is set.
  public var fixedToday: Day? { settings[.today]?.integer.flatMap { Day(rawValue: $0) } }
  public var ceilingRule: CeilingRule {
    settings[.ceilingRule]?.text.flatMap { CeilingRule(rawValue: $0) } ?? .warn
  }
  public var staleDays: Int { Int(settings[.staleDays]?.integer ?? 180) }
  public var driftPercent: Int { Int(settings[.driftPercent]?.integer ?? 3) }
  public var warnPercent: Int? {
    let percent = Int(settings[.warnPercent]?.integer ?? 90)
    return percent > 0 ? percent : nil
  }
  public var costRatio: Int? { settings[.costRatio]?.integer.map { Int($0) } }
  public var settleDays: Int { Int(settings[.settleDays]?.integer ?? 30) }

  public func title(_ language: Language) -> String {
    let zh = settings[.title]?.text ?? ""
    let en = settings[.titleEn]?.text ?? ""
    return language == .english && !en.isEmpty ? en : zh
  }

  public func state(of period: Period) -> PeriodState { states[period] ?? .draft }

  public func isClosed(_ month: Period) -> Bool { closedTo.map { month <= $0 } ?? false }

  /// The words of one list that are in use, in their order.
  public func list(_ kind: ListKind) -> [Entry] {
    entries.values.filter { $0.list == kind && !$0.isGone }
      .sorted { ($0.position, $0.id) < ($1.position, $1.id) }
  }

  public func entry(_ kind: ListKind, code: String) -> Entry? {
    entries.values.first { $0.list == kind && $0.code == code }
  }

  public func person(named name: String) -> Person? { people.values.first { $0.name == name } }

  /// The people in use, by name.
  public var team: [Person] {
    people.values.filter { !$0.isGone }.sorted { $0.id < $1.id }
  }

  /// Decimals of amounts in a unit; amounts in an unknown unit have two.
  public func scale(ofUnit unit: String?) -> Int {
    guard let unit else { return 2 }
    if unit == currency { return moneyScale }
    return entry(.unit, code: unit)?.scale ?? 2
  }
}
