extension FieldText {
  /// Reads what was typed or what stands in a file. Nothing typed clears the field.
  /// - Throws: a refusal that says what is known: `没有这样的区域:…(有:east 华东,…)`.
  public func parse(_ field: Field, _ text: String) throws(Refusal) -> Value {
    let typed = Folding.trimmed(text)
    if typed.isEmpty {
      guard field != .title else {
        throw refusal("名称不能空着", "an item needs a title")
      }
      return .none
    }
    switch field.type {
    case .text: return .text(FieldText.oneLine(typed))
    case .longText: return .text(text)
    case .tags: return FieldText.tags(typed)
    default: return try value(field, typed)
    }
  }

  private func value(_ field: Field, _ typed: String) throws(Refusal) -> Value {
    let folded = Folding.fold(typed)
    switch field.type {
    case .hidden, .text, .longText, .tags:
      throw refusal("不能填“\(field.words.zh)”", "\(field.code) can't be set")
    case .department: return try department(folded, typed)
    case .status:
      if let digit = Int64(folded), let status = Status(rawValue: digit) {
        return .integer(status.rawValue)
      }
      return try coded(Status.self, field, folded, typed)
    case .stage: return try coded(Stage.self, field, folded, typed)
    case .priority: return try coded(Priority.self, field, folded, typed)
    case .confidence: return try coded(Confidence.self, field, folded, typed)
    case .better: return try coded(Better.self, field, folded, typed)
    case .addsUp: return try coded(AddsUp.self, field, folded, typed)
    case .rhythm: return try coded(Rhythm.self, field, folded, typed)
    case .verdict: return try coded(Verdict.self, field, folded, typed)
    case .day:
      guard let day = DateText.parse(typed, today: today) else {
        throw refusal(
          "不是日期：\(typed)（如2026-10-25、10-25、下周一、+3周）",
          "not a date: \(typed) (such as 2026-10-25, 10-25, next monday, +3w)")
      }
      return .integer(day.rawValue)
    case .period: return try period(folded, typed)
    case .money: return try money(typed)
    case .percent: return try percent(folded, typed)
    case .yesNo: return try yesNo(folded, typed)
    case .person: return try person(folded, typed)
    case .item:
      guard let code = ItemCode(folded), let id = idOf(code) else {
        throw Refusal(.missing, Words("没有这样的编号：\(typed)", "no such code: \(typed)"))
      }
      return .integer(id)
    case .entry(let list): return try entry(list, folded, typed)
    }
  }

  /// Blanks for line breaks, tabs and other control characters.
  static func oneLine(_ text: String) -> String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { line.append(isControl(scalar) ? " " : scalar) }
    return String(line)
  }

  private static func tags(_ text: String) -> Value {
    var seen: Set<String> = []
    let tags = text.split { ";;、".contains($0) }.map { oneLine(Folding.trimmed($0)) }
      .filter { !$0.isEmpty && seen.insert($0).inserted }
    return Value(tags.joined(separator: ";"))
  }

  private func refusal(_ zh: String, _ en: String) -> Refusal { Refusal(.input, Words(zh, en)) }

  /// The refusal that lists what is known.
  private func unknown(
    _ what: Words, _ typed: String, _ known: [(code: String, zh: String)]
  ) -> Refusal {
    let shown = known.prefix(20)
    let more = known.count > shown.count
    let zh = shown.map { $0.zh.isEmpty || $0.zh == $0.code ? $0.code : "\($0.code) \($0.zh)" }
    return refusal(
      "没有这样的\(what.zh)：\(typed)（有：\(zh.joined(separator: "、"))\(more ? " …" : "")）",
      "no such \(what.en.lowercased()): \(typed) "
        + "(known: \(shown.map(\.code).joined(separator: ", "))\(more ? " …" : ""))")
  }

  private func coded<T: Coded & RawRepresentable<Int64>>(
    _ type: T.Type, _ field: Field, _ folded: String, _ typed: String
  ) throws(Refusal) -> Value {
    let match = T.allCases.first {
      [$0.code, $0.words.zh, $0.words.en].contains { Folding.fold($0) == folded }
    }
    guard let match else {
      throw unknown(field.words, typed, T.allCases.map { ($0.code, $0.words.zh) })
    }
    return .integer(match.rawValue)
  }

  private func department(_ folded: String, _ typed: String) throws(Refusal) -> Value {
    switch folded {
    case "marketing", "m", "市", "市场", "市场部": return .integer(Department.marketing.rawValue)
    case "sales", "s", "销", "销售", "销售部": return .integer(Department.sales.rawValue)
    case "none", "nobody", "-", "?", "无", "未定": return .none
    default:
      throw unknown(
        Words("部门", "department"), typed,
        [("marketing", "市场部"), ("sales", "销售部"), ("none", "未定")])
    }
  }

  private func period(_ folded: String, _ typed: String) throws(Refusal) -> Value {
    if let period = Period(folded) { return .integer(period.rawValue) }
    throw refusal(
      "不是期间：\(typed)（如2026、2026Q4、2026-10）",
      "not a period: \(typed) (such as 2026, 2026Q4, 2026-10)")
  }

  private func money(_ typed: String) throws(Refusal) -> Value {
    do { return Value(try AmountText.parse(typed, unit: board.money)) } catch {
      let words = error.words(for: board.money)
      throw refusal("\(words.zh)：\(typed)", "\(words.en): \(typed)")
    }
  }

  private func percent(_ folded: String, _ typed: String) throws(Refusal) -> Value {
    guard let share = AmountText.percentage(folded), share.isWhole, let value = share.rounded(),
      (0...100).contains(value)
    else {
      throw refusal("不是0到100的百分数：\(typed)", "not a percentage from 0 to 100: \(typed)")
    }
    return .integer(value)
  }

  private func yesNo(_ folded: String, _ typed: String) throws(Refusal) -> Value {
    switch folded {
    case "yes", "y", "true", "1", "是", "联合", "joint", "x", "✓": return .integer(1)
    case "no", "n", "false", "0", "否", "none": return .none
    default: throw unknown(Words("选择", "choice"), typed, [("yes", "是"), ("no", "否")])
    }
  }

  private func person(_ folded: String, _ typed: String) throws(Refusal) -> Value {
    if folded == "none" || folded == "无" { return .none }
    if let person = board.people.values.first(where: { Folding.fold($0.name) == folded }) {
      return .integer(person.id)
    }
    let named = board.team.filter {
      [$0.zh, $0.en].contains { !$0.isEmpty && Folding.fold($0) == folded }
    }
    guard let person = named.first else {
      throw unknown(Words("成员", "member"), typed, board.team.map { ($0.name, $0.zh) })
    }
    guard named.count == 1 else {
      let names = named.map(\.name)
      throw refusal(
        "有\(names.count)位\(typed)，用短名：\(names.joined(separator: "、"))",
        "\(names.count) members are called \(typed): use \(names.joined(separator: ", "))")
    }
    return .integer(person.id)
  }

  private func entry(_ list: ListKind, _ folded: String, _ typed: String) throws(Refusal) -> Value {
    if folded == "none" || folded == "无" { return .none }
    let entries = board.list(list)
    guard let match = Entry.meant(by: typed, in: entries) else {
      throw unknown(list.words, typed, entries.map { ($0.code, $0.zh) })
    }
    return .integer(match.id)
  }
}
