import PlanModel
import TestSupport
import Testing

@testable import BoardApp

/// Cutting, moving and granting money on the screen; notes, history, holds; spreads beyond what is in
/// memory.
@Suite struct MoneyScreenTests {
  private let quarter = Period(year: 2026, quarter: 4)

  private func plan(_ driver: Driver, _ period: Period? = nil) throws -> Int64 {
    let months = try driver.reader.board().calendar.months(of: period ?? quarter)
    return try driver.reader.sums(by: .lead, months: months).reduce(0) { $0 + $1.money.plan }
  }

  /// Goes to the budget and stands on a line's cell of a month.
  private func stand(
    _ driver: Driver, _ code: String, _ line: String, _ column: Column, _ month: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let wanted = try #require(Period(month))
    driver.press("g g")
    var before = -1
    while driver.state.sheet.row?.item?.code.description != code
      || driver.state.sheet.row?.line?.code != line
    {
      guard driver.state.sheet.grid.row != before else { break }
      before = driver.state.sheet.grid.row
      driver.press("j")
    }
    let cells = driver.state.sheet.row?.cells ?? []
    driver.state.sheet.grid.column =
      cells.firstIndex {
        $0.address?.column == column && $0.address?.period == wanted
      } ?? 0
    #expect(driver.state.sheet.cell?.address?.column == column, sourceLocation: location)
  }

  @Test func aCutIsShownThenOneStepAndTakenBack() throws {
    let driver = try Driver()
    driver.press("g b X")
    #expect(driver.screen.contains("Cut 2026Q4"))
    #expect(driver.screen.contains("so far"))
    let before = try plan(driver)
    driver.press("b")
    #expect(driver.screen.contains("of outlook"))
    driver.press("b")
    #expect(driver.screen.contains("of envelope"))
    driver.press("b d")
    #expect(driver.screen.contains("Marketing"))
    driver.press("d d Ctrl-u")
    driver.type("10000")
    #expect(driver.screen.contains("found 10 k"))
    driver.press("Enter")
    #expect(driver.saves.isEmpty)
    driver.type("head office")
    driver.press("Enter")
    #expect(driver.saves.count == 1 && driver.saves[0].edit.act == .cut)
    #expect(driver.saves[0].edit.reason == "head office")
    #expect(try plan(driver) == before - 1_000_000)
    driver.press("u")
    #expect(try plan(driver) == before)
  }

  @Test func aCutThatFindsTooLittleSaysWhatIsMissing() throws {
    let driver = try Driver()
    driver.press("g b X Ctrl-u")
    driver.type("900000")
    #expect(driver.screen.contains("missing") && driver.screen.contains("priority A"))
    driver.press("a")
    #expect(!driver.screen.contains("missing"))
    driver.press("Ctrl-u")
    driver.type("nothing")
    #expect(driver.screen.contains("✗"))
    driver.press("Enter")
    #expect(driver.saves.isEmpty && !driver.state.overlays.isEmpty)
    driver.press("Esc")
    #expect(driver.state.overlays.isEmpty)
  }

  @Test func heldLinesGiveNothingToACut() throws {
    let driver = try Driver()
    driver.press("g b")
    try stand(driver, "A39", "media", .plan, "2026-11")
    let line = try #require(driver.state.sheet.row?.line?.id)
    driver.press("H")
    #expect(driver.state.held.count == 1)
    driver.press("X Ctrl-u")
    driver.type("10000")
    driver.press("Enter Enter")
    let changes = try #require(driver.saves.last?.edit.changes)
    #expect(!changes.isEmpty)
    #expect(!changes.contains { $0.target == .figure(line, .plan, Period(year: 2026, month: 11)) })
  }

  @Test func moneyIsMovedToTheReserveWithAReason() throws {
    let driver = try Driver()
    let reserve = try driver.reader.board().envelopes[quarter, .reserve] ?? 0
    driver.press("g b")
    try stand(driver, "A36", "design", .plan, "2026-12")
    driver.press("M")
    #expect(driver.screen.contains(" · Dec") && !driver.screen.contains("A36.design@2026-12"))
    driver.press("Tab")
    driver.type("1000")
    driver.press("Tab Ctrl-s")
    // Without a reason nothing is saved.
    #expect(driver.saves.isEmpty && driver.screen.contains("A reason is needed"))
    driver.type("one print less")
    driver.press("Enter")
    #expect(driver.saves.count == 1 && driver.saves[0].edit.act == .transfer)
    #expect(try driver.reader.board().envelopes[quarter, .reserve] == reserve + 100_000)
    try stand(driver, "A36", "design", .plan, "2026-12")
    #expect(driver.screen.contains("approved 80 k, moved −1 k, now 79 k"))
    driver.press("u")
    #expect(try driver.reader.board().envelopes[quarter, .reserve] == reserve)
  }

  @Test func moneyIsMovedToALineThatIsFoundByTyping() throws {
    let driver = try Driver()
    let before = try plan(driver)
    driver.press("g b")
    try stand(driver, "A36", "design", .plan, "2026-12")
    driver.press("M Ctrl-u")
    driver.type("A37")
    #expect(driver.screen.contains("A37 ") && driver.screen.contains("free"))
    driver.press("Down Enter")
    driver.type("500")
    driver.press("Enter")
    driver.type("more dealers")
    driver.press("Enter")
    #expect(driver.saves.last?.edit.act == .transfer)
    #expect(try plan(driver) == before)
    #expect(try driver.item("A37").money.plan == 26_050_000)
    // More than there is: it says so, and keeps what was typed.
    driver.press("M Tab")
    driver.type("1亿")
    driver.press("Tab")
    driver.type("x")
    driver.press("Enter")
    #expect(driver.screen.contains("short") && driver.screen.contains("1亿"))
  }

  @Test func envelopesAreGrantedAndStandInTheHead() throws {
    let driver = try Driver()
    driver.press("] g b E")
    driver.type("400000")
    driver.press("Tab")
    driver.type("35万")
    driver.press("Tab")
    driver.type("20000")
    driver.press("Enter")
    let next = Period(year: 2027, quarter: 1)
    let envelopes = try driver.reader.board().envelopes
    #expect(envelopes[next, .department(.marketing)] == 40_000_000)
    #expect(envelopes[next, .department(.sales)] == 35_000_000)
    #expect(envelopes[next, .reserve] == 2_000_000)
    #expect(driver.saves.count == 1)
    #expect(driver.screen.contains("left 400"))
    #expect(driver.screen.contains("left 20"))
    driver.press("E Ctrl-u")
    driver.type("lots")
    driver.press("Ctrl-s")
    #expect(driver.screen.contains("✗") && driver.saves.count == 1)
  }

  @Test func aNoteIsMarkedShownAndInTheHistory() throws {
    let driver = try Driver()
    driver.press("g b")
    try stand(driver, "A36", "design", .plan, "2026-12")
    driver.press("N")
    driver.type("contract not signed")
    driver.press("Enter")
    #expect(driver.screen.contains("*80"))
    #expect(driver.screen.contains("* contract not signed"))
    driver.press("L")
    #expect(driver.screen.contains("contract not signed"))
    driver.press("Esc N Ctrl-u Enter")
    #expect(!driver.screen.contains("*80"))
    #expect(try driver.reader.notes(of: nil).isEmpty)
  }

  @Test func aReasonIsTypedBehindTheAmount() throws {
    let driver = try Driver()
    driver.stand(on: "A36")
    driver.press("b")
    let address = try #require(driver.state.sheet.cell?.address)
    driver.type("7万 #print runs twice")
    #expect(driver.screen.contains("because print runs twice"))
    driver.press("Enter k")
    #expect(driver.saves.last?.edit.reason == "print runs twice")
    #expect(
      try driver.detail("A36").figure(address.line, address.period)?[address.column] == 7_000_000)
    #expect(driver.screen.contains("# print runs twice"))
    // The cell itself says that there is a reason; a note has a sign of its own.
    #expect(driver.screen.contains("#70"))
    driver.press("N")
    driver.type("ask the printer")
    driver.press("Enter")
    #expect(driver.screen.contains("*#70") || driver.screen.contains("*70"))
    #expect(driver.screen.contains("# print runs twice"))
    #expect(driver.screen.contains("* ask the printer"))
    // In a closed month the typed reason is the asked one.
    driver.press("q [ g b")
    try stand(driver, "A29", "promo", .actual, "2026-08")
    driver.type("5 #late invoice")
    driver.press("Enter")
    #expect(driver.state.overlays.isEmpty)
    #expect(driver.saves.last?.edit.reason == "late invoice")
  }

  @Test func holdsLastOnTheBoard() throws {
    let driver = try Driver()
    driver.press("g b")
    try stand(driver, "A36", "design", .plan, "2026-12")
    let address = try #require(driver.state.sheet.cell?.address)
    driver.press("H")
    #expect(try driver.reader.holds(of: "lixt") == [address])
    #expect(try driver.reader.holds(of: "wang").isEmpty)
    let later = AppState(
      columns: 120, rows: 40, settings: driver.state.settings, me: "lixt",
      board: driver.state.board, today: driver.state.today,
      held: try driver.reader.holds(of: "lixt"))
    #expect(later.held == [address])
    driver.type("!RA")
    driver.press("Enter")
    #expect(try driver.reader.holds(of: "lixt").isEmpty && driver.state.held.isEmpty)
  }

  /// A sum of the budget reaches every line it holds, folded ones and those nobody has read yet.
  @Test func aSumIsSpreadOverLinesThatAreNotInMemory() throws {
    let driver = try Driver(.large)
    driver.press("g b v f Esc g g")
    let rows = driver.state.budget.rows.rows
    #expect(!rows.hasLast)
    let months = BudgetRead.span(driver.state).months
    let lead = try #require(driver.state.budget.row?.path.groups.first?.number)
    func sum() throws -> Int64 {
      try driver.reader.sums(by: .lead, months: months).first { $0.key == lead }?.money.forecast
        ?? 0
    }
    driver.state.sheet.grid.column = driver.state.sheet.data.columns.count - 1
    while driver.state.sheet.cell?.coverage?.column != .forecast,
      driver.state.sheet.grid.column > 0
    { driver.press("h") }
    let before = try sum()
    driver.type("!P+123456.01")
    #expect(driver.screen.contains("over every line below"))
    driver.press("Enter")
    let shown = try #require(driver.state.overlays.last as? ChangePreview, "\(driver.notice)")
    #expect(shown.count > driver.state.budget.rows.rows.rows.count)
    driver.press("PgDn Enter")
    #expect(try sum() == before + 12_345_601, "\(driver.notice)")
    driver.press("u")
    #expect(driver.saves.count == 2)
  }

  @Test func aSpreadMeetsWhoChangedACellItOnlyRead() throws {
    let driver = try Driver()
    driver.press("] g b")
    while driver.state.sheet.row?.line == nil { driver.press("j") }
    let line = try #require(driver.state.sheet.row?.line?.id)
    let code = try #require(driver.state.sheet.row?.item?.code.description)
    driver.state.sheet.grid.column =
      driver.state.sheet.row?.cells.lastIndex { $0.coverage?.column == .plan } ?? 0
    driver.type("!P+1000")
    driver.press("Enter")
    // Nobody says anything of March; the spread has read it and left it alone.
    let march = Period(year: 2027, month: 3)
    try driver.other(
      Acts.figure(line, .plan, march, was: nil, now: 77), announced: false)
    driver.press("Enter")
    guard case .conflict? = driver.saves.last?.outcome else {
      Issue.record("no conflict: \(driver.saves)")
      return
    }
    driver.press("m")
    #expect(try driver.detail(code).figure(line, march)?[.plan] == 77)
    guard case .saved? = driver.saves.last?.outcome else {
      Issue.record("not saved: \(driver.saves)")
      return
    }
  }

  @Test func lastYearFillsWithAPercentage() throws {
    let driver = try Driver()
    driver.press("} g b")
    driver.press("{ ] g b")
    while driver.state.sheet.row?.line == nil { driver.press("j") }
    let line = try #require(driver.state.sheet.row?.line?.id)
    let code = try #require(driver.state.sheet.row?.item?.code.description)
    let january = Period(year: 2026, month: 1)
    _ = driver.writer.save(
      Acts.figure(line, .actual, january, was: nil, now: 10_000, reason: "test"), as: "wang")
    driver.state.revision += 1
    driver.refresh()
    driver.state.sheet.grid.column =
      driver.state.sheet.row?.cells.firstIndex {
        $0.address?.column == .plan && $0.address?.period == january.advanced(by: 12)
      } ?? 0
    driver.press("f y Ctrl-u")
    driver.type("5")
    driver.press("Enter Enter")
    #expect(
      try driver.detail(code).figure(line, january.advanced(by: 12))?[.plan] == 10_500,
      "\(driver.notice)")
  }

  @Test func aPlaceholderHoldsMoneyWithoutDetail() throws {
    let driver = try Driver()
    driver.press("] g b")
    while driver.state.sheet.row?.line == nil { driver.press("j") }
    let code = try #require(driver.state.sheet.row?.item?.code.description)
    driver.press("P")
    #expect(driver.state.sheet.row?.line?.isPlaceholder == true)
    driver.type("5万")
    driver.press("Enter")
    let line = try #require(try driver.detail(code).lines.first { $0.isPlaceholder })
    #expect(line.category == nil && line.code == "placeholder")
    #expect(driver.screen.contains("To be detailed"))
    #expect(
      try driver.detail(code).figures.contains { $0.line == line.id && $0[.plan] == 5_000_000 })
  }

  @Test func whatIsCarriedOverStandsByItself() throws {
    let driver = try Driver()
    driver.press("g b")
    let board = driver.state.board
    let months = board.calendar.months(of: Period(year: 2026)).filter {
      $0 < Period(year: 2026, month: 10)
    }
    let left = try driver.reader.sums(by: .lead, months: months).reduce(0) { $0 + $1.money.left }
    #expect(left != 0)
    #expect(driver.state.budget.sums.rows.carried == left)
    #expect(driver.screen.contains("Carried over"))
    #expect(driver.state.sheet.data.carried.compactMap(\.amount) == [left, left])
    // It is in no sum.
    let span = BudgetRead.span(driver.state)
    #expect(
      driver.state.budget.sums.rows.money.sum(span.months).plan == (try plan(driver)))
    driver.press("{")
    #expect(driver.state.budget.sums.rows.carried == nil)
  }

  @Test func theCostRatioIsWatched() throws {
    let driver = try Driver()
    driver.press("g b")
    #expect(!driver.screen.contains("of its sales"))
    _ = driver.writer.save(
      Acts.setting(.costRatio, was: .none, now: .integer(1)), as: "wang")
    App.take(&driver.state, try driver.reader.board())
    driver.refresh()
    while driver.state.sheet.row?.item?.code.description != "Y1",
      driver.state.sheet.grid.row + 1 < driver.state.sheet.data.rows.count
    { driver.press("j") }
    #expect(driver.screen.contains("of its sales, limit 1%"))
  }

  @Test func approvedFiguresCanBeShown() throws {
    let driver = try Driver()
    driver.press("g b v g Esc")
    #expect(driver.state.sheet.data.columns.contains { $0.name == "appr" })
    #expect(driver.state.budget.columns.first == .approved)
  }

  @Test func aDepartmentAboveItsEnvelopeIsAFinding() throws {
    let driver = try Driver()
    try driver.other(
      Acts.envelope(quarter, .department(.marketing), was: 218_000_000, now: 100))
    driver.press("[ g c")
    let rows = driver.state.check.walk.findings
    let index = try #require(rows.firstIndex { $0.rule == .overBudget })
    for _ in 0..<index { driver.press("j") }
    #expect(driver.screen.contains("Above the quarter's budget"))
    driver.press("i")
    #expect(driver.notice.contains("about a quarter"))
    driver.press("Enter")
    #expect(driver.state.trail.last == .budget && driver.state.period == quarter)
  }

  @Test func statusAndOwnerAreRepeatedWithoutAsking() throws {
    let driver = try Driver()
    driver.stand(on: "A36")
    driver.press("t 7 Enter j .")
    #expect(driver.state.overlays.isEmpty)
    let edits = driver.saves.map(\.edit)
    #expect(edits.count == 2 && edits.allSatisfy { $0.act == .status })
    #expect(edits.allSatisfy { $0.changes.first?.now == .integer(7) })
    driver.press("o")
    driver.type("zhou")
    driver.press("Enter j .")
    #expect(driver.state.overlays.isEmpty)
    #expect(driver.saves.suffix(2).allSatisfy { $0.edit.act == .owner })
  }
}
