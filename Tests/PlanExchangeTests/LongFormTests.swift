import PlanModel
import PlanStore
import Testing

@testable import PlanExchange

/// Amounts of somebody's export, a row for each, on the worked example.
struct LongFormTests {
  private let board: TestBoard

  init() throws { board = try TestBoard(Demo.board()) }

  private static let byCode = [
    "code=编号", "category=类别", "month=月份", "amount=金额",
  ]

  private func prepare(
    _ text: String, _ maps: [String], sets: [String] = [], _ how: TableMapping.Existing? = nil,
    skips: Bool = false
  ) throws -> PreparedImport {
    var options = ImportOptions()
    for map in maps { try options.mapping.map(map) }
    for set in sets { try options.mapping.set(set) }
    options.amounts = how
    options.skipsUnmatched = skips
    return try TableImport.prepare(Array(text.utf8), for: try board.reader(), options: options)
  }

  @discardableResult
  private func importing(
    _ text: String, _ maps: [String] = Self.byCode, sets: [String] = [],
    how: TableMapping.Existing? = nil
  ) throws -> ImportSummary {
    let prepared = try prepare(text, maps, sets: sets, how)
    let outcome = try BoardWriter(path: board.path).save(
      act: .importing, reason: "file.csv", as: "chen", next: prepared.next)
    guard case .saved = outcome else {
      Issue.record("\(outcome)")
      return prepared.summary
    }
    return prepared.summary
  }

  private func complaints(
    _ text: String, _ maps: [String] = Self.byCode, sets: [String] = [],
    _ how: TableMapping.Existing? = nil
  ) -> [String] {
    do {
      _ = try prepare(text, maps, sets: sets, how)
      return []
    } catch let faults as FileFaults {
      return faults.faults.map { $0.text(.english) }
    } catch { return ["\(error)"] }
  }

  private func amount(_ code: String, _ line: String, _ column: PlanModel.Column, _ month: Int)
    throws -> Int64?
  {
    let reader = try board.reader()
    let id = try id(of: code)
    let detail = try #require(try reader.detail(id))
    let found = try #require(detail.lines.first { $0.code == line })
    return detail.figure(found.id, Period(year: 2026, month: month))?[column]
  }

  private func id(of text: String) throws -> ItemID {
    let code = try #require(ItemCode(text))
    let id = try board.reader().id(of: code)
    return try #require(id)
  }

  @Test func rowsOfOneCellAddUp() throws {
    let text = "编号,类别,月份,金额\nA33,digital,2026-12,100\nA34,x,2026-12,\nA33,digital,12/2026,50.50\n"
    #expect(try importing(text).updated == 1)
    #expect(try amount("A33", "digital", .actual, 12) == 150_50)
    // A second run changes nothing.
    #expect(try importing(text) == summary(skipped: 1))
  }

  private func summary(updated: Int = 0, skipped: Int = 0, before: Int = 0) -> ImportSummary {
    var summary = ImportSummary()
    (summary.updated, summary.skipped, summary.rowsTakenBefore) = (updated, skipped, before)
    return summary
  }

  @Test func whatIsThereIsRefusedReplacedOrAddedTo() throws {
    let text = "编号,类别,月份,金额\nA33,digital,2026-11,100\n"
    #expect(
      complaints(text) == [
        "2:4 金额 “100”: there is 158400.00 already; use --update replace or --update add"
      ])
    try importing(text, how: .add)
    #expect(try amount("A33", "digital", .actual, 11) == 158_500_00)
    #expect(try importing(text, how: .add) == summary(before: 1))
    #expect(try amount("A33", "digital", .actual, 11) == 158_500_00)
    try importing(text, how: .replace)
    #expect(try amount("A33", "digital", .actual, 11) == 100_00)
    #expect(try importing(text, how: .replace) == summary(skipped: 1))
  }

  /// The next month's file holds the old rows and new ones, one of them like an old one.
  @Test func addingTakesEachRowOnce() throws {
    let row = "A33,digital,2026-12,100\n"
    try importing("编号,类别,月份,金额\n" + row, how: .add)
    let summary = try importing("编号,类别,月份,金额\n" + row + row + "A33,digital,2026-12,7\n", how: .add)
    #expect(summary.rowsTakenBefore == 1)
    #expect(try amount("A33", "digital", .actual, 12) == 207_00)
  }

  @Test(arguments: [nil, .replace] as [TableMapping.Existing?])
  func whatCameInOnceIsNotAddedLater(how: TableMapping.Existing?) throws {
    let text = "编号,类别,月份,金额\nA33,digital,2026-12,100\n"
    try importing(text, how: how)
    #expect(try importing(text, how: .add) == summary(before: 1))
    #expect(try amount("A33", "digital", .actual, 12) == 100_00)
  }

  /// The same rows under another `--set` are about other cells.
  @Test func whatTheMappingSaysBelongsToARow() throws {
    let text = "编号,类别,金额\nA33,digital,100\n"
    let maps = ["code=编号", "category=类别", "amount=金额"]
    for sets in [
      ["month=2026-12"], ["month=2026-12", "column=committed"], ["month=2027-01"],
    ] {
      #expect(try importing(text, maps, sets: sets, how: .add).updated == 1, "\(sets)")
      #expect(try importing(text, maps, sets: sets, how: .add) == summary(before: 1), "\(sets)")
    }
    let onlyCode = ["code=编号", "month=月份", "amount=金额"]
    let rows = "编号,月份,金额\nA33,2026-12,7\n"
    for line in ["category=digital", "category=design"] {
      #expect(try importing(rows, onlyCode, sets: [line], how: .add).updated == 1, "\(line)")
    }
    #expect(try amount("A33", "design", .actual, 12) == 7_00)
  }

  @Test func whatWasTakenBackCanBeAddedAgain() throws {
    let text = "编号,类别,月份,金额\nA33,digital,2026-12,100\n"
    try importing(text, how: .add)
    let reader = try board.reader()
    let chen = try #require(try reader.board().person(named: "chen"))
    let undo = try #require(try reader.undo(by: chen.id))
    guard case .saved = try BoardWriter(path: board.path).save(undo, as: "chen") else {
      Issue.record("not undone")
      return
    }
    #expect(try amount("A33", "digital", .actual, 12) == nil)
    #expect(try importing(text, how: .add).updated == 1)
    #expect(try amount("A33", "digital", .actual, 12) == 100_00)
  }

  @Test func linesAndActivitiesAreFoundByReference() throws {
    try refer("A33", line: "digital", "PO-77")
    try refer("A37", line: nil, "HT-5")
    let only = try #require(try lines("A37").first)
    let maps = ["ref=单号", "month=月份", "amount=金额", "column=列"]
    let count = try lines("A37").count
    let text = "单号,月份,列,金额\npo-77,2026-12,实际,5\nHT-5,2026-12,committed,6\n"
    if count == 1 {
      #expect(try importing(text, maps).updated == 2)
      #expect(try amount("A37", only, .committed, 12) == 6_00)
    } else {
      #expect(complaints(text, maps).first?.contains("A37 has several expense lines") == true)
      try importing("单号,月份,列,金额\npo-77,2026-12,实际,5\n", maps)
    }
    #expect(try amount("A33", "digital", .actual, 12) == 5_00)
  }

  private func lines(_ code: String) throws -> [String] {
    let reader = try board.reader()
    let id = try id(of: code)
    return try #require(try reader.detail(id)).lines.map(\.code)
  }

  private func refer(_ code: String, line: String?, _ reference: String) throws {
    let reader = try board.reader()
    let id = try id(of: code)
    let detail = try #require(try reader.detail(id))
    let found = detail.lines.first { $0.code == line }
    let target: ChangeTarget = found.map { .line($0.id, .ref) } ?? .item(id, .ref)
    let change = Change(target, was: .none, now: .text(reference))
    guard case .saved = try BoardWriter(path: board.path).save(Edit(.edit, [change]), as: "chen")
    else {
      Issue.record("no reference")
      return
    }
  }

  @Test func aReferenceOfTwoIsNotGuessed() throws {
    try refer("A33", line: "digital", "PO-1")
    try refer("A34", line: nil, "PO-1")
    let found = complaints(
      "单号,月份,金额\nPO-1,2026-12,5\nPO-2,2026-12,5\n", ["ref=单号", "month=月份", "amount=金额"])
    #expect(found.count == 2)
    #expect(found.first == "2:1 单号 “PO-1”: 2 have this reference: A33 digital, A34")
    #expect(found.last?.hasPrefix("3:1 单号 “PO-2”: no activity and no expense line") == true)
  }

  @Test func targetsAreFoundByMeasureAndRegion() throws {
    let maps = ["measure=指标", "region=区域", "month=月份", "amount=完成"]
    try importing("指标,区域,月份,完成\n销售额,华东,2026-12,1200万\n合格线索,,2026-12,900\n", maps)
    #expect(try amount("Y1", "east", .actual, 12) == 12_000_000_00)
    let found = complaints(
      "指标,区域,月份,完成\n销售额,火星,2026-12,5\n神秘,,2026-12,5\n合格线索,华东,2026-12,5\n合格线索,,2025-12,5\n",
      maps, sets: [], .replace)
    #expect(found.map { $0.prefix(4) } == ["2:2 ", "3:1 ", "4:1 ", "5:1 "], "\(found)")
  }

  @Test func unmatchedRowsCanBeLeftOutAndAreListed() throws {
    let text = "编号,类别,月份,金额\nA33,digital,2026-12,5\nA999,digital,2026-12,6\n"
    #expect(complaints(text) == ["3:1 编号 “A999”: no such code"])
    let prepared = try prepare(text, Self.byCode, skips: true)
    #expect(prepared.summary.updated == 1)
    #expect(prepared.unmatched.faults.map { $0.line } == [3])
  }

  @Test(arguments: [
    ("A33,digital,2026Q4,5", "2:3 月份 “2026Q4”: not a month; write 2026-10"),
    ("A33,digital,soon,5", "2:3 月份 “soon”: not a month; write 2026-10"),
    ("A33,digital,12月,5", "2:3 月份 “12月”: the year isn't said; add --set year=2026"),
    ("A33,digital,,5", "2:3 月份: which month? map month"),
    ("A33,toys,2026-12,5", "2:2 类别 “toys”: unknown; known are media digital"),
    ("A33,digital,2026-12,NA", "2:4 金额 “NA”: not a number; write 120000.00"),
    ("A33,,2026-12,5", "2:1 编号 “A33”: A33 has several expense lines: digital design; map category"),
    ("B7,digital,2026-12,5", "2:1 编号 “B7”: not a code; write A12"),
    (",digital,2026-12,5", "2:4 金额 “5”: neither a code, nor a reference, nor a measure"),
    ("A33,digital,2026-12", "2:3: 3 fields, and the heading has 4"),
  ]) func badRows(row: String, complaint: String) {
    let found = complaints("编号,类别,月份,金额\n\(row)\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(complaint) == true, "\(found)")
  }

  @Test func theMonthOfADate() throws {
    try importing("编号,类别,月份,金额\nA33,digital,31/12/2026,5\nA33,design,05/12/2026,6\n")
    #expect(try amount("A33", "digital", .actual, 12) == 5_00)
    #expect(try amount("A33", "design", .actual, 12) == 6_00)
    #expect(
      complaints("编号,类别,月份,金额\nA33,digital,05/12/2026,5\n").first?.contains(
        "2026-12-05 or 2026-05-12")
        == true)
  }
}
