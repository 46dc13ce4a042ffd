import Testing

/// Spreading, cutting and moving money from the command line, by the rules of the grid.
@Suite struct MoneyCommands {
  private func amount(_ desk: Desk, _ code: String, _ heading: String) throws -> String? {
    let rows = try desk("export", "--long", "--kind", "activity").out.split(separator: "\n")
    let parts = heading.split(separator: "@")
    let names = parts[0].split(separator: ".")
    let start = "\(code),\(names[1]),\(names[0]),\(parts[1]),"
    return rows.first { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
  }

  @Test func aSpreadIsShownThenMade() throws {
    let desk = try Desk.demo()
    let shown = try desk(
      "spread", "A36:forecast.research@2026-11..2026-12", "S100000.01", "--dry-run", "--format",
      "csv")
    #expect(shown.status == 0, "\(shown.err)")
    #expect(shown.out.hasPrefix("code,field,from,to\n"))
    #expect(shown.out.contains("A36,forecast.research@2026-12,"))
    let before = try amount(desk, "A36", "forecast.design@2026-12")
    let made = try desk("spread", "A40:forecast@2026-12", "R12万", "--as", "liu")
    #expect(made.status == 0, "\(made.err)")
    #expect(made.out.contains("1 cell changed"))
    #expect(try amount(desk, "A36", "forecast.design@2026-12") == before)
    #expect(try desk("undo", "--as", "liu").out == "undone: Spread\n")
    #expect(try desk("verify").status == 0)
  }

  @Test func aSpreadOverAWholeQuarterKeepsTheTotal() throws {
    let desk = try Desk.demo()
    let spread = try desk("spread", "2027Q1:plan", "P+1000.01", "--as", "liu")
    #expect(spread.status == 0, "\(spread.err)")
    let budget = try desk("budget", "2027Q1", "--by", "lead", "--format", "csv").out
    #expect(budget.contains("331000.01"), "\(budget)")
    #expect(try desk("verify").status == 0)
  }

  @Test func whatCannotBeSpreadSaysWhy() throws {
    let desk = try Desk.demo()
    let locked = try desk("spread", "2026Q4:plan", "P%+10")
    #expect(locked.status == 1 && locked.err.contains("locked"), "\(locked.err)")
    #expect(try desk("spread", "A36:plan.nothing", "S1").status == 66)
    #expect(try desk("spread", "A999:plan", "S1").status == 66)
    #expect(try desk("spread", "A36:plam.pr", "S1").status == 65)
    #expect(try desk("spread", "nonsense", "S1").status == 65)
    #expect(try desk("spread", "A36:plan.design", "X1").status == 65)
    #expect(try desk("spread", "A36:plan.design", "HC").status == 65)
    #expect(try desk("spread", "A36:forecast.design", "S<>1").err.contains("directions"))
  }

  @Test func targetsAreSpreadByTheirRhythm() throws {
    let desk = try Desk.demo()
    let spread = try desk("spread", "Y1:target", "S3.6亿", "--as", "liu")
    #expect(spread.status == 0, "\(spread.err)")
    let long = try desk("export", "--long", "--kind", "target").out
    #expect(long.contains("Y1,,target,2026-03,30000000.00"), "\(long.prefix(400))")
  }

  @Test func heldCellsKeepTheirs() throws {
    let desk = try Desk.demo()
    let before = try amount(desk, "A36", "forecast.design@2026-12")
    #expect(
      try desk("spread", "A36:forecast.design@2026-12", "H", "--as", "wang").out == "1 cell held\n"
    )
    let all = try desk("spread", "A36:forecast@2026-12", "R5", "--as", "wang")
    #expect(try amount(desk, "A36", "forecast.design@2026-12") == before, "\(all.err)")
    // Holds are one's own.
    #expect(try desk("spread", "A36:forecast.design@2026-12", "P%+10", "--as", "wang").status == 1)
    #expect(try desk("spread", "A36:forecast.design@2026-12", "P%+10", "--as", "liu").status == 0)
    #expect(
      try desk("spread", "A36:forecast.design@2026-12", "RA", "--as", "wang").out
        == "1 cell released\n")
    #expect(try desk("spread", "A36:forecast.design@2026-12", "P%+10", "--as", "wang").status == 0)
  }

  @Test func aCutShowsWhatIsLostThenTakesIt() throws {
    let desk = try Desk.demo()
    let before = try desk("budget", "2026Q4", "--format", "csv").out
    let shown = try desk("cut", "2026Q4", "10%", "--of", "outlook", "--dry-run")
    #expect(shown.status == 0, "\(shown.err)")
    #expect(shown.out.hasPrefix("2026Q4 outlook "))
    #expect(shown.out.contains("would find"))
    #expect(try desk("budget", "2026Q4", "--format", "csv").out == before)
    // The quarter is approved: a cut passes the lock, and so does its undo.
    let cut = try desk("cut", "2026Q4", "1万", "--as", "chen", "--reason", "总部要求")
    #expect(cut.status == 0, "\(cut.err)")
    #expect(cut.out.contains("cut 10,000: found 10,000"), "\(cut.out)")
    #expect(try desk("budget", "2026Q4", "--format", "csv").out != before)
    #expect(try desk("history", "--format", "csv", "--who", "chen").out.contains(",cut,"))
    #expect(try desk("undo", "--as", "chen").status == 0)
    #expect(try desk("budget", "2026Q4", "--format", "csv").out == before)
    #expect(try desk("verify").status == 0)
    #expect(try desk("cut", "2027Q1", "10%", "--of", "envelope").status == 1)
    let month = try desk("cut", "2026-11", "10%", "--of", "envelope", "--dry-run")
    #expect(month.status == 1 && month.err.contains("they are a quarter's"), "\(month.err)")
    // Nobody's activities aren't everybody's.
    let nobody = try desk("cut", "2026Q4", "10%", "--lead", "none", "--dry-run")
    #expect(nobody.status == 64 && nobody.err.contains("needs a department"), "\(nobody.err)")
    #expect(try desk("cut", "2026Q4", "nothing").status == 65)
    #expect(try desk("cut", "2026Q4", "0").status == 65)
  }

  @Test func moneyMovesAndTheTotalStays() throws {
    let desk = try Desk.demo()
    let back = try desk(
      "transfer", "A36.design@2026-12", "reserve@2026Q4", "1000", "--reason", "少印一版", "--as", "wang"
    )
    #expect(back.status == 0, "\(back.err)")
    #expect(back.out.contains("Return to reserve"))
    let json = try desk("export", "--format", "json").out
    #expect(
      json.contains("\"purse\": \"reserve\", \"amount\": \"433600.00\""), "\(json.prefix(900))")
    let again = try desk(
      "transfer", "reserve@2026Q4", "A36.design@2026-12", "1000", "--reason", "又要印", "--as", "wang")
    #expect(again.status == 0, "\(again.err)")
    #expect(
      try desk("export", "--format", "json").out.contains(
        "\"purse\": \"reserve\", \"amount\": \"432600.00\""))
    #expect(try desk("undo", "--as", "wang").status == 0)
    let broke = try desk("transfer", "reserve@2026Q4", "A36.design@2026-12", "1亿", "--reason", "x")
    #expect(broke.status == 1 && broke.err.contains("short"))
    #expect(try desk("transfer", "A36.design@2026-12", "outside", "1").status == 64)
    #expect(
      try desk("transfer", "A1.travel@2026-01", "outside", "1", "--reason", "x").err
        .contains("closed"))
    #expect(try desk("transfer", "here", "there", "1", "--reason", "x").status == 65)
    #expect(try desk("verify").status == 0)
  }

  @Test func envelopesAreSetAndChecked() throws {
    let desk = try Desk.demo()
    #expect(
      try desk("set", "2026Q4", "envelope.marketing=100万", "envelope.reserve=").out
        == "1 item changed\n")
    let check = try desk("check", "2026Q4", "--format", "csv").out
    #expect(check.contains("over-budget,look,,\"Above the quarter's budget: Marketing 2026Q4 "))
    #expect(!(try desk("check", "2026Q3", "--format", "csv").out.contains("over-budget")))
    #expect(try desk("set", "board", "ceiling_rule=ignore").status == 0)
    #expect(!(try desk("check", "--format", "csv").out.contains("over-budget")))
    #expect(try desk("set", "2026", "envelope.marketing=1").status == 64)
    #expect(try desk("set", "2026Q4", "envelope.nobody=1").status == 64)
    #expect(
      try desk("history", "--format", "csv").out.contains(",2026Q4 envelope.reserve,432600.00,"))
  }

  @Test func aSpreadInAClosedMonthIsShownAsItIsSaved() throws {
    let desk = try Desk.demo()
    let spread = ["spread", "A1:actual.training@2026-01", "R5"]
    for flags in [["--dry-run"], []] {
      let refused = try desk.run(spread + flags)
      #expect(refused.status == 1 && refused.err.contains("needs a reason"), "\(refused.err)")
      #expect(refused.out.isEmpty)
    }
    let shown = try desk.run(spread + ["--reason", "补发票", "--dry-run", "--format", "csv"])
    #expect(shown.out.contains("A1,actual.training@2026-01,"), "\(shown.err)")
    #expect(try desk.run(spread + ["--reason", "补发票"]).out.hasPrefix("1 cell changed"))
    #expect(try amount(desk, "A1", "actual.training@2026-01") == "5.00")
  }

  @Test func aCorrectionInAClosedMonthSaysWhatItCost() throws {
    let desk = try Desk.demo()
    #expect(
      try desk("set", "A1", "actual.training@2026-01=300000", "--reason", "补发票").status == 0)
    #expect(try amount(desk, "A1", "forecast.training@2026-01") == "300000.00")
  }
}

/// Lines for money without detail, in files and commands.
@Suite struct PlaceholderCommands {
  @Test func aPlaceholderGoesThroughSetAndFiles() throws {
    let desk = try Desk.demo()
    let set = try desk("set", "A40", "forecast.placeholder@2026-12=5万")
    #expect(set.status == 0, "\(set.err)")
    let csv = try desk("export", "--kind", "activity", "--format", "csv").out
    #expect(csv.contains("forecast.placeholder@2026-12"))
    let file = try desk.write(csv, to: "plan.csv")
    let again = try desk("import", file, "--kind", "activity", "--dry-run")
    #expect(again.status == 0, "\(again.err)")
    #expect(try desk("set", "A40", "forecast.nothing@2026-12=1").status == 65)
  }
}

/// Any grid of sums as a table for other programs, wide and long.
@Suite struct GridCommands {
  @Test func sumsStandMonthByMonth() throws {
    let desk = try Desk.demo()
    let wide = try desk(
      "budget", "2026Q4", "--by", "lead", "--wide", "--columns", "plan,actual", "--format", "csv")
    #expect(
      wide.out.hasPrefix(
        "group,title,plan@2026-10,actual@2026-10,plan@2026-11,actual@2026-11,plan@2026-12,"),
      "\(wide.err)")
    let long = try desk(
      "budget", "2026Q4", "--by", "lead", "--long", "--columns", "plan", "--format", "csv"
    ).out
    let rows = long.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.count == 6)
    // The months of both departments make the quarter's plan.
    let sum = rows.compactMap { Double($0[4]) }.reduce(0, +)
    #expect(sum == 4_830_000)
    let json = try desk("budget", "2026Q4", "--by", "category", "--long", "--format", "json").out
    #expect(
      json.contains("\"column\": \"outlook\", \"period\": \"2026-12\""), "\(json.prefix(200))")
    #expect(try desk("budget", "--wide", "--columns", "nothing").status == 64)
    #expect(try desk("budget", "--wide", "--by", "month").status == 64)
  }
}
