import PlanModel
import TestSupport
import Testing

/// Looking around on the worked example.
@Suite struct HorizonsJourney {
  @Test func walksTheThreeHorizons() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.see("三板", "趋势", "目标", "活动")
    print(try me.screen)
    try me.keys("1")
    try me.seeRow("▸", "T1")
    try me.keys("j")
    try me.quit()
  }
}
