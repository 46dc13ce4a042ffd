import PlanModel
import Testing

@testable import BoardApp

/// Undo, redo, and two people in the same place.
@Suite struct UndoAndConflict {
  @Test func undoAndRedo() throws {
    let driver = try Driver()
    driver.press("u")
    #expect(driver.notice == "nothing to undo")
    driver.stand(on: "A33")
    driver.press("s u")
    #expect(try driver.item("A33").lead == .marketing)
    driver.press("Ctrl-r")
    #expect(try driver.item("A33").lead == .sales)
    driver.press("u u u")
    #expect(driver.notice == "nothing to undo")
  }

  @Test func undoDoesNotOverwriteAnothersChange() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    driver.press("s")
    try driver.other(Acts.assign([try driver.item("A33")], to: nil))
    driver.press("u")
    #expect(try driver.item("A33").lead == nil)
    #expect(driver.state.overlays.isEmpty)
    #expect(driver.notice == "changed since; can't be undone")
  }

  private func conflict() throws -> (Driver, CellAddress) {
    let driver = try Driver()
    driver.stand(on: "A33")
    driver.press("b 1 2 0")
    let cell = try #require(driver.state.sheet.cell)
    let address = try #require(cell.address)
    try driver.other(
      Acts.figure(address.line, address.column, address.period, was: cell.amount, now: 900))
    #expect(driver.state.sheet.grid.editor?.text == "120")
    driver.press("Enter")
    #expect(driver.state.overlays.last is ConflictChoice)
    return (driver, address)
  }

  private func stored(_ driver: Driver, _ address: CellAddress) throws -> Int64? {
    try driver.detail("A33").figure(address.line, address.period)?[address.column]
  }

  @Test func mineWins() throws {
    let (driver, address) = try conflict()
    #expect(driver.screen.contains("Mr Wang") || driver.screen.contains("just changed this"))
    driver.press("m")
    #expect(try stored(driver, address) == 12_000)
    #expect(driver.state.overlays.isEmpty)
    driver.press("u")
    #expect(try stored(driver, address) == 900)
  }

  @Test func theirsStays() throws {
    let (driver, address) = try conflict()
    driver.press("t")
    #expect(try stored(driver, address) == 900)
    #expect(driver.state.overlays.isEmpty)
    #expect(driver.state.saveStatus == .saved)
  }

  @Test func laterSaysWhatWasTyped() throws {
    let (driver, address) = try conflict()
    driver.press("j x q Esc")
    #expect(try stored(driver, address) == 900)
    #expect(driver.notice == "Not written; kept as a draft: 120")
    driver.press("e")
    #expect(driver.state.sheet.grid.editor?.text == "120")
  }

  @Test func editingAgainSeesWhatStandsThereNow() throws {
    let (driver, address) = try conflict()
    driver.press("e")
    #expect(driver.state.sheet.grid.editor?.text == "120")
    driver.press("Backspace Enter")
    #expect(try stored(driver, address) == 1_200)
    #expect(driver.state.overlays.isEmpty)
  }

  @Test func differentFieldsNeverMeet() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    try driver.other(
      Acts.set(.titleEn, to: .text("Other"), of: [try driver.item("A33")]), announced: false)
    driver.press("s")
    #expect(driver.state.overlays.isEmpty)
    #expect(try driver.item("A33").lead == .sales)
    #expect(try driver.item("A33")[.titleEn] == .text("Other"))
  }

  @Test func aConflictWaitsForItsTurnUnderAFormThatWasOpened() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    try driver.other(Acts.assign([try driver.item("A33")], to: nil), announced: false)
    driver.press("s")
    #expect(driver.state.overlays.last is ConflictChoice)
    driver.press("m")
    #expect(try driver.item("A33").lead == .sales)
  }
}
