import PlanModel

/// The kept sums and the rules that are looked at once everything is written.
extension Saving {
  private static let manyItems = 1_000

  /// An item's part in the kept sums is about to change: what it contributes now is taken away once.
  func move(_ item: ItemID, spends: Bool) throws {
    if spends { spending.insert(item) }
    try expectEnvelopes()
    guard moving.insert(item).inserted, !madeItems.contains(item) else { return }
    if try board().ceilingRule == .block,
      let main = try statements.integer("SELECT main FROM item WHERE id = ?", [item])
    {
      try expectCost(of: main)
    }
    if moving.count - madeItems.count > Saving.manyItems { rebuildsTotals = true }
    if !rebuildsTotals { try Totals.subtract(item, statements) }
  }

  /// Remembers what a target costs in plan before this edit touches it.
  func expectCost(of target: ItemID) throws {
    guard try board().ceilingRule == .block, costsBefore[target] == nil else { return }
    costsBefore[target] = try plannedCost(target)
  }

  private func plannedCost(_ target: ItemID) throws -> Int64 {
    let year = try statements.integer("SELECT period FROM item WHERE id = ?", [target])
    guard let year = year.flatMap({ Period(rawValue: $0) }) else { return 0 }
    return try Totals.cost(of: target, months: board().calendar.months(of: year), statements).plan
  }

  /// Ends the edit: everything is written, sums are kept, rules hold.
  func finish() throws -> Saved {
    guard conflicts.isEmpty else { throw ConflictsFound(conflicts: conflicts) }
    guard !isEmpty else { return Saved(op: nil, ids: ids, codes: codes) }
    try writeCorrections()
    try rows.flush()
    for (kind, last) in counters {
      try statements.run(
        "INSERT OR REPLACE INTO counter VALUES(?, ?)", [kind.rawValue, last])
    }
    for item in touched.subtracting(madeItems).sorted() {
      try statements.run("UPDATE item SET op = ? WHERE id = ? AND op <> ?1", [op, item])
    }
    try checkDates()
    try checkMains()
    for item in spending.sorted() { try Totals.sumItem(item, statements) }
    if rebuildsTotals || moving.count > Saving.manyItems {
      try Totals.rebuild(statements)
    } else {
      for item in moving.sorted() { try Totals.add(item, statements) }
    }
    try checkCeilings()
    try checkEnvelopes()
    return Saved(op: op, ids: ids, codes: codes)
  }

  private func checkDates() throws {
    for item in dated
    where try statements.exists("SELECT 1 FROM item WHERE id = ? AND \"end\" < start", [item]) {
      throw Refusals.endBeforeStart
    }
  }

  private func checkMains() throws {
    for child in childrenWithMain {
      let count = try statements.integer(
        "SELECT count(*) FROM link WHERE child = ? AND main = 1", [child])
      if count ?? 0 > 1 { throw Refusals.twoMains }
    }
  }

  /// On a board that blocks, no edit may raise a target's cost in plan above its ceiling.
  private func checkCeilings() throws {
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
