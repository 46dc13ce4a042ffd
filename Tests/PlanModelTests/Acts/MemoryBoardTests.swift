import PlanModel
import TestSupport
import Testing

/// The acts on a board in memory: what they are for, from making to undoing.
@Suite struct MemoryBoardTests {
  private let board = MemoryBoard(.small())
  private let november = Period(year: 2026, month: 11)

  private func save(_ edit: Edit, as name: String = "wang") throws -> Saved {
    guard case .saved(let saved) = board.save(edit, as: name) else {
      throw Refusal(.rule, Words("未保存", "not saved"))
    }
    return saved
  }

  private func make(_ kind: ItemKind, _ fields: [Field: Value], under parent: ItemID? = nil) throws
    -> ItemID
  {
    let saved = try save(
      Acts.create(kind, fields: fields, serves: parent.map { [($0, isMain: true)] } ?? []))
    return try #require(saved.ids[-1])
  }

  /// A trend, a target, and an activity with one line of 120 yuan in November.
  private func plan() throws -> (trend: ItemID, target: ItemID, activity: ItemID, line: LineID) {
    let trend = try make(.trend, [.title: .text("趋势"), .lead: .integer(1)])
    let target = try make(
      .target, [.title: .text("目标"), .lead: .integer(2), .period: .integer(202600)], under: trend)
    let activity = try make(
      .activity, [.title: .text("展会"), .period: .integer(202624), .notes: .text("说明")],
      under: target)
    let saved = try save(Acts.newLine(in: activity, code: "media", category: 3))
    let line = try #require(saved.ids[-1])
    _ = try save(Acts.figure(line, .plan, november, was: nil, now: 12_000))
    return (trend, target, activity, line)
  }

  @Test func codesAndMoney() throws {
    let plan = try plan()
    let activity = try #require(board.detail(plan.activity))
    #expect(activity.item.code.description == "A1" && activity.item.main == plan.target)
    #expect(activity.item.money.plan == 12_000 && activity.item.money.outlook == 12_000)
    #expect(activity[.notes] == .text("说明") && activity.lines.map(\.code) == ["media"])
    #expect(board.detail(plan.target)?.cost.plan == 12_000)
    #expect(board.detail(plan.target)?.lines.map(\.code) == [""])
    #expect(board.sums(by: .category, months: [november]).map(\.key) == [3])
    #expect(board.sums(by: .quarter, months: nil).map(\.key) == [202624])
    #expect(board.tally(ListScope(kind: .activity, under: .trend(plan.trend))).none.count == 1)
    #expect(
      try Check.findings(of: board, today: Day(ordinal: 20_781)).contains { $0.rule == .noLead })
  }

  @Test func filesAskForANumber() throws {
    let kind = ItemKind.activity.rawValue
    let edit = Edit(
      .importing, [Change(.item(-1, .kind), was: .none, now: .integer(kind + 7 * 16))])
    #expect(try save(edit).codes.map(\.description) == ["A7"])
    #expect(try save(Acts.create(.activity, fields: [:])).codes.map(\.description) == ["A8"])
    guard case .refused = board.save(edit, as: "wang") else {
      Issue.record("not refused")
      return
    }
  }

  @Test func twoOnOneValue() throws {
    let plan = try plan()
    let seen = board.items(ids: [plan.activity])
    _ = try save(Acts.assign(seen, to: .sales), as: "liu")
    guard case .conflict(let conflicts) = board.save(Acts.assign(seen, to: .marketing), as: "wang")
    else {
      Issue.record("no conflict")
      return
    }
    #expect(conflicts.map(\.theirs) == [.integer(2)] && conflicts.first?.who == 2)
    #expect(try save(Acts.assign(seen, to: .sales), as: "wang").op == nil)
    #expect(board.items(ids: [plan.activity]).first?.lead == .sales)
  }

  @Test func undoAndRedo() throws {
    let plan = try plan()
    _ = try save(Acts.assign(board.items(ids: [plan.activity]), to: .sales), as: "liu")
    _ = try save(try #require(board.undo(by: 1)))
    #expect(board.detail(plan.activity)?.item.money.plan == 0)
    #expect(board.items(ids: [plan.activity]).first?.lead == .sales)
    _ = try save(try #require(board.redo(by: 1)))
    #expect(board.detail(plan.activity)?.item.money.plan == 12_000)
    #expect(board.redo(by: 1) == nil)
    for _ in 0..<3 { _ = try save(try #require(board.undo(by: 1))) }
    #expect(board.binned(limit: 9).map(\.id) == [plan.activity])
    #expect(board.binned(limit: 9).first?[.title] == .text("展会"))
    for _ in 0..<3 { _ = try save(try #require(board.redo(by: 1))) }
    #expect(board.detail(plan.activity)?.item.money.plan == 12_000)
    #expect(board.detail(plan.activity)?.item.lead == .sales)
  }

  @Test func binAndCopy() throws {
    let plan = try plan()
    let next = Period(year: 2027, quarter: 1)
    let detail = try #require(board.detail(plan.activity))
    let saved = try save(try Acts.copy([detail], to: next, calendar: board.board().calendar))
    #expect(saved.codes.map(\.description) == ["A2"])
    let copy = try #require(saved.ids[-1].flatMap { board.detail($0) })
    #expect(copy.item[.continues] == .integer(plan.activity) && copy.item.main == plan.target)
    #expect(copy.figures.map(\.period) == [Period(year: 2027, month: 2)])
    #expect(board.detail(plan.target)?.cost.plan == 12_000)
    _ = try save(Acts.bin([detail.item]))
    #expect(board.detail(plan.target)?.cost.plan == 0)
    #expect(
      board.items(ListWindow(ListScope(kind: .activity), limit: 9)).map(\.id) == [copy.item.id])
    guard case .conflict = board.save(Acts.assign([detail.item], to: .sales), as: "liu") else {
      Issue.record("no conflict")
      return
    }
  }

  @Test func lockedPlans() throws {
    let plan = try plan()
    let quarter = Period(year: 2026, quarter: 4)
    _ = try save(Acts.state(of: quarter, was: nil, now: .approved))
    guard
      case .refused(let refusal) = board.save(
        Acts.figure(plan.line, .plan, november, was: 12_000, now: 1), as: "wang")
    else {
      Issue.record("not refused")
      return
    }
    #expect(refusal.words.zh.hasPrefix("预算已锁定"))
    _ = try save(Acts.figure(plan.line, .forecast, november, was: nil, now: 1))
  }

  @Test func undoneEverythingIsAsBefore() throws {
    var seeded = Seeded(31)
    let plan = try plan()
    let before = try #require(board.detail(plan.activity))
    var count = 0
    for _ in 0..<200 {
      let detail = try #require(board.detail(plan.activity))
      let edit: Edit
      switch Int.random(in: 0..<4, using: &seeded) {
      case 0: edit = Acts.assign([detail.item], to: Bool.random(using: &seeded) ? .sales : nil)
      case 1:
        edit = Acts.set(
          .priority, to: .integer(Int64.random(in: 1...3, using: &seeded)), of: [detail.item])
      case 2:
        edit = Acts.figure(
          plan.line, .plan, november, was: detail.figure(plan.line, november)?[.plan],
          now: Int64.random(in: -9...9, using: &seeded))
      default:
        edit = Acts.setText(
          .notes, was: detail[.notes], to: .text("\(Int.random(in: 0...3, using: &seeded))"),
          of: plan.activity)
      }
      if try save(edit).op != nil { count += 1 }
    }
    for _ in 0..<count { _ = try save(try #require(board.undo(by: 1))) }
    var after = try #require(board.detail(plan.activity))
    after.item.op = before.item.op
    #expect(after == before)
  }
}
