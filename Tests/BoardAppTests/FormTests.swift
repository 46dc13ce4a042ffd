import PlanModel
import Testing
import TextCanvas

@testable import BoardApp

/// Forms: every kind of field, faults, drafts, what is saved.
@Suite struct Forms {
  private func form(_ driver: Driver) throws -> ItemForm {
    try #require(driver.state.overlays.last as? ItemForm)
  }

  /// Goes to a field of the form on top.
  private func go(_ driver: Driver, to field: Field) throws {
    let place = try #require(
      try form(driver).fields.firstIndex { $0.field == field && !$0.isLinks })
    while try form(driver).focus < place { driver.press("Tab") }
    while try form(driver).focus > place { driver.press("Shift-Tab") }
  }

  private func fill(_ driver: Driver, _ field: Field, _ text: String) throws {
    try go(driver, to: field)
    driver.press("Ctrl-u")
    driver.type(text)
  }

  @Test func enterKeepsANewItemAndStandsOnIt() throws {
    let driver = try Driver()
    driver.press("n")
    driver.type("Winter fair")
    driver.press("Enter")
    #expect(driver.state.overlays.isEmpty)
    #expect(driver.selected == "A41")
    #expect(driver.notice == "A41 created   u undo")
    driver.cursorIsInSight()
    let detail = try driver.detail("A41")
    #expect(detail.item[.title] == .text("Winter fair"))
    #expect(detail.item.status == .draft)
    #expect(detail.item.lead == .marketing)
    #expect(detail.item.period == Period(year: 2026, quarter: 4))
    driver.press("n")
    #expect(try form(driver).fields[0].editor.text == "")
  }

  @Test func notesHaveSeveralLines() throws {
    let driver = try Driver()
    driver.press("e")
    try fill(driver, .notes, "第一行")
    driver.press("Ctrl-j")
    driver.type("second line")
    #expect(try form(driver).fields.last?.editor.text == "第一行\nsecond line")
    // Up goes inside of the text by what is seen, then to the field above.
    driver.press("Up")
    #expect(try form(driver).fields.last?.editor.caret == 3)
    driver.press("Down")
    #expect(try form(driver).fields.last?.editor.caret == 15)
    driver.press("Up Up")
    #expect(try form(driver).current != .notes)
    driver.press("Down")
    #expect(try form(driver).current == .notes)
    driver.press("Enter")
    #expect(driver.state.overlays.isEmpty)
    let code = driver.selected
    #expect(try driver.detail(code).texts[.notes] == "第一行\nsecond line")

    // Put aside, it is there again.
    driver.press("e")
    try go(driver, to: .notes)
    driver.press("Down")
    driver.paste("\r\n三")
    driver.press("Esc")
    #expect(driver.kept.contains { $0.text == "第一行\nsecond line\n三" })
    driver.press("e")
    #expect(try form(driver).fields.last?.editor.text == "第一行\nsecond line\n三")
  }

  @Test func longNotesWrapAndScroll() throws {
    let driver = try Driver(columns: 80, rows: 24)
    driver.press("e")
    try fill(driver, .notes, String(repeating: "新年促销要早定", count: 40))
    let cursor = try #require(driver.canvas.cursor)
    let width = 80 - 4 - 6 - 16
    #expect(cursor.column < 80 - 4)
    #expect(driver.text[cursor.row - 2].contains("▴"))
    // Every row but the last is full: a wide character never stands half outside.
    #expect(
      try form(driver).fields.last?.editor.rowCount(columns: width) == (560 + width - 3)
        / (width - 2))
    driver.press("Home")
    #expect(driver.text[try #require(driver.canvas.cursor).row + 2].contains("▾"))
  }

  @Test(arguments: ["1", "2"]) func newTrendsAndTargetsAreKept(_ key: String) throws {
    let driver = try Driver()
    driver.press("\(key) n")
    driver.type("A new one")
    driver.press("Enter")
    #expect(driver.selected == (key == "1" ? "T7" : "Y11"))
    driver.cursorIsInSight()
  }

  @Test func everyFieldOfAnActivity() throws {
    let driver = try Driver()
    driver.press("n")
    driver.type("云栖 fair")
    try fill(driver, .titleEn, "Yunqi fair")
    try go(driver, to: .lead)
    driver.press("2")
    try fill(driver, .start, "12月1日")
    try fill(driver, .end, "2026-12-20")
    try go(driver, to: .status)
    driver.press("3")
    try go(driver, to: .stage)
    driver.press("Right Right")
    try go(driver, to: .priority)
    driver.press("1")
    try go(driver, to: .region)
    driver.press("Enter Down Enter")
    try go(driver, to: .owner)
    driver.type("w")
    driver.press("Backspace")
    driver.type("liu")
    driver.press("Enter")
    try fill(driver, .share, "30")
    try fill(driver, .tags, "a;b")
    try go(driver, to: .joint)
    driver.press("1")
    try go(driver, to: .notes)
    driver.paste("two\nlines")
    driver.press("Ctrl-s")
    #expect(driver.state.overlays.isEmpty, "\(driver.screen)")
    let detail = try driver.detail("A41")
    let item = detail.item
    #expect(item[.titleEn] == .text("Yunqi fair"))
    #expect(item.lead == .sales)
    #expect(item.start == Day(year: 2026, month: 12, day: 1))
    #expect(item.end == Day(year: 2026, month: 12, day: 20))
    #expect(item.status == .approved)
    #expect(item.stage == Stage.allCases[1])
    #expect(item.priority == Priority.allCases[0])
    #expect(item[.region] == .integer(driver.state.board.list(.region)[1].id))
    #expect(item.owner == driver.state.board.person(named: "liu")?.id)
    #expect(item[.share] == .integer(30))
    #expect(item.tags == ["a", "b"])
    #expect(item.isJoint)
    #expect(detail.texts[.notes]?.contains("lines") == true)
  }

  @Test func moneyAndPeriodsOfATarget() throws {
    let driver = try Driver()
    driver.press("2 n")
    driver.type("Target")
    try fill(driver, .ceiling, "12万")
    try fill(driver, .period, "2026")
    driver.press("Ctrl-s")
    #expect(try driver.item("Y11").ceiling == 12_000_000)
    driver.press("e")
    try go(driver, to: .ceiling)
    #expect(try form(driver).fields[form(driver).focus].editor.text == "120000")
    driver.press("Ctrl-u Ctrl-s")
    #expect(try driver.item("Y11").ceiling == nil)
  }

  @Test func aFaultKeepsTheTextAndStandsInTheForm() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    driver.press("e")
    driver.type("!")
    try fill(driver, .start, "13月40日")
    driver.press("Ctrl-s")
    let kept = try form(driver)
    #expect(kept.fault != nil)
    #expect(kept.fields[kept.focus].field == .start)
    #expect(kept.fields[kept.focus].editor.text == "13月40日")
    #expect(driver.screen.contains("✗ Start"))
    #expect(driver.saves.isEmpty)
    try fill(driver, .start, "2026-10-02")
    driver.press("Ctrl-s")
    #expect(driver.state.overlays.isEmpty)
    #expect(driver.saves.last?.edit.changes.count == 2)
  }

  @Test func theEndMustNotLieBeforeTheStart() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    driver.press("e")
    try fill(driver, .end, "2026-09-01")
    driver.press("Enter")
    #expect(try form(driver).fault?.en.contains("before the start") == true)
  }

  @Test func aTitleIsNeeded() throws {
    let driver = try Driver()
    driver.press("n Enter")
    #expect(try form(driver).fault?.en == "Type a title first")
    driver.type("   ")
    driver.press("Enter")
    #expect(try form(driver).fault != nil)
    #expect(driver.saves.isEmpty)
  }

  @Test func escapePutsADraftAside() throws {
    let driver = try Driver()
    driver.press("n")
    driver.type("Half a tit")
    driver.press("Esc")
    #expect(driver.state.overlays.isEmpty)
    driver.press("n")
    #expect(try form(driver).fields[0].editor.text == "Half a tit")
    driver.type("le")
    driver.press("Ctrl-s")
    #expect(try driver.item("A41")[.title] == .text("Half a title"))
    driver.press("n Esc")
    #expect(driver.state.drafts.isEmpty)
  }

  @Test func aDraftOfLinksIsKeptToo() throws {
    let driver = try Driver()
    driver.press("n")
    while try !form(driver).fields[form(driver).focus].isLinks { driver.press("Tab") }
    let before = try form(driver).serves.count
    driver.press("Enter Down Down Enter Esc n")
    #expect(try form(driver).serves.count == before + 1)
  }

  @Test func nothingChangedIsNothingSaved() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    driver.press("e Ctrl-s")
    #expect(driver.saves.isEmpty)
    #expect(driver.notice == "Nothing was changed")
    for key in ["1", "2", "3"] {
      driver.press("\(key) e Esc")
      #expect(driver.state.drafts.isEmpty, "\(key)")
    }
  }

  @Test func oneChangedFieldIsOneChange() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    driver.press("e")
    try go(driver, to: .priority)
    driver.press("Backspace Ctrl-s")
    #expect(driver.saves.last?.edit.changes.count == 1)
    #expect(driver.notice == "A33 saved   u undo")
  }

  @Test func theMainReasonMovesWithAStar() throws {
    let driver = try Driver()
    driver.press("]")
    driver.press("[")
    driver.stand(on: "A32")
    driver.press("e")
    while try !form(driver).fields[form(driver).focus].isLinks { driver.press("Tab") }
    let before = try form(driver).serves
    #expect(before.count == 2)
    driver.press("*")
    #expect(try form(driver).serves.map(\.isMain) == before.map { !$0.isMain })
    driver.press("Ctrl-s")
    #expect(try driver.item("A32").main == before.first { !$0.isMain }?.id)
    driver.press("u")
    #expect(try driver.item("A32").main == before.first { $0.isMain }?.id)
    driver.press("e")
    while try !form(driver).fields[form(driver).focus].isLinks { driver.press("Tab") }
    driver.press("Backspace Ctrl-s")
    #expect(try driver.detail("A32").parents.count == 1)
  }

  @Test func everyFieldIsReachedAndInSight() throws {
    for (columns, rows) in [(120, 40), (80, 24), (60, 20), (40, 10)] {
      for key in ["1", "2", "3"] {
        let driver = try Driver(.demo, .english, columns: columns, rows: rows)
        driver.press("\(key) e")
        for _ in try form(driver).fields.dropFirst() {
          driver.press("Tab")
          #expect(driver.canvas.cursor != nil, "\(columns)x\(rows)")
          #expect(driver.text.contains { $0.contains("│ ▸") }, "\(columns)x\(rows)")
        }
      }
    }
  }

  @Test func othersChangeWhatIsBeingEdited() throws {
    let driver = try Driver()
    driver.stand(on: "A33")
    driver.press("e")
    driver.type(" and more")
    let item = try driver.item("A33")
    try driver.other(Acts.set(.titleEn, to: .text("Theirs"), of: [item]))
    try driver.other(Acts.set(.title, to: .text("他们的"), of: [item]))
    let mine = try form(driver).fields[0].editor.text
    #expect(mine.hasSuffix(" and more"))
    driver.press("Ctrl-s")
    #expect(driver.state.overlays.last is ConflictChoice)
    driver.press("Esc")
    #expect(try driver.item("A33")[.title] == .text("他们的"))
    driver.press("e")
    #expect(try form(driver).fields[0].editor.text == mine, "typed text is kept as a draft")
  }
}
