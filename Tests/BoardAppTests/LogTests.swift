import PlanModel
import Testing

@testable import BoardApp

/// The log: an edit a line, large ones open, the item of a line is gone to.
@Suite struct LogTests {
  @Test func largeEditsOpenAndClose() throws {
    let driver = try Driver(.demo, .chinese)
    driver.press("x x d d g l")
    #expect(driver.screen.contains("▸ A30 A33  放入回收站"))
    driver.press("Space")
    #expect(driver.screen.contains("A33 放入回收站“"))
    driver.press("j j Space")
    #expect(!driver.screen.contains("A33 放入回收站“"))
    // On the edit that was closed, not behind it.
    #expect(driver.state.log.list.index == 0)
  }

  @Test func oneStaysOnTheLineOneReads() throws {
    let driver = try Driver()
    driver.press("t 4 g l j")
    let before = try #require(driver.state.log.row?.act.op)
    try driver.other(Acts.set(.status, to: .integer(5), of: [driver.item("A31")], act: .status))
    #expect(driver.state.log.row?.act.op == before)
    driver.press("g g")
    try driver.other(Acts.set(.status, to: .integer(4), of: [driver.item("A31")], act: .status))
    #expect(driver.screen.contains("▸") && driver.state.log.list.index == 0)
  }

  @Test func noNumberOfTheProgramIsShown() throws {
    let driver = try Driver()
    driver.press("c")
    driver.type("earlier please")
    driver.press("Enter g l")
    #expect(driver.screen.contains("A30 comment “earlier please”"))
    #expect(!driver.screen.contains("Kind"))
    driver.press("Enter")
    #expect(driver.selected == "A30")
  }
}
