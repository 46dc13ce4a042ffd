import PlanModel
import Testing

@testable import BoardApp

/// `a`: only what belongs to the selection on the left. `/`: only what matches. `x`: many at once.
@Suite struct NarrowFilterMarks {
  private func codes(_ driver: Driver, _ kind: ItemKind) -> [String] {
    driver.state.home.pane(kind).rows.rows.items.map(\.code.description)
  }

  @Test func fromATargetItsActivities() throws {
    let driver = try Driver()
    driver.press("2")
    driver.stand(on: "Y7")
    driver.press("a")
    #expect(codes(driver, .activity).sorted() == ["A34", "A40"])
    #expect(codes(driver, .target).count == 10)
    #expect(driver.screen.contains("Y7 · 2"))
    driver.press("j")
    #expect(codes(driver, .activity) == ["A35"])
    driver.press("l")
    #expect(driver.shown == ["A35"])
    #expect(driver.screen.contains("Y8 · 1"))
    driver.press("a")
    #expect(driver.shown.count == 11)
    #expect(!driver.screen.contains("Y8 · "))
  }

  @Test func fromATrendItsTargetsAndAllTheirActivities() throws {
    let driver = try Driver()
    driver.press("1")
    driver.stand(on: "T2")
    driver.press("a")
    #expect(codes(driver, .trend).count == 6)
    #expect(codes(driver, .target) == ["Y5", "Y6"])
    #expect(codes(driver, .activity).sorted() == ["A31", "A32", "A33"])
    #expect(driver.screen.contains("T2 · 2"))
    driver.press("l")
    #expect(driver.selected == "Y5" || driver.selected == "Y6")
    driver.cursorIsInSight()
    driver.press("h a")
    #expect(codes(driver, .target).count == 10)
    #expect(codes(driver, .activity).count == 11)
  }

  @Test func aTargetWithNothingSaysSo() throws {
    let driver = try Driver()
    driver.press("2")
    driver.stand(on: "Y9")
    driver.press("a 3")
    #expect(driver.shown.isEmpty)
    #expect(driver.screen.contains("Y9 · 0"))
    driver.press("j k d d Enter a")
    #expect(driver.shown.count == 11)
  }

  @Test func aFilterNarrowsWhileOneTypes() throws {
    let driver = try Driver()
    driver.stand(on: "A36")
    driver.press("/")
    driver.type("lead:sales")
    #expect(codes(driver, .activity).sorted() == ["A30", "A32", "A35", "A37", "A38"])
    #expect(driver.screen.contains("5 hits"))
    driver.press("Enter")
    #expect(driver.shown.count == 5)
    driver.press("Esc")
    #expect(driver.shown.count == 11)
    driver.cursorIsInSight()
  }

  @Test func escapeLiftsTheFilterAndKeepsTheItem() throws {
    let driver = try Driver()
    driver.press("/")
    driver.type("A37")
    #expect(driver.selected == "A37")
    driver.press("Esc")
    #expect(driver.shown.count == 11)
    #expect(driver.selected == "A37")
  }

  @Test func aFilterWithoutHitsSaysSo() throws {
    let driver = try Driver()
    driver.press("/")
    driver.type("nowhere")
    #expect(driver.screen.contains("nothing matches"))
    #expect(driver.screen.contains("0 hits"))
    driver.press("Ctrl-u")
    #expect(driver.shown.count == 11)
    driver.type("owner:nobody-of-that-name")
    #expect(!driver.screen.contains("hits"))
  }

  @Test func theFilterShowsWhileItIsKept() throws {
    let driver = try Driver()
    driver.press("/")
    driver.type("lead:sales")
    driver.press("Enter")
    #expect(driver.screen.contains("lead:sales"))
  }

  @Test func marksAreOneStep() throws {
    let driver = try Driver()
    let list = driver.shown
    driver.press("g g x x x")
    #expect(driver.notice.hasPrefix("3 marked"))
    driver.press("m")
    let edit = try #require(driver.saves.last?.edit)
    #expect(edit.act == .assign)
    #expect(driver.state.home.marked.isEmpty)
    driver.press("g g x x x s")
    #expect(driver.notice.hasPrefix("3 items to sales: "))
    for code in list.prefix(3) { #expect(try driver.item(code).lead == .sales) }
    driver.press("u")
    for code in list.prefix(3) { #expect(try driver.item(code).lead == .marketing) }
  }

  @Test func aRangeIsMarkedBothWays() throws {
    let driver = try Driver()
    driver.press("G V k k k V")
    #expect(driver.state.home.marked.count == 4)
    driver.press("Esc")
    #expect(driver.state.home.marked.isEmpty)
    driver.press("g g V Ctrl-f V")
    #expect(driver.state.home.marked.count == 11)
    driver.press("h")
    #expect(driver.state.home.marked.isEmpty)
  }

  @Test func aRangeOverPagesMarksEveryRow() throws {
    let driver = try Driver(.large, columns: 80, rows: 24)
    driver.press("V")
    for _ in 0..<12 { driver.press("Ctrl-f") }
    driver.press("V")
    let page = Layout(driver.state).body.count - 1
    #expect(driver.state.home.marked.count == 12 * page + 1)
  }

  @Test func leadsSayWhenNothingChanges() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    driver.press("m")
    #expect(driver.notice == "Already led by marketing")
    #expect(driver.saves.isEmpty)
    driver.press("s")
    #expect(driver.notice == "A33 to sales   u undo")
    driver.press("-")
    #expect(try driver.item("A33").lead == nil)
    driver.press("-")
    #expect(driver.notice == "Already led by nobody")
  }

  @Test func repeatingActsOnTheNextItem() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    driver.press("s")
    driver.stand(on: "A34")
    driver.press(".")
    #expect(try driver.item("A34").lead == .sales)
  }

  @Test func repeatingSaysWhereItCannot() throws {
    let driver = try Driver()
    driver.press(".")
    #expect(driver.notice == "Nothing to repeat yet")
    driver.press("s g l .")
    #expect(driver.notice.contains("can't be repeated here"))
  }

  @Test func aNewItemIsSeenThroughFilterAndNarrowing() throws {
    let driver = try Driver()
    driver.press("2")
    driver.stand(on: "Y9")
    driver.press("a 3 n")
    driver.type("Seen at once")
    driver.press("Enter")
    #expect(driver.selected == "A41")
    driver.press("/")
    driver.type("lead:sales")
    driver.press("Enter n")
    driver.type("Led by marketing")
    driver.press("Enter")
    #expect(driver.selected == "A42")
    driver.cursorIsInSight()
  }

  @Test func copyingGoesToTheClipboard() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    driver.press("y")
    #expect(driver.copied.count == 1)
    #expect(driver.copied[0].hasPrefix("A33\t"))
  }
}
