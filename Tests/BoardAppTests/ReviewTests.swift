import PlanModel
import Testing
import TextCanvas

@testable import BoardApp

/// The review from its overview to its summary, key by key, on a real board.
@Suite struct ReviewTests {
  private let quarter = Period(year: 2026, quarter: 4)

  /// What lies ahead adds up to all items, also where it takes two lines.
  @Test(arguments: [Language.chinese, .english], [(60, 20), (80, 24), (120, 40)])
  func whatLiesAheadAddsUp(_ language: Language, _ size: (Int, Int)) throws {
    let driver = try Driver(.demo, language, columns: size.0, rows: size.1)
    driver.openReview()
    let screen = driver.screen
    let ahead = try #require(screen.range(of: language == .chinese ? "11 项：" : "11 items: "))
    // Up to the stroke above the keys; every number there is a count.
    let rest = screen[ahead.upperBound...].prefix { $0 != "─" }
    let counts = rest.split { !$0.isNumber }.compactMap { Int($0) }
    #expect(counts.reduce(0, +) == 11, "\(rest)")
  }

  @Test func itGoesThroughTheQuarterTroubleFirst() throws {
    let driver = try Driver(columns: 60, rows: 20)
    driver.openReview()
    #expect(driver.screen.contains("overview") && driver.screen.contains("11 items"))
    #expect(driver.screen.contains("60%") && driver.screen.contains("day 55 of 92"))
    var seen: [String] = []
    for _ in 0..<11 {
      driver.press("Right")
      seen.append(driver.reviewed)
      #expect(
        driver.screen.contains("\(seen.count) / 11") && driver.screen.contains(driver.reviewed))
    }
    #expect(seen.prefix(5) == ["A32", "A37", "A33", "A30", "A39"])
    #expect(Set(seen).count == 11)
    driver.press("Right")
    #expect(driver.state.review.page == .summary && driver.screen.contains("0 of 11"))
    driver.press("Right")
    #expect(driver.notice.contains("summary"))
    driver.press("Left")
    #expect(driver.reviewed == seen.last)
    driver.press("g g Left")
    #expect(driver.notice.contains("beginning"))
    driver.press("g 3")
    #expect(driver.state.trail.last == .home)
  }

  @Test func keysOfAnItemWaitForOne() throws {
    let driver = try Driver()
    driver.openReview()
    for key in ["1", "2", "3", "4", "t", "c", "f", "o", "x", "Space", "D"] {
      driver.press(key)
      #expect(driver.notice.contains("goes to an item first"), "\(key)")
      #expect(driver.state.overlays.isEmpty && driver.saves.isEmpty)
    }
  }

  @Test func helpShowsTheDigitsAsTheyActHere() throws {
    let driver = try Driver(columns: 120, rows: 60)
    driver.openReview()
    driver.press("?")
    #expect(driver.screen.contains("1  Go on") && driver.screen.contains("g 1  Trends"))
    #expect(!driver.screen.contains("1  g 1  Trends"))
  }

  @Test func goingOnIsOneKeyAndOneStep() throws {
    let driver = try Driver()
    driver.openReview(at: "A34")
    driver.press("1")
    #expect(driver.notice.contains("A34 goes on") && driver.reviewed == "A34")
    let made = try #require(try driver.decisions("A34").first)
    #expect(made.verdict == .goOn && made.done == driver.state.today && made.period == quarter)
    #expect(driver.screen.contains("decided: Go on") && driver.screen.contains("1 decided"))
    driver.press("u")
    #expect(try driver.decisions("A34").isEmpty && !driver.screen.contains("decided: Go on"))
    // Space decides and goes to the next.
    driver.press("Space")
    #expect(try driver.decisions("A34").count == 1 && driver.reviewed != "A34")
  }

  @Test func changingAsksWhat() throws {
    let driver = try Driver(.demo, .chinese, columns: 60, rows: 20)
    driver.openReview(at: "A33")
    driver.press("2 Enter")
    #expect(driver.notice.contains("怎么调整") && driver.saves.isEmpty)
    driver.type("加投 20 万")
    driver.press("Enter")
    let made = try #require(try driver.decisions("A33").first)
    #expect(made.verdict == .change && made.title(.chinese) == "加投 20 万" && made.done == nil)
    #expect(driver.screen.contains("加投 20 万"))
    // It is on the item's page and in its history.
    driver.press("Enter G")
    #expect(driver.screen.contains("决议") && driver.screen.contains("D1"))
    driver.press("q")
    #expect(driver.reviewed == "A33")
  }

  @Test func movingShowsWhatMovesAndIsOneStep() throws {
    let driver = try Driver(columns: 60, rows: 20)
    let before = try driver.item("A38")
    driver.openReview(at: "A38")
    driver.press("3")
    #expect(driver.screen.contains("2027Q1  dates 12-01–2027-01-15 → "), "\(driver.screen)")
    #expect(driver.saves.isEmpty && driver.screen.contains("move on"))
    driver.press("Esc")
    #expect(driver.state.overlays.isEmpty && driver.saves.isEmpty)
    driver.press("3")
    driver.type("after the fair")
    driver.press("Enter")
    #expect(driver.notice.contains("moved to 2027Q1"))
    let moved = try driver.item("A38")
    #expect(moved.period == quarter.advanced(by: 1) && moved.money.outlook == before.money.outlook)
    #expect(driver.screen.contains("1 moved"))
    driver.press("u")
    #expect(
      try driver.item("A38").period == quarter && (try driver.item("A38").start) == before.start)
    #expect(try driver.detail("A38").figures == driver.detail("A38").figures)
    #expect(try driver.decisions("A38").isEmpty)
  }

  @Test func stoppingDropsAndGivesBack() throws {
    let driver = try Driver()
    driver.openReview(at: "A35")
    driver.press("4")
    #expect(driver.screen.contains("running → dropped") && driver.screen.contains("the plan stays"))
    driver.press("Enter")
    let stopped = try driver.item("A35")
    #expect(stopped.status == .dropped)
    #expect(stopped.money.outlook <= stopped.money.committed + stopped.money.actual + 36_400_000)
    driver.press("3")
    #expect(driver.notice.contains("A35 is dropped"))
  }

  @Test func theForecastIsSetInPlace() throws {
    let driver = try Driver()
    driver.openReview(at: "A35")
    let before = try driver.item("A35").money
    driver.press("f Ctrl-u")
    driver.type("510k")
    #expect(driver.screen.contains("= 510,000"))
    driver.press("Enter")
    #expect(try driver.item("A35").money.outlook == 51_000_000)
    #expect(try driver.item("A35").money.plan == before.plan)
    #expect(driver.saves.count == 1)
    // Not below what is committed and spent.
    driver.press("f Ctrl-u")
    driver.type("1")
    driver.press("Enter")
    #expect(driver.saves.count == 1 && !driver.state.overlays.isEmpty)
    driver.press("Esc u")
    #expect(try driver.item("A35").money == before)
  }

  @Test func aDecisionIsGivenToSomebodyUntilADay() throws {
    let driver = try Driver(.demo, .chinese)
    driver.openReview(at: "A37")
    driver.press("o")
    driver.type("liu")
    driver.press("Enter")
    #expect(driver.screen.contains("期限"), "\(driver.screen)")
    driver.press("Ctrl-u")
    driver.type("下周五")
    driver.press("Enter")
    driver.type("每周报回款")
    driver.press("Enter")
    let made = try #require(try driver.decisions("A37").first)
    #expect(made.due == Day(iso: "2026-12-04") && made.title(.chinese) == "每周报回款")
    #expect(made.owner == driver.state.board.person(named: "liu")?.id && made.verdict == .change)
    // The same decision goes to another day, and is carried out.
    driver.press("o Enter Ctrl-u")
    driver.type("11-30")
    driver.press("Enter Enter")
    #expect(try driver.decisions("A37").count == 1)
    #expect(try driver.decisions("A37")[0].due == Day(iso: "2026-11-30"))
    driver.press("D")
    #expect(try driver.decisions("A37")[0].done == driver.state.today)
    driver.press("D")
    #expect(driver.notice.contains("没有待办"))
  }

  @Test func whatIsFineIsAcceptedWithOneKey() throws {
    let driver = try Driver()
    driver.openReview()
    driver.press("A")
    #expect(driver.screen.contains("5 items without trouble") && driver.screen.contains("A34"))
    driver.press("1")
    #expect(driver.notice.contains("5 items go on") && driver.saves.count == 1)
    #expect(try driver.reader.decisions(.of(quarter), limit: 99).count == 5)
    driver.press("A")
    #expect(driver.notice.contains("Nothing is fine"))
    driver.press("u")
    #expect(try driver.reader.decisions(.of(quarter), limit: 99).isEmpty)
  }

  @Test func markedItemsGoOnTogether() throws {
    let driver = try Driver()
    driver.openReview(at: "A32")
    driver.press("x x")
    #expect(driver.notice.contains("2 marked") && driver.reviewed == "A33")
    driver.press("1")
    #expect(driver.notice.contains("2 items go on: A32 A37") && driver.saves.count == 1)
    #expect(try driver.decisions("A33").isEmpty && driver.state.review.marked.isEmpty)
  }

  @Test func statusAndCommentAreTheUsualKeys() throws {
    let driver = try Driver(columns: 60, rows: 20)
    driver.openReview(at: "A39")
    driver.press("t")
    #expect(driver.screen.contains("4 running") && driver.screen.contains("8 dropped"))
    driver.press("4")
    #expect(try driver.item("A39").status == .running && driver.screen.contains("◐ Running"))
    driver.press("c")
    driver.type("who checks?")
    driver.press("Enter")
    #expect(try driver.detail("A39").comments.map(\.body) == ["who checks?"])
    #expect(driver.screen.contains("who checks?"))
  }

  // MARK: The end

  @Test func theSummarySaysWhatCameOfIt() throws {
    let driver = try Driver(.demo, .chinese, columns: 80, rows: 24, me: "wang")
    driver.openReview(at: "A38")
    driver.press("3 Enter")
    driver.openReview(at: "A34")
    driver.press("1")
    try driver.other(
      Acts.decide(
        Resolution(.change, text: "加投", quarter: quarter, day: driver.state.today),
        about: [try driver.item("A33")]), as: "lixt")
    driver.press("G")
    for text in ["王敏", "李晓彤", "3 / 11 项", "继续 1 · 调整 1 · 顺延 1", "顺延      A38", "加投", "D3"] {
      #expect(driver.screen.contains(text), "\(text): \(driver.screen)")
    }
    // Whoever only looks is named too; what has moved away is still counted.
    let looked = ReviewPlace(quarter: quarter, begun: driver.state.today, before: Money())
    try driver.writer.savePlace(looked, of: "chen")
    driver.press("Left G")
    #expect(driver.screen.contains("陈志远") && driver.screen.contains("3 / 11 项"))
    let summary = try ReviewSummary(
      of: quarter, since: nil, driver.reader, today: driver.state.today)
    #expect(summary.decisions.count == 3 && summary.present.count == 3)
    #expect(summary.before?.outlook != summary.after.outlook)
  }

  /// The overview opens with what was decided last time and what of it is late.
  @Test func theNextReviewOpensWithTheLast() throws {
    let driver = try Driver(me: "wang")
    let day = driver.state.today.adding(days: -14)
    for (code, due) in [("A33", day.adding(days: 7)), ("A34", day.adding(days: 40))] {
      try driver.other(
        Acts.decide(
          Resolution(.change, text: "see \(code)", due: due, quarter: quarter, day: day),
          about: [try driver.item(code)]), as: "lixt")
    }
    driver.openReview()
    #expect(driver.screen.contains("11-10: 2 decided, 0 done, 1 late"), "\(driver.screen)")
    #expect(driver.screen.contains("✗ A33 D1") && driver.screen.contains("· A34 D2"))
    // What is late makes its item trouble.
    let late = try driver.item("A33").id
    #expect(driver.state.review.list[late]?.trouble.contains(.decisionLate) == true)
  }
}
