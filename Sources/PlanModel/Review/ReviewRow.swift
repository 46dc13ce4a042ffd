/// What makes an item of a review one to look at first, gravest first.
public enum Trouble: Int, Coded {
  /// More is spent and committed than planned.
  case over = 1
  /// More will be spent than planned.
  case forecastOver
  /// What was decided about it is late.
  case decisionLate
  /// Its last day has passed and it isn't done.
  case overdue
  /// Nobody leads or owns it.
  case nobody
  case paused

  public var code: String {
    switch self {
    case .over: "over"
    case .forecastOver: "forecast-over"
    case .decisionLate: "decision-late"
    case .overdue: "overdue"
    case .nobody: "nobody"
    case .paused: "paused"
    }
  }
  public var words: Words {
    switch self {
    case .over: Words("超支", "over")
    case .forecastOver: Words("预计超预算", "forecast above plan")
    case .decisionLate: Words("决议逾期", "decision late")
    case .overdue: Words("逾期", "overdue")
    case .nobody: Words("无人负责", "nobody")
    case .paused: Words("暂停", "paused")
    }
  }

  /// What is wrong with an activity as its row tells it.
  /// - Parameter isLate: a decision about it is late.
  public static func of(_ item: Item, isLate: Bool, today: Day) -> [Trouble] {
    var found: [Trouble] = []
    let status = item.status ?? .draft
    guard status.isLive else { return isLate ? [.decisionLate] : [] }
    if item.money.left < 0 { found.append(.over) }
    if item.money.variance < 0 { found.append(.forecastOver) }
    if isLate { found.append(.decisionLate) }
    if status.rawValue <= Status.running.rawValue, let last = item.end ?? item.start, last < today {
      found.append(.overdue)
    }
    if item.lead == nil || (item.owner == nil && status != .draft) { found.append(.nobody) }
    if status == .paused { found.append(.paused) }
    return found
  }
}

/// In what order a review goes.
public enum ReviewOrder: Int64, Coded {
  case trouble = 1
  case lead, owner, date, money

  public var code: String { ["trouble", "lead", "owner", "date", "money"][Int(rawValue) - 1] }
  public var words: Words {
    [
      Words("先看问题", "trouble first"), Words("按部门", "by lead"), Words("按负责人", "by owner"),
      Words("按日期", "by date"), Words("按金额", "by money"),
    ][Int(rawValue) - 1]
  }
}

/// Which items a review goes through.
public enum ReviewScope: Int64, Coded {
  case all = 1
  /// Neither done, closed nor dropped.
  case open
  case overBudget
  /// The reviewer's own.
  case mine

  public var code: String { ["all", "open", "over-budget", "mine"][Int(rawValue) - 1] }
  public var words: Words {
    [
      Words("全部", "all"), Words("只看未完成", "only open"), Words("只看超预算", "only over budget"),
      Words("只看我的", "only mine"),
    ][Int(rawValue) - 1]
  }
}

/// One activity of a quarter's list, as small as the order needs it.
public struct ReviewRow: Hashable, Sendable, Identifiable {
  public var id: ItemID
  public var code: ItemCode
  public var lead: Department?
  public var owner: PersonID?
  public var status: Status?
  public var start: Day?
  public var plan: Int64
  /// How much more is spent and committed than planned; 0 where it isn't.
  public var over: Int64
  /// How much more will be spent than planned; 0 where it isn't.
  public var forecastOver: Int64
  public var trouble: [Trouble]

  public init(_ item: Item, isLate: Bool, today: Day) {
    id = item.id
    code = item.code
    lead = item.lead
    owner = item.owner
    status = item.status
    start = item.start
    plan = item.money.plan
    over = max(0, 0 &- item.money.left)
    forecastOver = max(0, 0 &- item.money.variance)
    trouble = Trouble.of(item, isLate: isLate, today: today)
  }

  public var isOpen: Bool {
    switch status ?? .draft {
    case .done, .closed, .dropped: false
    default: true
    }
  }

  /// Over budget in either way, while it lives.
  private var isOver: Bool { trouble.contains(.over) || trouble.contains(.forecastOver) }

  public func isIn(_ scope: ReviewScope, me: PersonID?) -> Bool {
    switch scope {
    case .all: true
    case .open: isOpen
    case .overBudget: isOver
    case .mine: me != nil && owner == me
    }
  }

  /// Rows as a review goes through them.
  public static func sorted(_ rows: [ReviewRow], by order: ReviewOrder) -> [ReviewRow] {
    rows.map { (key: key($0, order), row: $0) }.sorted { $0.key < $1.key }.map(\.row)
  }

  private struct Key: Comparable {
    var first: Int64
    var second: Int64
    var start: Int64
    var number: Int64
    static func < (a: Key, b: Key) -> Bool {
      (a.first, a.second, a.start, a.number) < (b.first, b.second, b.start, b.number)
    }
  }

  private static func key(_ row: ReviewRow, _ order: ReviewOrder) -> Key {
    let start = row.start?.rawValue ?? .max
    // Who is over goes by the amount, whether it is spent already or will be.
    let gravest = row.isOver ? Trouble.over : row.trouble.first
    let worst = gravest.map { Int64($0.rawValue) } ?? .max
    let (first, second): (Int64, Int64) =
      switch order {
      case .trouble: (worst, row.isOver ? 0 &- max(row.over, row.forecastOver) : 0)
      case .lead: (row.lead?.rawValue ?? 0, worst)
      case .owner: (row.owner ?? 0, worst)
      case .date: (0, 0)
      case .money: (0 &- row.plan, 0)
      }
    return Key(first: first, second: second, start: start, number: row.code.number)
  }
}
