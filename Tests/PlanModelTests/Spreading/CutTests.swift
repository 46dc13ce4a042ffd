import PlanModel
import TestSupport
import Testing

@Suite struct CutTests {
  private let october = Period(year: 2026, month: 10)

  private func activity(
    _ id: Int64, _ priority: Priority?, _ months: [(plan: Int64, bound: Int64, forecast: Int64?)],
    status: Status = .approved, closed: Int = 0
  ) -> CutActivity {
    CutActivity(
      id: id, code: ItemCode(kind: .activity, number: id), priority: priority, status: status,
      cells: months.enumerated().map { index, month in
        var figure = Figure(
          line: id, period: october.advanced(by: index),
          [.plan: month.plan, .committed: month.bound, .actual: 0])
        figure[.forecast] = month.forecast
        return CutCell(figure, isClosed: index < closed)
      })
  }

  @Test func lowestPriorityFirst() throws {
    let activities = [
      activity(1, .keep, [(1000, 0, nil)]), activity(2, .ought, [(600, 100, nil), (400, 0, nil)]),
      activity(3, .wait, [(200, 150, nil)]), activity(4, .keep, [(90, 0, nil)], status: .dropped),
      activity(5, .wait, [(500, 0, nil), (80, 0, nil)], closed: 1),
    ]
    let plan = try Cut.plan(.percent(Fraction(10)), of: .plan, activities: activities)
    #expect(plan.shown == 2870 && plan.wanted == 287 && plan.found == 287 && plan.missing == 0)
    #expect(plan.rows.map(\.activity.id) == [4, 5, 3, 2, 1])
    #expect(plan.rows.map(\.cut) == [90, 80, 50, 67, 0])
    #expect(plan.rows.map(\.foundSoFar) == [90, 170, 220, 287, 287])
    #expect(plan.keptFree == 1000 && plan.rows.last?.isKept == true)
    // 67 of 500 and 400 free: 37.2 and 29.8.
    let second = plan.changes.filter { if case .figure(2, _, _) = $0.id { true } else { false } }
    #expect(second.map(\.now) == [563, 370])
    let edit = Acts.cut(plan, reason: "总部要求")
    #expect(edit.act == .cut && edit.changes.count == plan.changes.count)
  }

  @Test func whatIsMissingIsSaid() throws {
    let activities = [activity(1, .keep, [(1000, 0, nil)]), activity(2, nil, [(100, 80, nil)])]
    let plan = try Cut.plan(.amount(500), of: .plan, activities: activities)
    #expect(plan.found == 20 && plan.missing == 480)
    let all = try Cut.plan(.amount(500), of: .plan, activities: activities, includesKeep: true)
    #expect(all.found == 500 && all.changes.count == 2)
  }

  @Test func forecastsGoDownWithPlans() throws {
    let activities = [activity(1, .wait, [(100, 20, 90), (100, 20, 130), (100, 20, 30)])]
    let plan = try Cut.plan(.amount(120), of: .outlook, activities: activities)
    #expect(plan.shown == 250)
    #expect(plan.changes.map(\.now) == [60, 60, 60, 90, 60])
  }

  @Test func refusals() {
    let activities = [activity(1, .wait, [(100, 0, nil)])]
    #expect(throws: Refusal.self) {
      try Cut.plan(.amount(0), of: .plan, activities: activities)
    }
    #expect(throws: Refusal.self) {
      try Cut.plan(.percent(Fraction(10)), of: .envelope, activities: activities)
    }
    #expect(throws: Refusal.self) {
      try Cut.plan(.percent(Fraction(10)), of: .plan, activities: [])
    }
    #expect(throws: AmountFault.notANumber) { try CutSize("x%", unit: .money("CNY")) }
    #expect((try? CutSize("10 %", unit: .money("CNY"))) == .percent(Fraction(10)))
    #expect((try? CutSize("5万", unit: .money("CNY"))) == .amount(5_000_000))
  }

  @Test func exactlyWhatCanBeFound() throws {
    var generator = Seeded(3)
    for _ in 0..<2_000 {
      let activities = (1...Int64.random(in: 1...8, using: &generator)).map { id in
        activity(
          id, Priority.allCases.randomElement(using: &generator),
          (0..<3).map { _ in
            (
              Int64.random(in: 0...9_999, using: &generator),
              Int64.random(in: 0...9_999, using: &generator),
              Bool.random(using: &generator) ? Int64.random(in: 0...9_999, using: &generator) : nil
            )
          }, closed: Int.random(in: 0...2, using: &generator))
      }
      let wanted = Int64.random(in: 1...30_000, using: &generator)
      let plan = try Cut.plan(.amount(wanted), of: .plan, activities: activities)
      let free = activities.filter { $0.priority != .keep }.reduce(0) { $0 + $1.free }
      #expect(plan.found == min(wanted, free))
      var lost: Int64 = 0
      for change in plan.changes {
        guard case .figure(let line, let column, let period) = change.id,
          let cell = activities.first(where: { $0.id == line })?.cells
            .first(where: { $0.figure.period == period })
        else { continue }
        #expect(!cell.isClosed)
        #expect((change.now ?? 0) >= cell.money.committed + cell.money.actual)
        #expect((change.now ?? 0) < (change.was ?? 0))
        if column == .plan { lost += (change.was ?? 0) - (change.now ?? 0) }
      }
      #expect(lost == plan.found)
    }
  }
}
