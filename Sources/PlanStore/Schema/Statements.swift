import GRDB
import GRDBSQLite
import PlanModel

/// What reading or saving has cost so far: for tests and benchmarks, which count before they time.
public struct Cost: Sendable, Hashable {
  public var statements: Int
  public var rows: Int
  /// Steps of SQLite's own machine: a join in the wrong order shows here and nowhere else.
  public var steps: Int

  public init(statements: Int = 0, rows: Int = 0, steps: Int = 0) {
    self.statements = statements
    self.rows = rows
    self.steps = steps
  }

  public static func - (a: Cost, b: Cost) -> Cost {
    Cost(
      statements: a.statements - b.statements, rows: a.rows - b.rows, steps: a.steps - b.steps)
  }
}

final class Counter {
  var cost = Cost()
}

/// Runs prepared statements on a connection and counts them. Rows are read by column index; no
/// statement outlives a call.
struct Statements {
  typealias Argument = (any DatabaseValueConvertible)?

  let db: Database
  let counter: Counter

  init(_ db: Database, _ counter: Counter = Counter()) {
    self.db = db
    self.counter = counter
  }

  func run(_ sql: String, _ arguments: [Argument] = []) throws {
    try each(sql, arguments) { _ in true }
  }

  func rows<T>(_ sql: String, _ arguments: [Argument] = [], _ read: (Cells) throws -> T) throws
    -> [T]
  {
    var found: [T] = []
    try each(sql, arguments) { cells in
      found.append(try read(cells))
      return true
    }
    return found
  }

  /// Reads rows until `read` answers something.
  func first<T>(_ sql: String, _ arguments: [Argument] = [], _ read: (Cells) throws -> T?) throws
    -> T?
  {
    var found: T?
    try each(sql, arguments) { cells in
      found = try read(cells)
      return found == nil
    }
    return found
  }

  /// Steps through rows until `read` says no. Binding, stepping and reading are SQLite's own: GRDB's
  /// arguments and rows would cost as much again as a short statement does.
  func each(_ sql: String, _ arguments: [Argument] = [], _ read: (Cells) throws -> Bool) throws {
    counter.cost.statements += 1
    let statement = try db.cachedStatement(sql: sql)
    let handle = statement.sqliteStatement
    defer {
      counter.cost.steps += Int(sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_VM_STEP, 1))
      sqlite3_reset(handle)
    }
    try bind(arguments, to: handle, sql)
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW:
        counter.cost.rows += 1
        if try !read(Cells(handle)) { return }
      case SQLITE_DONE: return
      case let code: throw failure(code, sql)
      }
    }
  }

  private func bind(_ arguments: [Argument], to handle: OpaquePointer, _ sql: String) throws {
    precondition(
      sqlite3_bind_parameter_count(handle) == arguments.count, "arguments don't fit: \(sql)")
    for (index, argument) in arguments.enumerated() {
      let place = Int32(index + 1)
      let code =
        switch argument?.databaseValue.storage ?? .null {
        case .null: sqlite3_bind_null(handle, place)
        case .int64(let value): sqlite3_bind_int64(handle, place, value)
        case .double(let value): sqlite3_bind_double(handle, place, value)
        case .string(var text):
          text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
              // An empty text has no address, which would be bound as NULL.
              $0.isEmpty
                ? sqlite3_bind_text(handle, place, "", 0, Statements.copied)
                : sqlite3_bind_text(
                  handle, place, $0.baseAddress, Int32($0.count), Statements.copied)
            }
          }
        case .blob(let data):
          data.withUnsafeBytes {
            sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), Statements.copied)
          }
        }
      guard code == SQLITE_OK else { throw failure(code, sql) }
    }
  }

  /// SQLITE_TRANSIENT: SQLite makes a copy of its own.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private func failure(_ code: Int32, _ sql: String) -> DatabaseError {
    DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage, sql: sql)
  }

  func integer(_ sql: String, _ arguments: [Argument] = []) throws -> Int64? {
    try first(sql, arguments) { $0[0] as Int64? }
  }

  func exists(_ sql: String, _ arguments: [Argument] = []) throws -> Bool {
    try first(sql, arguments) { _ in true } ?? false
  }
}

extension Value: DatabaseValueConvertible {
  public var databaseValue: DatabaseValue {
    switch self {
    case .none: .null
    case .integer(let value): value.databaseValue
    case .text(let value): value.databaseValue
    }
  }

  public static func fromDatabaseValue(_ value: DatabaseValue) -> Value? {
    switch value.storage {
    case .int64(let integer): .integer(integer)
    case .string(let text): .text(text)
    default: Value.none
    }
  }
}

/// One row of an answer, read by column index while its statement stands on it. What isn't of the
/// type asked for reads as nothing (0, an empty text): a damaged or hostile file may hold anything.
struct Cells {
  private let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  func isNull(_ index: Int) -> Bool { sqlite3_column_type(handle, Int32(index)) == SQLITE_NULL }

  func value(_ index: Int) -> Value {
    switch sqlite3_column_type(handle, Int32(index)) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, Int32(index)))
    case SQLITE_TEXT: .text(text(index))
    default: .none
    }
  }

  private func text(_ index: Int) -> String {
    guard let start = sqlite3_column_text(handle, Int32(index)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(index)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  subscript(index: Int) -> Int64? {
    sqlite3_column_type(handle, Int32(index)) == SQLITE_INTEGER
      ? sqlite3_column_int64(handle, Int32(index)) : nil
  }
  subscript(index: Int) -> Int64 { self[index] as Int64? ?? 0 }
  subscript(index: Int) -> Int { Int(self[index] as Int64? ?? 0) }
  subscript(index: Int) -> String? {
    sqlite3_column_type(handle, Int32(index)) == SQLITE_TEXT ? text(index) : nil
  }
  subscript(index: Int) -> String { self[index] as String? ?? "" }
}

extension Money {
  /// Six columns in the order approved, plan, forecast, outlook, committed, actual.
  init(_ row: Cells, at index: Int) {
    self.init(
      approved: row[index], plan: row[index + 1], forecast: row[index + 2],
      outlook: row[index + 3], committed: row[index + 4], actual: row[index + 5])
  }
}
