import PlanModel
import Testing

@Suite struct GridRulesTests {
  private let yuan = AmountUnit.money("CNY")

  @Test func ceilings() {
    func verdict(_ before: Int64, _ after: Int64, _ rule: CeilingRule) -> CeilingVerdict {
      CeilingControl.verdict(
        ceiling: 200_00, before: before, after: after, rule: rule, threshold: 90)
    }
    #expect(verdict(0, 208_00, .ignore).sign == .fine)
    let over = verdict(0, 208_00, .warn)
    #expect(over.sign == .over && over.over == 800 && !over.isBlocked)
    #expect(over.words(yuan)?.zh == "超出费用上限8")
    #expect(verdict(0, 208_00, .block).isBlocked)
    #expect(!verdict(210_00, 208_00, .block).isBlocked)
    #expect(verdict(0, 180_00, .warn).sign == .near && verdict(0, 179_99, .warn).sign == .fine)
    #expect(verdict(0, 200_00, .block).sign == .near)
  }

  @Test func costToSales() {
    func ratio(_ cost: Int64, _ sales: Int64) -> CostRatio {
      CostRatio(cost: cost, sales: sales, limit: Fraction(8))
    }
    #expect(ratio(71, 1000).sign == .fine && ratio(72, 1000).sign == .near)
    #expect(ratio(80, 1000).sign == .near && ratio(81, 1000).sign == .over)
    #expect(ratio(81, 1000).over == 1 && ratio(81, 1001).over == 1 && ratio(80, 1000).over == 0)
    #expect(ratio(1, 0).sign == nil)
  }

  @Test func rangesAndFills() throws {
    let range = RangeFigures([30, nil, 60, 1])
    #expect(range.cells == 4 && range.count == 3 && range.sum == 91 && range.mean == 30)
    #expect(RangeFigures([nil]).mean == nil && RangeFigures([.max, .max]).sum == nil)
    let rows = [
      [SpreadCell(0, 5), SpreadCell(1, 7), SpreadCell(2, nil)],
      [SpreadCell(3, 6), SpreadCell(4, 1, isHeld: true), SpreadCell(5, 6)],
    ]
    #expect(
      try Fill.right(rows, unit: yuan).changes == [
        SpreadChange(1, was: 7, now: 5), SpreadChange(2, was: nil, now: 5),
      ])
    #expect(
      try Fill.down(rows, unit: yuan).changes == [
        SpreadChange(3, was: 6, now: 5), SpreadChange(5, was: 6, now: nil),
      ])
    #expect(throws: Refusal.self) {
      try Fill.right([[SpreadCell(0, 1), SpreadCell(1, 9, floor: 5)]], unit: yuan)
    }
    #expect(throws: Refusal.self) { try Fill.right([[SpreadCell(0, 1)]], unit: yuan) }
  }

  private func paste(_ text: String, filling: (rows: Int, columns: Int) = (1, 1)) throws
    -> PasteBlock
  {
    try PasteBlock.plan(text, row: 1, column: 1, rows: 3, columns: 3, filling: filling) {
      PasteBlock.amount($2, unit: yuan)
    }
  }

  @Test func pastedBlocks() throws {
    let block = try paste("1\t2万\r\n\"1,200.50\"\tabc\r\n")
    #expect(block.rows == 2 && block.columns == 2 && !block.isWhole)
    #expect(block.cells.map { [$0.row, $0.column] } == [[1, 1], [1, 2], [2, 1], [2, 2]])
    #expect(
      block.cells.map(\.outcome) == [
        .amount(100), .amount(2_000_000), .amount(120_050), .fault(AmountFault.notANumber.words),
      ])
    #expect(try paste("\" 5 \"\t-").cells.map(\.outcome) == [.amount(500), .amount(0)])
    #expect(try paste("\t7").cells.map(\.outcome) == [.amount(nil), .amount(700)])
    #expect(try paste("9", filling: (2, 9)).cells.count == 4)
    let large = try paste("1\t2\t3\n4\n5")
    #expect(large.faults.map { [$0.row, $0.column] } == [[1, 3], [3, 1]])
    for bad in ["1\u{1b}[0m", "\"1\t2\"", "1\u{202e}2", "=1+1", "+10%"] {
      #expect(try !paste(bad).isWhole, "\(bad)")
    }
    #expect(try paste("\"a\"\"b\nc\"").cells.map(\.text) == ["a\"b\nc"])
    #expect(throws: Refusal.self) { try paste("") }
    #expect(throws: Refusal.self) { try paste(String(repeating: "1\t", count: 100_001)) }
  }

  @Test func aSpreadComparesWhatItRead() throws {
    let month = Period(year: 2026, month: 10)
    let read = [
      SpreadCell(ChangeTarget.figure(1, .plan, month), 5),
      SpreadCell(.figure(2, .plan, month), 7, isHeld: true),
    ]
    let result = try Spread.total(20, over: read, unit: yuan)
    let edit = Acts.spread(result.changes, read: read)
    #expect(
      edit.changes == [
        Change(.figure(1, .plan, month), was: .integer(5), now: .integer(13)),
        Change(.figure(2, .plan, month), was: .integer(7), now: .integer(7)),
      ])
    #expect(Acts.spread([], read: read).changes.isEmpty)
  }
}
