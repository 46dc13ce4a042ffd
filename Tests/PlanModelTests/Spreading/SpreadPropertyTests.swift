import PlanModel
import TestSupport
import Testing

@Suite struct SpreadPropertyTests {
  private let unit = AmountUnit.money("CNY")

  private func cells(_ generator: inout Seeded) -> [SpreadCell<Int>] {
    let size: Int64 =
      [10, 1_000, 100_000_00, 10_000_000_000_000].randomElement(using: &generator) ?? 1
    let isMixed = Int.random(in: 0...3, using: &generator) == 0
    return (0..<Int.random(in: 1...14, using: &generator)).map { index in
      let roll = Int.random(in: 0...9, using: &generator)
      let amount: Int64? =
        roll == 0
        ? nil : roll == 1 ? 0 : Int64.random(in: (isMixed ? -size : 0)...size, using: &generator)
      let floor =
        Int.random(in: 0...3, using: &generator) == 0
        ? Int64.random(in: 0...size, using: &generator) / 2 : nil
      return SpreadCell(
        index, amount, isHeld: Int.random(in: 0...4, using: &generator) == 0, floor: floor,
        reference: Int64.random(in: 0...size, using: &generator))
    }
  }

  private func code(_ generator: inout Seeded) -> SpreadCode {
    let value = Int64.random(in: -5_000_00...5_000_000_00, using: &generator)
    let percent = Fraction(Int64.random(in: -100...200, using: &generator))
    let methods: [SpreadCode.Method] = [
      .proportional(value), .equal(value), .relative(value, SpreadReference(isLastYear: true)),
      .repeated(value), .percent(percent), .straightLine(from: value, to: 77), .clear,
      .growth(from: value, percent: percent),
    ]
    let actions: [SpreadCode.Action] = [.replace, .add, .subtract]
    return SpreadCode(
      methods.randomElement(using: &generator) ?? .clear,
      action: actions.randomElement(using: &generator) ?? .replace)
  }

  @Test func totalsHoldsAndFloors() throws {
    var generator = Seeded(2026)
    var (done, refused) = (0, 0)
    for _ in 0..<20_000 {
      let cells = cells(&generator)
      let code = code(&generator)
      let before = cells.reduce(Int64(0)) { $0 + ($1.amount ?? 0) }
      let result: SpreadResult<Int>
      do throws(Refusal) {
        result = try Spread.apply(code, to: cells, unit: unit)
        done += 1
      } catch {
        refused += 1
        #expect(!error.words.zh.isEmpty)
        continue
      }
      var amounts = cells.map(\.amount)
      for change in result.changes {
        let cell = cells[change.id]
        #expect(!cell.isHeld && change.was == cell.amount)
        if let floor = cell.floor { #expect((change.now ?? 0) >= min(floor, cell.amount ?? 0)) }
        amounts[change.id] = change.now
      }
      let sum = amounts.reduce(Int64(0)) { $0 + ($1 ?? 0) }
      #expect(sum == result.after && before == result.before)
      let value: Int64? =
        switch code.method {
        case .proportional(let value), .equal(let value): value
        case .relative(let value, _): value
        default: nil
        }
      if let value {
        let total =
          switch code.action {
          case .replace: value
          case .add: before + value
          case .subtract: before - value
          }
        #expect(sum == total, "\(code) of \(cells)")
      }
      for change in result.changes.map(\.inverse) { amounts[change.id] = change.now }
      #expect(amounts == cells.map(\.amount))
    }
    #expect(done > 10_000 && refused > 500, "\(done) done, \(refused) refused")
  }

  @Test func proportionsAreKeptToTheUnit() throws {
    var generator = Seeded(7)
    for _ in 0..<2_000 {
      let amounts = (0..<6).map { _ in Int64.random(in: 1...9_999_999, using: &generator) }
      let sum = amounts.reduce(0, +)
      let total = Int64.random(in: 0...99_999_999, using: &generator)
      let result = try Spread.total(
        total, over: amounts.enumerated().map { SpreadCell($0, $1) }, unit: unit)
      for change in result.changes {
        let exact = Int128(amounts[change.id]) * Int128(total)
        let written = Int128(change.now ?? 0) * Int128(sum)
        #expect((written - exact).magnitude < Int128(sum).magnitude)
      }
    }
  }

  @Test func tenThousandCellsAreQuick() throws {
    let cells = (0..<10_000).map { SpreadCell($0, Int64($0 % 97), floor: Int64($0 % 50)) }
    let time = try ContinuousClock().measure {
      let result = try Spread.total(300_000_00, over: cells, unit: unit)
      #expect(result.after == 300_000_00)
    }
    #expect(time < .seconds(2), "\(time)")
  }
}
