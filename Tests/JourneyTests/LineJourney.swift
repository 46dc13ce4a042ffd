import Glibc
import PlanModel
import TestSupport
import Testing

/// What each key costs on the line in the lean dress, counted in bytes at the terminal.
@Suite struct LineJourney {
  /// The program as over SSH, with everything read that it has to say.
  private final class Line {
    let pty: Pty

    init(
      _ board: TemporaryBoard, _ arguments: [String], _ language: String, columns: Int, rows: Int
    ) throws {
      pty = try Pty(
        ChildProcess.built("sanban"),
        arguments + ["--board", board.path, "--language", language, "--as", "wang"],
        environment: ["HOME=\(board.folder)", "SSH_CONNECTION=10.0.0.1 1 10.0.0.2 22"],
        columns: columns, rows: rows)
    }

    /// Bytes that come until this text has and nothing follows.
    func bytes(until text: String, _ act: (Pty) -> Void) throws -> Int {
      let start = pty.output.count
      act(pty)
      try pty.wait(for: text, from: start)
      quiet()
      return pty.output.count - start
    }

    /// Reads until nothing has come for longer than anything in the program waits.
    func quiet() { while pty.read(milliseconds: 300) {} }

    func press(_ keys: String, until text: String) throws -> Int {
      try bytes(until: text) { $0.type(keys) }
    }
  }

  private let right = "\u{1B}[C"

  @Test(arguments: ["zh", "en"]) func theReviewOnASmallWindow(_ language: String) throws {
    let board = try TemporaryBoard(.demo)
    let line = try Line(board, ["review", "2026Q4"], language, columns: 60, rows: 20)
    let isChinese = language == "zh"
    var counted: [(String, Int, Int)] = []
    let overview = isChinese ? "11 项" : "11 items"
    counted.append(("first", try line.bytes(until: overview) { _ in }, 4_000))
    for number in 1...11 {
      let bytes = try line.press(right, until: "\(number)")
      counted.append(("item \(number)", bytes, 1_200))
    }
    counted.append(("back", try line.press("\u{1B}[D", until: "10"), 1_200))
    counted.append(("t", try line.press("t", until: isChinese ? "草拟" : "draft"), 250))
    counted.append(("status", try line.press("7", until: isChinese ? "暂停" : "aused"), 120))
    counted.append(("go on", try line.press("1", until: isChinese ? "继续" : "Go on"), 250))
    counted.append(("2", try line.press("2", until: "›"), 160))
    for letter in ["a", "b", "中"] {
      counted.append(("typed", try line.press(letter, until: letter), 40))
    }
    print("bytes at 60×20, \(language):", counted.map { "\($0.0) \($0.1)" }.joined(separator: ", "))
    let over = counted.filter { $0.1 > $0.2 }
    #expect(over.isEmpty, "\(counted.map { "\($0.0) \($0.1)/\($0.2)" })")
  }

  /// A burst of keys is answered once, with where they lead.
  @Test func typeAheadIsDrawnOnce() throws {
    let board = try TemporaryBoard(.demo)
    let line = try Line(board, ["review", "2026Q4"], "en", columns: 60, rows: 20)
    _ = try line.press(right, until: "1 / 11")
    let start = line.pty.output.count
    let bytes = try line.press(String(repeating: right, count: 8), until: "9")
    #expect(bytes <= 2_400)
    let shown = String(decoding: line.pty.output.dropFirst(start), as: UTF8.self)
    // At most the first of them comes alone; what lies between is never drawn.
    let frames = shown.split(separator: "\u{1B}[?25h").count
    #expect(frames <= 3, "\(frames) frames in \(shown.debugDescription)")
    #expect(!line.pty.read(milliseconds: 50))
  }

  /// Nobody does anything: not a byte comes, although the place is kept after two seconds.
  @Test func idleCostsNothing() throws {
    let board = try TemporaryBoard(.demo)
    let line = try Line(board, ["review", "2026Q4"], "zh", columns: 60, rows: 20)
    _ = try line.press(right, until: "1 / 11")
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
    let first = try line.bytes(until: "A40") { _ in }
    let step = try line.press("j", until: "Search and short video")
    #expect(first <= 9_000 && step <= 1_200, "first \(first), step \(step)")
    print("bytes at 120×40: first \(first), a step with its detail \(step)")
  }
}
