import Glibc
import PlanModel
import TestSupport
import Testing

/// Whatever arrives on the terminal, the program goes on and the board stays sound.
@Suite struct GarbageJourney {
  @Test(arguments: [1, 2, 3] as [UInt64]) func randomKeys(seed: UInt64) throws {
    let board = try TemporaryBoard(.demo)
    let pty = try sanban(board)
    try pty.wait(for: "A30")
    var random = Seeded(seed)
    for count in 0..<1_500 {
      pty.type(Self.keys.randomElement(using: &random) ?? "j")
      if count % 97 == 0 {
        pty.resize(
          columns: Int.random(in: 1...150, using: &random),
          rows: Int.random(in: 1...50, using: &random))
      }
      if count % 20 == 0 {
        pty.read(milliseconds: 1)
        try #require(!pty.hasEnded, "seed \(seed), after \(count) keys: \(pty.text.suffix(2000))")
      }
    }
    try leave(pty, "seed \(seed)")
    #expect(try board.isSound())
  }

  @Test(arguments: [4, 5] as [UInt64]) func randomBytes(seed: UInt64) throws {
    let board = try TemporaryBoard(.demo)
    let pty = try sanban(board)
    try pty.wait(for: "A30")
    var random = Seeded(seed)
    for _ in 0..<200 {
      // Not Ctrl-z: it would stop the program, as it should.
      pty.type((0..<20).map { _ in UInt8.random(in: 0...255, using: &random) }.filter { $0 != 26 })
      pty.read(milliseconds: 0)
    }
    try leave(pty, "seed \(seed)")
    #expect(try board.isSound())
  }

  @Test func aVeryLargePaste() throws {
    let board = try TemporaryBoard(.demo)
    let pty = try sanban(board)
    try pty.wait(for: "A30")
    let line = String(repeating: "社区团购 community ", count: 20) + "\r"
    pty.type("3n\u{1B}[200~" + String(repeating: line, count: 2_000) + "\u{1B}[201~")
    pty.type("\u{1B}[200~broken \u{1B}[20")
    try leave(pty, "paste")
    #expect(try board.isSound())
  }

  /// Ends it from outside; until then it must have lived.
  private func leave(_ pty: Pty, _ what: String) throws {
    let start = pty.output.count
    pty.resize(columns: 90, rows: 30)
    pty.type("\u{1B}")
    _ = holds(within: 5) { pty.read(milliseconds: 5) || pty.output.count > start }
    try #require(
      !pty.hasEnded, "\(what): ended with \(pty.exitStatus ?? -1): \(pty.text.suffix(3000))")
    pty.signal(SIGTERM)
    #expect(try pty.waitForEnd() == 0, "\(what)")
  }

  /// All that people press, without leaving or stopping.
  private static let keys: [String] =
    "hjklgGazvxVmso-ctebnu.yp/:?123456[]{}SHMf<>+=0789i dd".map { String($0) } + [
      "\t", "\r", "\u{1B}", "\u{12}", "\u{13}", "\u{0F}", "\u{0C}", "\u{06}", "\u{02}", "\u{7F}",
      "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[Z",
      "\u{1B}[3~", "\u{1B}[H", "\u{1B}[F", "\u{1B}OQ", "\u{1B}[<0;10;10M", "\u{1B}[<0;10;10m",
      "\u{1B}[<64;5;5M", "中文", "：", "１２", "，", "é", "👩‍👩‍👧", "\u{1B}[200~粘贴\u{1B}[201~",
      "\u{1B}[I", "\u{1B}[O", "\u{1B}[?62;22c", "12万", "=1+2",
    ]

  private func sanban(_ board: TemporaryBoard) throws -> Pty {
    try Pty(
      ChildProcess.built("sanban"),
      ["--board", board.path, "--language", "zh", "--as", "wang"],
      environment: ["HOME=\(board.folder)"], columns: 120, rows: 40)
  }
}
