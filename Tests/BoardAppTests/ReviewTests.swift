import PlanModel
import Testing
import TextCanvas

@testable import BoardApp

/// The review from its overview to its summary, key by key, on a real board.
@Suite struct ReviewTests {
  private let quarter = Period(year: 2026, quarter: 4)

  private func open(_ driver: Driver, at code: String? = nil) {
    driver.press("g r")
    guard let code else { return }
    driver.press("g g Right")
    var steps = 0
    while here(driver) != code, steps < 40 {
      driver.press("Right")
      steps += 1
    }
    #expect(here(driver) == code)
  }

  private func here(_ driver: Driver) -> String {
    driver.state.review.current?.code.description ?? "–"
  }

  private func decisions(_ driver: Driver, _ code: String) throws -> [Item] {
    try driver.reader.decisions(.about(try driver.item(code).id), limit: 20)
  }

  @Test func itGoesThroughTheQuarterTroubleFirst() throws {
    let driver = try Driver(columns: 60, rows: 20)
    open(driver)
    #expect(driver.screen.contains("overview") && driver.screen.contains("11 items"))
    #expect(driver.screen.contains("60%") && driver.screen.contains("day 55 of 92"))
    var seen: [String] = []
    for _ in 0..<11 {
      driver.press("Right")
      seen.append(here(driver))
      #expect(driver.screen.contains("\(seen.count) / 11") && driver.screen.contains(here(driver)))
    }
    #expect(seen.prefix(5) == ["A32", "A37", "A33", "A30", "A39"])
    #expect(Set(seen).count == 11)
    driver.press("Right")
    #expect(driver.state.review.page == .summary && driver.screen.contains("0 of 11"))
    driver.press("Right")
    #expect(driver.notice.contains("summary"))
    driver.press("Left")
    #expect(here(driver) == seen.last)
    driver.press("g g Left")
    #expect(driver.notice.contains("beginning"))
    driver.press("g 3")
    #expect(driver.state.trail.last == .home)
  }

  @Test func keysOfAnItemWaitForOne() throws {
    let driver = try Driver()
    open(driver)
    for key in ["1", "2", "3", "4", "t", "c", "f", "o", "x", "Space", "D"] {
      driver.press(key)
      #expect(driver.notice.contains("goes to an item first"), "\(key)")
      #expect(driver.state.overlays.isEmpty && driver.saves.isEmpty)
    }
  }

  @Test func helpShowsTheDigitsAsTheyActHere() throws {
    let driver = try Driver(columns: 120, rows: 60)
    open(driver)
    driver.press("?")
    #expect(driver.screen.contains("1  Go on") && driver.screen.contains("g 1  Trends"))
    #expect(!driver.screen.contains("1  g 1  Trends"))
  }

  @Test func goingOnIsOneKeyAndOneStep() throws {
    let driver = try Driver()
    open(driver, at: "A34")
    driver.press("1")
    #expect(driver.notice.contains("A34 goes on") && here(driver) == "A34")
    let made = try #require(try decisions(driver, "A34").first)
    #expect(made.verdict == .goOn && made.done == driver.state.today && made.period == quarter)
    #expect(driver.screen.contains("decided: Go on") && driver.screen.contains("1 decided"))
    driver.press("u")
    #expect(try decisions(driver, "A34").isEmpty && !driver.screen.contains("decided: Go on"))
    // Space decides and goes to the next.
    driver.press("Space")
    #expect(try decisions(driver, "A34").count == 1 && here(driver) != "A34")
  }

  @Test func changingAsksWhat() throws {
    let driver = try Driver(.demo, .chinese, columns: 60, rows: 20)
    open(driver, at: "A33")
    driver.press("2 Enter")
    #expect(driver.notice.contains("怎么调整") && driver.saves.isEmpty)
    driver.type("加投 20 万")
    driver.press("Enter")
    let made = try #require(try decisions(driver, "A33").first)
    #expect(made.verdict == .change && made.title(.chinese) == "加投 20 万" && made.done == nil)
    #expect(driver.screen.contains("加投 20 万"))
    // It is on the item's page and in its history.
    driver.press("Enter G")
    #expect(driver.screen.contains("决议") && driver.screen.contains("D1"))
    driver.press("q")
    #expect(here(driver) == "A33")
  }

  @Test func movingShowsWhatMovesAndIsOneStep() throws {
    let driver = try Driver(columns: 60, rows: 20)
    let before = try driver.item("A38")
    open(driver, at: "A38")
    driver.press("3")
    #expect(driver.screen.contains("2027Q1  dates 12-01–01-15 → "), "\(driver.screen)")
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
    #expect(try decisions(driver, "A38").isEmpty)
  }

  @Test func stoppingDropsAndGivesBack() throws {
    let driver = try Driver()
    open(driver, at: "A35")
    driver.press("4")
    #expect(driver.screen.contains("running → dropped") && driver.screen.contains("goes back"))
    driver.press("Enter")
    let stopped = try driver.item("A35")
    #expect(stopped.status == .dropped)
    #expect(stopped.money.outlook <= stopped.money.committed + stopped.money.actual + 36_400_000)
    driver.press("3")
    #expect(driver.notice.contains("A35 is dropped"))
  }

  @Test func theForecastIsSetInPlace() throws {
    let driver = try Driver()
    open(driver, at: "A35")
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
    open(driver, at: "A37")
    driver.press("o")
    driver.type("liu")
    driver.press("Enter")
    #expect(driver.screen.contains("期限"), "\(driver.screen)")
    driver.press("Ctrl-u")
    driver.type("下周五")
    driver.press("Enter")
    driver.type("每周报回款")
    driver.press("Enter")
    let made = try #require(try decisions(driver, "A37").first)
    #expect(made.due == Day(iso: "2026-12-04") && made.title(.chinese) == "每周报回款")
    #expect(made.owner == driver.state.board.person(named: "liu")?.id && made.verdict == .change)
    // The same decision goes to another day, and is carried out.
    driver.press("o Enter Ctrl-u")
    driver.type("11-30")
    driver.press("Enter Enter")
    #expect(try decisions(driver, "A37").count == 1)
    #expect(try decisions(driver, "A37")[0].due == Day(iso: "2026-11-30"))
    driver.press("D")
    #expect(try decisions(driver, "A37")[0].done == driver.state.today)
    driver.press("D")
    #expect(driver.notice.contains("没有待办"))
  }

  @Test func whatIsFineIsAcceptedWithOneKey() throws {
    let driver = try Driver()
    open(driver)
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
    open(driver, at: "A32")
    driver.press("x x")
    #expect(driver.notice.contains("2 marked") && here(driver) == "A33")
    driver.press("1")
    #expect(driver.notice.contains("2 items go on: A32 A37") && driver.saves.count == 1)
    #expect(try decisions(driver, "A33").isEmpty && driver.state.review.marked.isEmpty)
  }

  @Test func statusAndCommentAreTheUsualKeys() throws {
    let driver = try Driver(columns: 60, rows: 20)
    open(driver, at: "A39")
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

  // MARK: Order and place

  @Test func orderAndChoice() throws {
    let driver = try Driver(me: "wang")
    open(driver)
    driver.press("v 4")
    #expect(driver.notice.contains("by date · all · 11 items"))
    driver.press("Right")
    let first = here(driver)
    driver.press("v b")
    #expect(driver.notice.contains("only over budget · 4 items"))
    driver.press("v m")
    let mine = driver.state.review.path
    let me = driver.state.person?.id
    #expect(try !mine.isEmpty && driver.reader.items(ids: mine).allSatisfy { $0.owner == me })
    driver.press("v o")
    #expect(
      try driver.reader.items(ids: driver.state.review.path).allSatisfy {
        ![.done, .closed, .dropped].contains($0.status)
      })
    driver.press("v a g g Right")
    #expect(here(driver) == first)
    // The order stays while one goes through it, whatever one changes.
    let path = driver.state.review.path
    driver.press("v 1 g g Right 1 t 7 Right")
    #expect(Set(driver.state.review.path) == Set(path) && driver.screen.contains("2 / 11"))
    driver.press("/")
    driver.type("A38")
    driver.press("Enter")
    #expect(here(driver) == "A38")
  }

  @Test func thePlaceIsKeptPerPersonAndQuarter() throws {
    let driver = try Driver(me: "wang")
    open(driver, at: "A33")
    // After two seconds of rest, without leaving.
    let due = try #require(driver.state.deadline)
    let count = driver.places.count
    driver.now = due
    driver.send(.tick(now: due))
    #expect(driver.places.count == count + 1 && driver.state.deadline == nil)
    driver.press("v 5 q")
    #expect(driver.notice.contains("place is kept") && driver.places.last?.order == .money)
    let kept = try driver.reader.reviewPlaces(of: quarter)
    #expect(kept.map(\.who) == ["wang"])
    // Another session of the same person goes on there; another person begins anew.
    var again = AppState(
      columns: 60, rows: 20, settings: driver.state.settings, me: "wang",
      board: driver.state.board, today: driver.state.today, screen: .review)
    try driver.reader.snapshot { try App.refresh(&again, reader: $0) }
    #expect(again.review.current?.code.description == "A33" && again.review.place?.order == .money)
    #expect(again.notice?.words.en.contains("Going on where you were") == true)
    var other = AppState(
      columns: 60, rows: 20, settings: driver.state.settings, me: "liu",
      board: driver.state.board, today: driver.state.today, screen: .review)
    try driver.reader.snapshot { try App.refresh(&other, reader: $0) }
    #expect(other.review.page == .opening)
    // Another quarter has its own.
    driver.press("g r ]")
    #expect(driver.state.review.page == .opening && driver.state.review.quarter != quarter)
    driver.press("[")
    #expect(here(driver) == "A33")
  }

  @Test func halfTypedWordsAreOfferedAgain() throws {
    let driver = try Driver(.demo, .chinese, me: "wang")
    open(driver, at: "A33")
    driver.press("c")
    driver.type("经销商排期冲突")
    let drafts = App.drafts(driver.state)
    #expect(drafts.map(\.text) == ["经销商排期冲突"])
    for draft in drafts { try driver.writer.saveDraft(draft, of: "wang") }
    let place = try #require(App.place(driver.state))
    try driver.writer.savePlace(place, of: "wang")
    var again = AppState(
      columns: 60, rows: 20, settings: driver.state.settings, me: "wang",
      board: driver.state.board, today: driver.state.today, screen: .review,
      drafts: try driver.reader.drafts(of: "wang"))
    try driver.reader.snapshot { try App.refresh(&again, reader: $0) }
    #expect(again.notice?.words.zh == "这一项有写了一半的留言；c 接着写")
    let environment = Environment(now: 0, today: again.today)
    _ = App.reduce(&again, .event(.key(Key(.character("c")))), environment)
    #expect((again.overlays.last as? InputLine)?.editor.text == "经销商排期冲突")
    let effects = App.reduce(&again, .event(.key(Key(.enter))), environment)
    #expect(effects.contains { if case .dropDrafts = $0 { true } else { false } })
  }

  // MARK: Two at once

  @Test func othersDecisionsAreSeen() throws {
    let driver = try Driver(me: "lixt")
    open(driver, at: "A33")
    let item = try driver.item("A33")
    try driver.other(
      Acts.decide(
        Resolution(.stop, text: "no money", quarter: quarter, day: driver.state.today),
        about: [item]))
    #expect(driver.notice == "Wang Min decided on A33: stop")
    #expect(driver.screen.contains("no money") && driver.screen.contains("decided: Stop"))
  }

  @Test func bothDecidingIsAChoice() throws {
    let driver = try Driver(me: "lixt")
    open(driver, at: "A33")
    let item = try driver.item("A33")
    let theirs = Acts.decide(
      Resolution(.stop, text: "no money", quarter: quarter, day: driver.state.today), about: [item])
    driver.press("2")
    driver.type("more")
    try driver.other(theirs, announced: false)
    driver.press("Enter")
    #expect(driver.screen.contains("Wang Min just changed this"), "\(driver.screen)")
    #expect(driver.screen.contains("D1 Stop no money") && driver.screen.contains("Change more"))
    #expect(try decisions(driver, "A33").map(\.verdict) == [.stop])
    driver.press("m")
    #expect(try decisions(driver, "A33").map(\.verdict) == [.change, .stop])
    // Or theirs stays.
    try driver.other(
      Acts.decide(
        Resolution(.goOn, quarter: quarter, day: driver.state.today),
        about: [try driver.item("A33")]), announced: false)
    driver.press("1 t")
    #expect(try decisions(driver, "A33").map(\.verdict) == [.goOn, .change, .stop])
    #expect(driver.state.overlays.isEmpty)
  }

  // MARK: The end

  @Test func theSummarySaysWhatCameOfIt() throws {
    let driver = try Driver(.demo, .chinese, columns: 80, rows: 24, me: "wang")
    open(driver, at: "A38")
    driver.press("3 Enter")
    open(driver, at: "A34")
    driver.press("1")
    try driver.other(
      Acts.decide(
        Resolution(.change, text: "加投", quarter: quarter, day: driver.state.today),
        about: [try driver.item("A33")]), as: "lixt")
    driver.press("G")
    for text in ["王敏", "李晓彤", "3 / 11 项", "继续 1 · 调整 1 · 顺延 1", "顺延      A38", "加投", "D3"] {
      #expect(driver.screen.contains(text), "\(text): \(driver.screen)")
    }
    let summary = try ReviewSummary(
      of: quarter, since: nil, driver.reader, today: driver.state.today)
    #expect(summary.decisions.count == 3 && summary.present.count == 2)
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
    open(driver)
    #expect(driver.screen.contains("11-10: 2 decided, 0 done, 1 late"), "\(driver.screen)")
    #expect(driver.screen.contains("✗ A33 D1") && driver.screen.contains("· A34 D2"))
    // What is late makes its item trouble.
    #expect(driver.screen.contains("decision late 1"))
  }
}
