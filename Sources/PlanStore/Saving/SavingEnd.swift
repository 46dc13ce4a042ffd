import PlanModel

/// What is looked at once everything is written.
extension Saving {
  /// Ends the edit: everything is written, sums are kept, rules hold.
  func finish() throws -> Saved {
    guard conflicts.isEmpty else { throw ConflictsFound(conflicts: conflicts) }
    try writeCorrections()
    try rows.flush()
    try flushTexts()
    try flushMarks()
    try flushHistory()
    try settleSums()
    guard !isEmpty else { return Saved(op: nil, ids: ids, codes: codes) }
    for (kind, last) in counters {
      try statements.run(
        "INSERT OR REPLACE INTO counter VALUES(?, ?)", [kind.rawValue, last])
    }
    let unstamped = touched.subtracting(madeItems).subtracting(rows.stamped)
    if !unstamped.isEmpty {
      try statements.run(
        "UPDATE item SET op = ? WHERE id IN (SELECT value FROM json_each(?))",
        [op, ItemQuery.list(unstamped)])
    }
    try checkDates()
    try checkMains()
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
}
