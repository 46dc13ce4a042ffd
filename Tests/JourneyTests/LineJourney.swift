import Glibc
import PlanModel
import TestSupport
import Testing

/// What each key costs on the line in the lean dress, counted in bytes at the terminal.
@Suite struct LineJourney {
  private let right = "\u{1B}[C"

  @Test(arguments: ["zh", "en"]) func theReviewOnASmallWindow(_ language: String) throws {
    let board = try TemporaryBoard(.demo)
    let line = try Line(board, ["review", "2026Q4"], language, columns: 60, rows: 20)
    var counted: [(String, Int, Int)] = []
    func count(_ name: String, _ keys: String, until text: String? = nil, _ most: Int) throws {
      counted.append((name, try line.answer(until: text, keys).bytes, most))
    }
    try count("first", "", until: language == "zh" ? "11 项" : "11 items", 4_000)
    for number in 1...11 { try count("item \(number)", right, 1_200) }
    try count("summary", right, 1_200)
    try count("back", "\u{1B}[D", 1_200)
    try count("t", "t", 250)
    // English statuses need two rows of sixty columns.
    try count("status", "6", language == "zh" ? 120 : 260)
    try count("go on", "1", 250)
    try count("2", "2", 160)
    for letter in ["a", "b", "中"] { try count("typed", letter, 40) }
    try count("decided", "\r", 400)
    try count("mark", "x", 1_200)
    print("bytes at 60×20, \(language):", counted.map { "\($0.0) \($0.1)" }.joined(separator: ", "))
    let over = counted.filter { $0.1 > $0.2 }
    #expect(over.isEmpty, "\(counted.map { "\($0.0) \($0.1)/\($0.2)" })")
  }

  /// A burst of keys is answered once, with where they lead.
  @Test func typeAheadIsDrawnOnce() throws {
    let board = try TemporaryBoard(.demo)
    let line = try Line(board, ["review", "2026Q4"], "en", columns: 60, rows: 20)
    _ = try line.answer(until: "11 items")
    let answer = try line.answer(until: nil, String(repeating: right, count: 9))
    let (bytes, shown) = (answer.bytes, answer.text)
    #expect(bytes <= 2_600, "\(bytes)")
    // At most the first key comes alone; what lies between is never drawn.
    #expect(shown.contains("second generation"), "\(shown.debugDescription)")
    for passed in ["Search and short", "National Day", "Model shop", "brand advertising"] {
      #expect(!shown.contains(passed), "\(passed): \(shown.debugDescription)")
    }
  }

  /// Whoever decides faster than the line answers loses nothing of it.
  @Test func typeAheadIsNeverLost() throws {
    let board = try TemporaryBoard(.demo)
    let line = try Line(board, ["review", "2026Q4"], "en", columns: 60, rows: 20)
    _ = try line.answer(until: "11 items")
    // Decided, on, decided, on, a comment typed and kept, on, given words and decided.
    line.pty.type("\(right)1\(right)1\(right)cwho pays?\r\(right)2half of it\r")
    let reader = try board.reader()
    let quarter = Period(year: 2026, quarter: 4)
    let isWhole = try holds {
      line.pty.read(milliseconds: 20)
      return try reader.decisions(.of(quarter), limit: 9).count == 3
    }
    #expect(isWhole)
    let made = try reader.decisions(.of(quarter), limit: 9)
    #expect(
      made.map(\.verdict) == [.change, .goOn, .goOn] && made[0].title(.english) == "half of it")
    #expect(try board.detail("A33")?.comments.map(\.body) == ["who pays?"])
  }

  /// Nobody does anything: not a byte comes, although the place is kept after two seconds.
  @Test func idleCostsNothing() throws {
    let board = try TemporaryBoard(.demo)
    let line = try Line(board, ["review", "2026Q4"], "zh", columns: 60, rows: 20)
    _ = try line.answer(until: "11 项")
    _ = try line.answer(until: nil, right)
    let before = line.pty.output.count
    // The place is on disk by itself …
    let isKept = try holds(within: 6) {
      line.pty.read(milliseconds: 20)
      return try board.reader().reviewPlaces(of: Period(year: 2026, quarter: 4)).first?.place.item
        != nil
    }
    #expect(isKept)
    // … and nothing of it was to be seen.
    #expect(line.pty.output.count == before)
  }

  @Test func theHomeScreenAndTheGrid() throws {
    let board = try TemporaryBoard(.demo)
    let line = try Line(board, [], "zh", columns: 120, rows: 40)
    let first = try line.answer(until: "A40").bytes
    let step = try line.answer(until: nil, "j").bytes
    // Whoever knows the digit never sees the box.
    let status = try line.answer(until: nil, "t6").bytes
    let grid = try line.answer(until: "合计", "gb").bytes
    let cell = try line.answer(until: nil, "j").bytes
    print(
      "bytes at 120×40: first \(first), step with its detail \(step), status \(status), "
        + "budget \(grid), a row of it \(cell)")
    #expect(first <= 9_000 && step <= 1_200 && status <= 120 && cell <= 400)
  }
}
