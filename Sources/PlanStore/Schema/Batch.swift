/// Rows to insert, gathered so that one statement writes many: most of the cost of a short statement
/// is its running, not its row.
struct Batch {
  private let insert: String
  private let row: String
  private let width: Int
  private let clause: String
  private var arguments: [Statements.Argument] = []
  /// Statements of these sizes are prepared.
  private static let sizes = [64, 16, 4, 1]

  /// - Parameters:
  ///   - insert: the statement up to its rows, as in `INSERT INTO total VALUES`.
  ///   - clause: what follows the rows.
  init(_ insert: String, columns: Int, _ clause: String = "") {
    self.insert = insert
    self.clause = clause
    width = columns
    row = "(" + Array(repeating: "?", count: columns).joined(separator: ", ") + ")"
  }

  /// The next row is written at once, with all that wait.
  var isAlmostFull: Bool { arguments.count == width * ((Batch.sizes.first ?? 1) - 1) }

  mutating func add(_ values: [Statements.Argument], _ statements: Statements) throws {
    arguments += values
    if arguments.count == width * (Batch.sizes.first ?? 1) { try flush(statements) }
  }

  mutating func flush(_ statements: Statements) throws {
    var start = 0
    while start < arguments.count {
      let left = (arguments.count - start) / width
      let size = Batch.sizes.first { $0 <= left } ?? 1
      let rows = Array(repeating: row, count: size).joined(separator: ", ")
      let end = start + size * width
      try statements.run("\(insert) \(rows) \(clause)", Array(arguments[start..<end]))
      start = end
    }
    arguments.removeAll(keepingCapacity: true)
  }
}
