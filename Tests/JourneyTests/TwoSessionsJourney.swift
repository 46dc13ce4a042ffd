import PlanModel
import TestSupport
import Testing

/// Two people on one board.
@Suite struct TwoSessionsJourney {
  @Test func aChangeAppearsWithinASecondAndDisturbsNothing() throws {
    let board = try TemporaryBoard(.demo)
    let wang = try Session(board, as: "wang")
    let liu = try Session(board, as: "liu")
    try wang.keys("3 G")
    try wang.seeRow("▸A40", "市")
    try liu.keys("3 j n")
    try liu.see("新活动")
    try liu.type("写到一半的名称")
    try liu.see("写到一半的名称")
    let begin = ContinuousClock.now
    try wang.keys("s")
    try wang.seeRow("▸A40", "销")
    #expect(try holds(within: 1) { try liu.screen.contains("写到一半的名称") })
    try liu.keys("Esc")
    try liu.see("草稿已留")
    try liu.seeRow("A40", "销", seconds: 1)
    try liu.seeRow("▸A33")
    #expect(ContinuousClock.now - begin < .seconds(10))
    try wang.quit()
    try liu.quit()
  }

  @Test func seenWithinASecond() throws {
    let board = try TemporaryBoard(.demo)
    let wang = try Session(board, as: "wang")
    let liu = try Session(board, as: "liu")
    try wang.keys("3 G")
    try wang.seeRow("▸A40", "市")
    try liu.seeRow("▸A30")
    let begin = ContinuousClock.now
    try wang.keys("s")
    try liu.seeRow("A40", "销", seconds: 2)
    #expect(ContinuousClock.now - begin < .seconds(1))
    try liu.seeRow("▸A30")
    try wang.quit()
    try liu.quit()
  }

  @Test(arguments: ["m", "t"]) func bothOnOneField(choice: String) throws {
    let board = try TemporaryBoard(.demo)
    let wang = try Session(board, as: "wang")
    let liu = try Session(board, as: "liu")
    try wang.keys("3 G e")
    try wang.see("Ctrl-s 保存")
    try wang.keys("Ctrl-u")
    try wang.type("王的名称")
    try liu.keys("3 G e")
    try liu.see("Ctrl-s 保存")
    try liu.keys("Ctrl-u")
    try liu.type("刘的名称")
    try liu.keys("Ctrl-s")
    try liu.see("A40 已保存")
    try wang.keys("Ctrl-s")
    try wang.see("刘强", "刘的名称", "王的名称", "m 用我的")
    #expect(try board.item("A40")?.title(.chinese) == "刘的名称")
    try wang.keys(choice)
    try wang.see("── A40", not: ["m 用我的"])
    let title = choice == "m" ? "王的名称" : "刘的名称"
    try wang.seeRow("▸A40", title)
    try liu.seeRow("▸A40", title, seconds: 1)
    #expect(try board.item("A40")?.title(.chinese) == title)
    try wang.quit()
    try liu.quit()
    #expect(try board.isSound())
  }

  @Test(arguments: ["m", "t"]) func bothOnOneCell(choice: String) throws {
    let board = try TemporaryBoard(.demo)
    let wang = try Session(board, as: "wang")
    let liu = try Session(board, as: "liu")
    for session in [wang, liu] {
      try session.keys("3 G b")
      try session.see("预计", "合计")
    }
    try wang.type("111111")
    try wang.see("111,111")
    try liu.type("222222")
    try liu.keys("Enter")
    try liu.see("已保存")
    // What is half typed stays while the other's amount arrives.
    #expect(try holds { try figures(board).contains(22_222_200) })
    try wang.see("111111", seconds: 1)
    try wang.keys("Enter")
    try wang.see("刘强", "222,222", "111,111", "m 用我的")
    #expect(try figures(board).contains(22_222_200))
    try wang.keys(choice)
    try wang.see("合计", not: ["m 用我的"])
    let (kept, other): (Int64, Int64) =
      choice == "m" ? (11_111_100, 22_222_200) : (22_222_200, 11_111_100)
    #expect(try holds { try figures(board).contains(kept) })
    #expect(try !figures(board).contains(other))
    try wang.keys("q q")
    #expect(try wang.waitForEnd() == 0)
  }

  @Test func differentFieldsNeverMeet() throws {
    let board = try TemporaryBoard(.demo)
    let wang = try Session(board, as: "wang")
    let liu = try Session(board, as: "liu")
    try wang.keys("3 G e")
    try wang.see("Ctrl-s 保存")
    try wang.keys("Ctrl-u")
    try wang.type("只改名称")
    try liu.keys("3 G s")
    try liu.see("A40 交销售部")
    try wang.keys("Ctrl-s")
    try wang.see("A40 已保存")
    #expect(try board.item("A40")?.title(.chinese) == "只改名称")
    #expect(try board.item("A40")?.lead == .sales)
    try wang.quit()
    try liu.quit()
  }

  private func figures(_ board: TemporaryBoard) throws -> [Int64] {
    try board.detail("A40")?.figures.compactMap { $0[.forecast] } ?? []
  }
}
