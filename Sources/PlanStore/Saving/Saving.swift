import GRDB
import Glibc
import PlanModel

/// A line and the item it belongs to.
struct LineOwner {
  var line: LineID
  var item: ItemID
  var kind: ItemKind
}

/// One edit inside its transaction: compares every change with what stands, writes, records, and in
/// the end checks the rules and brings the kept sums up to date. It knows no act.
final class Saving {
  /// What an edit says of itself beside its changes.
  struct Heading {
    var uid: [UInt8]
    var act: Act
    var reason: String
    var undoes: OpID?
    var who: String
  }

  let statements: Statements
  let heading: Heading
  let rows: WorkingRows
  let at = Int64(time(nil))

  /// Provisional ids and what they became.
  var ids: [Int64: Int64] = [:]
  var codes: [ItemCode] = []
  var conflicts: [Conflict] = []
  /// Items that this edit makes: only their creation is recorded.
  var madeItems: Set<ItemID> = []
  var counters: [ItemKind: Int64] = [:]
  var nextItem: ItemID?
  var nextLine: LineID?

  /// Long texts to write, and the items that they belong to.
  var texts = Batch("INSERT OR REPLACE INTO longtext VALUES", columns: 3)
  var waitingTexts: Set<ItemID> = []
  /// Marks of files' rows to write.
  var marks = Batch("INSERT OR REPLACE INTO taken VALUES", columns: 2)
  var waitingMarks: Set<Int64> = []
  /// What is taken from the kept sums so far.
  var sums = SumChanges()
  /// The amounts of items that were taken away by other groups than their category.
  var leftAmounts: [ItemID: [SumPart.Amount]] = [:]
  /// Items whose part in the kept sums may change, with the groups they have left.
  var moved: [ItemID: SumGroups] = [:]
  /// Those of them whose own sums may change.
  var spending: Set<ItemID> = []
  var touched: Set<ItemID> = []
  var costsBefore: [ItemID: Int64] = [:]
  var childrenWithMain: Set<ItemID> = []
  var dated: Set<ItemID> = []
  var binnedReported: Set<ItemID> = []
  var parents: [ItemID: ItemKind] = [:]
  var entryLists: [EntryID: Int64] = [:]
  var money = SavingMoney()
  /// The line that figures were last written to.
  var figureLine: LineOwner?
  /// Lines that an edit of many changes is about, and those of their items that weren't in the bin.
  var lineOwners: [LineID: LineOwner] = [:]
  var liveItems: Set<ItemID> = []

  private(set) var op: OpID = 0
  private var sequence: Int64 = 0
  private var history = Batch(
    "INSERT INTO change(op, seq, thing, id, field, period, item, was, now) VALUES", columns: 9)
  private var actorID: PersonID?
  private var addedActor: PersonID?
  private var knownBoard: Board?

  init(_ statements: Statements, _ heading: Heading) {
    self.statements = statements
    self.heading = heading
    rows = WorkingRows(statements)
  }

  // MARK: One change

  func apply(_ given: Change) throws {
    var change = try resolved(given)
    change.was = Saving.plain(change.was, change.target)
    change.now = Saving.plain(change.now, change.target)
    if change.isCreation, try create(change, given) { return }
    switch change.target {
    case .item(let id, let field): try applyItem(id, field, change)
    case .line(let id, let field): try applyLine(id, field, change)
    case .figure(let line, let column, let period): try applyFigure(line, column, period, change)
    case .link(let parent, let child): try applyLink(parent, child, change)
    case .comment(let id, let field): try applyComment(id, field, change)
    case .entry(let id, let field): try applyEntry(id, field, change)
    case .person(let id, let field): try applyPerson(id, field, change)
    case .setting(let setting): try applySetting(setting, change)
    case .state(let period): try applyState(period, change)
    case .accepted(let item, let rule): try applyAccepted(item, rule, change)
    case .envelope(let quarter, let purse): try applyEnvelope(quarter, purse, change)
    case .note(let line, let column, let period): try applyNote(line, column, period, change)
    case .mapping(let name): try applyMapping(name, change)
    case .taken(let mark): try applyTaken(mark, change)
    }
  }

  /// An empty text is none; so is a period that is being drafted.
  private static func plain(_ value: Value, _ target: ChangeTarget) -> Value {
    if value == .text("") { return .none }
    if case .state = target, value == .integer(PeriodState.draft.rawValue) { return .none }
    return value
  }

  /// Whether the change is to be written; a conflict is noted.
  func mayWrite(_ change: Change, stored: Value, item: ItemID) throws -> Bool {
    if stored == change.now { return false }
    if stored == change.was { return true }
    let last = try lastChange(change.target, item: item)
    conflicts.append(Conflict(change: change, theirs: stored, who: last?.who, at: last?.at))
    return false
  }

  /// Who gave a value last; for a value that an item began with, who made the item.
  func lastChange(_ target: ChangeTarget, item: ItemID) throws -> (who: PersonID, at: Int64)? {
    let sql = """
      SELECT o.who, o.at FROM change c INDEXED BY change_item CROSS JOIN op o ON o.id = c.op
      WHERE c.item = ? AND c.thing = ? AND c.id = ? AND c.field = ? AND c.period = ?
      ORDER BY c.op DESC, c.seq DESC LIMIT 1
      """
    for target in [target, .item(item, .kind)] {
      let found = try statements.rows(sql, [item] + ChangeCode(target).arguments) {
        (who: $0[0] as PersonID, at: $0[1] as Int64)
      }.first
      if let found { return found }
    }
    return nil
  }

  // MARK: History

  /// Records a change; the op is written with the first one. What belongs to an item that the same
  /// edit makes isn't recorded beside the making.
  func record(_ change: Change, item: ItemID) throws {
    let op = try begun()
    if item > 0 { touched.insert(item) }
    if madeItems.contains(item) {
      guard case .item(_, .kind) = change.target else { return }
    }
    sequence += 1
    let code = ChangeCode(change.target)
    try history.add(
      [
        op, sequence, code.thing, code.id, code.field, code.period, item, change.was, change.now,
      ], statements)
  }

  /// Writes what is recorded and not yet written.
  func flushHistory() throws { try history.flush(statements) }

  /// The number of this edit.
  func begun() throws -> OpID {
    if op > 0 { return op }
    try statements.run(
      "INSERT INTO op(uid, at, who, act, undoes, reason) VALUES(?, ?, ?, ?, ?, ?)",
      [
        Uid(heading.uid), at, try actor(), heading.act.rawValue, heading.undoes,
        heading.reason.isEmpty ? nil : heading.reason,
      ])
    op = statements.db.lastInsertedRowID
    rows.op = op
    return op
  }

  var isEmpty: Bool { op == 0 }

  /// The person who acts; a name that the board doesn't know is added.
  func actor() throws -> PersonID {
    if let actorID { return actorID }
    guard !heading.who.isEmpty else { throw Refusals.noName }
    let known = try statements.integer("SELECT id FROM person WHERE name = ?", [heading.who])
    if known == nil {
      try statements.run("INSERT INTO person(name) VALUES(?)", [heading.who])
      addedActor = statements.db.lastInsertedRowID
    }
    actorID = known ?? addedActor
    return actorID ?? 0
  }

  /// The actor whom this edit itself has just added, when a change makes a person of that name.
  func adoptActor(named name: String) -> PersonID? { name == heading.who ? addedActor : nil }

  // MARK: The board's rules

  /// Settings and states as they stand in this transaction.
  func board() throws -> Board {
    if let knownBoard { return knownBoard }
    let board = try BoardRows.settingsAndStates(statements)
    knownBoard = board
    return board
  }

  func boardChanged() { knownBoard = nil }

  /// An import may say anything of what it makes.
  func isFree(_ item: ItemID) -> Bool { heading.act == .importing && madeItems.contains(item) }
}
