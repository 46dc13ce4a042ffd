import PlanExchange
import PlanModel
import PlanStore
import Testing

struct RandomRoundTripTests {
  @Test(arguments: 1...40) func jsonIsTheSameAgain(seed: Int) throws {
    var plan = RandomPlan(UInt64(seed))
    let first = try TestBoard(plan.board()).json()
    let second = try TestBoard(
      NewBoard(settings: [:], changes: StarterLists.changes(currency: "CNY")))
    try second.importing(first)
    #expect(try second.json().text == first.text)
    let again = try second.importing(first)
    #expect(again.created == 0 && again.updated == 0)
  }

  @Test(arguments: 1...40) func tablesAreTheSameAgain(seed: Int) throws {
    var plan = RandomPlan(UInt64(seed), forTables: true)
    let board = try TestBoard(plan.board())
    let json = try board.json().text
    let items = try #require(json.range(of: "\n  \"items\": ["))
    let other = try TestBoard(NewBoard(settings: [:], changes: []))
    try other.importing(Array((json[..<items.upperBound] + "]}").utf8))

    func table(_ board: TestBoard) throws -> [UInt8] {
      var bytes: [UInt8] = []
      try TableExport().write(try board.reader()) { bytes += $0 }
      return bytes
    }
    let first = try table(board)
    try other.save(try TableImport.prepare(first, for: try other.reader()))
    #expect(try table(other).text == first.text)
    let again = try TableImport.prepare(first, for: try other.reader()).summary
    #expect(again.created == 0 && again.updated == 0)
  }

  @Test func noFormulaLeavesInATable() throws {
    var plan = RandomPlan(7, forTables: true)
    let board = try TestBoard(plan.board())
    var bytes: [UInt8] = []
    try TableExport().write(try board.reader()) { bytes += $0 }
    for cell in bytes.text.split(whereSeparator: { ",\n".contains($0) }) {
      let isAmount = cell.allSatisfy { $0.isNumber || "-.".contains($0) }
      #expect(isAmount || !"=+-@＝＋－＠".contains(cell.first ?? " "), "\(cell)")
    }
  }

  @Test func updatingMakesTheItemWhatTheFileSays() throws {
    let board = try TestBoard(Demo.board())
    let changed = try board.json().text
      .replacing("\"title\": \"2026年度经销商大会\"", with: "\"title\": \"经销商大会\"")
      .replacing("\"amount\": \"267800.00\"", with: "\"amount\": null")
    #expect(throws: FileFaults.self) { try board.importing(Array(changed.utf8)) }
    // The amount was spent in a closed month.
    var options = ImportOptions(existing: .update)
    #expect(throws: FileFaults.self) { try board.importing(Array(changed.utf8), options) }
    options.hasReason = true
    let prepared = try JSONImport.prepare(
      Array(changed.utf8), for: try board.reader(), options: options)
    #expect(prepared.summary.updated == 1 && prepared.summary.skipped == 55)
    let renumbered = try board.importing(
      Array(changed.utf8), ImportOptions(existing: .renumber))
    #expect(renumbered.created == 1)
    #expect(try board.reader().id(of: ItemCode(kind: .activity, number: 41)) != nil)
    let again = try board.importing(Array(changed.utf8), ImportOptions(existing: .renumber))
    #expect(again.created == 0 && again.skipped == 56)
    let table = Array("code,title\nA30,Another\n".utf8)
    for created in [1, 0] {
      let prepared = try TableImport.prepare(
        table, for: try board.reader(), options: ImportOptions(existing: .renumber))
      #expect(prepared.summary.created == created)
      _ = try BoardWriter(path: board.path).save(
        act: .importing, reason: "t", as: "chen", next: prepared.next)
    }
  }
}
