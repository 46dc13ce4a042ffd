import PlanModel
import Testing

@testable import BoardApp

/// The cursor stays on the item, whoever moves it.
@Suite struct Selection {
  @Test func stayingOnAnItemThatSortsElsewhere() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    let before = driver.shown
    driver.press("e Tab Tab Tab Tab Tab Ctrl-u")
    driver.type("2026-12-30")
    driver.press("Ctrl-s")
    #expect(driver.state.overlays.isEmpty)
    #expect(try driver.item("A33").start == Day(year: 2026, month: 12, day: 30))
    #expect(driver.selected == "A33")
    #expect(driver.shown != before)
    driver.cursorIsInSight()
  }

  @Test func othersMoveTheItem() throws {
    let driver = try Driver(.large)
    driver.press("Ctrl-f Ctrl-f j j j")
    let code = driver.selected
    let item = try #require(driver.state.home.selected)
    try driver.other(Acts.set(.start, to: .integer(20_261_231), of: [item]))
    #expect(driver.selected == code)
    driver.cursorIsInSight()
    let moved = try driver.item(code)
    try driver.other(Acts.set(.start, to: .integer(20_261_001), of: [moved]))
    #expect(driver.selected == code)
    driver.cursorIsInSight()
    driver.press("j k")
    #expect(driver.selected == code)
  }

  @Test func othersChangeAnItemAbove() throws {
    let driver = try Driver(.large)
    driver.press("Ctrl-f Ctrl-f Ctrl-f Ctrl-f j j j")
    let code = driver.selected
    let scope = HomeRead.scope(driver.state, .activity)
    let first = try driver.reader.items(ListWindow(scope, limit: 30))
    try driver.other(Acts.bin(first))
    #expect(driver.selected == code)
    driver.cursorIsInSight()
  }

  @Test func binningGoesToTheNeighbourAndUndoBringsItBack() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    let list = driver.shown
    let place = try #require(list.firstIndex(of: "A33"))
    driver.press("d d")
    #expect(driver.selected == list[place + 1])
    #expect(!driver.shown.contains("A33"))
    #expect(driver.notice.contains("A33 to the bin"))
    driver.press("u")
    #expect(driver.shown == list)
    driver.press("Ctrl-r")
    #expect(!driver.shown.contains("A33"))
    driver.press("g d")
    #expect(driver.screen.contains("A33"))
    driver.press("r q")
    #expect(driver.shown == list)
  }

  @Test func binningTheLastRowAndTheWholeList() throws {
    let driver = try Driver()
    driver.press("G")
    let list = driver.shown
    driver.press("d d")
    #expect(driver.selected == list[list.count - 2])
    for _ in list.dropFirst() { driver.press("d d") }
    #expect(driver.selected == "–")
    #expect(driver.screen.contains("Nothing here yet. n new"))
    driver.press("m")
    #expect(driver.notice.contains("Nothing here yet"))
    for _ in list { driver.press("u") }
    #expect(driver.shown == list)
    #expect(driver.selected != "–")
  }

  @Test func anotherPersonBinsTheSelectedItem() throws {
    let driver = try Driver()
    driver.stand(on: "A35")
    let list = driver.shown
    try driver.other(Acts.bin([try driver.item("A35")]))
    let place = try #require(list.firstIndex(of: "A35"))
    #expect(driver.selected == list[place + 1])
    driver.press("k")
    #expect(driver.selected == list[place - 1])
  }

  @Test func theItemIsKeptWhileOneLooksElsewhere() throws {
    let driver = try Driver()
    driver.stand(on: "A34")
    driver.press("g c")
    try driver.other(Acts.set(.start, to: .integer(20_261_231), of: [try driver.item("A34")]))
    driver.press("q 1 3")
    #expect(driver.selected == "A34")
    driver.press("b q")
    #expect(driver.selected == "A34")
  }

  @Test func openingFromTheCheckGoesToTheItem() throws {
    let driver = try Driver()
    driver.press("] ] g c")
    let code = try #require(driver.state.check.walk.findings.first?.codes.first)
    driver.press("Enter")
    #expect(driver.state.trail.last == .home)
    #expect(driver.selected == "\(code)")
    driver.cursorIsInSight()
  }

  @Test func openingABinnedItemFromTheLogStandsSomewhere() throws {
    let driver = try Driver()
    driver.press("d d g l Enter")
    #expect(driver.state.trail.last == .home)
    driver.cursorIsInSight()
  }

  @Test func openingFromTheLogGoesToAnItemOfAnotherQuarter() throws {
    let driver = try Driver()
    driver.press("[ [")
    let code = driver.selected
    driver.press("m s ] ] g l Enter")
    #expect(driver.state.trail.last == .home)
    #expect(driver.selected == code)
  }
}
