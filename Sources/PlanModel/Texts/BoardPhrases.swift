/// What an edit did to the board's own things: words of its lists, people, settings, states.
struct BoardPhrases {
  private let telling: ActTelling
  private var language: Language { telling.language }
  private var board: Board { telling.board }

  init(_ telling: ActTelling) { self.telling = telling }

  func phrase(_ entry: HistoryEntry) -> String? {
    let change = entry.change
    switch change.target {
    case .entry(let id, let field): return word(id, field, change)
    case .person(let id, let field): return person(id, field, change)
    case .setting(let setting):
      guard setting != .identifier else { return nil }
      return telling.change(
        setting.words, from: value(setting, change.was), to: value(setting, change.now))
    case .state(let period):
      func name(_ value: Value) -> String {
        value.integer.flatMap { PeriodState(rawValue: $0) }?.words(language) ?? ""
      }
      return "\(period) "
        + telling.change(Words("状态", "state"), from: name(change.was), to: name(change.now))
    case .accepted(_, let rule):
      guard let reason = change.now.text else {
        return Words("不再接受“\(rule.words.zh)”", "“\(rule.words.en)” no longer accepted")(language)
      }
      return Words("接受“\(rule.words.zh)”：\(reason)", "accepted “\(rule.words.en)”: \(reason)")(
        language)
    case .envelope(let quarter, let purse):
      let format = AmountFormat(board.money, language)
      let name =
        purse == .reserve
        ? Words("机动费用", "Reserve") : Words("\(purse.words.zh)额度", "\(purse.words.en) budget")
      return "\(quarter) "
        + telling.change(
          name, from: change.was.integer.map(format.full) ?? "",
          to: change.now.integer.map(format.full) ?? "")
    case .note(let line, let column, let period):
      var cell = entry
      cell.change.target = .figure(line, column, period)
      let name = telling.cellName(cell)
      guard let note = change.now.text else {
        return Words("\(name) 去掉批注", "\(name) note taken away")(language)
      }
      return Words("\(name) 批注", "\(name) note ")(language) + telling.quoted(note)
    case .mapping(let name):
      return change.now.isNone
        ? Words("删除列映射 \(name)", "mapping \(name) removed")(language)
        : Words("保存列映射 \(name)", "mapping \(name) kept")(language)
    default: return nil
    }
  }

  private func word(_ id: Int64, _ field: EntryField, _ change: Change) -> String? {
    let entry = board.entries[id]
    let list = entry?.list.words ?? Words("列表用词", "Word")
    let name = entry?.name(language) ?? "…"
    switch field {
    case .list:
      return Words("新增\(list.zh) \(name)", "new \(list.en.lowercased()) \(name)")(language)
    case .gone:
      return change.now.isNone
        ? Words("\(list.zh) \(name) 恢复使用", "\(list.en.lowercased()) \(name) back in use")(language)
        : Words("\(list.zh) \(name) 不再使用", "\(list.en.lowercased()) \(name) no longer in use")(
          language)
    default:
      return "\(name) "
        + telling.change(field.words, from: plain(change.was), to: plain(change.now))
    }
  }

  private func person(_ id: Int64, _ field: PersonField, _ change: Change) -> String? {
    let person = board.people[id]
    let name = person?.display(language) ?? "…"
    func text(_ value: Value) -> String {
      field == .department
        ? value.integer.flatMap { Department(rawValue: $0) }?.words(language) ?? "" : plain(value)
    }
    switch field {
    case .name where change.isCreation: return Words("新增成员 \(name)", "new member \(name)")(language)
    case .gone:
      return change.now.isNone
        ? Words("成员 \(name) 恢复", "member \(name) back")(language)
        : Words("移去成员 \(name)", "member \(name) removed")(language)
    default:
      return "\(name) " + telling.change(field.words, from: text(change.was), to: text(change.now))
    }
  }

  private func plain(_ value: Value) -> String {
    value.text ?? value.integer.map(String.init) ?? ""
  }

  private func value(_ setting: Setting, _ value: Value) -> String {
    switch setting {
    case .closedTo: value.integer.flatMap { Period(rawValue: $0) }?.long(language) ?? ""
    case .today: value.integer.flatMap { Day(rawValue: $0) }?.long(language) ?? ""
    case .ceilingRule: value.text.flatMap { CeilingRule(rawValue: $0) }?.words(language) ?? ""
    default: plain(value)
    }
  }
}
