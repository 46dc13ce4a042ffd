import Glibc
import PlanExchange
import PlanModel
import PlanStore

/// Boards that are filled once and copied for each test.
public enum PreparedBoard: CaseIterable, Sendable {
  /// The worked example.
  case demo
  /// Lists and people, no item.
  case empty
  /// Four thousand activities, a quarter of them in each quarter.
  case large

  /// A copy of its own for one test.
  public func copy() throws -> String {
    let path = TestFiles.fresh("board.sanban")
    let source: String =
      switch self {
      case .demo: try Self.demoPath.get()
      case .empty: try Self.emptyPath.get()
      case .large: try Self.largePath.get()
      }
    try TestFiles.write(TestFiles.read(source) ?? [], to: path)
    chmod(path, 0o600)
    return path
  }

  private static let demoPath = Result { try fill("demo", try Demo.board()) }
  private static let largePath = Result {
    try fill("large", try LargeDemo.board(activities: 4_000))
  }
  private static let emptyPath = Result {
    let demo = try Demo.board()
    var lists: [Change] = []
    while let changes = try demo.next() {
      lists += changes.filter {
        switch $0.target {
        case .entry, .person: true
        default: false
        }
      }
    }
    return try fill("empty", NewBoard(settings: demo.settings, changes: lists))
  }

  private static func fill(_ name: String, _ board: NewBoard) throws -> String {
    let path = TestFiles.fresh(name)
    try BoardFile.create(at: path, settings: board.settings)
    let writer = try BoardWriter(path: path)
    defer { writer.close() }
    let outcome = writer.save(act: .importing, as: "demo", next: board.next)
    guard case .saved = outcome else { throw NotFilled(outcome: outcome) }
    return path
  }

  public struct NotFilled: Error { public var outcome: SaveOutcome }
}
