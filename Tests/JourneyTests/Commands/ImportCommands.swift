import TestSupport
import Testing

/// Somebody else's files on the command line.
@Suite struct ImportCommands {
  private static let agency = """
    活动名称,主办部门,开始日期,类别,预算（万元）
    国庆大促,市场部,2026-10-01,digital,12.5
    双十一直播,销售部,2026-11-01,digital,30

    """
  private static let flags = [
    "--kind", "activity", "--map", "title=活动名称", "--map", "lead=主办部门", "--map", "start=开始日期",
    "--map", "category=类别", "--map", "plan=预算（万元）",
  ]

  @Test func aMappingIsKeptForTheNextFile() throws {
    let desk = try Desk.demo()
    let file = try desk.write(Self.agency, to: "agency.csv")
    let first = try desk.run(["import", file, "--mapping", "agency"] + Self.flags)
    #expect(first.out == "2 created, 0 updated, 0 skipped\n", "\(first.err)")
    let next = try desk.write(Self.agency + "圣诞,市场部,2026-12-24,event,3\n", to: "next.csv")
    #expect(
      try desk("import", next, "--mapping", "agency").out == "1 created, 0 updated, 2 skipped\n")
    #expect(
      try desk("mappings", "--format", "csv").out.contains("agency,activity,title lead start"))
    let shown = try desk("mappings", "show", "agency").out
    #expect(shown.contains("--map title=活动名称\n"))
    // The import is one step, and what the columns mean outlives it.
    #expect(try desk("undo", "--steps", "2").status == 0)
    #expect(try desk("list", "activity", "--where", "双十一直播", "--format", "json").out == "[]\n")
    #expect(try desk("mappings", "show", "agency").out == shown)
    #expect(try desk("import", next, "--mapping", "agency").out.hasPrefix("3 created"))
    #expect(try desk("mappings", "remove", "agency").status == 0)
    #expect(try desk("import", next, "--mapping", "agency").status == 66)
    #expect(try desk("mappings", "show", "agency").status == 66)
    #expect(try desk("verify").status == 0)
  }

  /// A title above the headings is left out, said, and kept with the mapping.
  @Test func aTitleAboveTheHeadingsIsLeftOut() throws {
    let desk = try Desk.demo()
    let titled = "2026年第四季度活动计划,,,,\n" + Self.agency
    let file = try desk.write(titled, to: "titled.csv")
    let look = try desk("import", file, "--dry-run")
    #expect(look.status == 0, "\(look.err)")
    #expect(look.out.contains("1 line above the headings left out (“2026年第四季度活动计划”)"))
    #expect(look.out.contains("--skip-lines 1"))
    let without = try desk.run(["import", file] + Self.flags)
    #expect(without.status == 64 && without.err.contains("add --skip-lines 1"), "\(without.err)")
    let bad = try desk.write(titled.replacing("2026-11-01", with: "soon"), to: "bad.csv")
    let fault = try desk.run(["import", bad, "--skip-lines", "1"] + Self.flags)
    #expect(fault.err.contains("bad.csv:4:3"), "\(fault.err)")
    let made = try desk.run(
      ["import", file, "--skip-lines", "1", "--mapping", "titled"] + Self.flags)
    #expect(made.out.hasPrefix("2 created"), "\(made.err)")
    #expect(try desk("mappings", "show", "titled").out.contains("--skip-lines 1"))
    #expect(try desk("import", file, "--mapping", "titled").out.hasSuffix("2 skipped\n"))
  }

  /// Days without a year: the proposal says which year they get.
  @Test func theYearOfDaysWithoutOneIsExplained() throws {
    let desk = try Desk.demo()
    let file = try desk.write("活动名称,开始日期\n年会,12月30日\n", to: "days.csv")
    let look = try desk("import", file, "--dry-run")
    #expect(look.out.contains("--set year=2026"))
    #expect(look.out.contains("without a year are read as 2026's"), "\(look.out)")
  }

  /// What only the board itself can refuse is told with the line it comes from.
  @Test func aRefusalOfTheBoardNamesTheLine() throws {
    let desk = try Desk.demo()
    let file = try desk.write("活动,目标\n展会,Y1\n大会,T1\n", to: "kinds.csv")
    let words = ["import", file, "--kind", "activity", "--map", "title=活动", "--map", "serves=目标"]
    let refused = try desk.run(words + ["--set", "period=2026Q4"])
    #expect(refused.status != 0 && refused.err.contains("kinds.csv:3"), "\(refused.err)")
    #expect(try desk("list", "activity", "--where", "展会", "--format", "json").out == "[]\n")
  }

  /// An approved plan stays as it is, and the file is told where it says otherwise.
  @Test func aLockedPlanIsAFaultOfItsLine() throws {
    let desk = try Desk.demo()
    let file = try desk.write("code,plan.digital@2026-11\nA33,2000\n", to: "locked.csv")
    for more in [["--dry-run"], []] {
      let refused = try desk.run(["import", file, "--update"] + more)
      #expect(
        refused.status == 65 && refused.err.contains("locked.csv:2:1 plan “2026-11”")
          && refused.err.contains("the plan is locked"), "\(refused.err)")
    }
    let ring = try desk.write("code,continues\nA33,A34\nA34,A33\n", to: "ring.csv")
    let refused = try desk("import", ring, "--update", "--dry-run")
    #expect(
      refused.status == 65 && refused.err.contains("ring.csv:3:1 continues “A33”")
        && refused.err.contains("can't continue itself"), "\(refused.err)")
  }

  /// Somebody whom nobody knows: the fault says how he is added.
  @Test func aFaultAboutAPersonNamesTheWay() throws {
    let desk = try Desk.demo()
    let file = try desk.write("活动,负责人\n展会,赵云\n", to: "people.csv")
    let words = ["import", file, "--kind", "activity", "--map", "title=活动", "--map", "owner=负责人"]
    let refused = try desk.run(words)
    #expect(
      refused.status == 65 && refused.err.contains("sanban set person:赵云"), "\(refused.err)")
    #expect(try desk("set", "person:赵云", "department=sales").status == 0)
    #expect(try desk.run(words).status == 0)
  }

  /// A pipe that a shell gives by its path is read to its end, once.
  @Test func aPipeByItsPathIsRead() throws {
    let desk = try Desk.demo()
    let file = try desk.write(Self.agency, to: "agency.csv")
    let flags = Self.flags.map { "'\($0)'" }.joined(separator: " ")
    let script = "'\(Run.program)' import <(cat '\(file)') --board '\(desk.board)' \(flags)"
    let made = try ChildProcess.run(
      "bash", ["-c", script], environment: ["HOME=\(desk.folder.path)"])
    #expect(made.status == 0 && made.output.contains("2 created"), "\(made.output)")
    #expect(try desk("import", "/dev/zero").status == 66)
  }

  @Test func aFirstLookProposesAMapping() throws {
    let desk = try Desk.demo()
    let file = try desk.write(Self.agency, to: "agency.csv")
    let look = try desk("import", file, "--dry-run")
    #expect(look.status == 0, "\(look.err)")
    #expect(look.out.contains("--map title=活动名称 --map lead=主办部门"))
    #expect(look.out.contains("国庆大促    marketing  2026-10-01"))
    #expect(look.out.hasSuffix("would be: 2 created, 0 updated, 0 skipped; nothing changed\n"))
    let columns = try desk("import", file, "--dry-run", "--format", "csv").out
    #expect(columns.contains("\n5,预算（万元）,plan,12.5 | 30\n"))
    // Without the look nothing is guessed.
    #expect(try desk("import", file).status == 65)
  }

  @Test func faultsAreRowsForScripts() throws {
    let desk = try Desk.demo()
    let bad = Self.agency.replacing("2026-11-01", with: "soon").replacing("市场部", with: "财务")
    let file = try desk.write(bad, to: "bad.csv")
    let csv = try desk.run(["import", file, "--dry-run", "--format", "csv"] + Self.flags)
    #expect(csv.status == 65)
    #expect(csv.out.hasPrefix("line,column,heading,value,reason,reason_zh\n2,2,主办部门,财务,"))
    #expect(csv.out.split(separator: "\n").count == 3)
    let json = try desk.run(["import", file, "--dry-run", "--format", "json"] + Self.flags)
    #expect(json.out.contains("{\"line\": 3, \"column\": 3, \"heading\": \"开始日期\""))
    let one = try desk.run(["import", file] + Self.flags)
    #expect(one.status == 65)
    #expect(one.err.split(separator: "\n").count == 1)
    #expect(one.err.hasSuffix("; 1 more; list all with --dry-run\n"))
    #expect(try desk("list", "activity", "--where", "双十一直播", "--format", "json").out == "[]\n")
  }

  @Test func actualsAreReplacedOrAddedOnce() throws {
    let desk = try Desk.demo()
    let file = try desk.write("code,cat,m,x\nA33,digital,2026-12,100\n", to: "actuals.csv")
    let flags = [
      "--map", "code=code", "--map", "category=cat", "--map", "month=m", "--map", "amount=x",
    ]
    #expect(try desk.run(["import", file] + flags).out == "0 created, 1 updated, 0 skipped\n")
    let more = try desk.write(
      "code,cat,m,x\nA33,digital,2026-12,100\nA33,digital,2026-12,50\n", to: "more.csv")
    let added = try desk.run(["import", "--update", "add", more] + flags)
    #expect(
      added.out == "0 created, 1 updated, 0 skipped, 1 rows were added before\n", "\(added.err)")
    #expect(
      try desk.run(["import", more, "--update=add"] + flags).out
        == "0 created, 0 updated, 0 skipped, 2 rows were added before\n")
    #expect(try desk.run(["import", file] + flags).status == 65)
    #expect(
      try desk.run(["import", file, "--update", "replace"] + flags).out
        == "0 created, 1 updated, 0 skipped\n")
  }

  @Test func aFileCorrectsAClosedMonthWithAReason() throws {
    let desk = try Desk.demo()
    let file = try desk.write("code,actual.training@2026-01\nA1,5\n", to: "late.csv")
    let refused = try desk("import", file, "--update")
    #expect(refused.status == 65, "\(refused.out)")
    #expect(refused.err.hasPrefix("\(file):2:"), "\(refused.err)")
    #expect(refused.err.contains("the month is closed; a correction needs a --reason"))
    #expect(
      try desk("import", file, "--update", "--reason", "补发票").out
        == "0 created, 1 updated, 0 skipped\n")
    let long = try desk.write(
      "code,cat,m,x\nA1,training,2026-01,7\n", to: "accounts.csv")
    let flags = [
      "--map", "code=code", "--map", "category=cat", "--map", "month=m", "--map", "amount=x",
      "--update", "replace",
    ]
    let again = try desk.run(["import", long] + flags)
    #expect(again.status == 65 && again.err.contains("late.csv") == false, "\(again.out)")
    #expect(again.err.contains("the month is closed"), "\(again.err)")
    #expect(try desk.run(["import", long, "--reason", "补发票"] + flags).status == 0)
  }

  @Test func whatAFileDoesToTheBoardIsSaid() throws {
    let desk = try Desk.demo()
    let file = try desk.write(
      """
      {"format": "sanban-1", "board": {
        "states": [{"period": "2026Q4", "state": "draft"}],
        "envelopes": [{"period": "2026Q4", "purse": "marketing", "amount": 5}]
      }, "items": []}
      """, to: "board.json")
    let before = try desk("export").out
    #expect(try desk("import", file).out == "0 created, 0 updated, 0 skipped\n")
    #expect(try desk("export").out == before)
    let said = "of the board: 1 envelope, 2026Q4 from approved to draft"
    let shown = try desk("import", file, "--update", "--dry-run").out
    #expect(
      shown == "would be: 0 created, 0 updated, 0 skipped; \(said); nothing changed\n")
    #expect(try desk("export").out == before)
    let made = try desk("import", file, "--update")
    #expect(made.out == "0 created, 0 updated, 0 skipped; \(said)\n", "\(made.err)")
    #expect(try desk("undo").status == 0)
    #expect(try desk("export").out == before)
  }

  @Test func anEnvelopeOccursOnce() throws {
    let desk = try Desk.demo()
    let cell = "{\"period\": \"2026Q4\", \"purse\": \"sales\", \"amount\": 5}"
    let file = try desk.write(
      "{\"format\": \"sanban-1\", \"board\": {\"envelopes\": [\(cell),\n\(cell)]}, \"items\": []}",
      to: "twice.json")
    let run = try desk("import", file, "--update")
    #expect(run.status == 65 && run.err.hasPrefix("\(file):2:1 "), "\(run.err)")
    #expect(run.err.contains("the envelope occurs twice"))
  }

  /// The program's own tables say what a cell is, not what comes to it; mapped, they add, too.
  @Test func addingToTheProgramsOwnTableNeedsAMapping() throws {
    let desk = try Desk.demo()
    let file = try desk.write(
      "code,line,column,period,amount\nA33,digital,actual,2026-12,5\n", to: "own.csv")
    let refused = try desk("import", file, "--update", "add")
    #expect(refused.status == 64)
    #expect(refused.err.contains("--map code=code --map category=line"), "\(refused.err)")
    let flags = ["code=code", "category=line", "column=column", "month=period", "amount=amount"]
      .flatMap { ["--map", $0] }
    #expect(
      try desk.run(["import", file, "--update", "add"] + flags).out
        == "0 created, 1 updated, 0 skipped\n")
    #expect(try desk("import", file, "--update", "replace").out.hasPrefix("0 created, 0 updated"))
  }

  @Test(
    arguments: [
      (["--map", "title=nothing"], 64), (["--map", "colour=活动名称"], 64), (["--map", "title"], 64),
      (["--no-heading"], 64), (["--map", "title=活动名称", "--encoding", "klingon"], 64),
      (["--map", "title=活动名称", "--date-order", "dym"], 64), (["--mapping", "none"], 66),
      (["--map", "title=活动名称"], 64), ([], 65),
    ] as [([String], Int32)]) func statuses(flags: [String], status: Int32) throws
  {
    let desk = try Desk.demo()
    let file = try desk.write(Self.agency, to: "agency.csv")
    let run = try desk.run(["import", file] + flags)
    #expect(run.status == status, "\(run.err)")
    #expect(run.err.split(separator: "\n").count == 1)
  }

  @Test func aPipeIsReadLikeAFile() throws {
    let desk = try Desk.demo()
    let run = try desk.run(["import", "-"] + Self.flags, input: Self.agency)
    #expect(run.out == "2 created, 0 updated, 0 skipped\n", "\(run.err)")
    #expect(try desk("import", desk.folder.path).status == 66)
    let device = try desk("import", "/dev/zero")
    #expect(device.status == 66 && device.err.contains("not a regular file"), "\(device.err)")
  }
}
