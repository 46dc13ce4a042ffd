import Testing

@testable import TextCanvas

@Suite struct TextFitTests {
  @Test(arguments: [
    ("planning", 8, "planning"), ("planning", 7, "planni…"), ("planning", 1, "…"),
    ("planning", 0, ""), ("planning", -3, ""), ("渠道计划", 8, "渠道计划"), ("渠道计划", 7, "渠道计…"),
    ("渠道计划", 6, "渠道…"), ("渠道计划", 2, "…"), ("a渠", 2, "a…"), ("a渠b", 3, "a…"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("a\u{1B}b", 3, "a\u{FFFD}b"),
  ])
  func cutting(text: String, columns: Int, shown: String) {
    #expect(TextFit.cut(text, columns: columns) == shown)
  }

  @Test func ellipsisInASCII() {
    #expect(TextFit.cut("planning", columns: 5, ellipsis: "~") == "plan~")
    #expect(TextFit.fit("planning", columns: 5, ellipsis: "~") == "plan~")
  }

  @Test(arguments: [
    (Alignment.left, "渠  "), (.right, "  渠"), (.centre, " 渠 "),
  ])
  func fitting(align: Alignment, shown: String) {
    #expect(TextFit.fit("渠", columns: 4, align: align) == shown)
  }

  @Test func fittingTakesExactlyTheColumns() {
    for text in ["", "a", "渠道计划", "a渠b道c", "e\u{301}渠", "12,345"] {
      for columns in 0...12 {
        for align in [Alignment.left, .right, .centre] {
          #expect(TextFit.width(TextFit.fit(text, columns: columns, align: align)) == columns)
        }
      }
    }
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("one  two", 4, ["one", "two"]),
    ("extraordinary", 5, ["extra", "ordin", "ary"]), ("a\n\nb\r\nc", 9, ["a", "", "b", "c"]),
    ("渠道计划，已批准", 8, ["渠道计", "划，已批", "准"]), ("用 OKR 看", 5, ["用", "OKR", "看"]),
    ("看（甲）乙", 4, ["看", "（甲", "）乙"]), ("", 5, [""]), ("ok 渠道", 5, ["ok 渠", "道"]),
    ("渠", 1, ["…"]), ("a b", 0, ["a", "b"]),
  ])
  func wrapping(text: String, columns: Int, lines: [String]) {
    #expect(TextFit.wrap(text, columns: columns) == lines)
  }

  @Test func wrappedLinesFitAndLoseNothing() {
    let text = "The plan of 2026Q4（第四季度）needs 市场部 and 销售部 together: 渠道、展会。Extraordinary"
    for columns in 2...40 {
      let lines = TextFit.wrap(text, columns: columns)
      #expect(lines.allSatisfy { TextFit.width($0) <= columns })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
