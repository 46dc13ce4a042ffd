import PlanModel
import Testing

@testable import BoardApp

/// `M` is never silent, and what doesn't fit the screen is pointed at.
@Suite struct MoveDialogueTests {
  @Test func savingWithoutAnAmountSaysWhatIsMissing() throws {
    let driver = try Driver()
    driver.press("g b M Ctrl-s")
    #expect(driver.saves.isEmpty && driver.screen.contains("This is still empty"))
    driver.type("A36.design@2026-12")
    #expect(!driver.screen.contains("This is still empty"))
    driver.press("Ctrl-s")
    #expect(driver.saves.isEmpty && driver.screen.contains("This is still empty"))
    driver.type("1000")
    driver.press("Tab")
    driver.type("one print less")
    driver.press("Ctrl-s")
    #expect(driver.saves.count == 1 && driver.saves[0].edit.act == .transfer)
  }
}

@Suite struct HiddenColumnsTests {
  private func heads(_ driver: Driver) -> String { driver.text[2] }

  @Test func monthsOutOfSightArePointedAt() throws {
    let narrow = try Driver(columns: 80, rows: 24)
    narrow.press("g b")
    #expect(heads(narrow).contains("▸") && !heads(narrow).contains("◂"))
    narrow.press("l l l l l l l l")
    #expect(heads(narrow).contains("◂") && !heads(narrow).contains("▸"))
    let wide = try Driver(columns: 160)
    wide.press("g b")
    #expect(!heads(wide).contains("▸") && !heads(wide).contains("◂"))
  }
}
