import PlanModel
import Testing

@testable import BoardApp

/// Deciding twice, and what comes into the quarter while it is reviewed.
@Suite struct ReviewTwiceTests {
  private let quarter = Period(year: 2026, quarter: 4)

  /// Whoever decides again means the second; the history keeps the first.
  @Test func aSecondDecisionOfOnesOwnChangesTheFirst() throws {
    let driver = try Driver(me: "wang")
    driver.openReview(at: "A33")
    driver.press("1 1")
    #expect(driver.notice.contains("decided") && driver.saves.count == 1)
    driver.press("2")
    driver.type("half of it")
    driver.press("Enter")
    var made = try driver.decisions("A33")
    #expect(made.map(\.verdict) == [.change] && made[0].code.description == "D1")
    #expect(made[0].title(.english) == "half of it" && made[0].done == nil)
    #expect(driver.screen.contains("1 decided") && driver.screen.contains("decided: Change"))
    let told = try driver.reader.history(HistoryQuery(item: made[0].id, limit: 20))
    #expect(
      told.contains {
        $0.change.target == .item(made[0].id, .verdict)
          && $0.change.was == .integer(Verdict.goOn.rawValue)
      })
    // It begins with what was said.
    driver.press("2")
    #expect((driver.state.overlays.last as? DecisionLine)?.editor.text == "half of it")
    driver.press("Esc u")
    #expect(try driver.decisions("A33").map(\.verdict) == [.goOn])
    // What moved has moved: the next decision stands beside it.
    driver.press("3 Enter 1")
    made = try driver.decisions("A33")
    #expect(made.map(\.verdict) == [.goOn, .move], "\(driver.notice)")
  }

  /// What was to be done by somebody stays with him when one says it otherwise.
  @Test func aChangeSaidOtherwiseKeepsItsOwner() throws {
    let driver = try Driver(me: "wang")
    let liu = driver.state.board.person(named: "liu")?.id
    let first = Resolution(
      .change, text: "more", owner: liu, due: driver.state.today, quarter: quarter,
      day: driver.state.today)
    try driver.other(Acts.decide(first, about: [try driver.item("A33")]), as: "wang")
    driver.openReview(at: "A33")
    driver.press("2 Ctrl-u")
    driver.type("less")
    driver.press("Enter")
    let made = try driver.decisions("A33")
    #expect(made.count == 1 && made[0].title(.english) == "less" && made[0].owner == liu)
  }

  /// Another's decision is a choice, seen or not.
  @Test func anothersDecisionIsAsked() throws {
    let driver = try Driver(me: "lixt")
    driver.openReview(at: "A33")
    let stop = Resolution(.stop, text: "no money", quarter: quarter, day: driver.state.today)
    try driver.other(Acts.decide(stop, about: [try driver.item("A33")]))
    driver.press("1")
    #expect(driver.saves.isEmpty && driver.screen.contains("Wang Min: Stop · no money"))
    driver.press("t")
    #expect(driver.saves.isEmpty && driver.notice.contains("Theirs stays"))
    driver.press("2 m")
    driver.type("half")
    driver.press("Enter")
    #expect(try driver.decisions("A33").map(\.verdict) == [.change, .stop])
  }

  /// One's own is changed, and somebody else was faster.
  @Test func anothersDecisionMeanwhileIsAConflict() throws {
    let driver = try Driver(me: "lixt")
    driver.openReview(at: "A33")
    driver.press("1")
    let stop = Resolution(.stop, text: "no money", quarter: quarter, day: driver.state.today)
    let theirs = Acts.decide(stop, about: [try driver.item("A33")])
    driver.press("2")
    driver.type("half")
    try driver.other(theirs, announced: false)
    driver.press("Enter")
    #expect(driver.state.overlays.last is ConflictChoice)
    driver.press("m")
    #expect(try driver.decisions("A33").map(\.verdict) == [.change, .stop, .goOn])
    #expect(driver.state.overlays.isEmpty && driver.screen.contains("decided: Change"))
  }

  @Test func enterAcceptsWhatIsFine() throws {
    let driver = try Driver()
    driver.openReview()
    driver.press("A")
    #expect(driver.screen.contains("Enter All go on"))
    driver.press("Enter")
    #expect(driver.saves.count == 1 && driver.state.review.fine.isEmpty)
  }

  @Test func whatOthersAddJoinsAtTheEnd() throws {
    let driver = try Driver(me: "lixt")
    driver.openReview(at: "A33")
    let place = driver.state.review.index
    let fields: [Field: Value] = [
      .title: .text("补一场"), .titleEn: .text("One more"), .period: .integer(quarter.rawValue),
    ]
    try driver.other(Acts.create(.activity, fields: fields))
    #expect(driver.state.review.path.count == 12 && driver.reviewed == "A33")
    #expect(driver.state.review.index == place)
    #expect(driver.notice == "Wang Min added A41; last in the list", "\(driver.notice)")
    #expect(driver.screen.contains("/ 12"))
    driver.press("G Left")
    #expect(driver.reviewed == "A41")
    // What is moved into the quarter, and what one adds oneself, comes too; nothing comes twice.
    let scope = ListScope(kind: .activity, period: quarter.advanced(by: -1))
    let earlier = try #require(try driver.reader.items(ListWindow(scope, limit: 1)).first)
    try driver.other(Acts.set(.period, to: .integer(quarter.rawValue), of: [earlier]))
    #expect(driver.state.review.path.last == earlier.id && driver.state.review.path.count == 13)
    driver.press("g 3 n")
    driver.type("mine")
    driver.press("Enter g r")
    #expect(driver.state.review.path.count == 14, "\(driver.screen)")
    try driver.other(Acts.set(.priority, to: .integer(1), of: [earlier]))
    #expect(driver.state.review.path.count == 14)
  }

  /// Every number of the summary says what it counts, and they add up.
  @Test func theSummaryAddsUp() throws {
    let driver = try Driver(columns: 80, rows: 60)
    driver.openReview(at: "A33")
    driver.press("1 g g Right 1 / A 3 8 Enter 3 Enter G")
    let screen = driver.screen
    #expect(screen.contains("3 of 11") && screen.contains("Go on 2 · Move 1"))
    #expect(screen.contains("undecided 8   A"))
    #expect(screen.contains("Undecided 8") && screen.contains("A34"), "\(screen)")
    let lines = driver.screen.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.contains("Undecided 8") })
    #expect(lines[(start + 1)...].prefix(8).allSatisfy { $0.contains("A") && $0.count > 12 })
    let found = try ReviewSummary(
      of: quarter, since: driver.state.today, driver.reader, today: driver.state.today)
    #expect(found.all == 11 && found.standing.count == 3 && found.undecided.count == 8)
    #expect(
      Verdict.allCases.reduce(0) { $0 + found.count($1) } + found.undecided.count == found.all)
  }

  /// A day of another year says so.
  @Test func aMovedItemSaysTheYear() throws {
    let driver = try Driver(columns: 60, rows: 20)
    driver.openReview(at: "A38")
    driver.press("3")
    #expect(driver.screen.contains("12-01–2027-01-15 → 12-01–2027-04-15"), "\(driver.screen)")
  }
}
