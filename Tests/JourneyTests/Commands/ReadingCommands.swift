import Testing

@Suite struct ReadingCommands {
  @Test func listsAreTablesAndArrays() throws {
    let desk = try Desk.demo()
    let table = try desk("list", "activities", "--lead", "sales", "--period", "2026Q4")
    #expect(table.status == 0)
    #expect(table.out.hasPrefix("Code  English title"))
    #expect(table.out.contains("A38"))
    #expect(!table.out.contains("\u{1B}"))
    let json = try desk("list", "trend", "--format", "json")
    #expect(json.out.hasPrefix("[\n  {\"code\": \"T1\", \"title\": "))
    #expect(json.out.hasSuffix("}\n]\n"))
    let filtered = try desk("list", "activity", "--where", "plan>500k -owner:he", "--format", "csv")
    #expect(filtered.out.hasPrefix("code,title,title_en,lead,period,status,start,end,owner,plan"))
  }

  @Test func anEmptyListIsStillOne() throws {
    let desk = try Desk.demo()
    #expect(try desk("list", "target", "--period", "2031", "--format", "json").out == "[]\n")
  }

  @Test func oneItemIsOneObject() throws {
    let desk = try Desk.demo()
    let shown = try desk("show", "A22", "--format", "json")
    #expect(shown.out.hasPrefix("{\n  \"code\": \"A22\",\n  \"kind\": \"activity\","))
    #expect(shown.out.contains("\"rule\": \"lead-fits-stage\""))
    let table = try desk("show", "a22", "--language", "zh")
    #expect(table.out.contains("主导部门"))
  }

  @Test func theBudgetHasNoTotalRow() throws {
    let desk = try Desk.demo()
    let budget = try desk("budget", "2026Q4", "--by", "lead", "--format", "csv")
    let lines = budget.out.split(separator: "\n")
    #expect(
      lines[0] == "group,title,approved,plan,forecast,outlook,committed,actual,left,variance")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("marketing,Marketing,"))
  }

  @Test func theDemoStands() throws {
    let desk = try Desk.demo()
    let check = try desk("check")
    #expect(check.status == 0)
    #expect(check.out.hasPrefix("The plan stands\n"))
    #expect(check.out.split(separator: "\n").count == 16)
    #expect(try desk("add", "activity", "Nobody's", "--period", "2026Q4").out == "A41\n")
    #expect(try desk("check", "--format", "json").status == 1)
  }

  @Test func keysAndCompletionsNeedNoBoard() throws {
    let desk = try Desk()
    #expect(try desk("keys").out.contains("Assign to marketing"))
    #expect(try desk("completions", "bash").out.contains("_sanban"))
    #expect(try desk("completions", "tcsh").status == 64)
  }

  @Test func aSoundBoardIsVerifiedAndBackedUp() throws {
    let desk = try Desk.demo()
    let verified = try desk("verify")
    #expect(verified.status == 0, "\(verified.out)")
    #expect(verified.out.hasPrefix("the board is sound\nSQLite 3."))
    #expect(try desk("backup", desk.path("copy.sanban")).status == 0)
    #expect(try desk("backup", desk.path("copy.sanban")).status == 73)
    #expect(try desk("--board", desk.path("copy.sanban"), "list", "trend").status == 0)
    #expect(try desk("list", "trend", "--board", desk.path("copy.sanban")).status == 0)
  }
}
