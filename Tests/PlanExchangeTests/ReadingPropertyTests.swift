import PlanModel
import TestSupport
import Testing

@testable import PlanExchange

/// Whatever way a list is written in, it reads back the same or is refused: never as another one.
struct ReadingPropertyTests {
  private static let seeds = 250

  @Test func everyListReadsBackTheSameOrIsRefused() throws {
    var refused: [String] = []
    for seed in 1...UInt64(Self.seeds) {
      let table = try RandomTable(seed)
      do {
        let found = try read(table)
        #expect(found == table.rows, "seed \(seed): \(table.way)")
      } catch let faults as FileFaults {
        refused.append("\(table.way.joined(separator: ", ")): \(faults.faults[0].text(.english))")
      } catch { Issue.record("seed \(seed): \(table.way): \(error)") }
    }
    // Refusing everything would be no reading.
    #expect(
      refused.count < Self.seeds / 4, "\(refused.count) refused, such as \(refused.prefix(3))")
    // Only what can't be settled is refused.
    let reasons = ["? say --date-order", "neither UTF-8 nor clearly GB18030"]
    for refusal in refused {
      #expect(reasons.contains { refusal.contains($0) }, "\(refusal)")
    }
  }

  private func read(_ table: RandomTable) throws -> [RandomTable.Row] {
    let board = MemoryBoard(.small())
    let prepared = try TableImport.prepare(
      ByteSource(table.bytes, pieceSize: 61), for: board,
      options: ImportOptions(mapping: table.mapping))
    var changes: [Change] = []
    while let more = try prepared.next() { changes += more }
    guard case .saved = board.save(Edit(.importing, changes), as: "wang") else { return [] }
    var rows: [RandomTable.Row] = []
    board.forEachItem([.activity]) { plan in
      let amount = plan.detail.figures.first
      // The amount stands in the month of the start.
      let isRight = amount.map { $0.period == plan.detail.item.start?.monthPeriod } ?? true
      rows.append(
        RandomTable.Row(
          title: plan.detail.item[.title].text ?? "", notes: plan.detail[.notes].text ?? "",
          lead: plan.detail.item.lead, start: plan.detail.item.start,
          amount: isRight ? amount?[.plan] : -1))
    }
    // A second reading adds nothing.
    let again = try TableImport.prepare(
      ByteSource(table.bytes), for: board, options: ImportOptions(mapping: table.mapping))
    guard again.summary.created == 0 else { return [] }
    return rows
  }
}
