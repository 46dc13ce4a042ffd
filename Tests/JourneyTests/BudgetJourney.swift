import PlanModel
import PlanStore
import TestSupport
import Testing

/// A quarter's money by keyboard: thirty lines entered, cut by ten percent with two held, moved, pasted,
/// copied.
@Suite struct BudgetJourney {
  private static let months = (10...12).map { Period(year: 2026, month: $0) }

  /// A board with three activities of ten expense lines each, nothing planned yet.
  static func board(planned: Int64? = nil) throws -> TemporaryBoard {
    let board = try TemporaryBoard(.empty)
    let writer = try BoardWriter(path: board.path)
    defer { writer.close() }
    let empty = try board.reader().board()
    let category = try #require(empty.entry(.category, code: "media"))
    // A day in the quarter's first month: there the cursor begins.
    var changes = Acts.setting(
      .today, was: empty.settings[.today] ?? .none, now: .integer(20_261_005)
    ).changes
    for number in 0..<Int64(3) {
      let item = -1 - number * 100
      changes +=
        Acts.create(
          .activity,
          fields: [
            .title: .text("活动\(number + 1)"), .lead: .integer(1), .status: .integer(3),
            .period: .integer(202_624), .priority: .integer(number + 1),
          ], provisional: item
        ).changes
      for line in 1...Int64(10) {
        changes +=
          Acts.newLine(
            in: item, code: line == 1 ? "media" : "media-\(line)", category: category.id,
            title: "费用\(line)", position: line, provisional: item - line
          ).changes
        guard let planned else { continue }
        changes += Self.months.flatMap {
          Acts.figure(item - line, .plan, $0, was: nil, now: planned).changes
        }
      }
    }
    let outcome = writer.save(Edit(.create, changes), as: "chen")
    guard case .saved = outcome else { throw Failure("\(outcome)") }
    return board
  }

  private func plans(_ board: TemporaryBoard, _ month: Period) throws -> [Int64] {
    try ["A1", "A2", "A3"].flatMap { code in
      let detail = try #require(try board.detail(code))
      return detail.lines.map { detail.figure($0.id, month)?[.plan] ?? 0 }
    }
  }

  private func open(_ board: TemporaryBoard) throws -> Session {
    let me = try Session(board, arguments: ["--screen", "budget", "--period", "2026Q4"])
    try me.see("预算 · 2026Q4", "费用1")
    // To the first line's first cell.
    try me.keys("g g j j j")
    try me.see("A1 · 费用1")
    return me
  }

  @Test func thirtyLinesAreEntered() throws {
    let board = try Self.board()
    let me = try open(board)
    for number in 1...30 {
      try me.type("\(number)000")
      try me.keys("Enter")
    }
    let wanted = (1...30).map { Int64($0) * 100_000 }
    #expect(try holds { try plans(board, Self.months[0]).sorted() == wanted })
    // Enter went down line by line, in the order in which they stand.
    #expect(try plans(board, Self.months[0]) == wanted)
    try me.keys("u")
    try me.see("已撤销")
    #expect(try holds { try plans(board, Self.months[0])[29] == 0 })
    try me.keys("q")
    try me.quit()
    #expect(try board.isSound())
  }

  @Test func tenPercentAreCutWithTwoLinesHeld() throws {
    let board = try Self.board(planned: 1_000_000)
    let me = try open(board)
    // All of A3's first line is held: a row of three months.
    try me.keys("G k k k k k k k k k")
    try me.see("A3 · 费用1")
    try me.keys("H j H")
    try me.see("1.0=")
    try me.keys("X")
    try me.see("追减 2026Q4", "预算 90.0万", "找到 9.0万")
    try me.keys("Enter")
    try me.see("追减原因")
    try me.type("总部要求")
    try me.keys("Enter")
    try me.see("已追减 9.0万")
    let all = try Self.months.flatMap { try plans(board, $0) }
    #expect(all.reduce(0, +) == 81_000_000)
    let held = try plans(board, Self.months[0])[20...21]
    #expect(Array(held) == [1_000_000, 1_000_000])
    // Priority C gave it all.
    #expect(try plans(board, Self.months[0])[..<20].allSatisfy { $0 == 1_000_000 })
    try me.keys("u")
    try me.see("已撤销")
    #expect(
      try holds { try Self.months.flatMap { try plans(board, $0) }.reduce(0, +) == 90_000_000 })
    try me.keys("q")
    try me.quit()
    #expect(try board.isSound())
    // The holds are still there for the same person.
    #expect(try board.reader().holds(of: "wang").count == 2)
  }

  @Test func moneyMovesBetweenTwoLines() throws {
    let board = try Self.board(planned: 1_000_000)
    let me = try open(board)
    try me.keys("M")
    try me.see("调剂", "A1 费用1 · 10月")
    try me.keys("Ctrl-u")
    try me.type("A2.media-2@2026-11")
    try me.keys("Tab")
    try me.type("2500")
    try me.keys("Tab")
    try me.type("挪给直播")
    try me.see("1.0 → 0.8")
    try me.keys("Enter")
    try me.see("已调剂 0.3万")
    #expect(try plans(board, Self.months[0])[0] == 750_000)
    #expect(try plans(board, Self.months[1])[11] == 1_250_000)
    try me.keys("q")
    try me.quit()
    #expect(try board.isSound())
  }

  @Test func aBlockFromASpreadsheetIsPasted() throws {
    let board = try Self.board()
    let me = try open(board)
    try me.paste("1000\t\t\t2000\n3000\t\t\tabc\n")
    try me.see("粘贴", "✗", "不是数")
    try me.keys("Enter")
    try me.see("已粘贴 3 格")
    #expect(Array(try plans(board, Self.months[0])[..<2]) == [100_000, 300_000])
    #expect(try plans(board, Self.months[1])[0] == 200_000)
    try me.keys("q")
    try me.quit()
  }

  @Test func aRangeGoesToTheClipboard() throws {
    let board = try Self.board(planned: 1_000_000)
    let pty = try Grid.open(board)
    pty.type("ggjjj")
    pty.type("Vjy")
    // 10000 ⏎ 10000, in the sequence that tmux and terminals take.
    try pty.wait(for: "\u{1B}]52;c;MTAwMDAKMTAwMDA=")
    pty.type("qq")
    #expect(try pty.waitForEnd() == 0)
  }
}

/// What the grid costs on the line, 160 × 50, dressed as over SSH, counted as it leaves the program.
@Suite struct Grid {
  static func open(_ board: TemporaryBoard, columns: Int = 160, rows: Int = 50) throws -> Pty {
    let pty = try Pty(
      ChildProcess.built("sanban"),
      [
        "--board", board.path, "--language", "zh", "--as", "wang", "--screen", "budget",
        "--period", "2026Q4",
      ], environment: ["SSH_CONNECTION=1 2 3 4", "HOME=\(board.folder)"], columns: columns,
      rows: rows)
    try pty.wait(for: "合计")
    rest(pty)
    return pty
  }

  /// Reads until nothing comes for a while.
  private static func rest(_ pty: Pty) { while pty.read(milliseconds: 250) {} }

  /// What a key costs at once, and with what follows when the cursor rests.
  private func cost(_ pty: Pty, _ keys: String) throws -> (step: Int, all: Int) {
    let before = pty.output.count
    pty.type(keys)
    let end = ContinuousClock.now + .seconds(5)
    while pty.output.count == before, ContinuousClock.now < end { pty.read(milliseconds: 20) }
    while pty.read(milliseconds: 60) {}
    let step = pty.output.count - before
    Self.rest(pty)
    return (step, pty.output.count - before)
  }

  private func median(_ counts: [Int]) -> Int { counts.sorted()[counts.count / 2] }

  @Test func aStepAndACharacterAreFewBytes() throws {
    let pty = try Self.open(try BudgetJourney.board(planned: 1_234_500))
    // Among the lines of one activity, and along the months of one line.
    _ = try cost(pty, "ggjjjj")
    var (steps, all): ([Int], [Int]) = ([], [])
    for key in ["j", "l", "l", "h", "k", "j", "j", "l"] {
      let cost = try cost(pty, key)
      steps.append(cost.step)
      all.append(cost.all)
    }
    print("grid, bytes of a step:", steps, "with the detail:", all)
    // A burdened machine may hand over both at once now and then.
    #expect(median(steps) <= 120, "\(steps)")
    #expect(all.allSatisfy { $0 <= 200 }, "\(all)")
    _ = try cost(pty, "hh")
    _ = try cost(pty, "1")
    var typed: [Int] = []
    for key in ["2", "0", "0", "0", "5"] { typed.append(try cost(pty, key).all) }
    print("grid, bytes of a typed character:", typed)
    #expect(typed.allSatisfy { $0 > 0 && $0 <= 40 }, "\(typed)")
    _ = try cost(pty, "\u{1B}")
    pty.type("qq")
    #expect(try pty.waitForEnd() == 0)
  }

  @Test func scrollingARowIsFewBytes() throws {
    let pty = try Self.open(try BudgetJourney.board(planned: 1_234_500), rows: 30)
    _ = try cost(pty, "gg\u{06}")
    var scrolled: [Int] = []
    for _ in 0..<6 { scrolled.append(try cost(pty, "j").all) }
    print("grid, bytes of a row further:", scrolled)
    #expect(scrolled.allSatisfy { $0 <= 300 }, "\(scrolled)")
    pty.type("qq")
    #expect(try pty.waitForEnd() == 0)
  }
}
