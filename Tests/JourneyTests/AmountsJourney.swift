import PlanModel
import TestSupport
import Testing

/// Typing money into the grid.
@Suite struct AmountsJourney {
  @Test func typesAForecast() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("3 G b")
    try me.see("A40", "预计", "合计")
    let before = try forecasts(board)
    // The plan is locked: the caret begins on the forecast.
    try me.type("12.5万")
    try me.see("125,000")
    try me.keys("Enter")
    try me.see("12.5", not: ["12.5万"])
    #expect(try holds { try forecasts(board).contains(12_500_000) })
    try me.keys("u")
    try me.see("已撤销")
    #expect(try forecasts(board) == before)
    try me.keys("q q")
    #expect(try me.waitForEnd() == 0)
    #expect(try board.isSound())
  }

  @Test func aLockedPlanSaysTheWayOut() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("3 G b")
    try me.see("预计", "合计")
    try me.keys("h 5")
    try me.see("预算已锁定", "预计", "调剂")
    // Coming back begins on the forecast again.
    try me.keys("q b")
    try me.type("7万")
    try me.see("70,000")
    try me.keys("Esc q q")
    #expect(try me.waitForEnd() == 0)
  }

  @Test func aBadAmountStaysInTheCell() throws {
    let me = try Session(try TemporaryBoard(.demo))
    try me.keys("3 G b")
    try me.see("预计", "合计")
    try me.type("12x")
    try me.keys("Enter")
    try me.see("12x")
    try me.keys("Esc q")
    try me.see("活动 · 2026Q4")
    try me.quit()
  }

  @Test func typesATargetsMonths() throws {
    let board = try TemporaryBoard(.demo)
    let me = try Session(board)
    try me.keys("2 Enter")
    try me.see("Y1")
    try me.keys("q")
    try me.see("活动 · 2026Q4")
    try me.quit()
  }

  private func forecasts(_ board: TemporaryBoard) throws -> [Int64] {
    try board.detail("A40")?.figures.compactMap { $0[.forecast] } ?? []
  }
}
