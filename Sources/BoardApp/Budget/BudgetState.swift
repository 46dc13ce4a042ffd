import PlanModel

/// An amount that a budget shows for every month.
enum BudgetColumn: String, CaseIterable, Sendable {
  case approved, plan, forecast, committed, actual, left, variance, lastYear

  /// The cells behind it; nil where it follows from others.
  var column: Column? {
    switch self {
    case .plan: .plan
    case .forecast: .forecast
    case .committed: .committed
    case .actual: .actual
    default: nil
    }
  }

  func value(of money: Money) -> Int64 {
    switch self {
    case .approved: money.approved
    case .plan: money.plan
    case .forecast: money.forecast
    case .committed: money.committed
    case .actual, .lastYear: money.actual
    case .left: money.left
    case .variance: money.variance
    }
  }

  /// In a head of six columns.
  var head: Words {
    switch self {
    case .approved: Words("已批", "appr")
    case .plan: Words("预算", "plan")
    case .forecast: Words("预计", "fcast")
    case .committed: Words("占用", "cmtd")
    case .actual: Words("实际", "actual")
    case .left: Words("余额", "left")
    case .variance: Words("差异", "var")
    case .lastYear: Words("去年", "last y")
    }
  }

  var words: Words {
    switch self {
    case .approved: Words("已批预算", "approved plan")
    case .left: Words("余额", "left")
    case .variance: Words("差异（预算 − 预计）", "variance (plan − forecast)")
    case .lastYear: Words("去年实际", "last year's actual")
    case .forecast: Words("预计", "forecast")
    case .committed: Words("占用", "committed")
    default: head
    }
  }
}

/// The budget: what it shows, what is open, where one stands.
struct BudgetState: Sendable {
  var grouping = BudgetGrouping.lead
  var columns: [BudgetColumn] = [.plan, .actual, .left]
  /// Twelve months and four quarters; else the shown quarter's three months.
  var isWholeYear = false
  /// Sums of what lies before and after; nil: where there is room.
  var showsOutside: Bool?
  var filter = Filter()
  var filterText = ""
  var folds = BudgetFolds()
  /// The rows in memory lie around this one; nil: the beginning.
  var centre: BudgetPath?
  var fromEnd = false
  /// Something to stand on as soon as it has been read.
  var wanted: Wanted?
  var rows = Loaded<Query, Rows>(Rows())
  var sums = Loaded<BudgetSpan, Sums>(Sums())
  var explained = Loaded<Explained, Explanation>(Explanation())
  var sheet = Sheet()
  /// What is said below about the cell one stands on, or stood on until a moment ago.
  var detail = GridDetail()
  /// What the cells in `sheet` were made from.
  var look: Look?

  struct Look: Hashable, Sendable {
    var rows: Query?
    var revision: Int
    var columns: [BudgetColumn]
    var showsOutside: Bool
    var width: Int
    var settings: Settings
  }

  enum Wanted: Hashable, Sendable {
    case item(Item)
    /// A line of an activity that isn't one of these, in its first cell that can be typed into.
    case newLine(ItemID, besides: Set<LineID>)
  }

  struct Query: Hashable, Sendable {
    var grouping: BudgetGrouping
    var span: BudgetSpan
    var folds: BudgetFolds
    var centre: BudgetPath?
    var fromEnd: Bool
    var height: Int
  }

  struct Rows: Sendable {
    var rows: [BudgetRow] = []
    var hasFirst = true
    var hasLast = true
    var isWhole: Bool { hasFirst && hasLast }
  }

  /// What stands in the row of totals.
  struct Sums: Sendable {
    var money = BudgetMoney()
    var count = 0
    /// Without the filter.
    var whole = BudgetMoney()
    /// What departments plan in the shown months, without the filter.
    var planned: [Department: Int64] = [:]
    /// What is left of the fiscal year's closed months before the shown ones; nil: there are none.
    var carried: Int64?
  }

  struct Explained: Hashable, Sendable {
    var cell: CellAddress?
    var target: ItemID?
  }

  /// What the detail says about a cell beyond what stands in the grid.
  struct Explanation: Sendable {
    var last: HistoryEntry?
    var target: Item?
    /// What the target's activities cost in its year.
    var cost = Money()
    /// What the target is to bring, where it is money.
    var sales: Int64?
  }

  /// Stands on an item as soon as it has been read.
  /// - Parameter isLocked: its plan can't be typed into; then the forecast is shown.
  mutating func show(_ item: Item, isLocked: Bool) {
    if isLocked, !columns.contains(.forecast) {
      columns = BudgetColumn.allCases.filter { columns.contains($0) || $0 == .forecast }
    }
    wanted = .item(item)
    (filter, filterText) = (Filter(), "")
    sheet.grid = GridState()
  }

  mutating func toStart() { (centre, fromEnd) = (nil, false) }

  var row: BudgetRow? {
    let rows = rows.rows.rows
    return rows.indices.contains(sheet.grid.row) ? rows[sheet.grid.row] : nil
  }

  /// Where an item's row is, opened as far as needed.
  mutating func path(of item: Item) -> BudgetPath {
    let lead = item.lead?.rawValue ?? 0
    let target = item.kind == .target ? item.id : item.main ?? 0
    let groups: [BudgetGroupKey] =
      switch grouping {
      case .lead: [.lead(lead), .leadTarget(lead, target)]
      case .target: [.target(target)]
      case .owner: [.owner(item.owner ?? 0)]
      case .region: [.region(item[.region].integer ?? 0)]
      case .priority: [.priority(item[.priority].integer ?? 0)]
      case .start: [.start((item[.start].integer ?? 0) / 100)]
      case .category: []
      }
    for count in groups.indices {
      let isLast = count == groups.count - 1
      if !isLast || item.kind == .activity {
        folds.set(BudgetPath(Array(groups[...count])), open: true)
      }
    }
    guard item.kind == .activity else { return BudgetPath(groups) }
    let path = BudgetPath(groups, activity: item.key)
    folds.set(path, open: true)
    return path
  }
}
