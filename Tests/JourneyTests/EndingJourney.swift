import Glibc
import PlanModel
import TestSupport
import Testing

/// Every way a session ends: the terminal is as it was, no process stays, nothing is lost.
@Suite struct EndingJourney {
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func byASignal(signal: Int32) throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("3 G s")
    try me.see("A40 交销售部")
    kill(try me.pid(), signal)
    _ = try me.waitForEnd()
    #expect(try board.item("A40")?.lead == .sales)
    #expect(try board.isSound())
  }

  @Test func aSignalKeepsHalfTypedText() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("3 n")
    try me.see("新活动")
    try me.type("线断了也在")
    try me.see("线断了也在")
    kill(try me.pid(), SIGHUP)
    _ = try me.waitForEnd()
    let again = try Session(board)
    try again.keys("3 n")
    try again.see("新活动", "线断了也在")
  }

  @Test func theWindowIsClosed() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("3 G s")
    try me.see("A40 交销售部")
    let pid = try me.pid()
    me.closeTerminal()
    #expect(holds(within: 2) { kill(pid, 0) != 0 })
    #expect(try board.item("A40")?.lead == .sales)
  }

  @Test func theLineIsLost() throws {
    let board = try TemporaryBoard(.demo)
    let pty = try sanban(board)
    try pty.wait(for: "A30")
    pty.hangUp()
    #expect(try pty.waitForEnd(seconds: 2, reading: false) >= 0)
  }

  @Test func killedWhileSaving() throws {
    let board = try TemporaryBoard(.demo)
    var random = Seeded(7)
    for round in 0..<8 {
      let pty = try sanban(board)
      try pty.wait(for: "A30")
      // Each key is an edit; the kill comes somewhere among them.
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        pty.type(["m", "s", "-"].randomElement(using: &random) ?? "m")
        pty.read(milliseconds: Int32.random(in: 0...4, using: &random))
      }
      pty.signal(SIGKILL)
      #expect(try pty.waitForEnd(reading: false) == 128 + SIGKILL)
      #expect(try board.isSound(), "round \(round)")
    }
    let me = try Session(board)
    try me.see("A30", "已保存")
    try me.quit()
  }

  @Test func whatWasShownAsSavedSurvivesAKill() throws {
    let board = try TemporaryBoard(.demo)
    for (key, lead) in [("s", Department.sales), ("m", .marketing)] {
      let me = try Session(board)
      try me.keys("3 G \(key)")
      try me.see("A40 交")
      kill(try me.pid(), SIGKILL)
      #expect(holds { (try? board.item("A40")?.lead) == lead })
    }
  }

  @Test func sizesDownToOneAndBack() throws {
    let me = try Session(try TemporaryBoard(.demo))
    try me.keys("3 G")
    try me.seeRow("▸A40")
    for (columns, rows) in [(40, 8), (20, 5), (1, 1), (200, 60), (1, 24), (80, 1), (80, 24)] {
      try me.resize(columns: columns, rows: rows)
      try me.keys("k j")
    }
    try me.resize(columns: 120, rows: 40)
    try me.see("趋势 · 三年", "─ 目标 · 2026", "? 帮助")
    try me.seeRow("▸A40")
    try me.keys("b")
    try me.see("合计")
    try me.resize(columns: 1, rows: 1)
    try me.resize(columns: 100, rows: 30)
    try me.see("合计")
    try me.keys("q q")
    #expect(try me.waitForEnd() == 0)
  }

  @Test func suspendsAndComesBack() throws {
    let me = try Session(try TemporaryBoard(.demo), underShell: true)
    try me.keys("3 G")
    try me.seeRow("▸A40")
    try me.keys("Ctrl-z")
    try me.see("Stopped")
    #expect(try me.terminal("#{alternate_on}#{cursor_flag}") == "01")
    try me.type("stty -g | cmp - before && echo same-$((40+2))")
    try me.keys("Enter")
    try me.see("same-42")
    try me.type("fg")
    try me.keys("Enter")
    try me.seeRow("▸A40")
    try me.keys("k")
    try me.seeRow("▸A38")
    try me.keys("q")
    #expect(try holds { try me.terminal("#{alternate_on}#{cursor_flag}") == "01" })
  }

  private func sanban(_ board: TemporaryBoard) throws -> Pty {
    try Pty(
      ChildProcess.built("sanban"),
      ["--board", board.path, "--language", "zh", "--as", "wang"],
      environment: ["HOME=\(board.folder)"], columns: 120, rows: 40)
  }
}
