import GRDB
import PlanModel

/// Which of a person's own edits undo and redo are about. The history itself is the stack, so that
/// it is shared by screens and commands and lasts over restarts.
struct UndoQuery {
  private let statements: Statements
  private let person: PersonID

  init(_ statements: Statements, _ person: PersonID) {
    self.statements = statements
    self.person = person
  }

  private static let walk = "SELECT id, undoes, act FROM op WHERE who = ? ORDER BY id DESC"

  /// The inverse of the newest edit that still stands.
  func undo() throws -> Edit? {
    var takenBack: Set<OpID> = []
    let found: OpID? = try statements.first(UndoQuery.walk, [person]) { row in
      let (id, undoes, act): (OpID, OpID?, String) = (row[0], row[1], row[2])
      if takenBack.contains(id) { return nil }
      guard let undoes, act == Act.undo.rawValue else { return id }
      takenBack.insert(undoes)
      return nil
    }
    return try found.map { Edit(.undo, try inverse(of: $0), undoes: $0) }
  }

  /// The inverse of the newest undo that still stands and isn't older than an edit made afresh.
  func redo() throws -> Edit? {
    var takenBack: Set<OpID> = []
    let found: (op: OpID?, end: Bool)? = try statements.first(UndoQuery.walk, [person]) { row in
      let (id, undoes, act): (OpID, OpID?, String) = (row[0], row[1], row[2])
      if takenBack.contains(id) { return nil }
      guard let undoes else { return (nil, true) }
      if act == Act.undo.rawValue { return (id, false) }
      takenBack.insert(undoes)
      return nil
    }
    return try found?.op.map { Edit(.redo, try inverse(of: $0), undoes: $0) }
  }

  /// The changes of an edit taken back, the last one first. What the edit made goes to the bin as it
  /// is; its values aren't taken back one by one.
  private func inverse(of op: OpID) throws -> [Change] {
    let changes = try statements.rows(
      "SELECT thing, id, field, period, was, now FROM change WHERE op = ? ORDER BY seq", [op]
    ) { row in
      ChangeCode(row, at: 0).target.map { Change($0, was: row.value(4), now: row.value(5)) }
    }.compactMap { $0 }
    var made: Set<Made> = []
    for change in changes where change.isCreation { made.insert(Made(change.target)) }
    return changes.filter { $0.isCreation || !made.contains(Made($0.target)) }.reversed()
      .map(\.inverse)
  }

  /// The thing that a change belongs to.
  private struct Made: Hashable {
    var thing: Int64
    var id: Int64
    init(_ target: ChangeTarget) {
      let code = ChangeCode(target)
      thing =
        [3, 21].contains(code.thing) ? 2 : code.thing == 10 || code.thing == 4 ? 1 : code.thing
      id = code.id
    }
  }
}
