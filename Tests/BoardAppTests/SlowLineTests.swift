import PlanModel
import Testing
import TextCanvas

@testable import BoardApp

/// What the lean dress leaves out until there is a moment of rest.
@Suite struct SlowLineTests {
  @Test func aBoxWaitsUntilOneRests() throws {
    let driver = try Driver(isLean: true)
    driver.press("3 j")
    driver.type("t")
    #expect(!driver.screen.lowercased().contains("dropped"))
    driver.now += Boxes.rest
    driver.send(.tick(now: driver.now))
    #expect(driver.screen.lowercased().contains("dropped"))
    driver.type("2")
    #expect(driver.saves.count == 1 && !driver.screen.lowercased().contains("dropped"))
  }

  @Test func thePanelOfKeysWaitsToo() throws {
    let driver = try Driver(isLean: true)
    driver.type("g")
    let before = driver.canvas
    driver.now += Boxes.rest
    driver.send(.tick(now: driver.now))
    #expect(driver.canvas != before && driver.screen.contains("Budget"))
    driver.type("b")
    #expect(driver.state.trail.last == .budget)
  }

  @Test func atHomeItIsThereAtOnce() throws {
    let driver = try Driver()
    driver.type("t")
    #expect(driver.screen.contains("Submitted") && driver.state.deadline == nil)
  }

  @Test func aTypedFilterChangesItsOwnLineOnly() throws {
    let driver = try Driver(isLean: true)
    driver.press("3 /")
    driver.type("a")
    let before = driver.text
    driver.type("b")
    let changed = zip(before, driver.text).filter { $0 != $1 }
    #expect(changed.count == 1 && changed[0].1.contains("/ ab"))
  }
}

/// Taking back what made half the board is asked about first.
@Suite struct GreatUndoTests {
  private func importing(_ count: Int64, _ driver: Driver) {
    let changes = (1...count).flatMap { index in
      [
        Change.create(-index, .activity),
        Change(.item(-index, .title), was: .none, now: .text("Imported \(index)")),
      ]
    }
    _ = driver.writer.save(Edit(.importing, changes), as: driver.state.me)
    driver.state.revision += 1
    driver.refresh()
  }

  @Test func manyItemsAreNotBinnedUnasked() throws {
    let driver = try Driver()
    importing(30, driver)
    driver.press("u")
    #expect(driver.saves.isEmpty && driver.screen.contains("30 items would go to the bin"))
    driver.press("Esc")
    #expect(driver.saves.isEmpty)
    driver.press("u y")
    #expect(driver.saves.count == 1)
    driver.press("u")
    #expect(driver.saves.count == 1, "nothing more of one's own to take back")
  }

  @Test func aFewAre() throws {
    let driver = try Driver()
    importing(3, driver)
    driver.press("u")
    #expect(driver.saves.count == 1)
  }
}
