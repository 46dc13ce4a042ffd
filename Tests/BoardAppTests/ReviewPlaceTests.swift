import PlanModel
import Testing
import TextCanvas

@testable import BoardApp

/// In which order a review goes, where it goes on, and what others do meanwhile.
@Suite struct ReviewPlaceTests {
  private let quarter = Period(year: 2026, quarter: 4)

  @Test func orderAndChoice() throws {
    let driver = try Driver(me: "wang")
    driver.openReview()
    driver.press("v 4")
    #expect(driver.notice.contains("by date · all · 11 items"))
    driver.press("Right")
    let first = driver.reviewed
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
    #expect(driver.reviewed == first)
    // The order stays while one goes through it, whatever one changes.
    let path = driver.state.review.path
    driver.press("v 1 g g Right 1 t 7 Enter Right")
    #expect(Set(driver.state.review.path) == Set(path) && driver.screen.contains("2 / 11"))
    driver.press("/")
    driver.type("A38")
    driver.press("Enter")
    #expect(driver.reviewed == "A38")
  }

  @Test func thePlaceIsKeptPerPersonAndQuarter() throws {
    let driver = try Driver(me: "wang")
    driver.openReview(at: "A33")
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
    #expect(driver.reviewed == "A33")
  }

  /// One that was left on another day goes on with it, or begins anew.
  @Test func aReviewOfAnotherDayGoesOnOrBeginsAnew() throws {
    let driver = try Driver(me: "wang")
    let then = driver.state.today.adding(days: -14)
    let old = ReviewPlace(
      quarter: quarter, page: .items, item: try driver.item("A33").id, begun: then,
      before: Money(plan: 1, outlook: 1))
    try driver.writer.savePlace(old, of: "wang")
    try driver.other(
      Acts.decide(Resolution(.goOn, quarter: quarter, day: then), about: [try driver.item("A34")]))
    driver.press("g r")
    #expect(
      driver.reviewed == "A33" && driver.notice.contains("the review of 11-10; N begins anew"))
    #expect(driver.screen.contains("1 decided"))
    driver.press("N")
    #expect(driver.state.review.page == .opening && driver.state.review.place?.begun != then)
    #expect(driver.screen.contains("11-10: 1 decided, 1 done"), "\(driver.screen)")
    driver.press("Right")
    #expect(driver.screen.contains("0 decided") && driver.state.review.place?.before.plan != 1)
    driver.press("N")
    #expect(driver.notice.contains("began today"))
    // One that came to its end on another day is over.
    var ended = old
    ended.page = .summary
    try driver.writer.savePlace(ended, of: "liu")
    var liu = AppState(
      columns: 60, rows: 20, settings: driver.state.settings, me: "liu",
      board: driver.state.board, today: driver.state.today, screen: .review)
    try driver.reader.snapshot { try App.refresh(&liu, reader: $0) }
    #expect(liu.review.page == .opening && liu.review.place?.begun == driver.state.today)
  }

  @Test func halfTypedWordsAreOfferedAgain() throws {
    let driver = try Driver(.demo, .chinese, me: "wang")
    driver.openReview(at: "A33")
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
    driver.openReview(at: "A33")
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
    driver.openReview(at: "A33")
    let item = try driver.item("A33")
    let theirs = Acts.decide(
      Resolution(.stop, text: "no money", quarter: quarter, day: driver.state.today), about: [item])
    driver.press("2")
    driver.type("more")
    try driver.other(theirs, announced: false)
    driver.press("Enter")
    #expect(driver.screen.contains("Wang Min just changed this"), "\(driver.screen)")
    #expect(driver.screen.contains("D1 Stop no money") && driver.screen.contains("Change more"))
    #expect(try driver.decisions("A33").map(\.verdict) == [.stop])
    driver.press("m")
    #expect(try driver.decisions("A33").map(\.verdict) == [.change, .stop])
    // Or theirs stays.
    try driver.other(
      Acts.decide(
        Resolution(.goOn, quarter: quarter, day: driver.state.today),
        about: [try driver.item("A33")]), announced: false)
    driver.press("1 t")
    #expect(try driver.decisions("A33").map(\.verdict) == [.goOn, .change, .stop])
    #expect(driver.state.overlays.isEmpty)
  }

  /// Of several that are accepted at once, what somebody else has decided stays, the rest is saved.
  @Test func acceptingSeveralLeavesOthersDecisions() throws {
    let driver = try Driver(me: "lixt")
    driver.openReview(at: "A32")
    driver.press("x x x")
    try driver.other(
      Acts.decide(
        Resolution(.stop, quarter: quarter, day: driver.state.today),
        about: [try driver.item("A37")]), announced: false)
    driver.press("1")
    #expect(driver.screen.contains("Wang Min just changed this"))
    driver.press("t")
    #expect(try driver.decisions("A37").map(\.verdict) == [.stop])
    #expect(try driver.decisions("A32").map(\.verdict) == [.goOn])
    #expect(try driver.decisions("A33").map(\.verdict) == [.goOn])
    // And with one key for all that is fine, those that were decided meanwhile are left out.
    driver.press("A")
    try driver.other(
      Acts.decide(
        Resolution(.change, text: "x", quarter: quarter, day: driver.state.today),
        about: [try driver.item("A34")]), announced: false)
    driver.press("1")
    #expect(driver.state.overlays.isEmpty)
    #expect(try driver.decisions("A34").map(\.verdict) == [.change])
    #expect(try driver.decisions("A36").map(\.verdict) == [.goOn])
  }

  /// A decision has a page and a form of its own; check and log lead to it.
  @Test func aDecisionIsOpenedFromCheckAndLog() throws {
    let driver = try Driver(.demo, .chinese, me: "wang")
    let day = driver.state.today.adding(days: -14)
    try driver.other(
      Acts.decide(
        Resolution(
          .change, text: "渠道政策重写", due: day.adding(days: 7), quarter: quarter, day: day),
        about: [try driver.item("A33")]), as: "lixt")
    driver.press("g c")
    #expect(driver.screen.contains("D1"), "\(driver.screen)")
    let place = try #require(
      driver.state.check.walk.findings.firstIndex { $0.rule == .decisionLate })
    for _ in 0..<place { driver.press("j") }
    driver.press("Enter")
    #expect(driver.state.trail.last == .page && driver.screen.contains("渠道政策重写"))
    #expect(driver.screen.contains("A33") && driver.screen.contains("调整"))
    for key in ["m", "s", "-", "t", "b"] {
      driver.press(key)
      #expect(driver.notice.contains("决议没有这一项"), "\(key)")
    }
    driver.press("e")
    for _ in 0..<20 where (driver.state.overlays.last as? ItemForm)?.current != .done {
      driver.press("Tab")
    }
    driver.type("昨天")
    driver.press("Ctrl-s")
    #expect(try driver.decisions("A33")[0].done == driver.state.today.adding(days: -1))
    driver.press("q g l Enter")
    #expect(driver.state.trail.last == .page)
  }
}
