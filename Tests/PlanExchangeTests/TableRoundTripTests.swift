import PlanExchange
import PlanModel
import Testing

struct TableRoundTripTests {
  private func table(_ board: TestBoard, _ export: TableExport = TableExport()) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try export.write(try board.reader()) { bytes += $0 }
    return bytes
  }

  @discardableResult
  private func importing(
    _ text: [UInt8], to board: TestBoard, _ options: ImportOptions = ImportOptions()
  ) throws -> ImportSummary {
    let prepared = try TableImport.prepare(text, for: try board.reader(), options: options)
    try board.save(prepared)
    return prepared.summary
  }

  /// A board with the demo's lists and people and no items.
  private func listsOnly() throws -> TestBoard {
    let demo = try TestBoard(Demo.board()).json().text
    let items = try #require(demo.range(of: "\n  \"items\": ["))
    let board = try TestBoard(NewBoard(settings: [:], changes: []))
    try board.importing(Array((demo[..<items.upperBound] + "]}").utf8))
    return board
  }

  @Test(arguments: [Character(","), "\t"]) func theDemoComesBackTheSame(
    delimiter: Character
  ) throws {
    let export = TableExport(delimiter: delimiter)
    let first = try table(try TestBoard(Demo.board()), export)
    let second = try listsOnly()
    let summary = try importing(first, to: second)
    #expect(summary.created == 56)
    #expect(try table(second, export).text == first.text)
    #expect(try importing(first, to: second).skipped == 56)
  }

  @Test func figuresInTheLongFormComeBack() throws {
    let board = try TestBoard(Demo.board())
    let long = TableExport(form: .long)
    let first = try table(board, long)
    #expect(try importing(first, to: board).skipped == 56)
    let changed = first.text.replacing(
      "A1,design,actual,2026-01,36600.00", with: "A1,design,actual,2026-01,36600.50")
    #expect(throws: FileFaults.self) { try importing(Array(changed.utf8), to: board) }
  }

  @Test func actualsOfAClosedMonthAreWhatItCost() throws {
    let board = try listsOnly()
    let text = Array(
      "kind,title,actual.media@2026-10,committed.media@2026-10\nactivity,x,100,20.5\n".utf8)
    try importing(text, to: board)
    #expect(
      try table(board, TableExport(form: .long)).text.contains("A1,media,forecast,2026-10,120.50"))
    #expect(try importing(text, to: board).skipped == 1)
  }

  @Test func rowsWithoutCodesAreAddedOnce() throws {
    let board = try listsOnly()
    let text = Array(
      """
      kind,title,lead,start,plan.media@2026-10
      activity,开业活动,sales,2026-10-01,1200.50
      activity,开业活动,sales,2026-10-01,1200.50
      activity,=1+1,none,2026/10/2,"1,200"

      """.utf8)
    #expect(try importing(text, to: board).created == 3)
    #expect(try importing(text, to: board).skipped == 3)
    let rows = try table(board).text.split(separator: "\n")
    #expect(rows.count == 4)
    #expect(rows[3].contains("'=1+1"))
  }
}
