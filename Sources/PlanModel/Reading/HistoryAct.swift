/// One saved edit as people tell it: its changes, or of a large one the first of them and how many
/// there are of what.
public struct HistoryAct: Hashable, Sendable {
  /// So many changes of one kind.
  public struct Part: Hashable, Sendable {
    public enum Thing: Int, Hashable, Sendable {
      case item, line, figure, link, comment, entry, person, other
    }
    public var thing: Thing
    /// Of which kind the items are, if they are items.
    public var kind: ItemKind?
    public var isNew: Bool
    public var count: Int

    public init(_ thing: Thing, kind: ItemKind? = nil, isNew: Bool, count: Int) {
      self.thing = thing
      self.kind = kind
      self.isNew = isNew
      self.count = count
    }
  }

  public var op: OpID
  /// Seconds since 1970, UTC.
  public var at: Int64
  public var who: PersonID
  public var act: String
  public var reason: String
  /// In the order in which they were made.
  public var entries: [HistoryEntry]
  /// How many changes it has; more than entries where only the first were read.
  public var count: Int
  public var parts: [Part]

  public init(
    op: OpID, at: Int64, who: PersonID, act: String, reason: String, entries: [HistoryEntry],
    count: Int? = nil, parts: [Part]? = nil
  ) {
    self.op = op
    self.at = at
    self.who = who
    self.act = act
    self.reason = reason
    self.entries = entries
    self.count = count ?? entries.count
    self.parts = parts ?? HistoryAct.parts(of: entries)
  }

  public var isWhole: Bool { entries.count >= count }

  /// Changes as the history gives them, newest first, put together by edit.
  public static func grouped(_ entries: [HistoryEntry]) -> [HistoryAct] {
    var acts: [HistoryAct] = []
    var rest = entries[...]
    while let first = rest.first {
      let own = rest.prefix { $0.op == first.op }
      rest = rest.dropFirst(own.count)
      acts.append(
        HistoryAct(
          op: first.op, at: first.at, who: first.who, act: first.act, reason: first.reason,
          entries: own.reversed()))
    }
    return acts
  }

  /// Of things that a change touches several times, each counts once.
  private static func parts(of entries: [HistoryEntry]) -> [Part] {
    var counted: [Part: Set<ChangeTarget>] = [:]
    let new = Set(entries.filter(\.change.isCreation).map { $0.change.target.whole })
    for entry in entries {
      let target = entry.change.target
      let part = Part(
        target.thing, kind: target.thing == .item ? entry.kind : nil,
        isNew: new.contains(target.whole), count: 0)
      counted[part, default: []].insert(target.whole)
    }
    return counted.map { part, targets in
      Part(part.thing, kind: part.kind, isNew: part.isNew, count: targets.count)
    }.sorted(by: comesFirst)
  }

  /// New things first, then by what they are.
  public static func comesFirst(_ a: Part, _ b: Part) -> Bool {
    (a.isNew ? 0 : 1, a.thing.rawValue, a.kind?.rawValue ?? 0)
      < (b.isNew ? 0 : 1, b.thing.rawValue, b.kind?.rawValue ?? 0)
  }
}

extension ChangeTarget {
  public var thing: HistoryAct.Part.Thing {
    switch self {
    case .item: .item
    case .line: .line
    case .figure: .figure
    case .link: .link
    case .comment: .comment
    case .entry: .entry
    case .person: .person
    default: .other
    }
  }

  /// The same for all fields of one thing.
  var whole: ChangeTarget {
    switch self {
    case .item(let id, _): .item(id, .kind)
    case .line(let id, _): .line(id, .item)
    case .comment(let id, _): .comment(id, .item)
    case .entry(let id, _): .entry(id, .list)
    case .person(let id, _): .person(id, .name)
    default: self
    }
  }
}
