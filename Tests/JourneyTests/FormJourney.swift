import PlanModel
import TestSupport
import Testing

/// Items whole, in their form.
@Suite struct FormJourney {
  @Test func aTitleIsEnough() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("3 n")
    try me.see("新活动")
    try me.type("社区团购试点")
    try me.see("社区团购试点")
    try me.keys("Enter")
    try me.see("已新建 A", not: ["新活动"])
    try me.seeRow("▸A", "社区团购试点")
    let code = try #require(try newest(board))
    #expect(try board.item(code)?.title(.chinese) == "社区团购试点")
    try me.keys("u")
    try me.see("已撤销", not: ["▸\(code)"])
    try me.quit()
  }

  @Test func editsFieldsAndSavesFromAnywhere() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("3 G e")
    try me.see("A40", "Ctrl-s 保存")
    try me.keys("Ctrl-u")
    try me.type("品牌调研(改期)")
    try me.keys("Tab Tab")
    try me.keys("Ctrl-s")
    try me.see("A40 已保存", "品牌调研(改期)", not: ["Ctrl-s 保存"])
    #expect(try board.item("A40")?.title(.chinese) == "品牌调研(改期)")
    try me.quit()
  }

  @Test func escapeKeepsADraft() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("3 n")
    try me.see("新活动")
    try me.type("写到一半")
    try me.see("写到一半")
    try me.keys("Esc")
    try me.see("草稿已留", not: ["新活动"])
    try me.keys("n")
    try me.see("新活动", "写到一半")
    try me.keys("Esc q")
    #expect(try me.waitForEnd() == 0)
    #expect(try newest(board) == "A40")
    // It outlives the program.
    let again = try Session(board)
    try again.keys("3 n")
    try again.see("新活动", "写到一半")
    try again.keys("Enter")
    try again.seeRow("▸A", "写到一半")
    try again.quit()
  }

  @Test func anEmptyTitleAndABadDateAreSaidInTheForm() throws {
    let me = try Session(try TemporaryBoard(.demo))
    try me.keys("3 n")
    try me.see("新活动")
    try me.keys("Ctrl-s")
    try me.see("新活动", "先写名称")
    try me.keys("Esc")
    try me.see("活动 · 2026Q4", not: ["先写名称"])
    try me.quit()
  }

  @Test func controlCharactersInAPasteNeverReachTheScreen() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("3 n")
    try me.see("新活动")
    try me.paste("a\u{1B}[31mred\u{7}\nb")
    try me.see("red", "新活动")
    try me.keys("Enter")
    try me.see("已新建 A")
    let code = try #require(try newest(board))
    let title = try #require(try board.item(code)?.title(.chinese))
    #expect(title.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 })
    try me.quit()
  }

  private func newest(_ board: TemporaryBoard) throws -> String? {
    try (40...60).map { "A\($0)" }.last { try board.item($0) != nil }
  }
}
