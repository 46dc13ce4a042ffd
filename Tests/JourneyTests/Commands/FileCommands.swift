import Testing

@Suite struct FileCommands {
  @Test func everythingGoesOutAndComesBack() throws {
    let desk = try Desk.demo()
    let file = desk.path("all.json")
    #expect(try desk("export", file).status == 0)
    let other = desk.path("other.sanban")
    #expect(try desk("new", other).status == 0)
    let imported = try desk("import", file, "--board", other, "--as", "chen")
    #expect(
      imported.out.hasPrefix("56 created, 0 updated, 0 skipped; of the board: "), "\(imported.err)")
    // How many settings differ depends on the day and the zone in which the board was made.
    #expect(
      imported.out.hasSuffix(
        """
        settings, 61 list words, 8 people, 12 envelopes, 2026Q1 from draft to approved, \
        2026Q2 from draft to approved, 2026Q3 from draft to approved, 2026Q4 from draft to approved

        """), "\(imported.out)")
    let first = try desk("export").out
    #expect(try desk("export", "--board", other).out == first)
    #expect(try desk("import", file).out == "0 created, 0 updated, 56 skipped\n")
  }

  /// Whoever brings a file to a new board is the first whom that board knows: the file that comes out
  /// of it is the same all the same.
  @Test(arguments: ["wu", "wang", "newcomer"]) func whoImportsMakesNoDifference(who: String) throws
  {
    let desk = try Desk.demo()
    let first = try desk("export").out
    let file = try desk.write(first, to: "all.json")
    let other = desk.path("other.sanban")
    #expect(try desk("new", other).status == 0)
    #expect(try desk("import", file, "--board", other, "--as", who).status == 0)
    #expect(try desk("export", "--board", other).out == first)
  }

  @Test func aDryRunWritesNothingAndNamesEverything() throws {
    let desk = try Desk.demo()
    let file = try desk.write("kind,title,start\nactivity,a,x\nactivity,b,y\n", to: "bad.csv")
    let all = try desk("import", file, "--dry-run")
    #expect(all.status == 65)
    #expect(all.err.split(separator: "\n").count == 2)
    #expect(all.err.hasPrefix("\(file):2:3 start “x”: not a day; write 2026-10-12\n"))
    let first = try desk("import", file)
    #expect(
      first.err
        == "\(file):2:3 start “x”: not a day; write 2026-10-12; 1 more; list all with --dry-run\n")
    let good = try desk("import", "-", "--dry-run", "--kind", "activity", input: "title\nzebra\n")
    #expect(good.out == "would be: 1 created, 0 updated, 0 skipped; nothing changed\n")
    #expect(try desk("list", "activity", "--where", "zebra", "--format", "json").out == "[]\n")
  }

  @Test func tablesChangeWhatIsThereOnlyWhenAsked() throws {
    let desk = try Desk.demo()
    let input = "code,title\nA40,Another name\n"
    #expect(try desk("import", "-", input: input).status == 65)
    #expect(
      try desk("import", "-", "--update", input: input).out == "0 created, 1 updated, 0 skipped\n")
    #expect(try desk("import", "-", input: input).out == "0 created, 0 updated, 1 skipped\n")
  }

  @Test func exportsAreMarkdownToo() throws {
    let desk = try Desk.demo()
    let text = try desk("export", "--format", "md", "--kind", "target").out
    #expect(text.hasPrefix("# Changjiang Furniture\n\n## Targets\n\n| Code | English title |"))
    #expect(try desk("export", "--format", "xlsx").status == 64)
  }

  @Test func anExportThatCannotBeWrittenLeavesNothing() throws {
    let desk = try Desk.demo()
    #expect(try desk("export", "/nowhere/at/all.json").status == 73)
  }

  @Test func largeBoardsAreMade() throws {
    let desk = try Desk()
    #expect(try desk("demo", "--activities", "500", "--keep", desk.board).status == 0)
    let rows = try desk("list", "activities", "--format", "csv").out.split(separator: "\n")
    #expect(rows.count == 501)
    #expect(try desk("verify").status == 0)
    #expect(try desk("check").status == 1)
  }
}
