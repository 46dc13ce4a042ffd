import PlanModel
import Testing
import TextCanvas

@testable import BoardApp

/// The page of keys: of the screen one came from, and of all.
@Suite struct HelpTests {
  @Test func tabShowsTheKeysOfAllScreensAndBack() throws {
    let driver = try Driver(rows: 60)
    driver.press("3 ?")
    #expect(driver.screen.contains("Help · ") && !driver.screen.contains("Help · all screens"))
    driver.press("Tab")
    #expect(driver.screen.contains("Help · all screens"))
    driver.press("Tab")
    #expect(!driver.screen.contains("Help · all screens"))
  }

  @Test func everyActionOfEveryScreenIsThere() throws {
    let driver = try Driver(columns: 200, rows: 400)
    driver.press("? Tab")
    for action in Actions.all { #expect(driver.screen.contains(action.words.en.prefix(20))) }
  }

  @Test func findsInAllScreens() throws {
    let driver = try Driver(rows: 40)
    driver.press("3 ? Tab /")
    driver.type("hold")
    driver.press("Enter")
    #expect(driver.screen.contains("Hold") && !driver.screen.contains("Assign to marketing"))
  }
}
