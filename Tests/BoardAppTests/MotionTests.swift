import PlanModel
import Testing

@testable import BoardApp

/// Walking through a list of a thousand rows, of which a few pages are in memory.
@Suite struct Motion {
  private func codes(_ driver: Driver) throws -> [String] {
    let scope = HomeRead.scope(driver.state, driver.state.home.focus)
    return try driver.reader.items(ListWindow(scope, limit: 5_000)).map(\.code.description)
  }

  /// The place in the whole list of the first row in sight.
  private func top(_ driver: Driver, _ places: [String: Int]) -> Int? {
    driver.shown.first.flatMap { places[$0] }
  }

  private func walk(_ key: String, _ driver: Driver, _ all: [String]) {
    let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    var seen = [driver.selected]
    var before = top(driver, places) ?? -1
    while seen.count < all.count {
      driver.press(key)
      let now = top(driver, places) ?? -1
      guard abs(now - before) <= 1, now >= 0, driver.selected != seen.last else {
        Issue.record(
          "at \(seen.count): \(seen.last ?? "") to \(driver.selected), top \(before) to \(now)")
        return
      }
      #expect(driver.shown.contains(driver.selected))
      #expect(driver.shown.count == min(all.count, Layout(driver.state).body.count))
      before = now
      seen.append(driver.selected)
    }
    #expect(seen == all)
    driver.press(key)
    #expect(driver.selected == all.last)
  }

  @Test func stepsThroughEveryRowAndBack() throws {
    let driver = try Driver(.large, columns: 80, rows: 24)
    let all = try codes(driver)
    #expect(all.count == 1_000)
    #expect(driver.selected == all.first)
    walk("j", driver, all)
    walk("k", driver, all.reversed())
  }

  @Test(arguments: ["Ctrl-f", "Ctrl-b"]) func pagesToTheEnd(_ key: String) throws {
    let driver = try Driver(.large, columns: 100, rows: 30)
    let all = key == "Ctrl-f" ? try codes(driver) : try codes(driver).reversed()
    if key == "Ctrl-b" { driver.press("G") }
    #expect(driver.selected == all.first)
    let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    let page = Layout(driver.state).body.count - 1
    var at = 0
    while at < all.count - 1 {
      driver.press(key)
      let now = try #require(places[driver.selected])
      #expect(now == min(at + page, all.count - 1))
      driver.cursorIsInSight()
      guard now > at else { return }
      at = now
    }
  }

  @Test func firstAndLast() throws {
    let driver = try Driver(.large)
    let all = try codes(driver)
    driver.press("G")
    #expect(driver.selected == all.last)
    #expect(driver.shown.last == all.last)
    #expect(driver.shown.count == Layout(driver.state).body.count)
    driver.press("k k k")
    #expect(driver.selected == all[all.count - 4])
    driver.press("g g")
    #expect(driver.selected == all.first)
    #expect(driver.shown.first == all.first)
    driver.press("End")
    #expect(driver.selected == all.last)
    driver.press("Home")
    #expect(driver.selected == all.first)
  }

  @Test func leanLeapsByAThird() throws {
    let driver = try Driver(.large, columns: 80, rows: 24, isLean: true)
    let all = try codes(driver)
    let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    let height = Layout(driver.state).body.count
    var leaps: Set<Int> = []
    var before = 0
    for expected in all.dropFirst().prefix(400) {
      driver.press("j")
      #expect(driver.selected == expected)
      driver.cursorIsInSight()
      let now = try #require(top(driver, places))
      if now != before { leaps.insert(now - before) }
      before = now
    }
    #expect(leaps == [height / 3])
    leaps = []
    for expected in all.prefix(400).reversed() {
      driver.press("k")
      #expect(driver.selected == expected)
      driver.cursorIsInSight()
      let now = try #require(top(driver, places))
      if now != before, now > 0 { leaps.insert(before - now) }
      before = now
    }
    #expect(leaps == [height / 3])
  }

  @Test func resizingKeepsTheItemInSight() throws {
    let driver = try Driver(.large)
    driver.press("Ctrl-f Ctrl-f Ctrl-f j j")
    let item = driver.selected
    for (columns, rows) in [(80, 24), (60, 9), (20, 4), (300, 80), (40, 8), (120, 40)] {
      driver.send(.resized(columns: columns, rows: rows))
      #expect(driver.selected == item)
      driver.cursorIsInSight()
    }
  }

  @Test func periodsStepThroughQuartersAndYears() throws {
    let driver = try Driver()
    driver.press("]")
    #expect(driver.state.period == Period(year: 2027, quarter: 1))
    #expect(driver.screen.contains("Activities · 2027Q1"))
    #expect(driver.screen.contains("Targets · 2027"))
    driver.press("[ [ [")
    #expect(driver.state.period == Period(year: 2026, quarter: 2))
    #expect(driver.selected == "A13" || driver.shown.contains(driver.selected))
    driver.press("{")
    #expect(driver.state.period == Period(year: 2025, quarter: 2))
    #expect(driver.screen.contains("Nothing here yet. n new"))
    driver.press("}")
    #expect(driver.state.period == Period(year: 2026, quarter: 2))
    driver.cursorIsInSight()
  }

  @Test func refreshingTwiceReadsNothing() throws {
    for keys in [
      "", "1", "2", "b", "2 b", "1 b", "Enter", "g l", "g d", "g c", "g p", "?", "o", "1 a", "n",
    ] {
      let driver = try Driver()
      driver.press(keys)
      let before = driver.reader.cost.rows
      let canvas = driver.canvas
      driver.refresh()
      driver.refresh()
      #expect(driver.reader.cost.rows == before, "\(keys)")
      #expect(driver.canvas == canvas, "\(keys)")
    }
  }
}
