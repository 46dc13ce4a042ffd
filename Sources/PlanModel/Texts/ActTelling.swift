/// Saved edits as a person would tell them: one sentence for what they did to one thing, a count of
/// what a large one did.
public struct ActTelling {
  /// What was done to one thing.
  public struct Told: Hashable, Sendable {
    /// The item it is about, if it is about one.
    public var code: ItemCode?
    public var text: String

    public init(code: ItemCode? = nil, text: String) {
      self.code = code
      self.text = text
    }
  }

  let board: Board
  public let language: Language
  let fields: FieldText

  public init(_ board: Board, _ language: Language, today: Day) {
    self.board = board
    self.language = language
    fields = FieldText(board, language, today: today)
  }

  /// The whole edit in one line.
  public func line(_ act: HistoryAct) -> Told {
    let subjects = act.isWhole ? subjects(act) : []
    var told: Told
    if subjects.count == 1 {
      told = subjects[0]
    } else if subjects.count > 1, let first = self.subjects(act, isNamed: false).first,
      self.subjects(act, isNamed: false).allSatisfy({ $0.text == first.text && $0.code != nil })
    {
      // The same was done to all of them.
      let codes = subjects.compactMap(\.code?.description)
      let more = codes.count > 6 ? " +\(codes.count - 6)" : ""
      told = Told(text: "\(codes.prefix(6).joined(separator: " "))\(more)  \(first.text)")
    } else {
      let codes = subjects.compactMap(\.code?.description)
      let named = codes.count == subjects.count && codes.count <= 4
      told = Told(
        text: summary(act) + (named && !codes.isEmpty ? "  \(codes.joined(separator: " "))" : ""))
    }
    if !act.reason.isEmpty, !told.text.contains(act.reason) { told.text += "  “\(act.reason)”" }
    return told
  }

  /// What was done to each thing, in the order in which it was done.
  /// - Parameter isNamed: with the titles of items that come and go.
  public func subjects(_ act: HistoryAct, isNamed: Bool = true) -> [Told] {
    var order: [Subject] = []
    var entries: [Subject: [HistoryEntry]] = [:]
    // A decision is told with the item that it is about.
    let decisions = Set(
      act.entries.compactMap { entry -> ItemCode? in
        if case .item(_, .decided) = entry.change.target { entry.other?.code } else { nil }
      })
    for entry in act.entries {
      if let code = entry.code, decisions.contains(code) { continue }
      let subject = Subject(entry)
      if entries[subject] == nil { order.append(subject) }
      entries[subject, default: []].append(entry)
    }
    return order.compactMap { subject in
      let own = entries[subject] ?? []
      let phrases = ChangePhrases(self, own, isNamed: isNamed).all
      guard !phrases.isEmpty else { return nil }
      return Told(
        code: own.first?.code, text: phrases.joined(separator: language == .chinese ? "；" : "; "))
    }
  }

  /// What changes belong to: an item with its lines, reasons and thread, or something of the board's.
  private enum Subject: Hashable {
    case item(ItemCode)
    case board(ChangeTarget)

    init(_ entry: HistoryEntry) {
      if let code = entry.code {
        self = .item(code)
      } else {
        self = .board(entry.change.target.whole)
      }
    }
  }

  /// `新建 40 活动、12 目标；改动 16 处`.
  private func summary(_ act: HistoryAct) -> String {
    let new = act.parts.filter(\.isNew).map(counted)
    let changed = act.parts.filter { !$0.isNew }.map(counted)
    let comma = language == .chinese ? "、" : ", "
    var parts: [String] = []
    if !new.isEmpty {
      parts.append(Words("新建 ", "new: ")(language) + new.joined(separator: comma))
    }
    if !changed.isEmpty {
      parts.append(Words("改动 ", "changed: ")(language) + changed.joined(separator: comma))
    }
    return parts.joined(separator: language == .chinese ? "；" : "; ")
  }

  private func counted(_ part: HistoryAct.Part) -> String {
    let count = part.count
    let words: Words =
      switch part.thing {
      case .item:
        switch part.kind {
        case .trend: Words("趋势 \(count) 项", Plural.count(count, "trend"))
        case .target: Words("目标 \(count) 项", Plural.count(count, "target"))
        case .activity: Words("活动 \(count) 项", Plural.count(count, "activity", "activities"))
        case .decision: Words("决议 \(count) 项", Plural.count(count, "decision"))
        case nil: Words("\(count) 项", Plural.count(count, "item"))
        }
      case .line: Words("费用项 \(count) 个", Plural.count(count, "line"))
      case .figure: Words("金额 \(count) 格", Plural.count(count, "amount"))
      case .link: Words("支撑 \(count) 处", Plural.count(count, "link"))
      case .comment: Words("留言 \(count) 条", Plural.count(count, "comment"))
      case .entry: Words("列表用词 \(count) 个", Plural.count(count, "word of a list", "words of lists"))
      case .person: Words("成员 \(count) 人", Plural.count(count, "member"))
      case .other: Words("设置 \(count) 处", Plural.count(count, "setting"))
      }
    return words(language)
  }
}
