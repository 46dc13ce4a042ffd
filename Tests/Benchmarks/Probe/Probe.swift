import Glibc
import PlanExchange
import PlanModel
import PlanStore

/// Parts of the program without a screen, for the benchmark to measure. Prints `name value` lines.
@main
enum Probe {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let (command, rest) = (arguments.first ?? "", Array(arguments.dropFirst()))
    switch (command, rest.count) {
    case ("make", 2): try Boards.make(rest[0], activities: Int(rest[1]) ?? 1_000)
    case ("edit", 2): try Edits.single(rest[0], count: Int(rest[1]) ?? 200)
    case ("assign", 2): try Edits.assign(rest[0], count: Int(rest[1]) ?? 1_000)
    case ("spread", 2): try Edits.spread(rest[0], count: Int(rest[1]) ?? 10_000)
    case ("budget", 1): try Reads.budget(rest[0])
    case ("read", 1): try Reads.all(rest[0])
    case ("save", 4):
      try Company.save(
        rest[0], as: rest[1], seconds: Double(rest[2]) ?? 5, pause: Int(rest[3]) ?? 0)
    case ("watch", 2): try Company.watch(rest[0], seconds: Double(rest[1]) ?? 5)
    default:
      print(
        "probe make|edit|assign|spread BOARD COUNT, read|budget BOARD, save BOARD NAME SECONDS PAUSE, watch …"
      )
      exit(64)
    }
  }
}

enum Boards {
  static func make(_ path: String, activities: Int) throws {
    let board = try LargeDemo.board(activities: activities)
    try BoardFile.create(at: path, settings: board.settings)
    let writer = try BoardWriter(path: path)
    let outcome = writer.save(act: .importing, as: "demo", next: board.next)
    writer.close()
    guard case .saved = outcome else { throw Failure(text: "\(outcome)") }
  }

  /// The activities of the board's last quarter, in list order.
  static func activities(_ reader: BoardReader, limit: Int) throws -> [Item] {
    let scope = ListScope(kind: .activity, period: Period(year: 2026, quarter: 4))
    return try reader.items(ListWindow(scope, limit: limit))
  }
}

struct Failure: Error { var text: String }

enum Clock {
  /// Milliseconds on a clock that all processes of the machine share.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
  }

  static func milliseconds<T>(_ body: () throws -> T) rethrows -> (Double, T) {
    let start = now
    let result = try body()
    return (now - start, result)
  }

  static func median(_ times: Int = 15, _ body: () throws -> Void) rethrows -> Double {
    try percentile((0..<times).map { _ in try milliseconds(body).0 }, 50)
  }

  static func percentile(_ values: [Double], _ part: Int) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * part / 100)]
  }
}
