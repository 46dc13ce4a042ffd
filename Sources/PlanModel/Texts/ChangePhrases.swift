/// What one edit did to one thing, phrase by phrase.
struct ChangePhrases {
  private let telling: ActTelling
  private let entries: [HistoryEntry]
  /// Whether items that come and go are told with their titles.
  private let isNamed: Bool
  private var language: Language { telling.language }
  private var board: Board { telling.board }

  init(_ telling: ActTelling, _ entries: [HistoryEntry], isNamed: Bool = true) {
    self.isNamed = isNamed
    self.telling = telling
    self.entries = entries
  }

  var all: [String] {
    let isNewItem = entries.contains {
      if case .item(_, .kind) = $0.change.target { $0.change.isCreation } else { false }
    }
    let newLines = Set(
      entries.compactMap { entry -> LineID? in
        if case .line(let id, .item) = entry.change.target { id } else { nil }
      })
    let isNewThing = entries.contains { $0.change.isCreation && $0.code == nil }
    var phrases: [String] = []
    for entry in entries {
      let phrase: String? =
        switch entry.change.target {
        case .item(_, let field): item(entry, field, isNew: isNewItem)
        case .line(let id, let field): line(entry, field, isNew: newLines.contains(id))
        case .link: link(entry)
        case .comment(_, let field): comment(entry, field)
        case .figure: nil
        // What a new word or member is made of is said by its name.
        case .entry(_, let field) where field != .list && isNewThing: nil
        case .person(_, let field) where field != .name && isNewThing: nil
        default: BoardPhrases(telling).phrase(entry)
        }
      if let phrase, !phrase.isEmpty { phrases.append(phrase) }
    }
    return phrases + figures
  }

  // MARK: Items

  private func item(_ entry: HistoryEntry, _ field: Field, isNew: Bool) -> String? {
    let change = entry.change
    switch field {
    case .kind:
      guard change.isCreation else { return nil }
      let kind = entry.kind ?? .activity
      return Words(
        "新建\(kind.words.zh)\(title(entry))", "new \(kind.words.en.lowercased())\(title(entry))")(
          language)
    case .gone:
      return change.now.isNone
        ? Words("从回收站还原\(title(entry))", "restored from the bin\(title(entry))")(language)
        : Words("放入回收站\(title(entry))", "put into the bin\(title(entry))")(language)
    case .position: return isNew ? nil : Words("改了次序", "moved in the list")(language)
    case .title where isNew, .titleEn where isNew: return nil
    case .decided:
      guard let decision = entry.other, !change.now.isNone else {
        return Words("收回决议", "decision taken back")(language)
      }
      let title = shown(decision.title)
      return Words("决议 \(decision.code) \(title)", "decision \(decision.code): \(title)")(language)
    default:
      return telling.change(
        // Of a long text what it says now is enough.
        field.words,
        from: isNew || field.isLong && !change.now.isNone ? "" : text(field, change.was, entry),
        to: text(field, change.now, entry))
    }
  }

  private func text(_ field: Field, _ value: Value, _ entry: HistoryEntry) -> String {
    if field.type == .item { return value.isNone ? "" : entry.other?.code.description ?? "…" }
    let text = telling.fields.display(field, value)
    return field.isLong ? telling.quoted(text) : text
  }

  private func title(_ entry: HistoryEntry) -> String {
    guard isNamed else { return "" }
    let typed = entries.first {
      if case .item(_, .title) = $0.change.target { true } else { false }
    }?.change.now.text
    let now = entry.title.map(shown) ?? ""
    let title = now.isEmpty ? typed ?? "" : now
    return title.isEmpty ? "" : language == .chinese ? "“\(title)”" : " “\(title)”"
  }

  private func shown(_ title: Words) -> String {
    let (first, second) = language == .chinese ? (title.zh, title.en) : (title.en, title.zh)
    return first.isEmpty ? second : first
  }

  private func link(_ entry: HistoryEntry) -> String {
    let code = entry.other?.code.description ?? "…"
    switch (entry.change.was.integer, entry.change.now.integer) {
    case (_, nil): return Words("不再支撑 \(code)", "no longer serves \(code)")(language)
    case (_, 1): return Words("主要依托 \(code)", "main reason \(code)")(language)
    case (1, _): return Words("\(code) 不再是主要依托", "\(code) is no longer the main reason")(language)
    default: return Words("支撑 \(code)", "serves \(code)")(language)
    }
  }

  /// A thread's word is told by what it says, never by its number.
  private func comment(_ entry: HistoryEntry, _ field: CommentField) -> String? {
    switch field {
    case .body:
      let body = telling.quoted(entry.change.now.text ?? "")
      return Words("留言\(body)", "comment \(body)")(language)
    case .gone:
      return entry.change.now.isNone
        ? Words("还原一条留言", "a comment restored")(language)
        : Words("删去一条留言", "a comment taken away")(language)
    case .item:
      let hasBody = entries.contains {
        if case .comment(_, .body) = $0.change.target { true } else { false }
      }
      return hasBody ? nil : Words("一条留言", "a comment")(language)
    case .who, .at: return nil
    }
  }

  // MARK: Lines and figures

  private func line(_ entry: HistoryEntry, _ field: LineField, isNew: Bool) -> String? {
    let name = telling.name(entry)
    switch field {
    case .item: return Words("新费用项 \(name)", "new line \(name)")(language)
    case .gone:
      return entry.change.now.isNone
        ? Words("还原费用项 \(name)", "line \(name) restored")(language)
        : Words("删除费用项 \(name)", "line \(name) removed")(language)
    case .position: return isNew ? nil : Words("\(name) 改了次序", "\(name) moved")(language)
    default:
      guard !isNew else { return nil }
      let text = telling.change(
        field.words, from: value(field, entry.change.was), to: value(field, entry.change.now))
      return name.isEmpty ? text : "\(name) \(text)"
    }
  }

  private func value(_ field: LineField, _ value: Value) -> String {
    switch field {
    case .category, .region, .channel, .product:
      value.integer.flatMap { board.entries[$0] }?.name(language) ?? ""
    case .addsUp: value.integer.flatMap { AddsUp(rawValue: $0) }?.words(language) ?? ""
    case .better: value.integer.flatMap { Better(rawValue: $0) }?.words(language) ?? ""
    case .above, .below: value.isNone ? "" : value.text ?? "…"
    default: value.text ?? value.integer.map(String.init) ?? ""
    }
  }

  /// A few amounts one by one, more of them as what they make together.
  private var figures: [String] {
    let cells = entries.filter { $0.change.target.cell != nil }
    guard cells.count > 3 else { return cells.compactMap(telling.figure) }
    return Column.allCases.compactMap { column in
      let own = cells.filter { $0.change.target.cell?.column == column }
      guard let first = own.first else { return nil }
      if own.count == 1 { return telling.figure(first) }
      let name = column.words(for: first.kind ?? .activity)
      let units = Set(own.map { telling.unit($0) })
      var text = Words(
        "\(name.zh) \(own.count) 格", "\(name.en) in \(Plural.count(own.count, "cell"))")(
          language)
      if units.count == 1, let unit = units.first, unit.isMoney,
        let was = Self.sum(own.map(\.change.was)), let now = Self.sum(own.map(\.change.now))
      {
        let format = AmountFormat(unit, language)
        text += Words("，合计 ", ", total ")(language)
        text += was == 0 ? format.full(now) : "\(format.full(was)) → \(format.full(now))"
      }
      return text
    }
  }

  private static func sum(_ values: [Value]) -> Int64? {
    var sum: Int64 = 0
    for value in values {
      let (result, over) = sum.addingReportingOverflow(value.integer ?? 0)
      if over { return nil }
      sum = result
    }
    return sum
  }
}
