import Glibc
import PlanModel
import Testing

@testable import PlanStore

/// A board in a folder of its own, with a writer and a reader, taken away in the end.
final class TestBoard {
  let folder: String
  let path: String
  let writer: BoardWriter
  let reader: BoardReader

  init(_ settings: [Setting: Value] = [:], folder parent: String = "/tmp") throws {
    folder = "\(parent)/sanban-store-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    path = folder + "/board.sanban"
    try BoardFile.create(at: path, settings: settings)
    writer = try BoardWriter(path: path)
    reader = try BoardReader(path: path)
  }

  deinit {
    writer.close()
    system("rm -rf '\(folder)'")
  }

  /// Saves changes that must be taken.
  @discardableResult
  func save(
    _ changes: [Change], as who: String = "li", _ act: Act = .edit, reason: String = "",
    at location: SourceLocation = #_sourceLocation
  ) throws -> Saved {
    try saved(writer.save(Edit(act, changes, reason: reason), as: who), at: location)
  }

  func person(_ name: String) throws -> PersonID {
    try #require(try reader.board().person(named: name)?.id)
  }

  func item(_ id: ItemID) throws -> Item { try #require(try reader.items(ids: [id]).first) }

  /// A target of 2026 and activities under it with one line each and a plan per month of 2026Q4.
  func plan(activities: Int = 1) throws -> (target: ItemID, activities: [ItemID], lines: [LineID]) {
    var changes = [Change.create(-1, .target), set(-1, .title, .text("Target"))]
    changes.append(set(-1, .period, .integer(202_600)))
    for number in 0..<Int64(activities) {
      let (item, line) = (-2 - number * 2, -3 - number * 2)
      changes += [
        .create(item, .activity), set(item, .title, .text("Activity \(number)")),
        set(item, .period, .integer(202_624)),
        set(item, .start, .integer(20_261_001 + number % 20)),
        set(item, .lead, .integer(number % 2 + 1)),
        Change(.link(parent: -1, child: item), was: .none, now: .integer(1)),
        Change(.line(line, .item), was: .none, now: .integer(item)),
        Change(.line(line, .code), was: .none, now: .text("media")),
      ]
      for month in 1...3 {
        changes.append(
          Change(
            .figure(line, .plan, Period(year: 2026, month: 9 + month)), was: .none,
            now: .integer(1_000 * Int64(month))))
      }
    }
    let saved = try save(changes, .create)
    return (
      try #require(saved.ids[-1]),
      (0..<Int64(activities)).compactMap { saved.ids[-2 - $0 * 2] },
      (0..<Int64(activities)).compactMap { saved.ids[-3 - $0 * 2] }
    )
  }

  /// The whole board must agree with itself.
  func verify(at location: SourceLocation = #_sourceLocation) throws {
    let found = try BoardFile.verify(path)
    #expect(found.isSound, "\(found.findings.map(\.en))", sourceLocation: location)
  }
}

let october = Period(year: 2026, month: 10)
let november = Period(year: 2026, month: 11)
let december = Period(year: 2026, month: 12)

func set(_ item: ItemID, _ field: Field, _ now: Value, was: Value = .none) -> Change {
  Change(.item(item, field), was: was, now: now)
}

func cell(
  _ line: LineID, _ column: Column, _ period: Period, _ now: Int64?, was: Int64? = nil
) -> Change {
  Change(.figure(line, column, period), was: Value(was), now: Value(now))
}

struct Unexpected: Error { var outcome: SaveOutcome }

func saved(_ outcome: SaveOutcome, at location: SourceLocation = #_sourceLocation) throws -> Saved {
  if case .saved(let saved) = outcome { return saved }
  Issue.record("\(outcome)", sourceLocation: location)
  throw Unexpected(outcome: outcome)
}

func conflicts(_ outcome: SaveOutcome) -> [Conflict] {
  if case .conflict(let found) = outcome { found } else { [] }
}

func refusal(_ outcome: SaveOutcome) -> Refusal? {
  switch outcome {
  case .refused(let refusal), .failed(let refusal): refusal
  default: nil
  }
}
