import PlanModel

/// A reading that counts the items it walks over, for progress.
struct CountedReading: BoardReading {
  private let reading: any BoardReading
  private let progress: Progress

  init(_ reading: any BoardReading, _ progress: Progress) {
    self.reading = reading
    self.progress = progress
  }

  func forEachItem(_ kinds: [ItemKind], _ body: (PlanItem) throws -> Void) throws {
    try reading.forEachItem(kinds) { item in
      progress.step()
      try body(item)
    }
  }

  func board() throws -> Board { try reading.board() }
  func mappings() throws -> [String: String] { try reading.mappings() }
  func takenRows() throws -> [Int64: ItemID] { try reading.takenRows() }
  func items(_ window: ListWindow) throws -> [Item] { try reading.items(window) }
  func tally(_ scope: ListScope) throws -> Tally { try reading.tally(scope) }
  func place(of key: RowKey, in scope: ListScope) throws -> Int {
    try reading.place(of: key, in: scope)
  }
  func items(ids: [ItemID]) throws -> [Item] { try reading.items(ids: ids) }
  func id(of code: ItemCode) throws -> ItemID? { try reading.id(of: code) }
  func detail(_ id: ItemID) throws -> ItemDetail? { try reading.detail(id) }
  func find(_ kind: ItemKind, text: String, limit: Int) throws -> [Item] {
    try reading.find(kind, text: text, limit: limit)
  }
  func sums(by grouping: Grouping, months: [Period]?) throws -> [GroupSum] {
    try reading.sums(by: grouping, months: months)
  }
  func budgetGroups(_ query: BudgetGroupQuery) throws -> [BudgetGroup] {
    try reading.budgetGroups(query)
  }
  func budgetActivities(_ window: BudgetWindow) throws -> [BudgetActivity] {
    try reading.budgetActivities(window)
  }
  func figures(of items: [Item]) throws -> [ItemDetail] { try reading.figures(of: items) }
  func costs(of targets: [ItemID], months: [Period]) throws -> [ItemID: Money] {
    try reading.costs(of: targets, months: months)
  }
  func lastChange(of target: ChangeTarget) throws -> HistoryEntry? {
    try reading.lastChange(of: target)
  }
  func changes(of target: ChangeTarget, limit: Int) throws -> [HistoryEntry] {
    try reading.changes(of: target, limit: limit)
  }
  func lines(_ ids: [LineID]) throws -> [LineFigures] { try reading.lines(ids) }
  func notes(of lines: [LineID]?) throws -> [CellAddress: String] {
    try reading.notes(of: lines)
  }
  func reasons(of lines: [LineID]) throws -> [CellAddress: String] {
    try reading.reasons(of: lines)
  }
  func history(_ query: HistoryQuery) throws -> [HistoryEntry] { try reading.history(query) }
  func acts(_ query: HistoryQuery, changes: Int) throws -> [HistoryAct] {
    try reading.acts(query, changes: changes)
  }
  func binned(limit: Int) throws -> [Item] { try reading.binned(limit: limit) }
  func undo(by person: PersonID) throws -> Edit? { try reading.undo(by: person) }
  func redo(by person: PersonID) throws -> Edit? { try reading.redo(by: person) }
}
