import Glibc
import PlanModel
import PlanStore
import TestSupport
import Testing

/// From anywhere, on a small window and a line that may break: a real sshd, a key, the real program.
@Suite struct SshJourney {
  private func login(
    _ server: SshServer, _ board: TemporaryBoard, as who: String, language: String = "zh"
  ) throws -> Session {
    try Session(
      board, as: who, language: language, columns: 60, rows: 20, arguments: ["review", "2026Q4"],
      over: server)
  }

  /// Twenty-five activities in Chinese on 60×20, from the overview to the summary.
  @Test func aQuarterIsReviewedToTheSummary() throws {
    let server = try SshServer()
    let board = try TemporaryBoard(.large(100))
    let me = try login(server, board, as: "wang")
    try me.see("评审 2026Q4 · 概况", "时间进度", "年度目标", "25 项")
    var codes: Set<String> = []
    for number in 1...25 {
      try me.keys("Right")
      let row = try me.seeRow("评审 2026Q4 · \(number) / 25")
      #expect(row.contains("评审"))
      let shown = try me.see("状态", "费用", "目标", "作决议")
      codes.insert(shown.split(separator: "\n")[2].prefix { $0 != "市" && $0 != "销" }.description)
      switch number {
      case 1:
        try me.keys("2")
        try me.see("调整 A")
        try me.type("改线上专供款")
        try me.keys("Enter")
        try me.see("本次：调整", "改线上专供款")
      case 2:
        try me.keys("t 4")
        try me.see("执行")
      default:
        try me.keys("1")
        try me.see("本次：继续")
      }
    }
    #expect(codes.count == 25)
    try me.keys("Right")
    try me.see("小结", "24 / 25 项", "继续 23 · 调整 1")
    try me.keys("q")
    try me.see("活动 · 2026Q4")
    try me.keys("q")
    #expect(try me.waitForEnd() == 0)
    let reader = try board.reader()
    let made = try reader.decisions(.of(Period(year: 2026, quarter: 4)), limit: 99)
    #expect(made.count == 24 && made.filter { $0.verdict == .change }.count == 1)
    #expect(try board.isSound())
  }

  /// The line breaks in the middle of a comment; the next login goes on where it was.
  @Test func aLostLineCostsNothing() throws {
    let server = try SshServer()
    let board = try TemporaryBoard(.demo)
    let me = try login(server, board, as: "wang")
    try me.see("概况")
    try me.keys("Right Right Right")
    try me.see("3 / 11", "A33")
    try me.keys("c")
    try me.see("留言 A33")
    try me.type("经销商排期冲突，改线上")
    try me.see("经销商排期冲突，改线上")
    let program = try #require(try programs(of: board).first)
    kill(try me.pid(), SIGKILL)
    #expect(try holds(within: 2) { try programs(of: board).isEmpty }, "\(program) goes on")
    let again = try login(server, board, as: "wang")
    try again.see("3 / 11", "A33", "这一项有写了一半的留言")
    try again.keys("c")
    try again.see("经销商排期冲突，改线上")
    try again.type("专供款？")
    try again.keys("Enter")
    try again.see("已留言", "专供款？")
    #expect(try board.detail("A33")?.comments.map(\.body) == ["经销商排期冲突，改线上专供款？"])
    // The saver drops the draft behind the comment.
    #expect(try holds { try board.reader().drafts(of: "wang").isEmpty })
    try again.keys("q q")
    #expect(try again.waitForEnd() == 0)
  }

  /// Two at once see what the other decides, and deciding the same item is a choice.
  @Test func twoReviewAtOnce() throws {
    let server = try SshServer()
    let board = try TemporaryBoard(.demo)
    let wang = try login(server, board, as: "wang")
    let liu = try login(server, board, as: "lixt", language: "en")
    try wang.see("概况")
    try liu.see("overview")
    try wang.keys("Right")
    try wang.see("1 / 11", "A32")
    try liu.keys("Right")
    try liu.see("1 / 11", "A32")
    try wang.keys("1")
    try wang.see("本次：继续")
    try liu.see("Wang Min decided on A32: go on", "decided: Go on", seconds: 2)
    for me in [wang, liu] {
      try me.keys("Right")
      try me.see("2 / 11", "A37")
    }
    try liu.keys("2")
    try liu.see("Change A37")
    try liu.type("weekly")
    try wang.keys("1")
    try wang.see("A37 继续")
    try liu.keys("Enter")
    try liu.see("Wang Min just changed this", "weekly")
    try liu.keys("m")
    try liu.see("decided: Change")
    let item = try #require(try board.item("A37"))
    let made = try board.reader().decisions(.about(item.id), limit: 9)
    #expect(made.map(\.verdict) == [.change, .goOn])
    for me in [wang, liu] {
      try me.keys("q q")
      #expect(try me.waitForEnd() == 0)
    }
  }

  /// Without a terminal a list comes through the pipe, and the full screen says why it can't.
  @Test func aListThroughThePipe() throws {
    let board = try TemporaryBoard(.demo)
    let server = try SshServer()
    let program = ChildProcess.built("sanban")
    let list = try server.run(
      [program, "list", "activities", "--period", "2026Q4", "--board", board.path])
    #expect(list.status == 0 && list.output.contains("A33") && !list.output.contains("\u{1B}"))
    #expect(list.output.split(separator: "\n").count == 12)
    let review = try server.run(
      [program, "review", "2026Q4", "--summary", "--format", "json", "--board", board.path])
    #expect(review.status == 0 && review.output.contains("\"decisions\": []"))
    let screen = try server.run([program, "--board", board.path, "--language", "en"])
    #expect(screen.status == 69 && screen.output.contains("There is no terminal here"))
  }

  /// The processes that have this board open on the screen.
  private func programs(of board: TemporaryBoard) throws -> [pid_t] {
    let found = try ChildProcess.run("pgrep", ["-x", "sanban", "-a"]).output
    return found.split(separator: "\n").filter { $0.contains(board.path) }
      .compactMap { pid_t($0.prefix { $0.isNumber }) }
  }
}
