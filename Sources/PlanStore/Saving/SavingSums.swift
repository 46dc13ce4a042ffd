import PlanModel

/// The kept sums: what an edit's items contribute is taken away before they change and added again
/// once everything is written.
extension Saving {
  /// An edit of many items takes them all away at once; one at a time would cost as much for each.
  private static let manyChanges = 8

  /// Looks through changes that are about to be applied for the items they move.
  func foresee(_ changes: [Change]) throws {
    guard changes.count > Saving.manyChanges else { return }
    (lineOwners, liveItems) = ([:], [])
    var moving: [ItemID: SumGroups] = [:]
    var lines: [LineID: SumGroups] = [:]
    for change in changes {
      switch change.target {
      case .item(let id, let field) where id > 0:
        moving[id, default: []].formUnion(SumGroups(movedBy: field))
      case .link(_, let child) where child > 0:
        if change.was == .integer(1) || change.now == .integer(1) {
          moving[child, default: []].insert(.target)
        }
      case .figure(let line, _, _) where line > 0: lines[line] = .all
      case .line(let line, let field) where line > 0:
        lines[line, default: []].formUnion(SumGroups(movedBy: field))
      default: break
      }
    }
    let owners = try statements.rows(
      """
      SELECT l.id, l.item, i.kind, i.gone FROM json_each(?) j CROSS JOIN line l ON l.id = j.value
      CROSS JOIN item i ON i.id = l.item
      """, [ItemQuery.list(lines.keys)]
    ) { row in
      let kind = ItemKind(rawValue: row[2]) ?? .activity
      return (line: LineOwner(line: row[0], item: row[1], kind: kind), isLive: row.isNull(3))
    }
    for (line, isLive) in owners {
      lineOwners[line.line] = line
      if isLive { liveItems.insert(line.item) }
      guard line.kind == .activity else { continue }
      moving[line.item, default: []].formUnion(lines[line.line] ?? [])
    }
    try leave(moving)
    let spent = lines.filter { $0.value == .all }.keys
    if spent.count > Saving.manyChanges { try rows.readAhead(spent) }
  }

  /// The items' part in these groups is about to change.
  /// - Parameter spends: whether their own sums may change too.
  func move(_ items: [ItemID], _ groups: SumGroups, spends: Bool = false) throws {
    if spends { spending.formUnion(items) }
    try leave(Dictionary(uniqueKeysWithValues: items.map { ($0, groups) }))
  }

  private func leave(_ moving: [ItemID: SumGroups]) throws {
    if moving.values.contains(where: { $0.contains(.lead) }) { try expectEnvelopes() }
    var leaving: [SumGroups: [ItemID]] = [:]
    for (item, groups) in moving {
      let new = groups.subtracting(moved[item] ?? [])
      if new.isEmpty { continue }
      moved[item, default: []].formUnion(new)
      if !madeItems.contains(item) { leaving[new, default: []].append(item) }
    }
    if let whole = leaving[.all] { try expectCosts(of: whole) }
    for (groups, items) in leaving {
      try SumPart.each(items.sorted(), withAmounts: groups != .kind, statements) {
        try sums.add($0, groups, takesAway: true)
        if groups == .kind { return }
        let stay = groups.isDisjoint(with: .category) && leftAmounts.count < Saving.mostLeftAmounts
        leftAmounts[$0.id] = stay ? $0.amounts : nil
      }
    }
  }

  /// Amounts of so many items are kept, for which alone other keys are to be found.
  private static let mostLeftAmounts = 1_000

  /// Adds everything again, as it is now, and writes what has changed.
  func settleSums() throws {
    for (groups, items) in Dictionary(grouping: moved.keys, by: { moved[$0] ?? [] }) {
      // Only an edit of amounts or categories has moved all groups.
      let isKnown = groups != .all && items.allSatisfy { leftAmounts[$0] != nil }
      try SumPart.each(items.sorted(), withAmounts: groups != .kind && !isKnown, statements) {
        var part = $0
        if isKnown { part.amounts = leftAmounts[part.id] ?? [] }
        if spending.contains(part.id) {
          let own = try part.recounted()
          if own != part.own { try write(own, of: part.id) }
          part.own = own
        }
        try sums.add(part, groups, takesAway: false)
      }
    }
    try sums.write(statements)
  }

  /// Keeps an activity's own sums.
  private func write(_ own: Money, of item: ItemID) throws {
    try statements.run(
      """
      UPDATE item SET (approved, plan, forecast, outlook, committed, actual) = (?, ?, ?, ?, ?, ?)
      WHERE id = ?
      """,
      [
        own.approved, own.plan, own.forecast, own.outlook, own.committed, own.actual, item,
      ])
  }

  // MARK: Ceilings

  /// Remembers what the targets of these activities cost in plan before this edit touches them.
  private func expectCosts(of items: [ItemID]) throws {
    guard try board().ceilingRule == .block else { return }
    let targets = try statements.rows(
      """
      SELECT DISTINCT main FROM item
      WHERE id IN (SELECT value FROM json_each(?)) AND main IS NOT NULL
      """, [ItemQuery.list(items)]
    ) { $0[0] as ItemID }
    for target in targets { try expectCost(of: target) }
  }

  func expectCost(of target: ItemID) throws {
    guard try board().ceilingRule == .block, costsBefore[target] == nil else { return }
    costsBefore[target] = try plannedCost(target)
  }

  private func plannedCost(_ target: ItemID) throws -> Int64 {
    let year = try statements.integer("SELECT period FROM item WHERE id = ?", [target])
    guard let year = year.flatMap({ Period(rawValue: $0) }) else { return 0 }
    return try Totals.cost(of: target, months: board().calendar.months(of: year), statements).plan
  }

  /// On a board that blocks, no edit may raise a target's cost in plan above its ceiling.
  func checkCeilings() throws {
    for (target, before) in costsBefore.sorted(by: { $0.key < $1.key }) {
      let found = try statements.rows(
        "SELECT number, ceiling FROM item WHERE id = ? AND kind = 2 AND ceiling IS NOT NULL",
        [target]
      ) { (number: $0[0] as Int64, ceiling: $0[1] as Int64) }.first
      guard let found else { continue }
      let cost = try plannedCost(target)
      if cost > before, cost > found.ceiling {
        throw Refusals.aboveCeiling(
          ItemCode(kind: .target, number: found.number), cost - found.ceiling,
          scale: try board().moneyScale)
      }
    }
  }
}
