import TestSupport
import Testing

/// Decisions and the review on the command line.
@Suite struct ReviewCommands {
  private func decide(_ desk: Desk) throws {
    let commands = [
      ["add", "decision", "加投 20 万", "--as", "wang", "--owner", "lixt", "--set", "about=A33"]
        + ["--set", "due=2026-11-20"],
      ["add", "decision", "按计划办", "--as", "lixt", "--set", "about=A34", "--set", "verdict=go-on"]
        + ["--set", "done=2026-11-24"],
    ]
    for (index, command) in commands.enumerated() {
      let made = try desk.run(command)
      #expect(made.status == 0 && made.out == "D\(index + 1)\n", "\(made.err)")
    }
  }

  @Test func aDecisionIsAboutWhatIsPlanned() throws {
    let desk = try Desk.demo()
    for (text, about) in [("加投", "A33"), ("再议", "A34")] {
      #expect(
        try desk("add", "decision", text, "--as", "wang", "--set", "about=\(about)").status == 0)
    }
    for about in ["D1", "D2"] {
      let refused = try desk("set", "D1", "about=\(about)", "--as", "wang")
      #expect(refused.status != 0 && refused.err.contains("a decision is about"), "\(refused)")
    }
    #expect(try desk("set", "D1", "about=Y1", "--as", "wang").status == 0)
  }

  @Test func decisionsAreListedShownAndSet() throws {
    let desk = try Desk.demo()
    try decide(desk)
    let list = try desk("list", "decisions", "--format", "csv")
    #expect(
      list.out.contains("D1,加投 20 万,,A33,change,lixt,2026-11-20,,wang,2026-11-24,2026Q4,late"),
      "\(list.out)")
    #expect(try desk("list", "decision", "--status", "late", "--format", "csv").out.contains("D1"))
    #expect(
      !(try desk("list", "decision", "--status", "late", "--format", "csv").out.contains("D2")))
    #expect(try desk("list", "decisions", "--status", "running").status == 64)
    #expect(try desk("list", "decisions", "--period", "2026Q3").out.contains("D1") == false)
    let check = try desk("check", "--format", "csv")
    #expect(check.out.contains("decision-late,look,D1"), "\(check.out)")
    #expect(try desk("set", "D1", "done=2026-11-24", "--as", "lixt").status == 0)
    #expect(try desk("list", "decisions", "--status", "done", "--format", "csv").out.contains("D1"))
    #expect(try desk("set", "D1", "decided_by=lixt").status != 0)
    let shown = try desk("show", "D1", "--format", "json")
    #expect(
      shown.out.contains("\"about\": \"A33\"") && shown.out.contains("\"decided_by\": \"wang\""))
    #expect(try desk("history", "A33").out.contains("D1"))
  }

  @Test func decisionsSurviveExportAndImport() throws {
    let desk = try Desk.demo()
    try decide(desk)
    // Somebody of whom the board knows but the name.
    #expect(try desk("add", "decision", "临时决定", "--as", "newcomer").out == "D3\n")
    let file = desk.path("whole.json")
    #expect(try desk("export", file).status == 0)
    let other = try Desk()
    #expect(try other("new", other.board).status == 0)
    let back = try other("import", file)
    #expect(back.status == 0, "\(back.err)")
    let columns = ["list", "decisions", "--format", "csv"]
    #expect(try other.run(columns).out == desk.run(columns).out)
    #expect(try desk("import", file).status == 0)
    let table = try desk("export", "--kind", "decision", "--format", "csv")
    let csv = try desk.write(table.out, to: "decisions.csv")
    #expect(try desk("import", csv).status == 0)
    #expect(try desk("list", "decisions", "--format", "csv").out.split(separator: "\n").count == 4)
  }

  @Test func theReviewPrintsListAndSummary() throws {
    let desk = try Desk.demo()
    try decide(desk)
    let list = try desk("review", "2026Q4", "--format", "csv")
    let rows = list.out.split(separator: "\n")
    #expect(rows.count == 12 && rows[1].contains("over"), "\(list.out)")
    #expect(list.out.contains("D1 change"))
    // Without a terminal the list comes as plain text.
    let plain = try desk("review", "2026Q4")
    #expect(plain.status == 0 && plain.out.contains("A33") && !plain.out.contains("\u{1B}"))
    let summary = try desk("review", "2026Q4", "--summary", "--format", "json")
    for part in [
      "\"quarter\": \"2026Q4\"", "\"present\": [\"wang\", \"lixt\"]", "\"about\": \"A33\"",
      "\"before\": null", "\"after\": {\"plan\": \"",
      "\"items\": {\"all\": 11, \"decided\": 2, \"go-on\": 1, \"change\": 1, \"move\": 0, \"stop\": 0, \"undecided\": 9}",
      "\"undecided\": [\"A30\",",
    ] { #expect(summary.out.contains(part), "\(part): \(summary.out)") }
    desk.language = "zh"
    let markdown = try desk("review", "2026Q4", "--summary", "--format", "md")
    #expect(markdown.out.hasPrefix("# 2026年四季度评审"), "\(markdown.out)")
    #expect(markdown.out.contains("2 / 11 项（继续 1 · 调整 1 · 未定 9）") && markdown.out.contains("## 未定"))
    #expect(markdown.out.contains("加投 20 万") && markdown.out.contains("逾期"))
    #expect(try desk("review", "2026").status == 65)
    #expect(try desk("review", "2026Q4", "--summary", "--since", "x").status == 65)
  }
}
