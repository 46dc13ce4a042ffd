import PlanModel
import TestSupport
import Testing

@Suite struct SpreadTests {
  private let whole = AmountUnit.money("JPY", scale: 0)

  private func cells(
    _ amounts: [Int64?], held: Set<Int> = [], floors: [Int: Int64] = [:]
  ) -> [SpreadCell<Int>] {
    amounts.enumerated().map { index, amount in
      SpreadCell(index, amount, isHeld: held.contains(index), floor: floors[index])
    }
  }

  /// The amounts after a code that is typed on whole units.
  private func after(_ code: String, _ cells: [SpreadCell<Int>]) throws -> [Int64?] {
    let result = try Spread.apply(SpreadCode.parse(code, unit: whole), to: cells, unit: whole)
    var amounts = cells.map(\.amount)
    for change in result.changes {
      #expect(change.was == amounts[change.id] && change.was != change.now)
      amounts[change.id] = change.now
    }
    #expect(result.before == cells.reduce(0) { $0 + ($1.amount ?? 0) })
    #expect(result.after == amounts.reduce(0) { $0 + ($1 ?? 0) })
    return amounts
  }

  @Test func addingNothingSaysNothing() throws {
    for code in ["S+0", "S~0", "P+0"] {
      #expect(try after(code, cells([nil, 5, nil])) == [nil, 5, nil])
    }
  }

  private func refusal(_ code: String, _ cells: [SpreadCell<Int>]) -> Words? {
    do {
      _ = try Spread.apply(SpreadCode.parse(code, unit: whole), to: cells, unit: whole)
      return nil
    } catch {
      return (error as? Refusal)?.words
    }
  }

  @Test(arguments: [
    ("P<>100", [10, 20, 70], [10, 20, 70]), ("P400", [10, 20, 70], [40, 80, 280]),
    ("P100", [1, 1, 1], [34, 33, 33]), ("P-100", [1, 1, 1], [-34, -33, -33]),
    ("P+90", [30, 60, 0], [60, 120, 0]), ("P~90", [60, 120, 0], [30, 60, 0]),
    ("P100", [0, 0, 0], [34, 33, 33]), ("P80", [100, -50], [120, -40]),
    ("S300", [1, 2, 3], [100, 100, 100]), ("S+200", [10, 20, 30, 40], [60, 70, 80, 90]),
    ("S~30", [10, 20, 30], [0, 10, 20]), ("S+100", [1, 2, 3], [35, 35, 36]),
    ("R>500", [1, 2, 3], [500, 500, 500]), ("R~50", [100, 20], [50, -30]),
    ("P%+10", [100, 200, 5, 15], [110, 220, 6, 16]), ("P%10", [100, 250], [10, 25]),
    ("P%~10", [100, 250], [90, 225]), ("SL100:200", [0, 0, 0, 0, 0], [100, 125, 150, 175, 200]),
    ("SL100:200", [7], [100]), ("SL+1:2", [10, 10, 10], [11, 12, 12]),
    ("GR300:25", [0, 0, 0, 0], [300, 375, 469, 586]), ("GR~100:-50", [0, 0, 0], [-100, -50, -25]),
  ])
  func asTM1Documents(_ code: String, _ before: [Int64], _ after: [Int64]) throws {
    #expect(try self.after(code, cells(before)) == after)
  }

  @Test func growthIsExactOverManyCells() throws {
    let code = SpreadCode(.growth(from: 100_000_00, percent: try #require(Fraction(5, over: 2))))
    let money = AmountUnit.money("CNY")
    let result = try Spread.apply(code, to: cells(Array(repeating: nil, count: 24)), unit: money)
    // 100,000 × 1.025^23 = 176,461.0683…
    #expect(result.changes.last?.now == 17_646_107)
  }

  @Test func nothingSaidAndZeroStayApart() throws {
    #expect(try after("C", cells([5, nil, 0])) == [nil, nil, nil])
    #expect(try after("P%+10", cells([nil, 100])) == [nil, 110])
    #expect(try after("P50", cells([nil, 100, 0])) == [nil, 50, 0])
    #expect(try after("R5", cells([nil])) == [5])
    let cleared = try Spread.total(nil, over: cells([5, nil]), unit: whole)
    #expect(cleared.changes == [SpreadChange(0, was: 5, now: nil)])
  }

  @Test func theRestAbsorbs() throws {
    #expect(try after("P200", cells([30, 60, 10], held: [0])) == [30, 146, 24])
    #expect(try after("S100", cells([40, 0, 0], held: [0])) == [40, 30, 30])
    #expect(try after("S+100", cells([40, 0, 0], held: [0])) == [40, 50, 50])
    #expect(try after("R7", cells([40, 0, 0], held: [1])) == [7, 0, 7])
    #expect(try after("SL0:100", cells([1, 1, 1], held: [1])) == [0, 1, 100])
    #expect(try after("P60", cells([60, nil, nil], held: [0])) == [60, 0, 0])
  }

  @Test func floorsAreKept() throws {
    #expect(try after("P100", cells([100, 100], floors: [0: 80])) == [80, 20])
    #expect(try after("S100", cells([100, 0], floors: [0: 80])) == [80, 20])
    // Below its floor already: it may rise, and falls no further.
    #expect(try after("P90", cells([50, 50], floors: [0: 70])) == [50, 40])
    #expect(try after("P120", cells([50, 50], floors: [0: 70])) == [60, 60])
    #expect(refusal("P50", cells([100, 0], floors: [0: 80]))?.zh == "不能低于占用与实际之和80，未作改动")
    #expect(refusal("R10", cells([100, 0], floors: [0: 80])) != nil)
    #expect(refusal("C", cells([100, 0], floors: [0: 80])) != nil)
    #expect(
      refusal("P%~50", cells([100, 90], floors: [0: 80, 1: 60]))?.en.contains("(2 cells)") == true)
  }

  @Test func whatCannotBeAbsorbedIsRefused() {
    #expect(refusal("P150", cells([100], held: [0]))?.zh == "已锁住的格子吸收不了50，未作改动")
    #expect(
      refusal("P50", cells([100, 5], held: [0]))?.en
        == "the held cells leave -50; nothing changed".replacingMinus)
    #expect(refusal("R5", cells([1], held: [0])) != nil)
    #expect(refusal("P100", cells([100], held: [0])) == nil)
    let locked = SpreadCell(1, 5, lock: Words("锁", "locked"))
    #expect(refusal("R5", [locked]) == Words("锁", "locked"))
    #expect(refusal("P9", [locked]) == Words("锁", "locked"))
    #expect(refusal("S5", []) != nil)
    #expect(refusal("R999999999999", cells([.max])) != nil)
    #expect(refusal("P%+99999999", cells([99_999_999_999_999])) != nil)
    #expect(refusal("GR99999999999:99999", cells([0, 0, 0, 0])) != nil)
  }

  @Test func byAReference() throws {
    var row = cells([0, 0, 0])
    for (index, amount) in [Int64(10), 20, 70].enumerated() { row[index].reference = amount }
    #expect(try after("RP400:last_year", row) == [40, 80, 280])
    #expect(try after("R%5:last_year", row) == [10, 21, 74])
    #expect(try after("R%+20:last_year", row) == [12, 24, 84])
    row[0].amount = 50
    #expect(try after("RP<>last_year", row) == [5, 10, 35])
    row[2].isHeld = true
    row[2].amount = 40
    #expect(try after("RP100:last_year", row) == [20, 40, 40])
    #expect(refusal("RP100:last_year", cells([1, 2])) != nil)
  }

  @Test func holdsAndRuns() throws {
    let row = cells([1, 2, 3], held: [1])
    #expect(try Spread.apply(SpreadCode(.hold), to: row, unit: whole).holds == [0, 2])
    #expect(try Spread.apply(SpreadCode(.release), to: row, unit: whole).holds == [1])
    var two = cells([0, 0, 0, 0])
    two[2].run = 1
    two[3].run = 1
    #expect(try after("SL1:2", two) == [1, 2, 1, 2])
  }
}

extension String {
  /// The screen's minus for a hyphen before a digit.
  fileprivate var replacingMinus: String { String(map { $0 == "-" ? "−" : $0 }) }
}
