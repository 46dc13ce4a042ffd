import Glibc
import PlanExchange
import PlanModel
import PlanStore

/// A board in a folder of its own, taken away with it.
public final class TemporaryBoard {
  public let folder: String
  public let path: String

  public enum Content {
    /// The worked example.
    case demo
    /// A new board with the usual lists and nothing in it.
    case empty
    /// So many activities, a quarter of them in each quarter.
    case large(Int)
  }

  public init(_ content: Content) throws {
    folder = "/tmp/sanban-board-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    path = folder + "/board.sanban"
    let board =
      switch content {
      case .demo: try Demo.board()
      case .empty: Self.empty
      case .large(let count): try LargeDemo.board(activities: count)
      }
    try BoardFile.create(at: path, settings: board.settings)
    let writer = try BoardWriter(path: path)
    defer { writer.close() }
    let outcome = writer.save(act: .importing, as: "chen", next: board.next)
    guard case .saved = outcome else { throw Failure("the board isn't filled: \(outcome)") }
  }

  deinit {
    guard folder.hasPrefix("/tmp/sanban-board-") else { return }
    _ = try? ChildProcess.run("rm", ["-rf", folder])
  }

  private static var empty: NewBoard {
    NewBoard(
      settings: [
        .title: .text("新品上市"), .titleEn: .text("New product"), .currency: .text("CNY"),
        .firstYear: .integer(2026), .fiscalStart: .integer(1), .zone: .text("Asia/Shanghai"),
        .today: Value(Day(iso: "2026-11-24")?.rawValue),
      ], changes: StarterLists.changes(currency: "CNY"))
  }

  public func reader() throws -> BoardReader { try BoardReader(path: path) }

  /// An item as it is stored now.
  public func item(_ code: String) throws -> Item? {
    guard let code = ItemCode(code) else { return nil }
    let reader = try reader()
    guard let id = try reader.id(of: code) else { return nil }
    return try reader.items(ids: [id]).first
  }

  /// An item with everything that belongs to it.
  public func detail(_ code: String) throws -> ItemDetail? {
    guard let id = try item(code)?.id else { return nil }
    return try reader().detail(id)
  }

  /// The stored amount of a line of an item.
  public func amount(
    _ code: String, _ line: String, _ column: Column, _ period: String
  ) throws -> Int64? {
    guard let detail = try detail(code), let period = Period(period) else { return nil }
    let lines = Set(detail.lines.filter { $0.code == line }.map(\.id))
    return detail.figures.first { lines.contains($0.line) && $0.period == period }?[column]
  }

  /// Whether the whole board agrees with itself.
  public func isSound() throws -> Bool { try BoardFile.verify(path).isSound }
}
