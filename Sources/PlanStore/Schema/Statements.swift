import GRDB
import PlanModel

/// What reading or saving has cost so far: for tests and benchmarks, which count before they time.
public struct Cost: Sendable, Hashable {
  public var statements: Int
  public var rows: Int

  public init(statements: Int = 0, rows: Int = 0) {
    self.statements = statements
    self.rows = rows
  }

  public static func - (a: Cost, b: Cost) -> Cost {
    Cost(statements: a.statements - b.statements, rows: a.rows - b.rows)
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
    counter.cost.statements += 1
    try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
  }

  func rows<T>(_ sql: String, _ arguments: [Argument] = [], _ read: (Cells) throws -> T) throws
    -> [T]
  {
    counter.cost.statements += 1
    let statement = try db.cachedStatement(sql: sql)
    let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    var found: [T] = []
    while let row = try cursor.next() {
      counter.cost.rows += 1
      found.append(try read(Cells(row)))
    }
    return found
  }

  /// Reads rows until `read` answers something.
  func first<T>(_ sql: String, _ arguments: [Argument] = [], _ read: (Cells) throws -> T?) throws
    -> T?
  {
    counter.cost.statements += 1
    let statement = try db.cachedStatement(sql: sql)
    let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    while let row = try cursor.next() {
      counter.cost.rows += 1
      if let found = try read(Cells(row)) { return found }
    }
    return nil
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

/// One row of an answer, read by column index. What isn't of the type asked for reads as nothing
/// (0, an empty text): a damaged or hostile file may hold anything.
struct Cells {
  private let row: Row

  init(_ row: Row) { self.row = row }

  func isNull(_ index: Int) -> Bool { row.hasNull(atIndex: index) }

  func value(_ index: Int) -> Value {
    Value.fromDatabaseValue(row[index] as DatabaseValue) ?? .none
  }
  subscript(index: Int) -> Int64? { value(index).integer }
  subscript(index: Int) -> Int64 { value(index).integer ?? 0 }
  subscript(index: Int) -> Int { Int(value(index).integer ?? 0) }
  subscript(index: Int) -> String? { value(index).text }
  subscript(index: Int) -> String { value(index).text ?? "" }
}

extension Money {
  /// Six columns in the order approved, plan, forecast, outlook, committed, actual.
  init(_ row: Cells, at index: Int) {
    self.init(
      approved: row[index], plan: row[index + 1], forecast: row[index + 2],
      outlook: row[index + 3], committed: row[index + 4], actual: row[index + 5])
  }
}
