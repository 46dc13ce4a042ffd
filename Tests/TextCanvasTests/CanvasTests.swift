import Testing

@testable import TextCanvas

@Suite struct CanvasTests {
  @Test func wideGlyphsAreCutAtBothEdges() {
    var canvas = Canvas(columns: 4, rows: 1)
    canvas.fill(row: 0, column: 0, rows: 1, columns: 4, role: .total)
    #expect(canvas.put("中文字", row: 0, column: -1, role: .key) == 5)
    #expect(canvas.text == [" 文"])
    #expect(canvas[0, 0] == Cell(glyph: " ", role: .key))
    #expect(canvas[0, 3] == Cell(glyph: " ", role: .key))
    #expect(canvas[0, 2].isContinuation)
  }

  @Test(arguments: [
    (1, "x", " x文字"), (0, "x", "x 文字"), (2, "人", "中人字"), (1, "人", " 人 字"), (3, "y", "中 y字"),
  ])
  func overwritingHalfBlanksTheOther(column: Int, text: String, row: String) {
    var canvas = Canvas(columns: 6, rows: 1)
    canvas.put("中文字", row: 0, column: 0)
    canvas.put(text, row: 0, column: column)
    #expect(canvas.text == [row])
    checkHalves(canvas)
  }

  @Test func everythingOutsideIsIgnored() {
    var canvas = Canvas(columns: 3, rows: 2)
    canvas.put("gone", row: -1, column: 0)
    canvas.put("gone", row: 2, column: 0)
    canvas.put("gone", row: 0, column: -9)
    canvas.put("gone", row: 0, column: 3)
    canvas.fill(row: -5, column: -5, rows: 2, columns: 2, role: .bad)
    canvas.fill(row: 1, column: 2, rows: 9, columns: -4, role: .bad)
    canvas.paint(row: 7, columns: 0..<3, role: .bad)
    canvas.paint(row: 0, columns: 8..<9, role: .bad)
    #expect(canvas == Canvas(columns: 3, rows: 2))
    #expect(Canvas(columns: 0, rows: -2).cells.count == 1)
  }

  @Test func widthCutsAndPads() {
    var canvas = Canvas(columns: 12, rows: 2)
    #expect(canvas.put("渠道计划", row: 0, column: 1, role: .field, width: 6) == 7)
    #expect(canvas.put("12", row: 1, column: 0, role: .money, width: 5, align: .right) == 5)
    #expect(canvas.text == [" 渠道…", "   12"])
    #expect(canvas.roles == ["field:1-6", "money:0-4"])
  }

  @Test func fillingBlanksHalves() {
    var canvas = Canvas(columns: 8, rows: 1)
    canvas.put("中文字句", row: 0, column: 0)
    canvas.fill(row: 0, column: 1, rows: 1, columns: 4, role: .pop)
    #expect(canvas.text == ["      句"])
    #expect(canvas.roles == ["pop:1-4"])
    checkHalves(canvas)
  }

  @Test func paintingTakesWholeGlyphs() {
    var canvas = Canvas(columns: 8, rows: 1)
    canvas.put("中文字句", row: 0, column: 0)
    canvas.paint(row: 0, columns: 1..<5, role: .cursor)
    #expect(canvas.roles == ["cursor:2-5"])
    #expect(canvas.text == ["中文字句"])
  }

  @Test func hostileTextIsHarmless() {
    var canvas = Canvas(columns: 10, rows: 1)
    canvas.put("a\u{1B}[2J\u{202E}b\n", row: 0, column: 0)
    #expect(canvas.text == ["a\u{FFFD}[2Jb"])
  }

  @Test func randomWritesKeepTheHalvesTogether() {
    var random = Seeded(seed: 3)
    var canvas = Canvas(columns: 9, rows: 2)
    for _ in 0..<3_000 {
      let row = Int.random(in: -1...2, using: &random)
      let column = Int.random(in: -3...10, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: canvas.put("中", row: row, column: column, role: .key)
      case 1: canvas.put("x", row: row, column: column, role: .dim)
      case 2: canvas.fill(row: row, column: column, rows: 1, columns: 3, role: .pop)
      default: canvas.paint(row: row, columns: column..<(column + 3), role: .cursor)
      }
      checkHalves(canvas)
    }
  }

  @Test func signsInASCII() {
    var canvas = Canvas(columns: 20, rows: 1)
    canvas.put("╭─○◐●×▸✓✗!…–·│▁█★中é", row: 0, column: 0, role: .key)
    let ascii = canvas.asciified()
    #expect(ascii.text == ["+-.~*x>+x!~-.|_#*中é"])
    #expect(ascii.roles == canvas.roles)
  }

  private func checkHalves(_ canvas: Canvas) {
    for row in 0..<canvas.rows {
      for column in 0..<canvas.columns {
        let cell = canvas[row, column]
        let isWide = TextFit.width(cell.glyph) == 2
        let hasHalf = column + 1 < canvas.columns && canvas[row, column + 1].isContinuation
        #expect(isWide == hasHalf)
        if hasHalf { #expect(canvas[row, column + 1].role == cell.role) }
        if column == 0 { #expect(!cell.isContinuation) }
      }
    }
  }
}
