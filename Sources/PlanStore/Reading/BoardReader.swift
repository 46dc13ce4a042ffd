import GRDB
import PlanModel

/// Reads a board: one read-only connection, on the caller's own thread. Every window of a screen
/// takes well under a millisecond, so there is no loading state. Use it from one thread at a time.
public final class BoardReader: BoardReading {
  public let path: String
  private let queue: DatabaseQueue
  private let counter = Counter()
  private let hits = Hits()
  private var current: Statements?

  /// Opens a board that is there; an older one is brought up to this program's schema first.
  public init(path: String) throws(Refusal) {
    self.path = path
    do { queue = try Connection.board(path, readonly: true) } catch {
      throw Faults.refusal(error, path)
    }
  }

  /// All calls inside see one consistent picture; nothing outlives the call.
  public func snapshot<T>(_ body: (any BoardReading) throws -> T) throws -> T {
    try read { _ in try body(self) }
  }

  /// Statements run and rows read so far.
  public var cost: Cost { counter.cost }

  /// Moves when any other connection has saved.
  public func dataVersion() throws -> Int {
    try queue.unsafeRead { db in
      try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
    }
  }

  /// The last saved edit; 0 on a new board.
  public func lastOp() throws -> OpID {
    try read { try $0.integer("SELECT max(id) FROM op") ?? 0 }
  }

  func read<T>(_ body: (Statements) throws -> T) throws -> T {
    if let current { return try body(current) }
    do {
      return try queue.unsafeRead { db in
        let statements = Statements(db, counter)
        current = statements
        defer { current = nil }
        try db.cachedStatement(sql: "BEGIN").execute()
        do {
          let result = try body(statements)
          try db.cachedStatement(sql: "COMMIT").execute()
          return result
        } catch {
          hits.forget()
          if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
          throw error
        }
      }
    } catch let error as DatabaseError { throw Faults.refusal(error, path) }
  }

  public func board() throws -> Board { try read(BoardRows.board) }

  public func items(_ window: ListWindow) throws -> [Item] {
    try read { try query(window.scope, $0).rows(window, $0) }
  }

  public func tally(_ scope: ListScope) throws -> Tally {
    try read { try query(scope, $0).tally($0) }
  }

  private func query(_ scope: ListScope, _ statements: Statements) throws -> ListQuery {
    ListQuery(scope, hits: try hits.find(scope, statements))
  }

  public func place(of key: RowKey, in scope: ListScope) throws -> Int {
    try read { try query(scope, $0).place(of: key, $0) }
  }

  public func items(ids: [ItemID]) throws -> [Item] {
    try read { try ItemQuery.items(ids, $0) }
  }

  public func id(of code: ItemCode) throws -> ItemID? {
    try read { try ItemQuery.id(of: code, $0) }
  }

  public func detail(_ id: ItemID) throws -> ItemDetail? {
    try read { try DetailQuery($0).detail(id) }
  }

  public func find(_ kind: ItemKind, text: String, limit: Int) throws -> [Item] {
    try read { try ItemQuery.find(kind, text: text, limit: limit, $0) }
  }

  public func sums(by grouping: Grouping, months: [Period]?) throws -> [GroupSum] {
    try read { try SumQuery.sums(by: grouping, months: months, $0) }
  }

  public func budgetGroups(_ query: BudgetGroupQuery) throws -> [BudgetGroup] {
    try read { try BudgetGroupSQL.groups(query, $0) }
  }

  public func budgetActivities(_ window: BudgetWindow) throws -> [BudgetActivity] {
    try read { try BudgetActivitySQL.activities(window, $0) }
  }

  public func figures(of items: [Item]) throws -> [ItemDetail] {
    try read { try DetailQuery($0).figures(of: items) }
  }

  public func costs(of targets: [ItemID], months: [Period]) throws -> [ItemID: Money] {
    try read { try BudgetGroupSQL.costs(of: targets, months: months, $0) }
  }

  public func lastChange(of target: ChangeTarget) throws -> HistoryEntry? {
    try read { try HistoryRows.last(of: target, $0) }
  }

  public func changes(of target: ChangeTarget, limit: Int) throws -> [HistoryEntry] {
    try read { try HistoryRows.changes(of: target, limit: limit, $0) }
  }

  public func lines(_ ids: [LineID]) throws -> [LineFigures] {
    try read { try DetailQuery($0).lines(ids) }
  }

  public func notes(of lines: [LineID]?) throws -> [CellAddress: String] {
    try read { try MoneyRows.notes(of: lines, $0) }
  }

  public func reasons(of lines: [LineID]) throws -> [CellAddress: String] {
    try read { try MoneyRows.reasons(of: lines, $0) }
  }

  /// The cells that a person holds.
  public func holds(of name: String) throws -> Set<CellAddress> {
    try read { try MoneyRows.holds(of: name, $0) }
  }

  public func history(_ query: HistoryQuery) throws -> [HistoryEntry] {
    try read { try HistoryRows.history(query, $0) }
  }

  public func acts(_ query: HistoryQuery, changes: Int) throws -> [HistoryAct] {
    try read { try HistoryActs.acts(query, changes: changes, $0) }
  }

  /// What was saved after an op, oldest first: what another person's screen must look at again.
  public func changes(since op: OpID, limit: Int) throws -> [HistoryEntry] {
    try read { try HistoryRows.changes(since: op, limit: limit, $0) }
  }

  public func binned(limit: Int) throws -> [Item] {
    try read { try ItemQuery.binned(limit: limit, $0) }
  }

  public func undo(by person: PersonID) throws -> Edit? {
    try read { try UndoQuery($0, person).undo() }
  }

  public func redo(by person: PersonID) throws -> Edit? {
    try read { try UndoQuery($0, person).redo() }
  }

  public func forEachItem(_ kinds: [ItemKind], _ body: (PlanItem) throws -> Void) throws {
    try read { try PlanWalk($0).walk(kinds, body) }
  }

  public func planItems(_ kind: ItemKind, after number: Int64, limit: Int) throws -> [PlanItem] {
    try read { try PlanWalk($0).slice(kind, after: number, limit: limit) }
  }

  public func decisions(_ query: DecisionQuery, limit: Int) throws -> [Item] {
    try read { try DecisionRows.decisions(query, limit: limit, $0) }
  }

  public func reviewPlaces(of quarter: Period) throws -> [(who: String, place: ReviewPlace)] {
    try read { try DecisionRows.places(of: quarter, $0) }
  }

  public func mappings() throws -> [String: String] { try read(FileRows.mappings) }
  public func takenRows() throws -> [Int64: ItemID] { try read(FileRows.taken) }

  /// A person's unfinished texts, newest first.
  public func drafts(of name: String) throws -> [Draft] {
    try read { try DraftRows.drafts(of: name, $0) }
  }
}

extension BoardReader {
  /// How SQLite reads a list, for the test that it never scans.
  func plan(of scope: ListScope, forward: Bool) throws -> [String] {
    try read { statements in
      let query = ListQuery(scope)
      return try statements.rows(
        "EXPLAIN QUERY PLAN " + query.sql("", forward: forward), query.arguments + [40]
      ) { $0[3] as String }
    }
  }
}
