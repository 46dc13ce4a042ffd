/// Periods and days in words.
extension Period {
  static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  static let quarterNames = ["一", "二", "三", "四"]

  /// In sentences and titles: 2026年四季度 / Q4 2026, 2026年10月 / Oct 2026, 2026年 / 2026.
  public func long(_ language: Language) -> String {
    switch (unit, language) {
    case (.year, .chinese): "\(year)年"
    case (.year, .english): "\(year)"
    case (.quarter, .chinese): "\(year)年\(Period.quarterNames[part - 1])季度"
    case (.quarter, .english): "Q\(part) \(year)"
    case (.month, .chinese): "\(year)年\(part)月"
    case (.month, .english): "\(Period.monthNames[part - 1]) \(year)"
    }
  }

  /// In column heads beside their year: 10月 / Oct, 四季度 / Q4, 2026年 / 2026.
  public func short(_ language: Language) -> String {
    switch (unit, language) {
    case (.quarter, .chinese): "\(Period.quarterNames[part - 1])季度"
    case (.quarter, .english): "Q\(part)"
    case (.month, .chinese): "\(part)月"
    case (.month, .english): Period.monthNames[part - 1]
    case (.year, _): long(language)
    }
  }

  /// In narrow columns, the same in both languages: 26Q4, 26-10, 2026.
  public var narrow: String { unit == .year ? description : String(description.dropFirst(2)) }

  /// The months of a period: 10—12月 / Oct–Dec; over a turn of the year 11—次年1月 / Nov–Jan.
  public func monthRange(_ calendar: FiscalCalendar, _ language: Language) -> String {
    let months = calendar.months(of: self)
    guard months.count > 1, let first = months.first, let last = months.last else {
      return short(language)
    }
    if language == .english { return "\(first.short(language))–\(last.short(language))" }
    return "\(first.part)—\(last.year > first.year ? "次年" : "")\(last.part)月"
  }
}

extension Day {
  /// A day in a sentence: 10月12日 / 12 Oct.
  public func text(_ language: Language) -> String {
    language == .chinese ? "\(month)月\(day)日" : "\(day) \(Period.monthNames[month - 1])"
  }

  /// A day with its year: 2026年10月12日 / 12 Oct 2026.
  public func long(_ language: Language) -> String {
    language == .chinese ? "\(year)年\(text(language))" : "\(text(language)) \(year)"
  }

  /// From one day to another: 10月12—16日 / 12–16 Oct, 10月30日—11月2日 / 30 Oct – 2 Nov; with years
  /// where they differ.
  public static func range(_ first: Day, _ last: Day, _ language: Language) -> String {
    if first == last { return first.text(language) }
    if first.year != last.year {
      return language == .chinese
        ? "\(first.long(language))—\(last.long(language))"
        : "\(first.long(language)) – \(last.long(language))"
    }
    if first.month == last.month {
      return language == .chinese
        ? "\(first.month)月\(first.day)—\(last.day)日"
        : "\(first.day)–\(last.text(language))"
    }
    return language == .chinese
      ? "\(first.text(language))—\(last.text(language))"
      : "\(first.text(language)) – \(last.text(language))"
  }

  /// The ISO week's number, 1 to 53.
  public var week: Int {
    let thursday = adding(days: 4 - weekday)
    let first = Day(year: thursday.year, month: 1, day: 1) ?? thursday
    return (thursday.ordinal - first.ordinal) / 7 + 1
  }

  /// 第48周 / wk 48.
  public func weekText(_ language: Language) -> String {
    language == .chinese ? "第\(week)周" : "wk \(week)"
  }

  /// The weekday: 周一 / Mon.
  public func weekdayText(_ language: Language) -> String {
    language == .chinese
      ? "周" + ["一", "二", "三", "四", "五", "六", "日"][weekday - 1]
      : ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday - 1]
  }
}
