import PlanModel
import TestSupport
import Testing

@Suite struct TransferTests {
  private let unit = AmountUnit.money("CNY")
  private let calendar = FiscalCalendar(firstMonth: 1)
  private let quarter = Period(year: 2026, quarter: 4)
  private let envelopes = Envelopes([
    EnvelopeCell(Period(year: 2026, quarter: 4), .department(.marketing)): 1000,
    EnvelopeCell(Period(year: 2026, quarter: 4), .department(.sales)): 2000,
    EnvelopeCell(Period(year: 2026, quarter: 4), .reserve): 300,
  ])

  private func line(
    _ id: LineID, plan: Int64?, bound: Int64 = 0, lead: Department? = .marketing,
    month: Int = 11, closed: Bool = false
  ) -> MoneyPlace {
    var figure = Figure(line: id, period: Period(year: 2026, month: month), [.committed: bound])
    figure[.plan] = plan
    figure[.approved] = plan
    return .line(TransferCell(figure, lead: lead, isClosed: closed))
  }

  private func move(
    _ amount: Int64, _ source: MoneyPlace, _ destination: MoneyPlace, reason: String = "因为"
  ) throws -> MoneyMove {
    try Transfer.move(
      amount, from: source, to: destination, reason: reason, envelopes: envelopes,
      calendar: calendar, unit: unit)
  }

  @Test func increaseComesFromTheReserve() throws {
    let move = try move(100, .reserve(quarter), line(1, plan: nil))
    #expect(move.kind == .increase && move.edit.act == .transfer && move.edit.reason == "因为")
    #expect(
      move.edit.changes == [
        Change(
          .figure(1, .plan, Period(year: 2026, month: 11)), was: .none, now: .integer(100)),
        Change(.envelope(quarter, .reserve), was: .integer(300), now: .integer(200)),
        Change(
          .envelope(quarter, .department(.marketing)), was: .integer(1000), now: .integer(1100)),
      ])
    let after = envelopes.applying(move.envelopes)
    #expect(after[quarter, .reserve] == 200)
    #expect(after[quarter, .department(.marketing)] == 1100)
    #expect(after.total(quarter) == envelopes.total(quarter))
    #expect(after.applying(move.envelopes.map(\.inverse)) == envelopes)
  }

  @Test func betweenLinesReturnAndCut() throws {
    let same = try move(50, line(1, plan: 80), line(2, plan: 10))
    #expect(same.kind == .move && same.plans.map(\.now) == [30, 60] && same.envelopes.isEmpty)
    let across = try move(50, line(1, plan: 80), line(2, plan: 10, lead: .sales))
    #expect(across.envelopes.map(\.now) == [950, 2050])
    let back = try move(80, line(1, plan: 80), .reserve(quarter))
    #expect(back.kind == .return && back.plans.map(\.now) == [0])
    #expect(envelopes.applying(back.envelopes).total(quarter) == 3300)
    let cut = try move(80, line(1, plan: 80), .outside)
    #expect(cut.kind == .cut && envelopes.applying(cut.envelopes).total(quarter) == 3220)
    let late = try move(10, line(1, plan: 80, month: 8), .reserve(quarter))
    #expect(late.envelopes.map(\.id.purse) == [.reserve])
  }

  @Test func refusals() {
    func words(_ amount: Int64, _ source: MoneyPlace, _ destination: MoneyPlace, _ reason: String)
      -> String?
    {
      do {
        _ = try move(amount, source, destination, reason: reason)
        return nil
      } catch {
        return (error as? Refusal)?.words.zh
      }
    }
    let (a, b) = (line(1, plan: 80_00, bound: 50_00), line(2, plan: 10))
    #expect(words(10, a, b, "r") == nil)
    #expect(words(0, a, b, "r") == "调剂要写大于零的数")
    #expect(words(10, a, b, "  ") == "调剂要写原因")
    #expect(words(10, a, a, "r")?.hasPrefix("转出和转入是同一处") == true)
    #expect(words(40_00, a, b, "r") == "不能低于占用与实际之和50，还差10")
    #expect(words(40_00, b, a, "r") == "余额不足，还差39.90")
    #expect(words(400, .reserve(quarter), b, "r") == "2026Q4机动余额不足，还差1")
    #expect(words(10, line(3, plan: 80, closed: true), b, "r")?.hasPrefix("2026-11已月结") == true)
    #expect(words(10, a, line(3, plan: 80, closed: true), "r") != nil)
    #expect(words(.max, .outside, b, "r") == "数太大")
    #expect(words(99_999_999_999_999, .outside, b, "r") == "数太大")
  }

  @Test func movesConserve() throws {
    var generator = Seeded(11)
    var moved = 0
    for _ in 0..<3_000 {
      func place(_ id: LineID) -> MoneyPlace {
        Bool.random(using: &generator)
          ? .reserve(quarter)
          : line(
            id, plan: Int64.random(in: 0...500, using: &generator),
            bound: Int64.random(in: 0...200, using: &generator),
            lead: Department.allCases.randomElement(using: &generator))
      }
      let (source, destination) = (place(1), place(2))
      let amount = Int64.random(in: 1...300, using: &generator)
      guard let move = try? move(amount, source, destination) else { continue }
      moved += 1
      let plans = move.plans.reduce(Int64(0)) { $0 + ($1.now ?? 0) - ($1.was ?? 0) }
      let after = envelopes.applying(move.envelopes)
      let reserve =
        (after[quarter, .reserve] ?? 0) - (envelopes[quarter, .reserve] ?? 0)
      #expect(plans + reserve == 0)
      #expect(after.total(quarter) == envelopes.total(quarter))
      for change in move.plans { #expect((change.now ?? 0) >= 0) }
      #expect(after.applying(move.envelopes.map(\.inverse)) == envelopes)
    }
    #expect(moved > 500)
  }
}
