import GRDB
import Glibc
import PlanModel

/// Saves edits: one connection, one save at a time, blocking. A save is alone on the board from the
/// lock to the bell. Use it from one thread at a time.
public final class BoardWriter {
  public let path: String
  private var queue: DatabaseQueue
  private let lock: LockFile
  private let identity: FileCheck.Identity
  private let counter = Counter()
  private var isDamaged = false
  private var lastCheckpoint: Int = 0
  /// How long a save waits behind others before it gives up, in milliseconds.
  public var patience = 5_000

  private static let largestJournal = 4 << 20

  public init(path: String) throws(Refusal) {
    self.path = path
    lock = LockFile(board: path)
    do {
      queue = try Connection.board(path, readonly: false)
      identity = try FileCheck.identity(path)
    } catch { throw Faults.refusal(error, path) }
  }

  /// Statements run and rows read so far.
  public var cost: Cost { counter.cost }

  /// Saves an edit whole or not at all; "saved" means that it is on disk. An edit that is already
  /// there (by its uid) isn't repeated: its outcome is told again.
  /// - Parameters:
  ///   - who: who acts; a name that the board doesn't know is added.
  ///   - drafts: unfinished texts of that person that the edit makes needless.
  public func save(_ edit: Edit, as who: String, dropping drafts: [ChangeTarget] = [])
    -> SaveOutcome
  {
    let heading = Saving.Heading(
      uid: edit.uid, act: edit.act, reason: edit.reason, undoes: edit.undoes, who: who)
    return outcome {
      try transaction(edit) { statements in
        let saved: Saved
        if let op = try SavedAgain.find(edit.uid, statements) {
          saved = try SavedAgain.saved(edit, op, statements)
        } else {
          let saving = Saving(statements, heading)
          try saving.foresee(edit.changes)
          for change in edit.changes { try saving.apply(change) }
          saved = try saving.finish()
        }
        for draft in drafts { try DraftRows.drop(draft, of: who, statements) }
        return saved
      }
    }
  }

  /// Saves a long list of changes as one edit without holding it in memory. Provisional ids stay
  /// valid from chunk to chunk. `next` answers nil at the end; if it throws, nothing is saved (a
  /// ``Refusal`` becomes the outcome).
  public func save(
    act: Act, reason: String = "", as who: String, next: () throws -> [Change]?
  ) -> SaveOutcome {
    let edit = Edit(act, [], reason: reason)
    let heading = Saving.Heading(uid: edit.uid, act: act, reason: reason, undoes: nil, who: who)
    return outcome {
      try transaction(edit) { statements in
        let saving = Saving(statements, heading)
        while let changes = try next() {
          try saving.foresee(changes)
          for change in changes { try saving.apply(change) }
        }
        return try saving.finish()
      }
    }
  }

  public func saveDraft(_ draft: Draft, of name: String) throws(Refusal) {
    try writeQuietly { try DraftRows.save(draft, of: name, $0) }
  }

  public func dropDraft(_ target: ChangeTarget, of name: String) throws(Refusal) {
    try writeQuietly { try DraftRows.drop(target, of: name, $0) }
  }

  /// Keeps where somebody is in a review.
  public func savePlace(_ place: ReviewPlace, of name: String) throws(Refusal) {
    try writeQuietly { try DecisionRows.save(place, of: name, $0) }
  }

  /// Holds or releases cells for one person; no edit, no bell.
  public func hold(_ cells: [CellAddress], _ isHeld: Bool, of name: String) throws(Refusal) {
    try writeQuietly { try MoneyRows.hold(cells, isHeld, of: name, $0) }
  }

  /// Closes the connection; the writer can't be used afterwards.
  public func close() { try? queue.close() }

  // MARK: The way of a save

  private func outcome(_ save: () throws -> Saved) -> SaveOutcome {
    do { return .saved(try save()) } catch let found as ConflictsFound {
      return .conflict(found.conflicts)
    } catch let failure as Failure {
      return .failed(failure.refusal)
    } catch let refusal as Refusal {
      return .refused(refusal)
    } catch let error as DatabaseError {
      let refusal = Faults.refusal(error, path)
      if error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_NOTADB {
        isDamaged = true
      }
      return refusal.kind == .input ? .refused(refusal) : .failed(refusal)
    } catch { return .failed(Faults.refusal(error, path)) }
  }

  /// The board can't be written: not a word about the edit itself.
  private struct Failure: Error {
    var refusal: Refusal
  }

  private func transaction(_ edit: Edit, _ body: (Statements) throws -> Saved) throws -> Saved {
    try alone {
      let saved = try commit(edit, body)
      if saved.op != nil { lock.ring() }
      return saved
    }
  }

  private func writeQuietly(_ body: (Statements) throws -> Void) throws(Refusal) {
    do {
      try alone {
        try queue.writeWithoutTransaction { db in
          try db.inTransaction(.immediate) {
            try body(Statements(db, counter))
            return .commit
          }
        }
      }
    } catch let failure as Failure { throw failure.refusal } catch {
      throw Faults.refusal(error, path)
    }
  }

  /// Runs alone among all writers of the board, on the file that was opened.
  private func alone<T>(_ body: () throws -> T) throws -> T {
    guard !isDamaged else { throw Failure(refusal: Faults.damaged(path)) }
    do { try lock.lock(milliseconds: patience) } catch { throw Failure(refusal: error) }
    defer {
      checkpoint()
      lock.unlock()
    }
    guard (try? FileCheck.identity(path)) == identity else {
      throw Failure(refusal: Faults.replaced(path))
    }
    return try body()
  }

  private func commit(_ edit: Edit, _ body: (Statements) throws -> Saved) throws -> Saved {
    var isCommitting = false
    do {
      return try queue.writeWithoutTransaction { db in
        var saved = Saved(op: nil)
        try db.beginTransaction(.immediate)
        do {
          saved = try body(Statements(db, counter))
          isCommitting = true
          try db.commit()
        } catch {
          if db.isInsideTransaction { try? db.rollback() }
          throw error
        }
        return saved
      }
    } catch let error as DatabaseError where isCommitting {
      guard error.resultCode != .SQLITE_CONSTRAINT else { throw error }
      return try resolve(edit, error)
    }
  }

  /// After a failed commit nobody knows what is on disk: with a new connection the board itself
  /// says whether the edit is there.
  private func resolve(_ edit: Edit, _ error: DatabaseError) throws -> Saved {
    try? queue.close()
    queue = try Connection.board(path, readonly: false)
    return try queue.unsafeRead { db in
      let statements = Statements(db, counter)
      guard let op = try SavedAgain.find(edit.uid, statements) else { throw error }
      return try SavedAgain.saved(edit, op, statements)
    }
  }

  /// Empties a journal that has grown, at most once a second; called under the lock, because a
  /// TRUNCATE that must wait for another writer would turn into the kind that isn't safe.
  private func checkpoint() {
    var clock = timespec()
    clock_gettime(CLOCK_MONOTONIC, &clock)
    guard clock.tv_sec > lastCheckpoint, FileCheck.size(path + "-wal") > BoardWriter.largestJournal
    else { return }
    lastCheckpoint = clock.tv_sec
    try? queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA busy_timeout = 20")
      defer { try? db.execute(sql: "PRAGMA busy_timeout = 5000") }
      _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }
}
