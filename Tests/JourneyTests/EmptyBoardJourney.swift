import PlanModel
import TestSupport
import Testing

/// From nothing to a quarter's plan, by keyboard alone.
@Suite struct EmptyBoardJourney {
  @Test func plansAQuarterInChinese() throws {
    let board = try TemporaryBoard(.empty)
    let me = try Session(board)
    try me.see("这块计划板还是空的", "写下第一个")

    // A trend.
    try me.keys("1 n")
    try me.see("新趋势")
    try me.type("县城换新家具的人在增加")
    try me.keys("Enter")
    try me.see("已新建 T1")
    try me.seeRow("▸T1", "县城换新家具")

    // A target of the year that rests on it.
    try me.keys("2 n")
    try me.see("新目标", "T1 县城换新家具的人在增加 ★")
    try me.type("县城网点30家")
    try me.keys("Enter")
    try me.see("已新建 Y1")

    // An activity of the quarter that serves it, led by sales.
    try me.keys("3 n")
    try me.see("新活动", "Y1 县城网点30家 ★")
    try me.type("县城开店补贴")
    try me.keys("Enter")
    try me.see("已新建 A1")
    try me.seeRow("▸A1", "县城开店补贴")
    try me.keys("s")
    try me.seeRow("▸A1", "销")

    // Its money.
    try me.keys("b")
    try me.see("合计")
    try me.keys("n")
    try me.see("费用")
    try me.type("门店")
    try me.see("门店建设补贴", not: ["广告投放"])
    try me.keys("Enter")
    try me.see("新费用项")
    try me.type("12万")
    try me.keys("Tab")
    try me.see("12.0")
    let activity = try #require(try board.detail("A1"))
    #expect(activity.item.title(.chinese) == "县城开店补贴")
    #expect(activity.item.lead == .sales)
    #expect(activity.parents.map(\.code.description) == ["Y1"])
    #expect(activity.lines.map(\.code) == ["store"])
    #expect(activity.figures.contains { $0[.plan] == 12_000_000 })
    let target = try #require(try board.detail("Y1"))
    #expect(target.parents.map(\.code.description) == ["T1"])
    try me.keys("q")
    try me.seeRow("▸A1", "12.0")
    try me.quit()
    #expect(try board.isSound())

    // Somebody opens it later.
    let later = try Session(board, as: "li", language: "en")
    try later.seeRow("A1", "县城开店补贴")
    try later.quit()
  }

  @Test func showsAnEmptyBoardInEnglish() throws {
    let me = try Session(try TemporaryBoard(.empty), language: "en", columns: 80, rows: 24)
    try me.see("This board is empty", "write the first")
    try me.keys("m")
    try me.see("n new")
    try me.quit()
  }
}
