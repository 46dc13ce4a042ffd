import PlanModel

/// The figures of many targets, or of many trends, one below the other.
struct FiguresState: Sendable {
  /// The periods that are side by side.
  enum Interval: Int, CaseIterable, Sendable {
    case month, quarter, halfYear, year

    /// How many of them make the year that is shown; the year itself isn't a column of its own.
    var count: Int {
      switch self {
      case .month: 12
      case .quarter: 4
      case .halfYear: 2
      case .year: 0
      }
    }

    var words: Words {
      switch self {
      case .month: Words("按月", "by month")
      case .quarter: Words("按季", "by quarter")
      case .halfYear: Words("按半年", "by half-year")
      case .year: Words("按年", "by year")
      }
    }
  }

  let kind: ItemKind
  var interval = Interval.month
  /// Items whose breakdown is shown.
  var opened: Set<ItemID> = []
  /// The rows in memory lie around this item; nil: the beginning.
  var centre: RowKey?
  var fromEnd = false
  var wanted: Item?
  /// The columns have changed: stand where one may type.
  var seeksColumn = false
  var loaded = Loaded<Query, Rows>(Rows())
  var sheet = Sheet()
  /// What the cells in `sheet` were made from.
  var look: Look?

  struct Look: Hashable, Sendable {
    var rows: Query?
    var revision: Int
    var interval: Interval
    var opened: Set<ItemID>
    /// The quarter that is summed up beside the year.
    var quarter: Period
    var width: Int
    var settings: Settings
    var today: Day
  }

  struct Query: Hashable, Sendable {
    var period: Period?
    var centre: RowKey?
    var fromEnd: Bool
    var height: Int
  }

  struct Rows: Sendable {
    /// With their lines and figures, in list order.
    var details: [ItemDetail] = []
    var hasFirst = true
    var hasLast = true
    /// The two sums of ratio measures, by line.
    var ratios: [LineID: RatioSource] = [:]
  }

  init(_ kind: ItemKind) { self.kind = kind }

  /// Other periods side by side: the cursor stays on the one that holds the month it stood on.
  mutating func change(to new: Interval) {
    let column = sheet.grid.column
    let (old, now) = (interval.count, new.count)
    // The quarter and the year to date, growth, time elapsed, attained and the year come behind.
    let year = now + 5
    sheet.grid.column =
      column >= old ? column - old + now : now == 0 ? year : ((column + 1) * now - 1) / old
    sheet.grid.left = 0
    sheet.grid.anchor = nil
    interval = new
  }

  mutating func show(_ item: Item) {
    wanted = item
    centre = item.key
    fromEnd = false
  }

  /// The item of the row one stands on.
  var detail: ItemDetail? {
    let id = sheet.row?.item?.id
    return loaded.rows.details.first { $0.item.id == id }
  }
}

extension AppState {
  /// The figures of the screen one is on.
  var figures: FiguresState {
    get { trail.last == .trends ? trends : targets }
    set { if trail.last == .trends { trends = newValue } else { targets = newValue } }
  }
}
