import Glibc
import PlanModel
import PlanStore

/// Many people on one board: those who save and those who look, each a process.
enum Company {
  /// Saves again and again; prints `saved OP MOMENT TOOK` for each edit (ms), `lost` for one that
  /// wasn't taken.
  static func save(_ path: String, as who: String, seconds: Double, pause: Int) throws {
    let reader = try BoardReader(path: path)
    let writer = try BoardWriter(path: path)
    defer { writer.close() }
    let items = try Boards.activities(reader, limit: 400)
    let end = Clock.now + seconds * 1_000
    var chance = SystemRandomNumberGenerator()
    if pause > 0 { usleep(UInt32.random(in: 0..<UInt32(pause) * 1_000, using: &chance)) }
    var lines: [String] = []
    while Clock.now < end, let some = items.randomElement(using: &chance) {
      guard let item = try reader.items(ids: [some.id]).first else { continue }
      let next = Priority.allCases.first(where: { $0 != item.priority }) ?? .keep
      let start = Clock.now
      let outcome = writer.save(
        Acts.set(.priority, to: .integer(next.rawValue), of: [item]), as: who)
      let now = Clock.now
      switch outcome {
      case .saved(let saved): lines.append("saved \(saved.op ?? 0) \(now) \(now - start)")
      case .conflict: lines.append("conflict 0 \(now) \(now - start)")
      case .refused, .failed: lines.append("lost 0 \(now) \(now - start)")
      }
      if pause > 0 { usleep(UInt32(pause) * 1_000) }
    }
    print(lines.joined(separator: "\n"))
  }

  /// Reads the first screen after each ring; prints `seen OP MOMENT` with the newest edit in it.
  static func watch(_ path: String, seconds: Double) throws {
    let reader = try BoardReader(path: path)
    let bell = Bell(board: path)
    var version = try reader.dataVersion()
    var wakes = 0
    var lines: [String] = []
    let end = Clock.now + seconds * 1_000
    while Clock.now < end {
      var entry = pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&entry, 1, Int32(max(1, end - Clock.now))) > 0 else { continue }
      wakes += 1
      _ = bell.drain()
      let now = try reader.dataVersion()
      guard now != version else { continue }
      version = now
      let op = try reader.snapshot { _ in
        _ = try Boards.activities(reader, limit: 40)
        return try reader.lastOp()
      }
      lines.append("seen \(op) \(Clock.now)")
    }
    print(lines.joined(separator: "\n"))
    print("wakes \(wakes)")
  }
}
