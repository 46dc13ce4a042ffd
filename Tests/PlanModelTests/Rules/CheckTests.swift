import PlanModel
import TestSupport
import Testing

/// Every rule once where it fires and once where it is silent.
@Suite struct CheckTests {
  private let today = Day(ordinal: 20_781)
  private let october = Period(year: 2026, month: 10)
  private let december = Period(year: 2026, month: 12)
  private let year = Period(year: 2026)

  @Test func todayIsTheDayOfTheExamples() { #expect(today.rawValue == 2026_1124) }

  private func rules(
    _ item: PlanItem, _ board: Board = .small(), period: Period? = nil
  ) -> [Rule] {
    Check.findings(for: item, board: board, today: today, period: period).map(\.rule)
  }

  private func activity(_ more: [Field: Value] = [:]) -> PlanItem {
    let fields: [Field: Value] = [
      .lead: .integer(1), .owner: .integer(1), .status: .integer(4), .period: .integer(202624),
      .start: .integer(2026_1101), .end: .integer(2026_1130), .stage: .integer(1),
    ]
    let item = Item(
      id: 1, code: ItemCode(kind: .activity, number: 1), fields: fields.merging(more) { $1 })
    let line = Line(id: 9, item: 1, fields: [.code: .text("media")])
    return PlanItem(
      detail: ItemDetail(item: item, lines: [line]),
      serves: [(2, ItemCode(kind: .target, number: 2), true)], servedBy: 0)
  }

  private func with(_ item: PlanItem, _ change: (inout PlanItem) -> Void) -> PlanItem {
    var item = item
    change(&item)
    return item
  }

  @Test func aSoundActivityIsSilent() { #expect(rules(activity()).isEmpty) }

  @Test func leadOwnerAndTarget() {
    #expect(rules(activity([.lead: .none])) == [.noLead])
    #expect(rules(activity([.lead: .none, .status: .integer(8)])).isEmpty)
    #expect(rules(activity([.lead: .none, .status: .integer(6)])).isEmpty)
    #expect(rules(activity([.owner: .none])) == [.noOwner])
    #expect(rules(activity([.owner: .none, .status: .integer(1)])).isEmpty)
    #expect(rules(with(activity()) { $0.serves = [] }) == [.servesNothing])
    #expect(rules(with(activity([.status: .integer(8)])) { $0.serves = [] }).isEmpty)
  }

  @Test func dates() {
    let early: [Field: Value] = [.start: .integer(2026_0901), .end: .integer(2026_0930)]
    #expect(rules(activity(early)) == [.outsideQuarter, .overdue])
    #expect(rules(activity(early.merging([.status: .integer(8)]) { $1 })).isEmpty)
    #expect(rules(activity([.start: .integer(2026_0901)])).isEmpty)
    #expect(rules(activity([.end: .integer(2026_1123)])) == [.overdue])
    #expect(rules(activity([.end: .integer(2026_1124)])).isEmpty)
    #expect(rules(activity([.end: .integer(2026_1123), .status: .integer(7)])).isEmpty)
    #expect(rules(activity([.start: .none, .end: .none])).isEmpty)
  }

  @Test func settling() {
    let done: [Field: Value] = [.status: .integer(5), .end: .integer(2026_1101)]
    #expect(rules(activity(done)).isEmpty)
    #expect(rules(with(activity(done)) { $0.detail.item.money.committed = 1 }) == [.notSettled])
    let long: [Field: Value] = [
      .status: .integer(5), .start: .integer(2026_1001), .end: .integer(2026_1024),
    ]
    #expect(rules(activity(long)) == [.notSettled])
    #expect(rules(activity(long.merging([.end: .integer(2026_1025)]) { $1 })).isEmpty)
  }

  @Test func stages() {
    #expect(rules(activity([.stage: .integer(5)])) == [.leadFitsStage])
    #expect(rules(activity([.stage: .integer(5), .joint: .integer(1)])).isEmpty)
    #expect(rules(activity([.lead: .integer(2), .stage: .integer(3)])) == [.leadFitsStage])
    #expect(rules(activity([.stage: .none])).isEmpty)
  }

  @Test func months() {
    func figures(_ figures: Figure...) -> PlanItem {
      with(activity()) { $0.detail.figures = figures }
    }
    #expect(
      rules(figures(Figure(line: 9, period: december, [.forecast: 9, .committed: 5, .actual: 5])))
        == [.forecastTooLow])
    #expect(
      rules(figures(Figure(line: 9, period: december, [.forecast: 10, .committed: 5, .actual: 5])))
        .isEmpty)
    #expect(
      rules(figures(Figure(line: 9, period: october, [.forecast: 1, .committed: 5, .actual: 5])))
        .isEmpty)
    #expect(rules(figures(Figure(line: 9, period: october, [.plan: 5]))) == [.monthMissing])
    #expect(rules(figures(Figure(line: 9, period: october, [.committed: 5]))) == [.monthMissing])
    #expect(rules(figures(Figure(line: 9, period: october, [.plan: 5, .actual: 0]))).isEmpty)
    #expect(rules(figures(Figure(line: 9, period: december, [.plan: 5]))).isEmpty)
    let two = figures(
      Figure(line: 9, period: october, [.plan: 5]),
      Figure(line: 9, period: october.advanced(by: -1), [.plan: 5]))
    let found = Check.findings(for: two, board: .small(), today: today)
    #expect(
      found.map(\.text.en) == [
        "Month's actuals are missing: media Sep 2026",
        "Month's actuals are missing: media Oct 2026",
      ])
    #expect(found.first?.command == "sanban set A1 actual.media@2026-09=AMOUNT")
  }

  // MARK: - Targets

  private func target(
    _ figures: [Figure], _ more: [Field: Value] = [:], addsUp: AddsUp = .sum
  ) -> PlanItem {
    let fields: [Field: Value] = [.lead: .integer(2), .period: .integer(202600)]
    let item = Item(
      id: 2, code: ItemCode(kind: .target, number: 2), fields: fields.merging(more) { $1 })
    let lines = [
      Line(id: 20, item: 2, fields: [.addsUp: .integer(addsUp.rawValue)]),
      Line(id: 21, item: 2, fields: [.code: .text("east"), .region: .integer(1)]),
      Line(id: 22, item: 2, fields: [.code: .text("south"), .region: .integer(2)]),
    ]
    return PlanItem(
      detail: ItemDetail(item: item, lines: lines, figures: figures), serves: [], servedBy: 1)
  }

  private func plan(_ line: LineID, _ period: Period, _ amount: Int64) -> Figure {
    Figure(line: line, period: period, [.plan: amount])
  }

  @Test func targets() {
    let sound = target([plan(20, year, 12)])
    #expect(rules(sound).isEmpty)
    #expect(rules(with(sound) { $0.servedBy = 0 }) == [.targetIdle])
    #expect(rules(target([])) == [.noFigures])
    #expect(rules(target([Figure(line: 20, period: year, [.actual: 3])])) == [.noFigures])
    #expect(rules(target([plan(20, october, 3)])).isEmpty)
    #expect(rules(target([plan(20, year, 3)], [.lead: .none])) == [.noLead])
  }

  @Test func parts() {
    let quarters = (1...4).map { Period(year: 2026, quarter: $0) }
    let parts = quarters.map { plan(20, $0, 3) }
    #expect(rules(target([plan(20, year, 12)] + parts)).isEmpty)
    #expect(rules(target([plan(20, year, 13)] + parts)) == [.partsDiffer])
    #expect(rules(target([plan(20, year, 3)] + parts, addsUp: .last)).isEmpty)
    #expect(rules(target([plan(20, year, 12)] + parts, addsUp: .last)) == [.partsDiffer])
    #expect(rules(target([plan(20, year, 99)] + parts, addsUp: .ratio)).isEmpty)
    // A breakdown by quarters under a line of months.
    let months = (1...12).map { plan(20, Period(year: 2026, month: $0), 1) }
    let east = plan(21, quarters[0], 1)
    #expect(
      rules(target([plan(20, year, 12)] + months + [east, plan(22, quarters[0], 2)])).isEmpty)
    let off = target([plan(20, year, 12)] + months + [east, plan(22, quarters[0], 3)])
    #expect(rules(off) == [.partsDiffer])
  }

  @Test func ceilings() {
    func costing(_ plan: Int64, _ outlook: Int64) -> PlanItem {
      with(target([self.plan(20, year, 1)], [.ceiling: .integer(100)])) {
        $0.detail.cost = Money(plan: plan, outlook: outlook)
      }
    }
    #expect(rules(costing(100, 100)).isEmpty)
    #expect(rules(costing(101, 0)) == [.planOverCeiling])
    #expect(rules(costing(101, 101)) == [.planOverCeiling])
    #expect(rules(costing(100, 101)) == [.forecastOverCeiling])
    var board = Board.small()
    board.settings[.ceilingRule] = .text("block")
    let blocked = Check.findings(for: costing(101, 101), board: board, today: today)
    #expect(blocked.map(\.severity) == [.settle] && !Check.stands(blocked))
    board.settings[.ceilingRule] = .text("ignore")
    #expect(rules(costing(101, 101), board).isEmpty)
  }

  // MARK: - Trends

  private func trend(_ figures: [Figure], _ more: [Field: Value] = [:]) -> PlanItem {
    let fields: [Field: Value] = [.lead: .integer(1), .checked: .integer(2026_1101)]
    let item = Item(
      id: 3, code: ItemCode(kind: .trend, number: 3), fields: fields.merging(more) { $1 })
    let line = Line(id: 30, item: 3, fields: [.unit: .text("%"), .scale: .integer(1)])
    return PlanItem(
      detail: ItemDetail(item: item, texts: [.source: "x"], lines: [line], figures: figures),
      serves: [], servedBy: 1)
  }

  private func expected(_ year: Int, _ expected: Int64, _ base: Int64?) -> Figure {
    var figure = Figure(line: 30, period: Period(year: year), [.forecast: expected])
    figure[.base] = base
    return figure
  }

  @Test func trends() {
    #expect(rules(trend([expected(2026, 100, 100)])).isEmpty)
    #expect(rules(with(trend([])) { $0.servedBy = 0 }) == [.trendIdle])
    let unsourced = with(trend([expected(2026, 100, 100)])) { $0.detail.texts = [:] }
    #expect(rules(unsourced) == [.noSource])
    #expect(rules(with(trend([])) { $0.detail.texts = [:] }).isEmpty)
    #expect(rules(trend([], [.checked: .none])) == [.stale])
    #expect(rules(trend([], [.checked: .integer(2026_0528)])).isEmpty)
    #expect(rules(trend([], [.checked: .integer(2026_0527)])) == [.stale])
    #expect(rules(trend([expected(2027, 103, 100)])).isEmpty)
    #expect(rules(trend([expected(2027, 104, 100)])) == [.assumptionMoved])
    #expect(rules(trend([expected(2027, 96, 100)])) == [.assumptionMoved])
    #expect(rules(trend([expected(2025, 200, 100)])).isEmpty)
    #expect(rules(trend([expected(2027, 200, nil)])).isEmpty)
    let found = Check.findings(
      for: trend([expected(2027, 315, 300)]), board: .small(), today: today)
    #expect(found.first?.text.en == "Trend has left its baseline: 2027 30% → 31.5%")
  }

  // MARK: - Together

  @Test func acceptedOnesCountNoMore() {
    let meant = with(activity([.lead: .none])) { $0.detail.accepted = [.noLead: "有意"] }
    let found = Check.findings(for: meant, board: .small(), today: today)
    #expect(found.map(\.severity) == [.accepted] && found.first?.reason == "有意")
    #expect(Check.stands(found))
    #expect(Check.heading(found).zh == "计划站得住")
  }

  @Test func scope() {
    let item = activity([.owner: .none])
    #expect(rules(item, period: Period(year: 2026, quarter: 4)) == [.noOwner])
    #expect(rules(item, period: year) == [.noOwner])
    #expect(rules(item, period: october) == [.noOwner])
    #expect(rules(item, period: Period(year: 2026, quarter: 3)).isEmpty)
    #expect(rules(target([]), period: Period(year: 2026, quarter: 3)) == [.noFigures])
    #expect(rules(target([]), period: Period(year: 2027)).isEmpty)
    #expect(rules(trend([], [.checked: .none]), period: Period(year: 2030)) == [.stale])
  }

  @Test func order() {
    func finding(_ rule: Rule, _ severity: Severity, _ kind: ItemKind, _ number: Int64) -> Finding {
      Finding(
        rule: rule, severity: severity, codes: [ItemCode(kind: kind, number: number)],
        text: rule.words, way: rule.words, command: "")
    }
    let sorted = [
      finding(.leadFitsStage, .accepted, .activity, 1), finding(.stale, .look, .trend, 10),
      finding(.stale, .look, .trend, 9), finding(.noOwner, .look, .activity, 3),
      finding(.noLead, .settle, .target, 1), finding(.noLead, .settle, .activity, 2),
    ]
    #expect(
      Finding.sorted(sorted) == [sorted[5], sorted[4], sorted[3], sorted[2], sorted[1], sorted[0]])
    #expect(Check.heading(sorted) == Words("计划站不住，2项", "The plan doesn't stand: 2 findings"))
  }

  @Test func warnings() {
    let over = with(activity([.owner: .none])) {
      $0.detail.item.money = Money(plan: 10_000_000, committed: 13_400_000)
      $0.detail.parents = [Item(id: 2, code: ItemCode(kind: .target, number: 2))]
    }
    #expect(
      Warnings.of(over.detail, board: .small(), today: today) == [
        Words("超支34,000", "over by 34,000"), Words("未定负责人", "No owner"),
      ])
    let costly = with(target([plan(20, year, 1)], [.ceiling: .integer(0)])) {
      $0.detail.cost = Money(plan: 5_000_000)
      $0.detail.childCount = 1
    }
    #expect(
      Warnings.of(costly.detail, board: .small(), today: today) == [
        Words("预算超上限50,000", "Plan above the ceiling by 50,000")
      ])
  }
}
