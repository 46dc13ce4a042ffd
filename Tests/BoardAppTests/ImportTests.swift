import PlanModel
import Testing
import TextCanvas

@testable import BoardApp

/// A file before it lands: choosing it, saying what its columns mean, importing it.
@Suite struct ImportTests {
  static let folder = FolderList(
    path: "/data/wang",
    entries: [
      .init(name: "agency.csv", isFolder: false), .init(name: "quota.csv", isFolder: false),
      .init(name: "archive", isFolder: true),
    ])

  /// What a look at an agency's list finds.
  static func preview(_ request: ImportRequest, faults: Bool = false) -> ImportPreview {
    var preview = ImportPreview(request)
    preview.writing = Words("GB18030，逗号", "GB18030, comma")
    preview.columns = [
      .init(number: 1, heading: "活动名称", samples: ["国庆大促", "双十一直播"]),
      .init(number: 2, heading: "部门", samples: ["市场部", "财务部"]),
      .init(number: 3, heading: "开始", samples: ["10月1日", "11月1日"]),
      .init(
        number: 4, heading: "10月", samples: ["12.5", "30"], isOpenAmount: true,
        month: Period(year: 2026, month: 10)),
      .init(
        number: 5, heading: "11月", samples: ["8", ""], isOpenAmount: true,
        month: Period(year: 2026, month: 11)),
    ]
    if request.proposes {
      preview.request.fields = [1: "title", 2: "lead", 3: "start"]
      preview.request.kind = .activity
      preview.request.constants = ["year": "2026"]
      preview.request.proposes = false
    }
    preview.fields = ["title", "lead", "start"]
    preview.rows = [
      ["国庆大促", "市场部", "2026-10-01"], ["双十一直播", faults ? "✗ 财务部" : "销售部", "2026-11-01"],
    ]
    if faults {
      preview.faults = [
        .init(
          line: 3, column: 2,
          words: Words("3:2 部门 “财务部”：没有这一项", "3:2 部门 “财务部”: unknown"))
      ]
      preview.faultCount = 1
    } else {
      preview.created = 2
    }
    return preview
  }

  /// Chooses the first file and answers what a look finds.
  static func open(_ driver: Driver, faults: Bool = false) throws {
    driver.press("g i")
    driver.send(.file(.folder(folder)))
    driver.press("Enter")
    driver.send(.file(.chosen("/data/wang/agency.csv")))
    try look(driver, faults: faults)
  }

  static func look(_ driver: Driver, faults: Bool = false) throws {
    let request = try #require(driver.looks.last)
    driver.send(.file(.looked(preview(request, faults: faults))))
  }

  @Test func aFileIsChosenByTypingAndByPath() throws {
    let driver = try Driver()
    driver.press("g i")
    #expect(driver.visits == ["."])
    driver.send(.file(.folder(Self.folder)))
    driver.type("quo")
    #expect(driver.screen.contains("quota.csv") && !driver.screen.contains("agency.csv"))
    driver.press("Enter")
    #expect(driver.visits.last == "/data/wang/quota.csv")
    driver.type("~/x.csv")
    driver.press("Enter")
    #expect(driver.visits.last == "~/x.csv")
    driver.press("Down Down Down Enter")
    #expect(driver.visits.last == "/data/wang/..")
    driver.press("Esc")
    #expect(driver.state.overlays.isEmpty)
  }

  @Test func thePaletteKnowsIt() throws {
    let driver = try Driver()
    driver.press(":")
    driver.type("import")
    driver.press("Enter")
    #expect(driver.visits == ["."])
  }

  @Test func theProposalIsShownAndChangedByKeys() throws {
    let driver = try Driver()
    try Self.open(driver)
    #expect(driver.state.trail.last == .importing)
    #expect(driver.screen.contains("2 to create"))
    driver.press("j Enter")
    driver.type("region")
    driver.press("Enter")
    #expect(driver.looks.last?.fields[2] == "region")
    #expect(driver.looks.last?.proposes == false)
    driver.press("x")
    #expect(driver.looks.last?.fields[2] == nil)
  }

  @Test func columnsCalledLikeMonthsFollowOneAnother() throws {
    let driver = try Driver()
    try Self.open(driver)
    driver.press("G Enter")
    driver.type("plan.media")
    driver.press("Enter")
    #expect(driver.looks.last?.fields[4] == "plan.media@2026-10")
    #expect(driver.looks.last?.fields[5] == "plan.media@2026-11")
  }

  @Test func aLateAnswerIsPassedOver() throws {
    let driver = try Driver()
    try Self.open(driver)
    let early = try #require(driver.looks.last)
    driver.press("x")
    driver.send(.file(.looked(Self.preview(early, faults: true))))
    #expect(driver.state.importing.isLooking)
    #expect(driver.state.importing.request?.fields[1] == nil)
  }

  @Test func escapeStopsALook() throws {
    let driver = try Driver()
    try Self.open(driver)
    driver.press("D")
    #expect(driver.looks.last?.dateOrder == "ymd")
    driver.press("Esc")
    #expect(driver.notice == "Stopped; nothing has been changed")
    #expect(!driver.state.importing.isLooking)
  }

  /// With nothing to see yet, and after Esc, the screen is left like any other.
  @Test(arguments: [[], ["Esc"]]) func aScreenWithoutAFileCanBeLeft(before: [String]) throws {
    for (key, screen) in [("q", ScreenID.home), ("g 1", .home), ("?", .help)] {
      let driver = try Driver()
      driver.press("g i")
      driver.send(.file(.folder(Self.folder)))
      driver.press("Enter")
      driver.send(.file(.chosen("/data/wang/agency.csv")))
      for key in before { driver.press(key) }
      #expect(driver.looks.isEmpty == !before.isEmpty)
      driver.press("x")
      #expect(driver.state.trail.last == .importing)
      driver.press(key)
      #expect(driver.state.trail.last == screen, "\(key)")
      #expect(driver.looks.isEmpty || key != "q", "\(key)")
    }
    let driver = try Driver()
    try Self.open(driver)
    driver.press("D :")
    #expect(driver.state.overlays.count == 1)
  }

  @Test func faultsAreListedAndStandInTheWay() throws {
    let driver = try Driver()
    try Self.open(driver, faults: true)
    #expect(driver.screen.contains("3:2 部门 “财务部”: unknown"))
    driver.press("Ctrl-s")
    #expect(driver.notice.hasPrefix("1 place can't be read"))
    #expect(!driver.state.importing.isPreparing)
    driver.press("Tab")
    #expect(driver.state.importing.column?.number == 2)
  }

  @Test func oneKeyImportsAndTheFileNamesTheStep() throws {
    let driver = try Driver()
    try Self.open(driver)
    driver.press("M")
    driver.type("agency")
    driver.press("Enter")
    driver.press("Ctrl-s")
    let request = try #require(driver.looks.last)
    #expect(request.keepsAs == "agency")
    let edit = Edit(
      .importing,
      [
        Change.create(-1, .activity),
        Change(.item(-1, .title), was: .none, now: .text("国庆大促")),
      ], reason: request.title)
    let meanings = Edit(
      .settings, [Change(.mapping("agency"), was: .none, now: .text("map title=x"))])
    driver.send(.file(.ready(Self.preview(request), meanings: meanings, edit)))
    #expect(driver.saves.map(\.edit.act) == [.settings, .importing])
    #expect(driver.notice == "agency.csv imported: 2 created   u undo")
    #expect(driver.state.trail == [.home])
    #expect(try driver.reader.mappings() == ["agency": "map title=x"])
    #expect(try driver.reader.history(HistoryQuery(limit: 1)).first?.reason == "agency.csv")
  }

  @Test func whatIsThereAlreadyIsSaid() throws {
    let driver = try Driver()
    try Self.open(driver)
    driver.press("Ctrl-s")
    var preview = Self.preview(try #require(driver.looks.last))
    (preview.created, preview.skipped) = (0, 2)
    driver.send(.file(.ready(preview, meanings: nil, Edit(.importing, []))))
    #expect(driver.notice == "Nothing new; 2 skipped")
    #expect(driver.saves.isEmpty)
  }

  @Test func choicesForAllRows() throws {
    let driver = try Driver()
    try Self.open(driver)
    driver.press("=")
    driver.type("lead=sales")
    driver.press("Enter")
    #expect(driver.looks.last?.constants["lead"] == "sales")
    driver.press("K 2")
    #expect(driver.looks.last?.kind == .target)
    driver.press("E")
    driver.type("NA,-")
    driver.press("Enter")
    #expect(driver.looks.last?.empty == ["NA", "-"])
    driver.press("U")
    #expect(driver.looks.last?.existing == .replace && driver.screen.contains("is replaced"))
    driver.press("=")
    driver.type("nonsense")
    driver.press("Enter")
    #expect(driver.screen.contains("Write field=value"))
  }

  /// All that flags say about the writing of a file is said by keys, and the screen shows it.
  @Test func howTheFileIsWritten() throws {
    let driver = try Driver()
    try Self.open(driver)
    #expect(driver.screen.contains("C encoding") && driver.screen.contains("R why"))
    driver.press("C 5")
    #expect(driver.looks.last?.encoding == "big5" && driver.looks.last?.proposes == false)
    driver.press("C 9")
    driver.type("koi8-r")
    driver.press("Ctrl-u")
    driver.type("iso-8859-2")
    driver.press("Enter")
    #expect(driver.looks.last?.encoding == "iso-8859-2" && driver.screen.contains("iso-8859-2"))
    driver.press("C 0 H")
    #expect(driver.looks.last?.encoding == nil && driver.looks.last?.hasHeading == false)
    #expect(driver.looks.last?.fields[1] == "title" && driver.looks.last?.columns == [:])
    driver.press("H L Ctrl-u")
    driver.type("2")
    driver.press("Enter")
    let last = try #require(driver.looks.last)
    #expect(last.skippedLines == 2 && last.hasHeading && last.proposes)
    driver.press("L Ctrl-u")
    driver.type("many")
    driver.press("Enter")
    #expect(driver.screen.contains("number of lines"))
    driver.press("Esc R")
    driver.type("invoice corrected")
    driver.press("Enter")
    #expect(
      driver.looks.last?.reason == "invoice corrected"
        && driver.screen.contains("why: invoice corrected"))
  }

  @Test func wordsBecomeCodes() throws {
    let driver = try Driver()
    try Self.open(driver, faults: true)
    driver.press("j W")
    #expect((driver.state.overlays.last as? InputLine)?.editor.text == "市场部=,财务部=")
    driver.press("Ctrl-u")
    driver.type("财务部=marketing,市场部=")
    driver.press("Enter")
    #expect(driver.looks.last?.words[2] == "财务部=marketing")
    driver.press("W Ctrl-u")
    driver.type("nonsense")
    driver.press("Enter")
    #expect(driver.screen.contains("Write WORD=code"))
    driver.press("Esc G W")
    #expect(driver.notice.contains("what the column becomes"))
  }

  /// Adding is for rows of an amount each.
  @Test func whatIsThereIsLeftReplacedOrAddedTo() throws {
    let driver = try Driver()
    try Self.open(driver)
    driver.press("U U")
    #expect(driver.looks.last?.existing == nil)
    driver.press("G Enter")
    driver.type("amount a row")
    driver.press("Enter U U")
    #expect(driver.looks.last?.existing == .add && driver.screen.contains("adds"))
    driver.press("U")
    #expect(driver.looks.last?.existing == nil)
  }

  /// The meanings are a step of their own: taking the import back leaves them.
  @Test func aKeptMappingOutlivesItsImport() throws {
    let driver = try Driver()
    try Self.open(driver)
    driver.press("M")
    driver.type("agency")
    driver.press("Enter Ctrl-s")
    let request = try #require(driver.looks.last)
    let meanings = Edit(
      .settings, [Change(.mapping("agency"), was: .none, now: .text("kind activity"))])
    let made = Acts.create(.activity, fields: [.title: .text("国庆大促")])
    driver.send(
      .file(
        .ready(Self.preview(request), meanings: meanings, Edit(.importing, made.changes))))
    #expect(driver.saves.count == 2)
    driver.press("u")
    #expect(try driver.item("A41").isGone)
    #expect(try driver.reader.mappings()["agency"] == "kind activity")
  }

  @Test func noKeyIsSilent() throws {
    for faults in [false, true] {
      let driver = try Driver()
      try Self.open(driver, faults: faults)
      let base = driver.state
      for id in ImportScreen.screen.actions where Actions.action(id).group != .move && id != .clear
      {
        for keys in Actions.action(id).keys {
          let (before, effects) = (driver.canvas, driver.effects)
          driver.press(keys)
          #expect(driver.canvas != before || driver.effects > effects, "\(keys) is silent")
          driver.state = base
        }
      }
    }
  }
}
