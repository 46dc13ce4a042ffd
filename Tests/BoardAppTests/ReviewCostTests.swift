import PlanModel
import PlanStore
import TestSupport
import Testing
import TextCanvas

@testable import BoardApp

/// What a key of the review reads: the same on a small board and a large one.
@Suite struct ReviewCostTests {
  private func cost(_ driver: Driver, _ keys: String) -> (statements: Int, rows: Int) {
    let before = driver.reader.cost
    driver.press(keys)
    let cost = driver.reader.cost - before
    return (cost.statements, cost.rows)
  }

  @Test(arguments: [PreparedBoard.demo, .large]) func aStepReadsTheItemOnly(_ board: PreparedBoard)
    throws
  {
    let driver = try Driver(board, columns: 60, rows: 20)
    driver.press("g r Right")
    #expect(driver.state.review.list.isWhole && driver.state.review.page == .items)
    for key in ["Right", "Right", "Left"] {
      let found = cost(driver, key)
      #expect(found.statements <= 24 && found.rows <= 120, "\(key) \(found)")
    }
    for key in ["v", "Esc", "t", "Esc"] { #expect(cost(driver, key).rows == 0, "\(key)") }
  }

  /// A thousand activities in the quarter: the overview is there before the list has been read.
  @Test func theListIsReadInSlices() throws {
    let driver = try Driver(.large, columns: 60, rows: 20)
    driver.send(.event(.key(Key(.character("g")))))
    driver.send(.event(.key(Key(.character("r")))))
    #expect(driver.state.review.isUnderWay && driver.state.deadline == 0)
    #expect(driver.screen.contains("reading"))
    #expect(driver.state.review.list.rows.count == ReviewList.slice)
    // One needn't wait to go on: the first item comes as soon as the order is known.
    driver.send(.event(.key(Key(.right))))
    driver.rest()
    #expect(driver.state.review.path.count > 500 && driver.state.review.current != nil)
    let worst = driver.state.review.list[driver.state.review.path[0]]
    #expect([.over, .forecastOver].contains(worst?.trouble.first))
  }
}
