import PlanModel

extension SetEdits {
  /// The state of a quarter or a year.
  mutating func set(_ period: Period, _ name: String, _ value: String) throws {
    if name.hasPrefix("envelope.") { return try setEnvelope(period, name, value) }
    guard name == "state" || name == "status" else {
      throw Failure.usage(
        "期间没有“\(name)”；可用：state envelope.marketing envelope.sales envelope.reserve",
        "a period has no \(name); known are state envelope.marketing envelope.sales envelope.reserve"
      )
    }
    let state = PeriodState.allCases.first { $0.code == value || $0.words.zh == value }
    guard let state, period.unit != .month else {
      let known = PeriodState.allCases.map(\.code).joined(separator: " ")
      throw Failure.input(
        "没有这个状态：\(value)；可用：\(known)", "no such state: \(value); known are \(known)")
    }
    let was = session.board.states[period]
    add(Acts.state(of: period, was: was, now: state).changes)
  }

  mutating func setBoard(_ name: String, _ value: String) throws {
    guard let setting = Setting(rawValue: name), setting != .identifier else {
      let known = Setting.allCases.dropFirst().map(\.rawValue).joined(separator: " ")
      throw Failure.usage(
        "没有这个设置：\(name)；可用：\(known)", "no such setting: \(name); known are \(known)")
    }
    let now = try self.value(value, setting)
    add(.setting(setting), was: session.board.settings[setting] ?? .none, now: now)
  }

  private func value(_ text: String, _ setting: Setting) throws -> Value {
    guard !text.isEmpty else { return .none }
    switch setting {
    case .identifier, .title, .titleEn, .currency, .zone: return .text(text)
    case .ceilingRule:
      if CeilingRule(rawValue: text) != nil { return .text(text) }
    case .firstYear, .fiscalStart, .staleDays, .driftPercent, .settleDays, .warnPercent, .costRatio:
      if let number = Int64(text), number >= 0 { return .integer(number) }
    case .today:
      if let day = Day(iso: text) { return .integer(day.rawValue) }
    case .closedTo:
      if let month = Period(text), month.unit == .month { return .integer(month.rawValue) }
    }
    throw Failure.input(
      "\(setting.rawValue) 不能是“\(text)”", "\(text) can't be the value of \(setting.rawValue)")
  }

  /// What a department may spend in a quarter, or the quarter's reserve.
  private mutating func setEnvelope(
    _ quarter: Period, _ name: String, _ value: String
  ) throws {
    guard let purse = Purse(code: String(name.dropFirst("envelope.".count))),
      quarter.unit == .quarter
    else {
      throw Failure.usage(
        "额度写成 2026Q4 envelope.marketing（sales、reserve）",
        "write 2026Q4 envelope.marketing (sales, reserve)")
    }
    let was = session.board.envelopes[quarter, purse]
    do throws(AmountFault) {
      let now = try AmountText.parse(value, unit: session.board.money, present: was)
      add(.envelope(quarter, purse), was: Value(was), now: Value(now))
    } catch {
      let words = error.words(for: session.board.money)
      throw Failure.input("\(words.zh)：\(value)", "\(words.en): \(value)")
    }
  }

  // MARK: People and words of lists

  mutating func setWord(_ list: String, _ code: String, _ pairs: [(String, String)]) throws {
    guard !code.isEmpty else { throw Failure.usage("缺少编号：\(list):", "a code is missing: \(list):") }
    if list == "person" { return try setPerson(code, pairs) }
    guard let kind = ListKind(code: list) else {
      let known = (["person"] + ListKind.allCases.map(\.code)).joined(separator: " ")
      throw Failure.usage("没有这个列表：\(list)；可用：\(known)", "no such list: \(list); known are \(known)")
    }
    let own = session.board.entry(kind, code: code)
    let id = own?.id ?? newID()
    if own == nil {
      let last = session.board.list(kind).map(\.position).max() ?? 0
      add(
        Acts.newEntry(Entry(id: id, list: kind, code: code, zh: "", en: "", position: last + 1))
          .changes)
    }
    for (name, value) in pairs {
      let (field, now) = try entryValue(name, value, kind)
      add(.entry(id, field), was: own.map { Self.value(of: field, $0) } ?? .none, now: now)
    }
  }

  private func entryValue(_ name: String, _ text: String, _ kind: ListKind) throws -> (
    EntryField, Value
  ) {
    func coded<T: Coded & RawRepresentable<Int64>>(_: T.Type) throws -> Value {
      if text.isEmpty { return .none }
      guard let value = T(code: text) else {
        let known = T.allCases.map(\.code).joined(separator: " ")
        throw Failure.input("\(name) 可用：\(known)", "\(name): one of \(known)")
      }
      return .integer(value.rawValue)
    }
    switch name {
    case "title", "zh": return (.zh, Value(text))
    case "title_en", "en": return (.en, Value(text))
    case "position":
      if let number = Int64(text) { return (.position, .integer(number)) }
    case "gone": return (.gone, try flag(text))
    case "scale" where kind == .unit:
      if let number = Int64(text), (0...9).contains(number) { return (.scale, .integer(number)) }
    case "unit" where kind == .measure: return (.unit, Value(text))
    case "adds_up" where kind == .measure: return (.addsUp, try coded(AddsUp.self))
    case "better" where kind == .measure: return (.better, try coded(Better.self))
    case "rhythm" where kind == .measure: return (.rhythm, try coded(Rhythm.self))
    default:
      throw Failure.usage("\(kind.words.zh)没有字段“\(name)”", "a \(kind.code) has no field \(name)")
    }
    throw Failure.input("\(name) 不能是“\(text)”", "\(text) can't be the value of \(name)")
  }

  private func flag(_ text: String) throws -> Value {
    switch text {
    case "yes", "true", "1", "是": .integer(1)
    case "", "no", "false", "0", "否": .none
    default: throw Failure.input("应是yes或no：\(text)", "yes or no expected: \(text)")
    }
  }

  private static func value(of field: EntryField, _ entry: Entry) -> Value {
    switch field {
    case .list: .integer(entry.list.rawValue)
    case .gone: Value(entry.isGone ? 1 : nil)
    case .code: .text(entry.code)
    case .zh: Value(entry.zh)
    case .en: Value(entry.en)
    case .position: .integer(entry.position)
    case .scale: entry.list == .unit ? .integer(Int64(entry.scale)) : .none
    case .unit: Value(entry.unit)
    case .addsUp: Value(entry.addsUp?.rawValue)
    case .better: Value(entry.better?.rawValue)
    case .rhythm: Value(entry.rhythm?.rawValue)
    }
  }

  private mutating func setPerson(_ name: String, _ pairs: [(String, String)]) throws {
    let own = session.board.person(named: name)
    let id = own?.id ?? newID()
    if own == nil { add(Acts.newPerson(Person(id: id, name: name)).changes) }
    for (key, text) in pairs {
      switch key {
      case "title", "zh": add(.person(id, .zh), was: Value(own?.zh), now: Value(text))
      case "title_en", "en": add(.person(id, .en), was: Value(own?.en), now: Value(text))
      case "post": add(.person(id, .post), was: Value(own?.post), now: Value(text))
      case "post_en": add(.person(id, .postEn), was: Value(own?.postEn), now: Value(text))
      case "department":
        let now = try session.fields.parse(.lead, text)
        add(.person(id, .department), was: Value(own?.department?.rawValue), now: now)
      case "gone":
        add(.person(id, .gone), was: Value(own?.isGone == true ? 1 : nil), now: try flag(text))
      default:
        throw Failure.usage("成员没有字段“\(key)”", "a person has no field \(key)")
      }
    }
  }
}
