/// Days as people type them in a form.
///
/// `2026-10-25`, `2026/10/25`, `20261025`, `2026年10月25日`; without a year the one nearest to today:
/// `10-25`, `10/25`, `10月25日`, `10.25`; `25日` is the month's; words: `今天 明天 后天 昨天`,
/// `周一 下周一 本周五 上周三`, `月底`, `today tomorrow yesterday monday next monday`; distances from
/// today: `+3周 +2w +10d +3天 +1月 -1m`.
public enum DateText {
  /// Reads a day; nil when the text names none. Nothing typed is for the caller to see first.
  public static func parse(_ text: String, today: Day) -> Day? {
    let typed = Folding.trimmed(Folding.fold(text))
    guard typed.utf8.count <= 40 else { return nil }
    return word(typed, today) ?? distance(typed, today) ?? weekday(typed, today)
      ?? date(typed, today)
  }

  private static func word(_ text: String, _ today: Day) -> Day? {
    switch text {
    case "今天", "今日", "今", "today": today
    case "明天", "明日", "明", "tomorrow": today.adding(days: 1)
    case "后天", "後天": today.adding(days: 2)
    case "昨天", "昨日", "yesterday": today.adding(days: -1)
    case "月底", "月末", "本月底", "end of month":
      Day(year: today.year, month: today.month, day: 1)?.adding(months: 1).adding(days: -1)
    case "下周", "next week": today.adding(days: 7)
    case "上周", "last week": today.adding(days: -7)
    default: nil
    }
  }

  private static func distance(_ text: String, _ today: Day) -> Day? {
    guard let sign = text.first, "+-−".contains(sign) else { return nil }
    let rest = Folding.trimmed(text.dropFirst())
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 5, var count = Int(digits) else { return nil }
    if sign != "+" { count = -count }
    switch Folding.trimmed(rest.dropFirst(digits.count)) {
    case "", "d", "day", "days", "天", "日": return today.adding(days: count)
    case "w", "week", "weeks", "周", "星期", "个星期": return today.adding(days: count * 7)
    case "m", "month", "months", "月", "个月": return today.adding(months: count)
    case "y", "year", "years", "年": return today.adding(months: count * 12)
    default: return nil
    }
  }

  private static let weekdays: [String: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7, "1": 1, "2": 2, "3": 3,
    "4": 4, "5": 5, "6": 6, "7": 7, "monday": 1, "mon": 1, "tuesday": 2, "tue": 2, "wednesday": 3,
    "wed": 3, "thursday": 4, "thu": 4, "friday": 5, "fri": 5, "saturday": 6, "sat": 6, "sunday": 7,
    "sun": 7,
  ]

  /// In Chinese a week's name says the week itself (下周一 is Monday of next week); in English a bare
  /// weekday is the next such day, and `next monday` that of next week.
  private static func weekday(_ text: String, _ today: Day) -> Day? {
    let monday = today.adding(days: 1 - today.weekday)
    var rest = Substring(text)
    var week = 0
    var says = false
    for (prefix, weeks) in [
      ("下下", 2), ("下个", 1), ("下", 1), ("上个", -1), ("上", -1), ("本", 0), ("这", 0), ("next ", 1),
      ("last ", -1), ("this ", 0),
    ] where rest.hasPrefix(prefix) {
      week = weeks
      says = true
      rest = rest.dropFirst(prefix.count)
      break
    }
    let isChinese = ["周", "星期", "礼拜"].contains { rest.hasPrefix($0) }
    for prefix in ["周", "星期", "礼拜"] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
      break
    }
    guard let number = weekdays[String(rest)], isChinese || rest.count >= 3 else { return nil }
    let day = monday.adding(days: week * 7 + number - 1)
    return !says && !isChinese && day <= today ? day.adding(days: 7) : day
  }

  private static func date(_ text: String, _ today: Day) -> Day? {
    if text.count == 8, text.allSatisfy({ $0.isASCII && $0.isNumber }) {
      return Int64(text).flatMap { Day(rawValue: $0) }
    }
    var rest = text
    for suffix in ["日", "号"] where rest.hasSuffix(suffix) {
      rest.removeLast()
      if let day = Int(rest), rest.count <= 2 {
        return Day(year: today.year, month: today.month, day: day)
      }
    }
    let parts = rest.map { "年月/.".contains($0) ? "-" : $0 }
      .split(separator: "-", omittingEmptySubsequences: false).map { String($0) }
    let numbers = parts.compactMap { part in
      part.allSatisfy({ $0.isASCII && $0.isNumber }) && part.count <= 4 ? Int(part) : nil
    }
    guard numbers.count == parts.count else { return nil }
    switch numbers.count {
    case 3 where parts[0].count == 4:
      return Day(year: numbers[0], month: numbers[1], day: numbers[2])
    case 3 where parts[0].count == 2:
      return Day(year: 2000 + numbers[0], month: numbers[1], day: numbers[2])
    case 2 where parts[0].count <= 2 && parts[1].count <= 2:
      return nearest(month: numbers[0], day: numbers[1], today)
    default: return nil
    }
  }

  /// The day of the year that lies nearest to today; 29 February of the nearest year that has one.
  private static func nearest(month: Int, day: Int, _ today: Day) -> Day? {
    (-4...4).compactMap { Day(year: today.year + $0, month: month, day: day) }
      .min { abs($0.ordinal - today.ordinal) < abs($1.ordinal - today.ordinal) }
  }
}
