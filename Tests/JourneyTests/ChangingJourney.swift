import PlanModel
import TestSupport
import Testing

/// Changing items with single keys.
@Suite struct ChangingJourney {
  @Test func assigns() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("3 G")
    try me.seeRow("▸A40", "市")
    try me.keys("s")
    try me.see("A40 交销售部")
    try me.seeRow("▸A40", "销")
    #expect(try board.item("A40")?.lead == .sales)
    try me.keys("s")
    try me.see("已经是销售部主导")
    try me.keys("-")
    try me.seeRow("▸A40", "？")
    #expect(try board.item("A40")?.lead == nil)
    try me.keys("m")
    try me.seeRow("▸A40", "市")
    try me.keys("u")
    try me.seeRow("▸A40", "？")
    try me.keys("u")
    try me.seeRow("▸A40", "销")
    try me.keys("Ctrl-r")
    try me.seeRow("▸A40", "？")
    #expect(try board.item("A40")?.lead == nil)
    try me.quit()
    #expect(try board.item("A40")?.lead == nil)
    #expect(try board.isSound())
  }

  @Test func tellsWhenThereIsNothingToUndo() throws {
    let me = try Session(try TemporaryBoard(.demo), as: "gu")
    try me.keys("u")
    try me.see("没有可撤销")
    try me.quit()
  }

  @Test func setsTheStatusByNumber() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("3 G t")
    try me.see("状态", "4")
    try me.keys("4")
    try me.seeRow("▸A40", "◐")
    #expect(try board.item("A40")?.status == .running)
    try me.keys("u")
    try me.seeRow("▸A40", "○")
    try me.keys("1 t")
    try me.see("只有活动有")
    try me.quit()
  }

  @Test func changesManyInOneStep() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    let codes = ["A30", "A33", "A35"]
    let before = try codes.map { try board.item($0)?.lead }
    try me.keys("3 g g x x x")
    try me.see("已标记 3 项")
    try me.keys("m")
    try me.see("项交市场部")
    #expect(try codes.allSatisfy { try board.item($0)?.lead == .marketing })
    try me.keys("u")
    try me.see("已撤销")
    #expect(try codes.map { try board.item($0)?.lead } == before)
    try me.keys("g g V j j j V")
    try me.see("已标记 4 项")
    try me.keys("Esc")
    try me.see("── A31", not: ["已标记"])
    try me.quit()
  }

  @Test func binsAndRestores() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("3 G d d")
    try me.see("A40 放入回收站", not: ["▸A40"])
    #expect(try board.item("A40")?.isGone == true)
    try me.keys("g d")
    try me.see("回收站", "A40")
    try me.keys("r")
    try me.see("已还原")
    try me.keys("q")
    try me.seeRow("A40")
    #expect(try board.item("A40")?.isGone == false)
    try me.quit()
  }

  @Test func commentsAreKept() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("3 g g c")
    try me.see("留言 A30")
    try me.type("门店反馈好,明年照做")
    try me.see("明年照做")
    try me.keys("Enter")
    try me.see("已留言")
    #expect(try board.detail("A30")?.comments.contains { $0.body == "门店反馈好,明年照做" } == true)
    try me.keys("g l")
    try me.see("变更记录", "A30")
    try me.keys("q")
    try me.see("趋势 · 三年")
    try me.quit()
  }

  @Test func anOwnerIsPickedByTyping() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("3 G o")
    try me.see("指派给")
    try me.type("liu")
    try me.see("刘强")
    try me.keys("Enter")
    try me.see("指派给 刘强")
    let owner = try board.item("A40")?.owner
    #expect(try board.reader().board().person(named: "liu")?.id == owner)
    try me.quit()
  }
}
