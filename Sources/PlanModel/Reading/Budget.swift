/// What the rows of a budget are arranged by. Activities and their expense lines stand below.
public enum BudgetGrouping: String, CaseIterable, Sendable {
  /// Departments, and targets inside of them.
  case lead
  case target, category, owner, region, priority
  /// The month in which activities begin.
  case start
}

/// A row of a budget that holds others.
public enum BudgetGroupKey: Hashable, Sendable {
  /// A department's number; 0 where nobody leads.
  case lead(Int64)
  /// What a target's activities cost that one department leads; 0: activities without a target.
  case leadTarget(Int64, ItemID)
  case target(ItemID)
  case category(EntryID)
  case owner(PersonID)
  case region(EntryID)
  case priority(Int64)
  /// A month's number, 202610; 0 for activities without a start.
  case start(Int64)

  /// The number that groups of one kind are ordered by.
  public var number: Int64 {
    switch self {
    case .lead(let number), .leadTarget(_, let number), .target(let number), .category(let number),
      .owner(let number), .region(let number), .priority(let number), .start(let number):
      number
    }
  }
}

/// The months that a budget shows and what is narrowed.
public struct BudgetSpan: Hashable, Sendable {
  /// In order, never empty.
  public var months: [Period]
  /// Activities at home in these are shown even if they have no money.
  public var quarters: [Period]
  public var filter: Filter

  public init(months: [Period], quarters: [Period], filter: Filter = Filter()) {
    self.months = months
    self.quarters = quarters
    self.filter = filter
  }

  /// The same months a year before, in order.
  public var lastYear: [Period] { months.map { $0.advanced(by: -12) } }
}

/// The money of one row of a budget.
public struct BudgetMoney: Hashable, Sendable {
  /// The shown months and the same months a year before; a month without money is absent.
  public var months: [Period: Money]
  /// What lies before the first shown month, without the months a year before.
  public var earlier: Money
  /// What lies behind the last shown month.
  public var later: Money

  public init(months: [Period: Money] = [:], earlier: Money = Money(), later: Money = Money()) {
    self.months = months
    self.earlier = earlier
    self.later = later
  }

  public static func + (a: BudgetMoney, b: BudgetMoney) -> BudgetMoney {
    BudgetMoney(
      months: a.months.merging(b.months) { $0 + $1 }, earlier: a.earlier + b.earlier,
      later: a.later + b.later)
  }
  public static func += (a: inout BudgetMoney, b: BudgetMoney) { a = a + b }

  public func sum(_ periods: [Period]) -> Money {
    periods.reduce(Money()) { $0 + (months[$1] ?? Money()) }
  }

  /// Everything before the first shown month.
  public func before(_ span: BudgetSpan) -> Money { earlier + sum(span.lastYear) }
}

/// One group with its sums.
public struct BudgetGroup: Hashable, Sendable {
  public var key: BudgetGroupKey
  public var money: BudgetMoney

  public init(key: BudgetGroupKey, money: BudgetMoney) {
    self.key = key
    self.money = money
  }
}

/// Which groups are wanted: those of one kind, by their number.
public struct BudgetGroupQuery: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case lead
    /// The targets of one department's activities.
    case leadTarget(Int64)
    case target, category, owner, region, priority, start
  }
  public var kind: Kind
  public var span: BudgetSpan
  /// Only groups behind (before) this number.
  public var after: Int64?
  public var before: Int64?
  /// The first ones, or the last ones before `before`.
  public var limit: Int

  public init(
    _ kind: Kind, _ span: BudgetSpan, after: Int64? = nil, before: Int64? = nil, limit: Int
  ) {
    self.kind = kind
    self.span = span
    self.after = after
    self.before = before
    self.limit = limit
  }
}

/// An activity of a budget with its expense lines; under a category only the lines of that category.
public struct BudgetActivity: Hashable, Sendable {
  public var item: Item
  public var lines: [Line]
  /// Cells of the shown months and of the same months a year before.
  public var figures: [Figure]
  /// What lies outside of these, by line: before the first shown month and behind the last one.
  public var earlier: [LineID: Money]
  public var later: [LineID: Money]

  public init(
    item: Item, lines: [Line] = [], figures: [Figure] = [], earlier: [LineID: Money] = [:],
    later: [LineID: Money] = [:]
  ) {
    self.item = item
    self.lines = lines
    self.figures = figures
    self.earlier = earlier
    self.later = later
  }

  public func figure(_ line: LineID, _ period: Period) -> Figure? {
    figures.first { $0.line == line && $0.period == period }
  }

  /// The money of one of its lines.
  public func money(of line: LineID) -> BudgetMoney {
    var money = BudgetMoney(earlier: earlier[line] ?? Money(), later: later[line] ?? Money())
    for figure in figures where figure.line == line {
      money.months[figure.period, default: Money()] += Money(figure)
    }
    return money
  }

  /// The sum of its lines.
  public var money: BudgetMoney { lines.reduce(BudgetMoney()) { $0 + money(of: $1.id) } }
}

/// Activities of one group, in the order of their keys. Under a category the key's order is 0.
public struct BudgetWindow: Hashable, Sendable {
  public var group: BudgetGroupKey
  public var span: BudgetSpan
  public var origin: ListWindow.Origin
  public var limit: Int

  public init(
    _ group: BudgetGroupKey, _ span: BudgetSpan, from origin: ListWindow.Origin = .first, limit: Int
  ) {
    self.group = group
    self.span = span
    self.origin = origin
    self.limit = limit
  }

  /// The key of an activity in this window's order.
  public func key(of item: Item) -> RowKey {
    if case .category = group { return RowKey(order: 0, id: item.id) }
    return item.key
  }
}
