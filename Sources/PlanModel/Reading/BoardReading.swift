/// What can be asked of a board. Every call is short; calls inside one ``snapshot(_:)`` see one
/// consistent picture.
public protocol BoardReading {
  /// Settings, lists and people.
  func board() throws -> Board
  /// Rows of a list, in list order.
  func items(_ window: ListWindow) throws -> [Item]
  /// Count and money of a list by lead.
  func tally(_ scope: ListScope) throws -> Tally
  /// How many rows stand before this key.
  func place(of key: RowKey, in scope: ListScope) throws -> Int
  func items(ids: [ItemID]) throws -> [Item]
  func id(of code: ItemCode) throws -> ItemID?
  func detail(_ id: ItemID) throws -> ItemDetail?
  /// Codes and titles that hold all words, best first: for pickers.
  func find(_ kind: ItemKind, text: String, limit: Int) throws -> [Item]
  /// Sums of money by group over the months (nil: all), groups without any money left out.
  func sums(by grouping: Grouping, months: [Period]?) throws -> [GroupSum]
  /// Groups of a budget with their money by month, by their number. From kept sums unless filtered.
  func budgetGroups(_ query: BudgetGroupQuery) throws -> [BudgetGroup]
  /// Activities of a group that have money in the shown months or are at home in them.
  func budgetActivities(_ window: BudgetWindow) throws -> [BudgetActivity]
  /// These items with their lines and figures and nothing else of their details, in this order.
  func figures(of items: [Item]) throws -> [ItemDetail]
  /// What targets cost in these months, from kept sums; targets without money are absent.
  func costs(of targets: [ItemID], months: [Period]) throws -> [ItemID: Money]
  /// The last change of one value, if the history tells of one.
  func lastChange(of target: ChangeTarget) throws -> HistoryEntry?
  /// The changes of one value, newest first.
  func changes(of target: ChangeTarget, limit: Int) throws -> [HistoryEntry]
  /// These lines with their figures, whatever item they are of.
  func lines(_ ids: [LineID]) throws -> [LineFigures]
  /// Notes on cells of these lines; nil: of all.
  func notes(of lines: [LineID]?) throws -> [CellAddress: String]
  /// Why cells of these lines stand as they do: the reason that their last change was given.
  func reasons(of lines: [LineID]) throws -> [CellAddress: String]
  func history(_ query: HistoryQuery) throws -> [HistoryEntry]
  /// Whole edits, newest first; the query's limit counts edits. Of each so many changes are read.
  func acts(_ query: HistoryQuery, changes: Int) throws -> [HistoryAct]
  /// Items in the bin, last binned first.
  func binned(limit: Int) throws -> [Item]
  /// The edit that would take back one's own last step; nil: nothing to undo.
  func undo(by person: PersonID) throws -> Edit?
  /// The edit that would do one's own last undone step again.
  func redo(by person: PersonID) throws -> Edit?
  /// Walks over all items that aren't in the bin, in code order.
  func forEachItem(_ kinds: [ItemKind], _ body: (PlanItem) throws -> Void) throws
  /// The next items of such a walk: those of a kind behind a number, in code order.
  func planItems(_ kind: ItemKind, after number: Int64, limit: Int) throws -> [PlanItem]
  /// Decisions of reviews.
  func decisions(_ query: DecisionQuery, limit: Int) throws -> [Item]
  /// Where people are, or were last, in the review of a quarter; whoever began first comes first.
  func reviewPlaces(of quarter: Period) throws -> [(who: String, place: ReviewPlace)]
  /// What the columns of kinds of files mean, by the names they are kept under.
  func mappings() throws -> [String: String]
  /// Rows of files that were taken in, by their marks, with the items they went to.
  func takenRows() throws -> [Int64: ItemID]
}

/// A line with its figures.
public struct LineFigures: Hashable, Sendable {
  public var line: Line
  public var figures: [Figure]

  public init(line: Line, figures: [Figure]) {
    self.line = line
    self.figures = figures
  }
}

extension BoardReading {
  public func decisions(_ query: DecisionQuery, limit: Int) throws -> [Item] {
    var found: [Item] = []
    try forEachItem([.decision]) { plan in
      let item = plan.detail.item
      let isWanted =
        switch query {
        case .about(let id): item.about == id
        case .open(let quarter): item.done == nil && item.period.map { $0 <= quarter } ?? false
        case .of(let quarter): item.period == quarter
        }
      if isWanted { found.append(item) }
    }
    if case .open = query { return Array(found.prefix(limit)) }
    return Array(found.reversed().prefix(limit))
  }

  public func reasons(of lines: [LineID]) throws -> [CellAddress: String] { [:] }

  public func acts(_ query: HistoryQuery, changes: Int) throws -> [HistoryAct] {
    var all = query
    all.limit = .max
    return Array(HistoryAct.grouped(try history(all)).prefix(query.limit))
  }

  public func reviewPlaces(of quarter: Period) throws -> [(who: String, place: ReviewPlace)] { [] }

  public func planItems(_ kind: ItemKind, after number: Int64, limit: Int) throws -> [PlanItem] {
    var items: [PlanItem] = []
    try forEachItem([kind]) { item in
      if item.detail.item.code.number > number, items.count < limit { items.append(item) }
    }
    return items
  }
}
