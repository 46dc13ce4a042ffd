import PlanModel
import Testing
import TextCanvas

@testable import BoardApp

/// What a user notices first: words, hints, what is cut.
@Suite struct LooksTests {
  @Test func aTypedAmountTakesThePlaceOfTheOldOne() throws {
    let driver = try Driver()
    driver.openReview()
    driver.press("Right Right f")
    driver.type("300k")
    driver.press("Enter")
    #expect(driver.notice.contains("300 k") && !driver.notice.contains("305"))
  }

  @Test func aPrefilledAmountCanBeEdited() throws {
    let driver = try Driver()
    driver.openReview()
    driver.press("Right Right f Left")
    driver.type("1")
    let line = try #require(driver.state.overlays.last as? InputLine)
    #expect(line.editor.text == "3050010")
  }

  @Test func eachItemOfAReviewCountsOnce() throws {
    let driver = try Driver()
    driver.openReview()
    let line = try #require(driver.text.first { $0.contains("11 items: ") })
    let counts = line.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
    #expect(counts.first == 11 && counts.dropFirst().reduce(0, +) == 11)
  }

  @Test func overIsOnlyWhatIsSpent() throws {
    let driver = try Driver(.demo, .chinese)
    driver.openReview()
    driver.press("Right")
    #expect(driver.screen.contains("⚑ 超支 5.7万 · 预计超预算 6.9万"))
    driver.press("Right")
    #expect(driver.screen.contains("⚑ 预计超预算 4.5万"))
  }

  @Test func stoppingSaysWhatBecomesOfTheMoney() throws {
    let driver = try Driver()
    driver.openReview()
    driver.press("Right Right 4")
    #expect(driver.screen.contains("the plan stays, M returns it"))
  }

  @Test func droppingAsksForAReason() throws {
    let driver = try Driver()
    driver.press("3 x j x j t 8")
    #expect(driver.saves.isEmpty && driver.screen.contains("Drop A30"))
    driver.type("no budget")
    driver.press("Enter")
    #expect(driver.saves.count == 1 && driver.saves[0].edit.reason == "no budget")
    #expect(driver.notice.contains("items dropped: A30"))
    driver.press("t 7 Esc")
    #expect(driver.saves.count == 1)
  }

  @Test func onlyWhatChangesIsCounted() throws {
    let driver = try Driver()
    driver.press("3 x x x x m")
    #expect(driver.notice.contains("2 items to marketing") && driver.notice.contains("already"))
  }

  @Test(arguments: ["q", "h", "m"]) func otherPeriodsStandWhereTheMonthIs(key: String) throws {
    let driver = try Driver(columns: 80, rows: 24)
    driver.press("g y v \(key)")
    let heads = driver.text[3]
    #expect(heads.contains(key == "q" ? "Q4" : key == "h" ? "H2" : "Nov"))
    #expect(key == "m" || !driver.text[2].contains("◂"))
  }

  @Test func noColumnIsLeftOutBetweenOthers() throws {
    let driver = try Driver(.demo, .chinese)
    driver.press("g y")
    let heads = driver.text[3]
    #expect(!heads.contains("同比") || heads.contains("年累"))
  }

  @Test(arguments: [(120, 40), (80, 24), (60, 20), (40, 12)])
  func aPanelShowsEveryKey(columns: Int, rows: Int) throws {
    let driver = try Driver(columns: columns, rows: rows)
    for prefix in ["g", "b f"] {
      driver.press(prefix)
      #expect(!driver.screen.contains("more ") || columns == 40)
      driver.press("Esc")
    }
    driver.press("f")
    #expect(driver.screen.contains("j ↓"))
  }

  @Test func keysThatRefuseAreNotOffered() throws {
    let driver = try Driver()
    #expect(driver.lowest.contains("status"))
    driver.press("2")
    #expect(!driver.lowest.contains("status"))
    driver.press("3 t")
    #expect(driver.lowest.contains("Esc") && !driver.lowest.contains("marketing"))
    driver.press("Esc ? u")
    #expect(driver.notice.contains("q leaves the help"))
  }

  @Test func placesOfMoneyAreNamed() throws {
    let driver = try Driver(.demo, .chinese)
    driver.press("g b M")
    #expect(driver.screen.contains("机动 2026Q4") && !driver.screen.contains("reserve@"))
  }

  @Test func jointWorkShowsBothLetters() throws {
    let driver = try Driver(.demo, .chinese)
    #expect(driver.screen.contains("A30 销市"))
  }

  @Test func theItemsPageHeadsItsLines() throws {
    let driver = try Driver(columns: 80, rows: 24)
    driver.press("Enter")
    #expect(driver.screen.contains("cmtd") && driver.screen.contains("▾"))
  }
}

extension Driver {
  /// The row of keys.
  var lowest: String { text.last ?? "" }
}
