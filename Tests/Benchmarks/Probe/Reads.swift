import PlanModel
import PlanStore

/// What a screen's reads cost at this size.
enum Reads {
  static func all(_ path: String) throws {
    let reader = try BoardReader(path: path)
    let quarter = Period(year: 2026, quarter: 4)
    let list = ListScope(kind: .activity, period: quarter)
    let page = try reader.items(ListWindow(list, limit: 75))
    try measure("page", reader) { _ = try reader.items(ListWindow(list, limit: 75)) }
    try measure("detail", reader) {
      if let id = page.first?.id { _ = try reader.detail(id) }
    }
    try measure("tally", reader) { _ = try reader.tally(list) }
    for (name, word) in [("frequent", "华东"), ("rare", "(1,0)"), ("number", "(4321)")] {
      for (reach, period) in [("quarter", quarter), ("board", nil)] as [(String, Period?)] {
        let filter = Filter([Filter.Term(.word(word))])
        let scope = ListScope(kind: .activity, period: period, filter: filter)
        try search("filter-\(name)-\(reach)", path, scope)
      }
    }
    try measure("sum-by-lead", reader) { _ = try reader.sums(by: .lead, months: nil) }
  }

  private static func measure(
    _ name: String, _ reader: BoardReader, _ body: () throws -> Void
  ) throws {
    let before = reader.cost
    try body()
    print("\(name)-statements", reader.cost.statements - before.statements)
    print("\(name)-rows", reader.cost.rows - before.rows)
    print("\(name)-ms", try Clock.median(9, body))
  }

  /// A filter's first hits and its sums, by somebody who hasn't asked for these words before.
  private static func search(_ name: String, _ path: String, _ scope: ListScope) throws {
    var (first, all): ([Double], [Double]) = ([], [])
    for _ in 0..<7 {
      let reader = try BoardReader(path: path)
      _ = try Boards.activities(reader, limit: 40)
      let found = try Clock.milliseconds { try reader.items(ListWindow(scope, limit: 40)) }.0
      let sums = try Clock.milliseconds { try reader.tally(scope) }.0
      first.append(found)
      all.append(found + sums)
    }
    print("\(name)-first-ms", Clock.percentile(first, 50))
    print("\(name)-all-ms", Clock.percentile(all, 50))
  }

  /// What the budget reads: groups and a page of activities, from kept sums.
  static func budget(_ path: String) throws {
    let reader = try BoardReader(path: path)
    let calendar = try reader.board().calendar
    let span = BudgetWalk.span(of: Period(year: 2026, quarter: 4), calendar)
    try measure("budget-groups", reader) {
      for kind in [BudgetGroupQuery.Kind.lead, .leadTarget(1), .category, .owner, .start] {
        _ = try reader.budgetGroups(BudgetGroupQuery(kind, span, limit: 64))
      }
    }
    let target = try reader.budgetGroups(BudgetGroupQuery(.target, span, limit: 1)).first
    if let target {
      let window = BudgetWindow(target.key, span, limit: 64)
      try measure("budget-page", reader) { _ = try reader.budgetActivities(window) }
    }
  }
}
