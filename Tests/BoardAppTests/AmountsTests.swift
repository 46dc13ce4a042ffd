import PlanModel
import Testing

@testable import BoardApp

/// Typing amounts.
@Suite struct Typing {
  /// The budget of A33 in an approved quarter, on the first cell that may be typed into.
  private func budget(_ keys: String = "") throws -> Driver {
    let driver = try Driver()
    driver.stand(on: "A33")
    driver.press("b")
    driver.press(keys)
    return driver
  }

  private func cell(_ driver: Driver) throws -> GridCell { try #require(driver.state.sheet.cell) }

  private func stored(_ driver: Driver, _ address: CellAddress) throws -> Int64? {
    try driver.detail("A33").figure(address.line, address.period)?[address.column]
  }

  /// Goes to a column of a month.
  private func go(_ driver: Driver, _ column: Column, _ month: Int) throws {
    let data = driver.state.sheet.data
    let row = driver.state.sheet.grid.row
    let place = try #require(
      data.columns.indices.first { index in
        let address = data.cell(row, index)?.address
        return address?.column == column && address?.period == Period(year: 2026, month: month)
      })
    while driver.state.sheet.grid.column < place { driver.press("l") }
    while driver.state.sheet.grid.column > place { driver.press("h") }
  }

  @Test func digitsBeginAndEnterGoesDown() throws {
    let driver = try budget()
    let address = try #require(try cell(driver).address)
    #expect(address.column == .forecast)
    driver.press("1 2 0")
    #expect(driver.screen.contains("= CNY 120"))
    let row = driver.state.sheet.grid.row
    driver.press("Enter")
    #expect(try stored(driver, address) == 12_000)
    #expect(driver.state.sheet.grid.row == row + 1)
    driver.press("u")
    #expect(try stored(driver, address) != 12_000)
  }

  @Test func escapeLeavesTheAmount() throws {
    let driver = try budget()
    let before = try cell(driver)
    driver.press("9 9 Esc")
    #expect(try cell(driver) == before)
    #expect(driver.saves.isEmpty)
  }

  @Test func tabGoesToTheNextCellThatCanBeTyped() throws {
    let driver = try budget()
    let (row, column) = (driver.state.sheet.grid.row, driver.state.sheet.grid.column)
    driver.press("5 Tab")
    #expect(driver.saves.count == 1)
    #expect(driver.state.sheet.grid.column == column + 1)
    #expect(driver.state.sheet.grid.row == row)
    for _ in 0..<40 {
      driver.press("Tab")
      #expect(try cell(driver).address != nil)
    }
  }

  @Test func sumsAndPercentages() throws {
    let driver = try budget()
    let address = try #require(try cell(driver).address)
    driver.type("=100+20")
    driver.press("Enter k")
    #expect(try stored(driver, address) == 12_000)
    driver.type("+10%")
    driver.press("Enter k")
    #expect(try stored(driver, address) == 13_200)
    driver.type("=1/0")
    driver.press("Enter")
    #expect(driver.state.sheet.grid.editor?.text == "=1/0")
    #expect(driver.screen.contains("✗"))
    driver.press("Esc")
    #expect(try stored(driver, address) == 13_200)
  }

  @Test func fullWidthDigitsAndSignsBegin() throws {
    let driver = try budget()
    let address = try #require(try cell(driver).address)
    driver.type("１２")
    driver.press("Enter")
    #expect(try stored(driver, address) == 1_200)
  }

  @Test func editingKeepsWhatStandsThere() throws {
    let driver = try budget()
    let address = try #require(try cell(driver).address)
    driver.type("1234.5")
    driver.press("Enter k e")
    #expect(driver.state.sheet.grid.editor?.text == "1234.5")
    driver.press("Enter k x")
    #expect(try stored(driver, address) == nil)
  }

  @Test func anApprovedPlanIsLocked() throws {
    let driver = try budget()
    try go(driver, .plan, 11)
    driver.press("1")
    #expect(driver.state.sheet.grid.editor == nil)
    #expect(driver.notice.contains("The plan of 2026Q4 is locked"))
    driver.press("e")
    #expect(driver.notice.contains("locked"))
    driver.press("x")
    #expect(driver.notice.contains("locked"))
    #expect(driver.saves.isEmpty)
  }

  @Test func aSumSaysWhyItCannotBeTyped() throws {
    let driver = try budget()
    while try cell(driver).address != nil { driver.press("l") }
    driver.press("7")
    #expect(driver.state.sheet.grid.editor == nil)
    #expect(driver.notice.contains("follow from the cells"))
  }

  @Test func aClosedMonthAsksForAReason() throws {
    let driver = try budget()
    try go(driver, .actual, 10)
    let address = try #require(try cell(driver).address)
    driver.press("7 7 Enter")
    #expect(driver.saves.isEmpty)
    #expect(driver.screen.contains("The month is closed"))
    driver.press("Enter")
    #expect(driver.saves.isEmpty)
    driver.type("late bill")
    driver.press("Enter")
    #expect(driver.saves.last?.edit.reason == "late bill")
    #expect(try stored(driver, address) == 7_700)
  }

  @Test func aNewLineTakesItsAmount() throws {
    let driver = try budget()
    let lines = try driver.detail("A33").lines.count
    driver.press("n")
    driver.press("Enter")
    let line = try #require(try driver.detail("A33").lines.last)
    #expect(try driver.detail("A33").lines.count == lines + 1)
    #expect(driver.state.sheet.row?.line?.id == line.id)
    try go(driver, .forecast, 12)
    driver.press("5 Enter")
    let detail = try driver.detail("A33")
    #expect(detail.figure(line.id, Period(year: 2026, month: 12))?[.forecast] == 500)
  }

  @Test func aLineIsNamedMovedAndRemoved() throws {
    let driver = try budget("n Enter")
    let line = try #require(driver.state.sheet.row?.line)
    let lines = try driver.detail("A33").lines.count
    driver.press("R")
    driver.type("Fair walls")
    driver.press("Enter")
    #expect(driver.screen.contains("Fair walls"))
    driver.press("K")
    #expect(try driver.detail("A33").lines.firstIndex { $0.id == line.id } == lines - 2)
    #expect(driver.state.sheet.row?.line?.id == line.id)
    driver.press("d d")
    #expect(try driver.detail("A33").lines.count == lines - 1)
    driver.press("u")
    #expect(try driver.detail("A33").lines.count == lines)
  }

  @Test func aSlowSaveStillStandsOnTheNewLine() throws {
    let driver = try budget()
    driver.isSlow = true
    driver.press("n Enter")
    let line = try #require(try driver.detail("A33").lines.last)
    #expect(driver.state.sheet.row?.line?.id == line.id)
  }

  @Test func othersTakeALineAwayWhileOneTypes() throws {
    let driver = try budget("n Enter")
    let address = try #require(try cell(driver).address)
    driver.press("4 2")
    let first = try #require(try driver.detail("A33").lines.first)
    try driver.other(Acts.binLine(first))
    #expect(driver.state.sheet.grid.editor?.text == "42")
    #expect(try cell(driver).address == address)
    driver.press("Enter")
    #expect(try stored(driver, address) == 4_200)
  }

  @Test func othersTakeTheLineAwayThatOneTypesInto() throws {
    let driver = try budget("n Enter")
    let address = try #require(try cell(driver).address)
    driver.press("4 2")
    let line = try #require(try driver.detail("A33").lines.first { $0.id == address.line })
    try driver.other(Acts.binLine(line))
    driver.press("Enter")
    for figure in try driver.detail("A33").figures where figure.line != address.line {
      #expect(figure[.forecast] != 4_200)
    }
  }

  @Test func theSelectedLineIsKeptWhenOthersAddOne() throws {
    let driver = try budget("n Enter")
    let line = driver.state.sheet.row?.line
    let first = try #require(try driver.detail("A33").lines.first)
    try driver.other(Acts.binLine(first))
    #expect(driver.state.sheet.row?.line == line)
  }

  @Test func periodsMoveTheGrid() throws {
    let driver = try budget("]")
    #expect(driver.screen.contains("2027Q1"))
    #expect(driver.state.sheet.data.columns.contains { $0.group == "Jan" })
    driver.press("[")
    #expect(driver.state.sheet.data.columns.contains { $0.group == "Oct" })
  }

  @Test func targetsAndTrendsAreTypedToo() throws {
    for (keys, code, column) in [("g y", "Y1", Column.plan), ("g t", "T1", .forecast)] {
      let driver = try Driver()
      driver.press(keys)
      while try cell(driver).address?.column != column { driver.press("j") }
      let address = try #require(try cell(driver).address)
      driver.press("7 Enter")
      let amount = try driver.detail(code).figure(address.line, address.period)?[column]
      #expect(amount != nil && driver.saves.count == 1, "\(code)")
    }
  }

  @Test func numbersStandUnderTheirHeads() throws {
    for columns in [80, 100, 120, 160, 200] {
      let driver = try Driver(.demo, .english, columns: columns, rows: 40)
      for keys in ["3", "3 b"] {
        driver.press(keys)
        let rows = driver.canvas
        let heads = rows.row(keys == "3" ? 2 : 3).map(\.glyph)
        for name in ["plan", "left", "Plan", "Left"] {
          for end in ends(of: name, in: heads) {
            let glyph = rows[keys == "3" ? 4 : 5, end].glyph
            #expect(glyph != " ", "\(name) at \(columns) \(keys)")
          }
        }
        driver.press("q")
        driver.isOver = false
      }
    }
  }

  /// The last column of each occurrence of a word in a row of glyphs.
  private func ends(of word: String, in glyphs: [String]) -> [Int] {
    let letters = word.map(String.init)
    guard glyphs.count > letters.count else { return [] }
    return (0..<(glyphs.count - letters.count)).compactMap { start in
      Array(glyphs[start..<(start + letters.count)]) == letters ? start + letters.count - 1 : nil
    }
  }
}
