import PlanModel

/// A date as it stands in a cell, before anybody knows in which order its numbers are.
enum CellDate: Equatable {
  case day(Day)
  /// Three numbers whose order isn't said; a year of two digits stands for 1980 to 2079.
  case numbers(Int, Int, Int, orders: [DateOrder])
  /// `10月12日`, `12 Oct`.
  case withoutYear(month: Int, day: Int)
  /// Days since the end of 1899, as Excel counts; may be no date at all.
  case serial(Int)

  /// Nil where the text is no date.
  init?(_ text: String) {
    if text.utf8.count == 10, let day = Day(iso: text) {
      self = .day(day)
      return
    }
    var rest = Folding.trimmed(Folding.fold(text))
    guard !rest.isEmpty, rest.utf8.count <= 60 else { return nil }
    rest = Self.withoutWeekday(Self.withoutTime(rest))
    guard
      let date = Self.serial(rest) ?? Self.chinese(rest) ?? Self.numeric(rest)
        ?? Self.withMonthName(rest)
    else { return nil }
    self = date
  }

  /// The day in an order of the numbers; nil where there is no such day.
  func day(in order: DateOrder) -> Day? {
    guard case .numbers(let a, let b, let c, let orders) = self, orders.contains(order) else {
      return nil
    }
    switch order {
    case .ymd: return Day(year: Self.year(a), month: b, day: c)
    case .dmy: return Day(year: Self.year(c), month: b, day: a)
    case .mdy: return Day(year: Self.year(c), month: a, day: b)
    }
  }

  static func year(_ number: Int) -> Int {
    number >= 100 ? number : number >= 80 ? 1_900 + number : 2_000 + number
  }

  // MARK: Forms

  /// Without the time of day that exports put behind a date; a time with a zone stays, and refuses it.
  private static func withoutTime(_ text: String) -> String {
    guard let split = text.lastIndex(where: { $0 == " " || $0 == "t" }) else { return text }
    let time = text[text.index(after: split)...]
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count),
      parts.dropLast(parts.count - 2).allSatisfy({ (1...2).contains($0.count) && isDigits($0) }),
      parts.count == 2 || parts[2].allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") })
    else { return text }
    return Folding.trimmed(text[..<split])
  }

  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private static func withoutWeekday(_ text: String) -> String {
    for name in ["星期", "周"] {
      if let range = text.firstRange(of: name), text[range.upperBound...].count == 1 {
        return Folding.trimmed(text[..<range.lowerBound])
      }
    }
    guard let comma = text.firstIndex(where: { $0 == "," || $0 == " " }),
      weekdays.contains(where: { text[..<comma].hasPrefix($0) })
    else { return text }
    return Folding.trimmed(text[comma...].drop { $0 == "," || $0 == " " })
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func serial(_ text: String) -> CellDate? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, isDigits(parts[0]), parts.count == 1 || isDigits(parts[1]) else {
      return nil
    }
    if parts.count == 1, text.count == 8, let day = Int64(text).flatMap({ Day(rawValue: $0) }) {
      return .day(day)
    }
    guard parts[0].count == 5, let number = Int(parts[0]) else { return nil }
    return .serial(number)
  }

  /// `2026年10月12日`, `10月12日`, `26年10月12日`.
  private static func chinese(_ text: String) -> CellDate? {
    var rest = Substring(text.filter { $0 != " " })
    guard let last = rest.last, last == "日" || last == "号" else { return nil }
    rest = rest.dropLast()
    var year: Int?
    if let mark = rest.firstIndex(of: "年") {
      guard isDigits(rest[..<mark]), [2, 4].contains(rest[..<mark].count) else { return nil }
      year = Int(rest[..<mark])
      rest = rest[rest.index(after: mark)...]
    }
    let parts = rest.split(separator: "月", omittingEmptySubsequences: false)
    guard parts.count == 2, isDigits(parts[0]), isDigits(parts[1]), let month = Int(parts[0]),
      let day = Int(parts[1])
    else { return nil }
    guard let year else { return withoutYear(month, day) }
    return Day(year: Self.year(year), month: month, day: day).map { .day($0) }
  }

  private static func withoutYear(_ month: Int, _ day: Int) -> CellDate? {
    // 29 February is one in some years.
    Day(year: 2_024, month: month, day: day) == nil
      ? nil : .withoutYear(month: month, day: day)
  }

  /// Three numbers with the same sign between them.
  private static func numeric(_ text: String) -> CellDate? {
    guard let sign = text.first(where: { "/.-".contains($0) }) else { return nil }
    let parts = text.split(separator: sign, omittingEmptySubsequences: false)
      .map { Folding.trimmed($0) }
    guard parts.count == 3, parts.allSatisfy({ isDigits($0) && $0.count <= 4 }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    let lengths = parts.map(\.count)
    let orders: [DateOrder]
    switch (lengths[0], lengths[1], lengths[2]) {
    case (4, 1...2, 1...2):
      return Day(year: numbers[0], month: numbers[1], day: numbers[2]).map { .day($0) }
    case (1...2, 1...2, 4): orders = [.dmy, .mdy]
    case (2, 1...2, 2): orders = [.ymd, .dmy, .mdy]
    case (1, 1...2, 2): orders = [.dmy, .mdy]
    case (2, 1...2, 1): orders = [.ymd]
    default: return nil
    }
    let date = CellDate.numbers(numbers[0], numbers[1], numbers[2], orders: orders)
    return orders.contains { date.day(in: $0) != nil } ? date : nil
  }

  /// `12 Oct 2026`, `12-Oct-26`, `Oct 12, 2026`, `October 12`, `12 Oct`.
  private static func withMonthName(_ text: String) -> CellDate? {
    var parts = text.split { " ,-/.".contains($0) }.map(String.init)
    guard (2...3).contains(parts.count), let place = parts.firstIndex(where: isMonth),
      place < 2, let month = MonthNames.number(of: parts.remove(at: place))
    else { return nil }
    for suffix in ["st", "nd", "rd", "th"] where parts[0].hasSuffix(suffix) {
      parts[0].removeLast(2)
    }
    guard parts.allSatisfy({ isDigits($0) }), parts[0].count <= 2, let day = Int(parts[0]) else {
      return nil
    }
    guard parts.count == 2 else { return withoutYear(month, day) }
    guard [2, 4].contains(parts[1].count), let year = Int(parts[1]) else { return nil }
    return Day(year: Self.year(year), month: month, day: day).map { .day($0) }
  }

  private static func isMonth(_ text: String) -> Bool { MonthNames.number(of: text) != nil }
}

/// The English names of months, whole or cut to three letters (`Sept` too).
enum MonthNames {
  private static let all = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  static func number(of text: some StringProtocol) -> Int? {
    guard text.count >= 3 else { return nil }
    let name = String(text)
    return all.firstIndex {
      $0 == name || $0.prefix(3) == name || (name == "sept" && $0.hasPrefix(name))
    }
    .map { $0 + 1 }
  }
}
