import Glibc
import PlanModel
import TestSupport
import Testing

/// Whatever arrives on the terminal, the program goes on and the board stays sound.
@Suite struct GarbageJourney {
  @Test(arguments: [1, 2, 3] as [UInt64]) func randomKeys(seed: UInt64) throws {
    var random = Seeded(seed)
    let pieces = (0..<1_500).map { _ in Array((Self.keys.randomElement(using: &random) ?? "j").utf8)
    }
    try survives(pieces, resizing: true, seed: seed)
  }

  @Test(arguments: [4, 5] as [UInt64]) func randomBytes(seed: UInt64) throws {
    var random = Seeded(seed)
    let pieces = (0..<300).map { _ in
      (0..<20).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    try survives(pieces, resizing: false, seed: seed)
  }

  @Test func aVeryLargePaste() throws {
    let line = String(repeating: "社区团购 community ", count: 20) + "\r"
    let pieces = [
      "3n\u{1B}[200~" + String(repeating: line, count: 1_000) + "\u{1B}[201~",
      "\u{1B}[200~broken \u{1B}[20",
    ]
    try survives(pieces.map { Array($0.utf8) }, resizing: false, seed: 0)
  }

  /// Types everything. Where the keys happen to leave the program, which is right, it is started
  /// again; where they happen to suspend it, it is woken.
  private func survives(_ pieces: [[UInt8]], resizing: Bool, seed: UInt64) throws {
    let board = try TemporaryBoard(.demo)
    var random = Seeded(seed &+ 100)
    var pty = try sanban(board)
    for (count, piece) in pieces.enumerated() {
      pty.type(piece)
      if resizing, count % 97 == 0 {
        pty.resize(
          columns: Int.random(in: 1...150, using: &random),
          rows: Int.random(in: 1...50, using: &random))
      }
      guard count % 10 == 9 else { continue }
      pty.signal(SIGCONT)
      pty.read(milliseconds: 1)
      if pty.hasEnded {
        try #require(pty.exitStatus == 0, "seed \(seed), piece \(count): \(pty.text.suffix(3000))")
        pty = try sanban(board)
      }
    }
    // It still answers, and leaves when asked.
    if pty.hasEnded { pty = try sanban(board) }
    let drawn = pty.output.count
    pty.signal(SIGCONT)
    pty.resize(columns: 91, rows: 31)
    let answers = holds { pty.read(milliseconds: 5) && pty.output.count > drawn }
    #expect(answers, "seed \(seed)")
    pty.signal(SIGTERM)
    #expect(try pty.waitForEnd() == 0, "seed \(seed): \(pty.text.suffix(3000))")
    #expect(try board.isSound())
  }

  /// All that people press, but for leaving.
  private static let keys: [String] =
    "hjklgGazvxVmso-ctebnu.yp/:?123456[]{}SHMf<>+=0789i dd".map { String($0) } + [
      "\t", "\r", "\u{1B}", "\u{12}", "\u{13}", "\u{0F}", "\u{0C}", "\u{06}", "\u{02}", "\u{7F}",
      "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[Z",
      "\u{1B}[3~", "\u{1B}[H", "\u{1B}[F", "\u{1B}OQ", "\u{1B}[<0;10;10M", "\u{1B}[<0;10;10m",
      "\u{1B}[<64;5;5M", "中文", "：", "１２", "，", "é", "👩‍👩‍👧", "\u{1B}[200~粘贴\u{1B}[201~",
      "\u{1B}[I", "\u{1B}[O", "\u{1B}[?62;22c", "12万", "=1+2",
    ]

  private func sanban(_ board: TemporaryBoard) throws -> Pty {
    let pty = try Pty(
      ChildProcess.built("sanban"),
      ["--board", board.path, "--language", "zh", "--as", "wang"],
      environment: ["HOME=\(board.folder)"], columns: 120, rows: 40)
    try pty.wait(for: "2026Q")
    return pty
  }
}
