import Glibc
import PlanModel
import TestSupport
import Testing

/// A review on 64 kbit/s with 100 ms there and back: bytes are counted, times are printed.
@Suite struct SlowLineJourney {
  private let right = "\u{1B}[C"
  private let quarter = Period(year: 2026, quarter: 4)

  /// Nothing waits for a second answer of the terminal: what a key brings is whole without another
  /// byte typed, and costs no more than on a fast line.
  @Test func everyKeyIsAnsweredInOneRoundTrip() throws {
    let near = try TemporaryBoard(.demo)
    let far = try TemporaryBoard(.demo)
    let fast = try Line(near, ["review", "2026Q4"], "zh", columns: 60, rows: 20)
    let slow = try Line(far, ["review", "2026Q4"], "zh", columns: 60, rows: 20, kind: .slow)
    try fast.answer(until: "11 项")
    let first = try slow.answer(until: "11 项")
    var told = ["first \(first.bytes) bytes \(Int(first.time)) ms"]
    #expect(first.bytes <= 4_000)
    let keys: [(name: String, keys: String, most: Int)] = [
      ("next", right, 1_200), ("next", right, 1_200), ("t", "t", 250), ("status", "6", 120),
      ("comment", "c", 250), ("character", "a", 40), ("character", "中", 40), ("kept", "\r", 500),
      ("go on", "1", 250), ("mark", "x", 1_200), ("back", "\u{1B}[D", 1_200),
    ]
    for key in keys {
      let there = try fast.answer(until: nil, key.keys)
      let here = try slow.answer(until: nil, key.keys)
      let least = here.least(typed: key.keys.utf8.count)
      told.append("\(key.name) \(here.bytes) bytes \(Int(here.time)) ms (line \(Int(least)))")
      #expect(here.bytes <= key.most, "\(key.name): \(here.bytes)")
      #expect(abs(here.bytes - there.bytes) <= 60, "\(key.name): \(here.bytes), \(there.bytes)")
      // The relay is as slow as it says, and nothing else takes seconds.
      #expect(here.time >= 99 && here.time < least + 2_000, "\(key.name): \(here.time)")
    }
    print("on the slow line:", told.joined(separator: ", "))
  }

  /// Keys that are typed before the first screen is there are all done, in their order.
  @Test func whatIsTypedAheadIsNeverLost() throws {
    let board = try TemporaryBoard(.demo)
    let line = try Line(board, ["review", "2026Q4"], "en", columns: 60, rows: 20, kind: .slow)
    // The terminal is the program's once it has begun to write.
    try line.pty.wait(for: "\u{1B}[?1049h")
    line.pty.type("\(right)1\(right)1\(right)cwho pays?\r\(right)2half of it\r")
    let reader = try board.reader()
    let isWhole = try holds {
      line.pty.read(milliseconds: 20)
      return try reader.decisions(.of(quarter), limit: 9).count == 3
    }
    #expect(isWhole)
    let made = try reader.decisions(.of(quarter), limit: 9)
    #expect(
      made.map(\.verdict) == [.change, .goOn, .goOn] && made.first?.title(.english) == "half of it")
    #expect(try board.detail("A33")?.comments.map(\.body) == ["who pays?"])
  }

  /// A key held down faster than the line carries screens: few of them are drawn, and the last one is
  /// where the keys lead.
  @Test func aBurstIsDrawnOnce() throws {
    let board = try TemporaryBoard(.demo)
    let line = try Line(board, ["review", "2026Q4"], "en", columns: 60, rows: 20, kind: .slow)
    try line.answer(until: "11 items")
    let answer = try line.answer(until: nil, String(repeating: right, count: 9))
    print("nine keys at once on the slow line: \(answer.bytes) bytes, \(Int(answer.time)) ms")
    #expect(answer.bytes <= 2_600 && answer.text.contains("second generation"))
    for passed in ["Search and short", "National Day", "Model shop", "brand advertising"] {
      #expect(!answer.text.contains(passed), "\(passed)")
    }
  }
}
