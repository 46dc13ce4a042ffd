import PlanModel
import Testing
import TextCanvas

@testable import BoardApp

/// What can't be typed is refused at the first key; what was typed is never lost.
@Suite struct GridRefusals {
  /// Goes to a column of the shown quarter's budget.
  private func go(_ driver: Driver, to column: String, group: String) {
    let columns = driver.state.sheet.data.columns
    guard let place = columns.firstIndex(where: { $0.name == column && $0.group == group }) else {
      Issue.record("no column \(group) \(column)")
      return
    }
    while driver.state.sheet.grid.column < place { driver.press("Right") }
    while driver.state.sheet.grid.column > place { driver.press("Left") }
  }

  @Test(arguments: ["left", "plan"]) func aSumThatTakesNothingSaysSo(_ column: String) throws {
    let driver = try Driver()
    driver.press("g b g g")
    go(driver, to: column, group: "Nov")
    driver.type("5")
    #expect(driver.state.sheet.grid.editor == nil)
    #expect(driver.state.notice?.kind == .bad)
    driver.type("!")
    #expect(driver.state.sheet.grid.editor == nil)
  }

  @Test func anActivityWithoutLinesSaysSo() throws {
    let driver = try Driver()
    driver.press("n")
    driver.type("Bare")
    driver.press("Enter b")
    let row = try #require(driver.state.budget.row)
    #expect(row.item?.code.description == "A41")
    driver.type("7")
    #expect(driver.state.sheet.grid.editor == nil)
    #expect(driver.notice.contains("No expense line below yet"))
  }

  @Test func theCursorBeginsInThisMonthWhereOneMayType() throws {
    let driver = try Driver()
    driver.stand(on: "A36")
    driver.press("b")
    let cell = try #require(driver.state.sheet.cell?.address)
    #expect(cell.column == .forecast)
    #expect(cell.period == Period(year: 2026, month: 11))
  }

  @Test func onePastesAndIsWhereOneBegan() throws {
    let driver = try Driver()
    driver.stand(on: "A36")
    driver.press("b")
    let start = driver.state.sheet.grid
    driver.press("V Right Down")
    driver.paste("1\t2\n3\t4")
    driver.press("Enter")
    #expect(driver.state.sheet.grid.row == start.row)
    #expect(driver.state.sheet.grid.column == start.column)
    #expect(driver.state.sheet.grid.anchor == nil)
  }

  @Test func theSumsSayWhatTheyAreOf() throws {
    let driver = try Driver()
    driver.press("g b")
    #expect(driver.screen.contains("Total Oct–Dec, 11 activities"))
    // No activity is at home there, but some have money in its months.
    driver.press("} }")
    #expect(driver.screen.contains("Total Oct–Dec"))
    #expect(!driver.screen.contains("0 activities"))
  }

  @Test func ratiosAreNotSharedOut() throws {
    let driver = try Driver()
    driver.press("g y v q")
    let rows = driver.state.sheet.data.rows
    let place = try #require(
      rows.firstIndex {
        $0.item?[.addsUp] == .integer(AddsUp.ratio.rawValue) && $0.part == "target"
      })
    while driver.state.sheet.grid.row < place { driver.press("Down") }
    while driver.state.sheet.grid.row > place { driver.press("Up") }
    while driver.state.sheet.grid.column > 3 { driver.press("Left") }
    driver.press("V Left Left")
    driver.type("!S90")
    driver.press("Enter")
    #expect(driver.notice.contains("a ratio can't be shared out"))
    #expect(driver.state.sheet.grid.editor?.text == "!S90")
    #expect(driver.saves.isEmpty)
  }

  @Test func figuresWithoutAUnitAreNoMoney() throws {
    let driver = try Driver()
    driver.press("1 n")
    driver.type("Quick")
    driver.press("Enter")
    #expect(!driver.screen.contains("CNY  "))
    let line = try #require(try driver.detail("T7").lines.first)
    #expect(!driver.state.board.figureUnit(of: line).isMoney)
  }

  @Test(arguments: [100, 80, 60, 40], [Language.chinese, .english])
  func helpIsAlwaysInSight(_ columns: Int, _ language: Language) throws {
    for keys in ["", "g b", "g y", "g t", "g l", "g c", "g d", "g p", "Enter"] {
      let driver = try Driver(.demo, language, columns: columns, rows: 24)
      driver.press(keys)
      let footer = try #require(driver.text.last)
      #expect(footer.contains(language == .chinese ? "? 帮助" : "? help"), "\(keys) \(footer)")
    }
  }

  @Test func everySizeShowsThatTheProgramLives() throws {
    let driver = try Driver()
    for keys in ["", "g b", "e", ":"] {
      driver.press(keys)
      for rows in 1...9 {
        for columns in 1...42 {
          driver.send(.resized(columns: columns, rows: rows))
          #expect(
            driver.text.contains { $0.contains { $0 != " " } }, "\(keys) \(columns) \(rows)")
        }
      }
      driver.send(.resized(columns: 120, rows: 40))
      driver.press("Esc Esc q")
    }
  }

  @Test func aCutOfALargePlanIsReadInSlices() throws {
    let driver = try Driver()
    driver.press("g b")
    let board = driver.state.board
    var reach = CutReach(
      Period(year: 2026, quarter: 4), lead: nil, board: board, held: [])
    var slices = 0
    while !reach.isWhole {
      try reach.goOn(driver.reader, activities: 3)
      slices += 1
    }
    let whole = try CutReach(Period(year: 2026, quarter: 4), driver.reader, board: board)
    #expect(slices > 2)
    #expect(reach.looked == whole.looked)
    #expect(reach.activities == whole.activities)
  }
}
