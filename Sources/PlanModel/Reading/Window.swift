/// Which items a list holds.
public struct ListScope: Hashable, Sendable {
  public enum Under: Hashable, Sendable {
    case everything
    /// The items that this one justifies.
    case parent(ItemID)
    /// The activities of all targets of this trend.
    case trend(ItemID)
  }

  public var kind: ItemKind
  /// The year of targets, the home quarter of activities; nil: all of them.
  public var period: Period?
  public var under: Under
  public var filter: Filter

  public init(
    kind: ItemKind, period: Period? = nil, under: Under = .everything, filter: Filter = Filter()
  ) {
    self.kind = kind
    self.period = period
    self.under = under
    self.filter = filter
  }
}

/// The rows of a list that a screen shows. Lists are ordered by ``RowKey``.
public struct ListWindow: Hashable, Sendable {
  public enum Origin: Hashable, Sendable {
    case first
    case last
    /// From the first row at or behind this key.
    case from(RowKey)
    /// The rows before this key, nearest last (answered in list order).
    case before(RowKey)
  }

  public var scope: ListScope
  public var origin: Origin
  public var limit: Int

  public init(_ scope: ListScope, from origin: Origin = .first, limit: Int) {
    self.scope = scope
    self.origin = origin
    self.limit = limit
  }
}

/// How many items a list holds and what they cost, by lead. From kept sums when nothing narrows.
public struct Tally: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public var count: Int
    public var money: Money
    public init(count: Int = 0, money: Money = Money()) {
      self.count = count
      self.money = money
    }
  }
  public var marketing = Part()
  public var sales = Part()
  public var none = Part()

  public init() {}

  /// Of a list whose items are all here.
  public init(_ items: [Item]) {
    for item in items {
      let part =
        switch item.lead {
        case .marketing: \Tally.marketing
        case .sales: \Tally.sales
        case nil: \Tally.none
        }
      self[keyPath: part].count += 1
      self[keyPath: part].money += item.money
    }
  }

  public var count: Int { marketing.count + sales.count + none.count }
  public var money: Money { marketing.money + sales.money + none.money }
}

/// What is read of one item when it is looked at whole.
public struct ItemDetail: Hashable, Sendable {
  public var item: Item
  public var texts: [Field: String]
  /// Its lines that aren't gone, by position.
  public var lines: [Line]
  public var figures: [Figure]
  /// The items that justify it, the main one first.
  public var parents: [Item]
  /// The first forty items it justifies, and how many there are.
  public var children: [Item]
  public var childCount: Int
  public var comments: [Comment]
  /// A target's cost: the money of the activities whose main target it is, in its year's months.
  public var cost: Money
  public var accepted: [Rule: String]

  public init(
    item: Item, texts: [Field: String] = [:], lines: [Line] = [], figures: [Figure] = [],
    parents: [Item] = [], children: [Item] = [], childCount: Int = 0, comments: [Comment] = [],
    cost: Money = Money(), accepted: [Rule: String] = [:]
  ) {
    self.item = item
    self.texts = texts
    self.lines = lines
    self.figures = figures
    self.parents = parents
    self.children = children
    self.childCount = childCount
    self.comments = comments
    self.cost = cost
    self.accepted = accepted
  }

  /// The value of any field, long ones too.
  public subscript(field: Field) -> Value {
    field.isLong ? Value(texts[field]) : item[field]
  }

  public func figure(_ line: LineID, _ period: Period) -> Figure? {
    figures.first { $0.line == line && $0.period == period }
  }
}

/// A word in an item's thread.
public struct Comment: Hashable, Sendable, Identifiable {
  public var id: CommentID
  public var item: ItemID
  public var who: PersonID
  /// Seconds since 1970, UTC.
  public var at: Int64
  public var body: String

  public init(id: CommentID, item: ItemID, who: PersonID, at: Int64, body: String) {
    self.id = id
    self.item = item
    self.who = who
    self.at = at
    self.body = body
  }
}

/// What sums are grouped by.
public enum Grouping: String, CaseIterable, Sendable {
  case lead, target, activity, category, owner, region, month, quarter
}

/// The money of one group.
public struct GroupSum: Hashable, Sendable {
  /// lead: department number or 0 · target, activity: item id or 0 · category, owner, region: id or
  /// 0 · month, quarter: the period.
  public var key: Int64
  public var money: Money
  public init(key: Int64, money: Money) {
    self.key = key
    self.money = money
  }
}

/// One change as the history tells it.
public struct HistoryEntry: Hashable, Sendable {
  public var op: OpID
  /// Seconds since 1970, UTC.
  public var at: Int64
  public var who: PersonID
  public var act: String
  public var reason: String
  public var change: Change
  /// The code of the item it is about, if it is about one.
  public var code: ItemCode?
  /// The line's own name for changes of lines and figures.
  public var line: String?
  public var kind: ItemKind?
  /// The edit that this one took back, if it is an undo or a redo.
  public var undoes: OpID?
  /// Its place in the edit.
  public var seq: Int64 = 0
  /// The item's title as it is now, in both languages.
  public var title: Words?
  /// The line that it is about, as it is now.
  public var lineNow: Line?
  /// The other item that it names: a reason, a decision, what it continues.
  public var other: Named?

  /// An item as it is called.
  public struct Named: Hashable, Sendable {
    public var code: ItemCode
    public var title: Words
    public init(code: ItemCode, title: Words) {
      self.code = code
      self.title = title
    }
  }

  public var place: HistoryPlace { HistoryPlace(op: op, seq: seq) }

  public init(
    op: OpID, at: Int64, who: PersonID, act: String, reason: String, change: Change,
    code: ItemCode?, line: String?, kind: ItemKind?
  ) {
    self.op = op
    self.at = at
    self.who = who
    self.act = act
    self.reason = reason
    self.change = change
    self.code = code
    self.line = line
    self.kind = kind
  }
}

/// The place of a change in the history.
public struct HistoryPlace: Hashable, Sendable {
  public var op: OpID
  public var seq: Int64

  public init(op: OpID, seq: Int64) {
    self.op = op
    self.seq = seq
  }

  /// Before all changes of an edit.
  public static func start(of op: OpID) -> HistoryPlace { HistoryPlace(op: op, seq: .min) }
}

/// Which part of the history is wanted, newest first.
public struct HistoryQuery: Hashable, Sendable {
  public var item: ItemID?
  public var who: PersonID?
  /// Seconds since 1970, UTC.
  public var since: Int64?
  /// Only what comes before this (for paging).
  public var before: HistoryPlace?
  public var limit: Int

  public init(
    item: ItemID? = nil, who: PersonID? = nil, since: Int64? = nil,
    before: HistoryPlace? = nil, limit: Int = 100
  ) {
    self.item = item
    self.who = who
    self.since = since
    self.before = before
    self.limit = limit
  }
}

/// Everything of one item that check and export look at; plans are walked item by item.
public struct PlanItem: Sendable {
  public var detail: ItemDetail
  /// The ids it serves with the main one marked, in code order.
  public var serves: [(id: ItemID, code: ItemCode, isMain: Bool)]
  /// How many items that aren't dropped or binned name it as a reason.
  public var servedBy: Int

  public init(
    detail: ItemDetail, serves: [(id: ItemID, code: ItemCode, isMain: Bool)], servedBy: Int
  ) {
    self.detail = detail
    self.serves = serves
    self.servedBy = servedBy
  }
}
