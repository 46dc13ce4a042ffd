import Testing

/// Every refusal is one line on standard error with its exit status.
@Suite struct FailingCommands {
  @Test(
    arguments: [
      (["list", "goals"], 64), (["list", "signals"], 64), (["list"], 64), (["nonsense"], 64),
      (["list", "trend", "--colour", "red"], 64), (["list", "trend", "--format", "pdf"], 64),
      (["list", "activity", "--where", "colour:red"], 64), (["show", "A999"], 66),
      (["show", "x"], 66),
      (["budget", "Q9"], 65), (["check", "soon"], 65), (["set", "A1", "colour=red"], 64),
      (["set", "A1", "start=someday"], 65), (["set", "A1", "plan.media@2026-10=much"], 65),
      (["set", "A1", "plan.toys@2026-10=1"], 65), (["set", "A1"], 64),
      (["set", "A1", "title"], 64),
      (["import", "/nowhere.csv"], 66), (["assign", "A1", "--lead", "hr"], 65),
      (["copy", "2026Q4", "--to", "soon"], 65), (["new", "x", "--template", "y"], 64),
      (["new", "x", "--fiscal-start", "13"], 64), (["history", "A999"], 66), (["open"], 69),
      (["demo"], 69), (["list", "trend", "--board", "postgres://x/y"], 69),
    ] as [([String], Int32)]) func oneLineAndAStatus(arguments: [String], status: Int32) throws
  {
    let desk = try Desk.demo()
    let run = try desk.run(arguments)
    #expect(run.status == status, "\(run.err)")
    #expect(run.out.isEmpty)
    #expect(
      run.err.split(separator: "\n", omittingEmptySubsequences: false).count == 2, "\(run.err)")
  }

  @Test func withoutABoard() throws {
    let desk = try Desk()
    #expect(try desk("list", "trend").status == 66)
    #expect(try desk.run([]).status == 66)
  }

  @Test func aFileThatIsNoBoard() throws {
    let desk = try Desk()
    let path = try desk.write(String(repeating: "no board ", count: 100), to: "board.sanban")
    #expect(try desk("list", "trend", "--board", path).status == 69)
  }

  @Test func errorsSpeakTheLanguage() throws {
    let desk = try Desk.demo()
    desk.language = "zh"
    #expect(try desk("show", "A999").err == "没有这样的编号：A999\n")
    #expect(try desk("show", "A999", "--language", "en").err == "no such code: A999\n")
  }

  @Test func hostileTextNeverReachesTheTerminal() throws {
    let desk = try Desk.demo()
    #expect(try desk("add", "activity", "x\u{1B}]0;title\u{7}\u{202E}y").status == 0)
    for format in ["table", "csv", "json", "md"] {
      let out = try desk("list", "activity", "--where", "A41", "--format", format).out
      #expect(!out.contains("\u{1B}") && !out.contains("\u{7}"))
      if format != "csv" { #expect(!out.unicodeScalars.contains("\u{202E}")) }
    }
    #expect(!(try desk("show", "A\u{1B}[31m1").err.contains("\u{1B}")))
  }
}
