import Testing

@Suite struct ChangingCommands {
  @Test func aBoardFromNothing() throws {
    let desk = try Desk()
    #expect(try desk("new", desk.board, "--title", "计划", "--year", "2026").status == 0)
    #expect(try desk("new", desk.board).status == 73)
    #expect(try desk("set", "person:wang", "title=王敏", "department=marketing").status == 0)
    #expect(
      try desk("add", "trend", "线上占比", "--lead", "marketing", "--set", "unit=%").out == "T1\n")
    #expect(
      try desk("add", "target", "份额", "--serves", "T1", "--set", "measure=share").out == "Y1\n")
    let added = try desk(
      "add", "activity", "开业", "--lead", "sales", "--serves", "Y1", "--start", "2026-10-02",
      "--owner", "wang", "--budget", "media=12万@2026-10", "--budget", "promo=500.50@2026-11")
    #expect(added.out == "A1\n", "\(added.err)")
    #expect(
      try desk("set", "Y1", "target@2026Q4=14.5", "target@2026=14.5").out == "1 item changed\n")
    let budget = try desk("budget", "--by", "category", "--format", "tsv").out
    #expect(budget.contains("media\tAdvertising and media\t0.00\t120000.00\t"))
    #expect(try desk("verify").status == 0)
  }

  @Test func fieldsAndFiguresAreSetAndUndone() throws {
    let desk = try Desk.demo()
    let set = try desk("set", "A40", "status=running", "owner=he", "notes=", "--as", "liu")
    #expect(set.out == "1 item changed\n", "\(set.err)")
    #expect(try desk("set", "A40", "status=running", "--as", "liu").out == "nothing changed\n")
    #expect(try desk("show", "A40", "--format", "csv").out.contains("\nstatus,running\n"))
    let told = try desk("history", "A40", "--who", "liu").out
    #expect(told.split(separator: "\n").count == 2)
    let log = try desk("history", "A40", "--format", "csv", "--who", "liu")
    #expect(log.out.hasPrefix("time,who,act,code,field,from,to,op\n"))
    #expect(log.out.contains(",liu,edit,A40,status,submitted,running,"))
    #expect(try desk("undo", "--as", "liu").out == "undone: Edit\n")
    #expect(try desk("show", "A40", "--format", "csv").out.contains("\nstatus,submitted\n"))
    #expect(try desk("redo", "--as", "liu").out == "done again: Edit\n")
    #expect(try desk("undo", "--as", "nobody").status == 1)
  }

  @Test func linesOfStandardInputAreOneEdit() throws {
    let desk = try Desk.demo()
    let input = """
      # the plan of a closed quarter is locked, forecasts aren't
      A36 forecast.pr@2026-12=1000
      A37 title="新 名称" priority=C

      """
    let set = try desk("set", "-", "--as", "liu", input: input)
    #expect(set.out == "2 items changed\n", "\(set.err)")
    #expect(try desk("undo", "--as", "liu").status == 0)
    let bad = try desk("set", "-", input: "A36 priority=C\nA37 nonsense=1\n")
    #expect(bad.status == 64)
    #expect(bad.err.hasPrefix("-:2: activities have no field nonsense; known are title"))
    #expect(!(try desk("show", "A36", "--format", "csv").out.contains("priority,C")))
  }

  @Test func assigningTwiceSaysSo() throws {
    let desk = try Desk.demo()
    #expect(try desk("assign", "A1", "A2", "--lead", "m").out == "2 items changed\n")
    #expect(
      try desk("assign", "A1", "--lead", "marketing").out
        == "led by Marketing already; nothing changed\n")
    #expect(try desk("assign", "A1", "--lead", "none").out == "1 item changed\n")
    #expect(try desk("list", "activity", "--lead", "none", "--format", "csv").out.contains("\nA1,"))
  }

  @Test func lockedPlansAndClosedMonthsAreKept() throws {
    let desk = try Desk.demo()
    let locked = try desk("set", "A36", "plan.pr@2026-12=1")
    #expect(locked.status == 1)
    #expect(locked.err.hasPrefix("The plan is locked"))
    let line = try desk("set", "A1", "actual.training@2026-01=1")
    #expect(line.status == 1)
    #expect(
      try desk("set", "A1", "actual.training@2026-01=1", "--reason", "correction").status == 0)
  }

  @Test func closingAMonthSaysWhatItCost() throws {
    let desk = try Desk.demo()
    #expect(try desk("set", "board", "closed_to=2026-11").status == 0)
    let rows = try desk("export", "--long", "--kind", "activity").out.split(separator: "\n")
    let forecasts = rows.filter { $0.contains(",forecast,2026-11,") }
    #expect(!forecasts.isEmpty)
    #expect(try desk("verify").status == 0)
  }

  @Test func aQuarterIsCopied() throws {
    let desk = try Desk.demo()
    let copied = try desk(
      "copy", "2026Q4", "A36", "A37", "--to", "2027Q1", "--money", "+5%")
    #expect(copied.out == "A41\nA42\n", "\(copied.err)")
    #expect(try desk("show", "A41", "--format", "csv").out.contains("\ncontinues,A36\n"))
  }

  @Test func findingsAreAccepted() throws {
    let desk = try Desk.demo()
    #expect(try desk("accept", "stale", "T4", "--reason", "next month").status == 0)
    #expect(
      try desk("check", "--format", "csv").out.contains("stale,accepted,T4,"))
    #expect(try desk("accept", "nonsense", "T4", "--reason", "x").status == 64)
  }
}
