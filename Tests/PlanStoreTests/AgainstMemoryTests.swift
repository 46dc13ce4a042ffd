import PlanModel
import TestSupport
import Testing

@testable import PlanStore

/// Random edits of three people, undo and redo among them, on the store and on the board in memory,
/// which counts everything again: both must always say the same.
@Suite struct AgainstMemoryTests {
  /// One board twice, and the generator that decides what happens to both.
  private final class Pair {
    let store: TestBoard
    let memory = MemoryBoard()
    var random: Seeded
    var items: [ItemID] = []
    var lines: [LineID] = []

    init(_ seed: UInt64) throws {
      random = Seeded(seed)
      store = try TestBoard()
    }

    func pick<T>(_ all: [T]) -> T? { all.randomElement(using: &random) }
    func number(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &random) }
    func chance(_ percent: Int64) -> Bool { number(1...100) <= percent }
  }

  private let people = ["li", "wang", "zhou"]

  @Test(arguments: 1...12) func bothAgree(_ seed: Int) throws {
    let pair = try Pair(UInt64(seed))
    for name in people { try same(pair, Edit(.create, creation(pair)), as: name) }
    for step in 1...120 {
      let name = try #require(pair.pick(people))
      switch pair.number(1...10) {
      case 1: try same(pair, Edit(.create, creation(pair)), as: name)
      case 2, 3: try takeBack(pair, name)
      default:
        // Now and then so many that the store takes all their items out of the sums at once.
        let count = pair.chance(15) ? pair.number(12...24) : pair.number(1...3)
        var changes = try (0..<count).compactMap { _ in try change(pair) }
        // Whether a reason is in the bin is a rule of the store alone.
        let binned = changes.compactMap { change -> ItemID? in
          if case .item(let id, .gone) = change.target { id } else { nil }
        }
        changes.removeAll {
          if case .link(let parent, _) = $0.target { binned.contains(parent) } else { false }
        }
        try same(pair, Edit(.edit, changes), as: name)
      }
      if step % 20 == 0 { try compare(pair) }
    }
    try compare(pair)
    try pair.store.verify()
  }

  private func same(_ pair: Pair, _ edit: Edit, as name: String) throws {
    let stored = pair.store.writer.save(edit, as: name)
    switch (stored, pair.memory.save(edit, as: name)) {
    case (.saved(let a), .saved(let b)):
      #expect(a == b, "\(edit)")
      for (provisional, id) in a.ids {
        if provisional > -10 { pair.items.append(id) } else { pair.lines.append(id) }
      }
    case (.conflict(let a), .conflict(let b)):
      #expect(a.map(\.change) == b.map(\.change) && a.map(\.theirs) == b.map(\.theirs), "\(edit)")
    case (let a, let b): Issue.record("\(edit)\nstore: \(a)\nmemory: \(b)")
    }
  }

  /// A step back or forth, unless it would lose somebody else's work (which only the store looks at).
  private func takeBack(_ pair: Pair, _ name: String) throws {
    let person = try pair.store.person(name)
    let isUndo = pair.chance(60)
    let store = try isUndo ? pair.store.reader.undo(by: person) : pair.store.reader.redo(by: person)
    let memory = isUndo ? pair.memory.undo(by: person) : pair.memory.redo(by: person)
    #expect(store?.changes == memory?.changes && store?.undoes == memory?.undoes)
    guard let store, !isUndo || !store.changes.contains(where: { binsItem($0) }) else { return }
    try same(pair, store, as: name)
  }

  private func creation(_ pair: Pair) -> [Change] {
    let kind = pair.pick(ItemKind.allCases) ?? .activity
    var changes: [Change] = [
      .create(-1, kind), set(-1, .title, .text("Item \(pair.number(1...9))")),
      set(-1, .position, .integer(pair.number(1...9))),
      Change(.line(-11, .item), was: .none, now: .integer(-1)),
      Change(.line(-11, .position), was: .none, now: .integer(pair.number(1...9))),
      cell(-11, .plan, october, pair.number(1...1_000)),
    ]
    if kind == .target { changes.append(set(-1, .period, .integer(202_600))) }
    if kind == .decision {
      changes += [set(-1, .period, .integer(202_624)), set(-1, .due, .integer(20_261_201))]
      let planned = pair.items.filter { pair.memory.detail($0)?.item.kind != .decision }
      if let about = pair.pick(planned) { changes.append(set(-1, .about, .integer(about))) }
    }
    if kind == .activity { changes.append(set(-1, .period, .integer(202_624))) }
    return changes
  }

  /// One change of something that is there; sometimes with a `was` that nobody saw.
  private func change(_ pair: Pair) throws -> Change? {
    guard let target = try target(pair) else { return nil }
    let stands = try value(pair, target.0)
    let was = pair.chance(8) ? .integer(pair.number(1...9)) : stands
    return Change(target.0, was: was, now: target.1)
  }

  private func target(_ pair: Pair) throws -> (ChangeTarget, Value)? {
    guard let id = pair.pick(pair.items), let line = pair.pick(pair.lines) else { return nil }
    let item = try pair.store.item(id)
    switch pair.number(1...12) {
    case 1: return (.item(id, .lead), pair.pick([.none, .integer(1), .integer(2)]) ?? .none)
    case 2: return (.item(id, .title), .text("Title \(pair.number(1...99))"))
    case 3: return (.item(id, .owner), .integer(pair.number(1...3)))
    case 4: return (.item(id, .gone), item.isGone ? .none : .integer(1))
    case 5 where item.kind == .activity:
      return (.item(id, .start), .integer(20_261_000 + pair.number(1...28)))
    case 6 where item.kind == .activity:
      return (.item(id, .period), .integer(202_620 + pair.number(1...4)))
    case 6 where item.kind == .decision:
      return (.item(id, .done), pair.chance(50) ? .none : .integer(20_261_124))
    case 7: return (.item(id, .notes), pair.chance(20) ? .none : .text("n\(pair.number(1...99))"))
    case 8:
      let parents = try pair.items.map(pair.store.item).filter {
        $0.kind == item.kind.parent && !$0.isGone
      }
      guard let parent = pair.pick(parents) else { return nil }
      let isMain = item.main == nil || item.main == parent.id
      return (
        .link(parent: parent.id, child: id),
        pair.pick([.none, .integer(0), .integer(isMain ? 1 : 0)]) ?? .none
      )
    case 9: return (.line(line, .gone), pair.chance(50) ? .none : .integer(1))
    default:
      let column = pair.pick([Column.plan, .forecast, .committed, .actual]) ?? .plan
      let month = Period(year: 2026, month: Int(pair.number(9...12)))
      return (
        .figure(line, column, month), pair.chance(15) ? .none : .integer(pair.number(-50...5_000))
      )
    }
  }

  /// What stands, by the board in memory.
  private func value(_ pair: Pair, _ target: ChangeTarget) throws -> Value {
    switch target {
    case .item(let id, let field): pair.memory.detail(id)?[field] ?? .none
    default: try stored(pair, target)
    }
  }

  private func stored(_ pair: Pair, _ target: ChangeTarget) throws -> Value {
    let probe = Change(target, was: .text("?"), now: .text("!"))
    guard case .conflict(let found) = pair.memory.save(Edit(.edit, [probe]), as: "li"),
      let own = found.first(where: { $0.change.target == target })
    else { return .none }
    return own.theirs
  }

  private func compare(_ pair: Pair) throws {
    let (store, memory) = (pair.store.reader, pair.memory)
    for kind in ItemKind.allCases {
      for under in [ListScope.Under.everything]
        + pair.items.flatMap({ [.parent($0), .trend($0)] })
      {
        let scope = ListScope(kind: kind, under: under)
        let rows = try store.items(ListWindow(scope, limit: 1_000))
        #expect(rows == memory.items(ListWindow(scope, limit: 1_000)))
        let tally = try store.tally(scope)
        #expect(tally == memory.tally(scope))
        if let key = pair.pick(rows)?.key {
          let place = try store.place(of: key, in: scope)
          #expect(place == memory.place(of: key, in: scope))
          let before = ListWindow(scope, from: .before(key), limit: 3)
          let rowsBefore = try store.items(before)
          #expect(rowsBefore == memory.items(before))
        }
      }
    }
    for id in pair.items {
      let detail = try store.detail(id)
      #expect(plain(detail) == plain(memory.detail(id)))
    }
    for grouping in Grouping.allCases {
      for months in [nil, [october], [october, december]] {
        let sums = try store.sums(by: grouping, months: months)
        #expect(sums == memory.sums(by: grouping, months: months), "\(grouping)")
      }
    }
    try compareBudget(pair)
    let fourth = Period(year: 2026, quarter: 4)
    for query in [DecisionQuery.of(fourth), .open(upTo: fourth)] + pair.items.map({ .about($0) }) {
      let found = try store.decisions(query, limit: 100)
      #expect(Set(found) == Set(try memory.decisions(query, limit: 100)))
    }
    let binned = try store.binned(limit: 100)
    #expect(binned == memory.binned(limit: 100))
    let history = try store.history(HistoryQuery(limit: 100_000)).map(\.change)
    #expect(history == memory.history(HistoryQuery(limit: 100_000)).map(\.change))
    for filter in ["item", "1", "i", "it", "item 1", "t1"].map({ Filter([Filter.Term(.word($0))]) })
      + [Filter([Filter.Term(.field(.lead, [.none, .integer(2)]), isNegated: true)])]
      + [Filter([Filter.Term(.amount(.left, .less, 500))])]
    {
      let window = ListWindow(ListScope(kind: .activity, filter: filter), limit: 1_000)
      let rows = try store.items(window)
      #expect(rows == memory.items(window))
    }
    var walked: [ItemDetail] = []
    try store.forEachItem(ItemKind.allCases) { walked.append($0.detail) }
    var expected: [ItemDetail] = []
    memory.forEachItem(ItemKind.allCases) { expected.append($0.detail) }
    let (ours, theirs) = (walked.map { plain($0) }, expected.map { plain($0) })
    #expect(ours == theirs)
  }

  /// The budget in every arrangement; groups whose shown months come to nothing are left out.
  private func compareBudget(_ pair: Pair) throws {
    let (store, memory) = (pair.store.reader, pair.memory)
    let fourth = Period(year: 2026, quarter: 4)
    for filter in [Filter(), Filter([Filter.Term(.word("1"))])] {
      let span = BudgetSpan(
        months: [october, november, december], quarters: [fourth], filter: filter)
      for kind in [
        BudgetGroupQuery.Kind.lead, .leadTarget(0), .leadTarget(1), .target, .category, .owner,
        .region, .priority, .start,
      ] {
        let query = BudgetGroupQuery(kind, span, limit: 1_000)
        func plain(_ groups: [BudgetGroup]) -> [BudgetGroup] {
          groups.map { group in
            var group = group
            group.money.months = group.money.months.filter { !$0.value.isZero }
            return group
          }.filter { !$0.money.sum(span.months).isZero }
        }
        let groups = try store.budgetGroups(query)
        #expect(plain(groups) == plain(memory.budgetGroups(query)), "\(kind)")
        if let middle = groups.dropFirst(groups.count / 2).first?.key.number {
          let before = BudgetGroupQuery(kind, span, before: middle, limit: 1_000)
          #expect(try store.budgetGroups(before) == groups.filter { $0.key.number < middle })
          let after = BudgetGroupQuery(kind, span, after: middle, limit: 1_000)
          #expect(try store.budgetGroups(after) == groups.filter { $0.key.number > middle })
        }
        for group in groups where kind != .lead {
          let window = BudgetWindow(group.key, span, limit: 1_000)
          let found = try store.budgetActivities(window)
          #expect(
            found.map { plainActivity($0) }
              == memory.budgetActivities(window).map { plainActivity($0) }, "\(group.key)")
          if filter.isEmpty {
            let sum = found.reduce(BudgetMoney()) { $0 + $1.money }
            #expect(sum.sum(span.months) == group.money.sum(span.months))
          }
        }
      }
    }
  }

  private func plainActivity(_ activity: BudgetActivity) -> BudgetActivity {
    var activity = activity
    activity.figures = activity.figures.filter { !$0.isEmpty }
      .sorted { ($0.line, $0.period) < ($1.line, $1.period) }
    activity.earlier = activity.earlier.filter { !$0.value.isZero }
    activity.later = activity.later.filter { !$0.value.isZero }
    return activity
  }

  /// Without the clock.
  private func plain(_ detail: ItemDetail?) -> ItemDetail? {
    var detail = detail
    detail?.comments = []
    return detail
  }
}

private func binsItem(_ change: Change) -> Bool {
  if case .item(_, .gone) = change.target { true } else { false }
}
