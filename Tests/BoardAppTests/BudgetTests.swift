import PlanModel
import TestSupport
import Testing

@testable import BoardApp

/// The budget as a whole: what it adds up, what folds, ranges, pasting, spreading.
@Suite struct BudgetScreenTests {
  private func sums(_ driver: Driver) -> Money {
    let span = BudgetRead.span(driver.state)
    return driver.state.budget.sums.rows.money.sum(span.months)
  }

  @Test(arguments: BudgetGrouping.allCases) func everyGroupingHoldsTheSameMoney(
    _ grouping: BudgetGrouping
  ) throws {
    let driver = try Driver(rows: 400)
    let number = (BudgetGrouping.allCases.firstIndex(of: grouping) ?? 0) + 1
    driver.press("g b v \(number) Esc")
    #expect(driver.state.budget.grouping == grouping)
    let months = BudgetRead.span(driver.state).months
    let rows = driver.state.budget.rows.rows
    #expect(rows.hasFirst && rows.hasLast)
    let top = rows.rows.filter { $0.depth == 0 }
    #expect(!top.isEmpty)
    #expect(top.reduce(Money()) { $0 + $1.money.sum(months) } == sums(driver))
    let lines = rows.rows.filter { $0.line != nil }
    #expect(lines.reduce(Money()) { $0 + $1.money.sum(months) } == sums(driver))
  }

  @Test(arguments: BudgetGrouping.allCases) func theLastRowIsReachedInEveryGrouping(
    _ grouping: BudgetGrouping
  ) throws {
    let number = (BudgetGrouping.allCases.firstIndex(of: grouping) ?? 0) + 1
    for board in [PreparedBoard.demo, .large] {
      let driver = try Driver(board)
      driver.press("g b v \(number) Esc")
      let first = driver.state.sheet.row?.name
      driver.press("G")
      #expect(driver.state.budget.rows.rows.hasLast)
      let last = driver.state.sheet.row?.name
      #expect(last != nil && last != first)
      driver.press("Ctrl-b Ctrl-b g g")
      #expect(driver.state.sheet.row?.name == first)
    }
  }

  @Test func theEndsOfManyTargetsAreReached() throws {
    let driver = try Driver(.large, columns: 100, rows: 16)
    driver.press("g y g g")
    let first = driver.state.sheet.row?.item?.code
    driver.press("G")
    #expect(driver.state.figures.loaded.rows.hasLast)
    #expect(driver.state.sheet.row?.item?.code.description == "Y80")
    driver.press("Ctrl-b Ctrl-b g g")
    #expect(driver.state.sheet.row?.item?.code == first)
    driver.press("G")
    #expect(driver.state.sheet.row?.item?.code.description == "Y80")
  }

  @Test func foldingHidesAndShows() throws {
    let driver = try Driver()
    driver.press("g b")
    let all = driver.state.sheet.data.rows.count
    driver.press("g g Space")
    #expect(driver.state.sheet.data.rows.count < all)
    #expect(driver.state.sheet.row?.fold == .closed)
    driver.press("Space")
    #expect(driver.state.sheet.data.rows.count == all)
    driver.press("z")
    #expect(driver.state.sheet.data.rows.allSatisfy { $0.depth == 0 })
    driver.press("z")
    #expect(driver.state.sheet.data.rows.count == all)
  }

  @Test func bStandsOnTheItem() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    driver.press("b")
    #expect(driver.state.trail.last == .budget)
    #expect(driver.state.sheet.row?.item?.code.description == "A33")
    #expect(driver.state.sheet.cell?.address?.column == .forecast)
    driver.press("q 2 b")
    #expect(driver.state.sheet.row?.item?.code.description == driver.selected)
    driver.press("q 1 b")
    #expect(driver.state.trail.last == .trends)
  }

  @Test func steppingThroughSmallWindowsMeetsEveryRowOnce() throws {
    let tall = try Driver(rows: 400)
    tall.press("g b")
    let all = tall.state.budget.rows.rows.rows.map(\.path)
    let driver = try Driver(columns: 80, rows: 10)
    driver.press("g b g g")
    for path in all {
      #expect(driver.state.budget.row?.path == path)
      driver.press("j")
    }
    for path in all.reversed() {
      #expect(driver.state.budget.row?.path == path)
      driver.press("k")
    }
    driver.press("G")
    #expect(driver.state.budget.row?.path == all.last)
  }

  @Test func aFilterShowsItsShare() throws {
    let driver = try Driver()
    driver.press("g b")
    let whole = sums(driver)
    driver.press("/")
    driver.type("lead:sales")
    driver.press("Enter")
    #expect(sums(driver).plan < whole.plan && sums(driver).plan > 0)
    #expect(driver.screen.contains("% of plan"))
    driver.press("Esc")
    #expect(sums(driver) == whole)
  }

  @Test func theWholeYearHasTwelveMonths() throws {
    let driver = try Driver()
    driver.press("g b v w Esc")
    let groups = driver.state.sheet.data.columns.map(\.group)
    #expect(groups.contains("Jan") && groups.contains("2026Q2") && groups.contains("2026"))
    for _ in 0..<80 { driver.press("l") }
    #expect(driver.state.sheet.grid.column == groups.count - 1)
    #expect(driver.screen.contains("Dec") && driver.screen.contains("2026"))
  }

  @Test func rangesAreCopiedPastedAndFilled() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    driver.press("b")
    let address = try #require(driver.state.sheet.cell?.address)
    driver.press("7 0 0 Enter k V j y")
    #expect(driver.copied.last?.hasPrefix("700\n") == true)
    driver.press("k V j f j")
    let lines = try driver.detail("A33").lines
    #expect(
      try driver.detail("A33").figure(lines[1].id, address.period)?[address.column] == 70_000)
    driver.press("Esc")
    driver.paste("1,200.50\n12万")
    #expect(driver.screen.contains("Paste"))
    let count = driver.saves.count
    driver.press("Esc")
    #expect(driver.saves.count == count)
  }

  @Test func aPastedBlockSaysWhatCannotBe() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    driver.press("b")
    let address = try #require(driver.state.sheet.cell?.address)
    driver.paste("123\t456\nabc\t1")
    #expect(driver.screen.contains("✗"))
    driver.press("Enter")
    let detail = try driver.detail("A33")
    #expect(detail.figure(address.line, address.period)?[address.column] == 12_300)
    driver.press("u")
    #expect(
      try driver.detail("A33").figure(address.line, address.period)?[address.column] != 12_300)
  }

  @Test func aSpreadIsShownThenOneStep() throws {
    let driver = try Driver()
    driver.press("]")
    driver.press("g b")
    // 2027Q1 is being drafted: its plan is open.
    while driver.state.sheet.row?.line == nil { driver.press("j") }
    let line = try #require(driver.state.sheet.row?.line)
    let column = try #require(
      driver.state.sheet.row?.cells.lastIndex { $0.coverage?.column == .plan })
    while driver.state.sheet.grid.column < column { driver.press("l") }
    driver.type("!S300.01")
    driver.press("Enter")
    #expect(driver.screen.contains("Spread"))
    #expect(driver.saves.isEmpty)
    driver.press("Enter")
    #expect(driver.saves.count == 1 && driver.saves[0].edit.act == .spread)
    let code = try #require(driver.state.sheet.row?.item?.code.description)
    let sum = try driver.detail(code).figures.filter {
      $0.line == line.id && (1...3).contains($0.period.part) && $0.period.year == 2027
    }.reduce(Int64(0)) { $0 + ($1[.plan] ?? 0) }
    #expect(sum == 30_001)
    driver.type("600")
    driver.press("Enter")
    #expect(driver.screen.contains("Spread"))
    driver.press("Esc")
    #expect(driver.saves.count == 1)
  }

  @Test func typingIsRepeated() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    driver.press("b 5 5 Enter .")
    let edits = driver.saves.map(\.edit.changes)
    #expect(edits.count == 2)
    #expect(edits.allSatisfy { $0.count == 1 && $0[0].now == .integer(5_500) })
  }
}
