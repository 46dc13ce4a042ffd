import TestSupport
import Testing

/// Finding out what can be done.
@Suite struct FindingKeysJourney {
  @Test func thePaletteDoesWhatItNames() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("3 G :")
    try me.see("命令")
    try me.type("交销售")
    try me.see("› 交销售", not: ["改为未定"])
    try me.keys("Enter")
    try me.see("A40 交销售部")
    #expect(try board.item("A40")?.lead == .sales)
    try me.quit()
  }

  @Test func thePrefixPanelListsWhatFollows() throws {
    let me = try Session(try TemporaryBoard(.demo))
    try me.see("A30 ")
    try me.keys("g")
    try me.see("检查", "变更记录", "回收站")
    try me.keys("c")
    try me.see("检查", not: ["趋势 · 三年"])
    try me.keys("q")
    try me.see("趋势 · 三年")
    try me.keys("g Esc")
    try me.see("趋势 · 三年", not: ["变更记录"])
    try me.quit()
  }

  @Test func helpNamesEveryKeyOfTheScreen() throws {
    let me = try Session(try TemporaryBoard(.demo), columns: 120, rows: 60)
    try me.see("A30 ")
    try me.keys("?")
    try me.see("上移", "交市场部", "撤销")
    try me.keys("q")
    try me.see("A30 ")
    try me.keys("Z")
    try me.see("Z 在这里没有用处")
    try me.quit()
  }

  @Test func theBackKeyGoesWhereOneCameFrom() throws {
    let me = try Session(try TemporaryBoard(.demo))
    try me.see("A30 ")
    try me.keys("g l")
    try me.see("变更记录", not: ["趋势 · 三年"])
    try me.keys("g c")
    try me.see("检查", not: ["趋势 · 三年"])
    try me.keys("Ctrl-o")
    try me.see("变更记录")
    try me.keys("Ctrl-o")
    try me.see("趋势 · 三年")
    try me.keys("Ctrl-o")
    try me.see("起点")
    try me.quit()
  }
}
