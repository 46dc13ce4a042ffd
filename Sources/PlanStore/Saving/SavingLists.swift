import PlanModel

/// Comments, lists, people, settings, states of periods, accepted findings.
extension Saving {
  func applyComment(_ id: CommentID, _ field: CommentField, _ change: Change) throws {
    guard field != .item else { throw Refusals.noReplacement }
    if field == .who || field == .at { return try applyOrigin(id, field, change.now) }
    let found = try statements.rows("SELECT item, \(field) FROM comment WHERE id = ?", [id]) {
      (item: $0[0] as ItemID, stored: $0.value(1))
    }.first
    guard let found else { throw Refusals.noComment }
    try reportBinned(found.item, change)
    guard try mayWrite(change, stored: found.stored, item: found.item) else { return }
    guard fits(change.now, asGone: field == .gone, isText: true) else {
      throw Refusals.badValue(Words("留言", "the comment"))
    }
    try record(change, item: found.item)
    try rows.flush()
    try statements.run("UPDATE comment SET \(field) = ? WHERE id = ?", [change.now, id])
  }

  /// An imported comment keeps its author and its time.
  private func applyOrigin(_ id: CommentID, _ field: CommentField, _ now: Value) throws {
    guard heading.act == .importing, let number = now.integer else { throw Refusals.noReplacement }
    if field == .who,
      try !statements.exists("SELECT 1 FROM person WHERE id = ?", [number])
    {
      throw Refusals.noPerson
    }
    try rows.flush()
    try statements.run("UPDATE comment SET \(field) = ? WHERE id = ?", [now, id])
  }

  func applyEntry(_ id: EntryID, _ field: EntryField, _ change: Change) throws {
    guard field != .list else { throw Refusals.noReplacement }
    let stored = try statements.rows(
      "SELECT \(field.column) FROM entry WHERE id = ?", [id]
    ) { $0.value(0) }.first
    guard let stored else { throw Refusals.noEntry }
    guard try mayWrite(change, stored: stored, item: 0) else { return }
    let isText = [.code, .zh, .en].contains(field)
    guard field == .unit || fits(change.now, asGone: field == .gone, isText: isText) else {
      throw Refusals.badValue(Words(field.column, field.column))
    }
    try record(change, item: 0)
    try statements.run("UPDATE entry SET \(field.column) = ? WHERE id = ?", [change.now, id])
  }

  func applyPerson(_ id: PersonID, _ field: PersonField, _ change: Change) throws {
    let stored = try statements.rows(
      "SELECT \(field.column) FROM person WHERE id = ?", [id]
    ) { $0.value(0) }.first
    guard let stored else { throw Refusals.noPerson }
    guard try mayWrite(change, stored: stored, item: 0) else { return }
    let fits =
      switch field {
      case .name: change.now.text != nil
      case .department:
        change.now.isNone || change.now.integer.flatMap { Department(rawValue: $0) } != nil
      default: fits(change.now, asGone: field == .gone, isText: true)
      }
    guard fits else { throw Refusals.badValue(Words(field.column, field.column)) }
    try record(change, item: 0)
    try statements.run("UPDATE person SET \(field.column) = ? WHERE id = ?", [change.now, id])
  }

  private func fits(_ value: Value, asGone: Bool, isText: Bool) -> Bool {
    if value.isNone { return true }
    if asGone { return value == .integer(1) }
    return isText ? value.text != nil : value.integer != nil
  }

  func applySetting(_ setting: Setting, _ change: Change) throws {
    let stored = try statements.rows(
      "SELECT value FROM board WHERE key = ?", [setting.rawValue]
    ) { $0.value(0) }.first
    guard try mayWrite(change, stored: stored ?? .none, item: 0) else { return }
    try ValueCheck.check(setting, change.now)
    if setting == .fiscalStart {
      try rows.flush()
      if try statements.exists("SELECT 1 FROM item LIMIT 1") { throw Refusals.fiscalStart }
    }
    try record(change, item: 0)
    if change.now.isNone {
      try statements.run("DELETE FROM board WHERE key = ?", [setting.rawValue])
    } else {
      try statements.run(
        "INSERT OR REPLACE INTO board VALUES(?, ?)", [setting.rawValue, change.now])
    }
    let before = stored?.integer.flatMap { Period(rawValue: $0) }
    if setting == .closedTo { try closeMonths(after: before) }
    boardChanged()
  }

  func applyState(_ period: Period, _ change: Change) throws {
    let stored =
      try statements.rows(
        "SELECT state FROM period_state WHERE period = ?", [period.rawValue]
      ) { $0.value(0) }.first ?? .none
    guard try mayWrite(change, stored: stored, item: 0) else { return }
    let state = change.now.integer.flatMap { PeriodState(rawValue: $0) }
    guard period.unit != .month, change.now.isNone || state != nil else {
      throw Refusals.badValue(Words("状态", "a period's state"))
    }
    try record(change, item: 0)
    if let state {
      try statements.run(
        "INSERT OR REPLACE INTO period_state VALUES(?, ?)", [period.rawValue, state.rawValue])
    } else {
      try statements.run("DELETE FROM period_state WHERE period = ?", [period.rawValue])
    }
    boardChanged()
    let approved = PeriodState.approved.rawValue
    // An import brings what was approved with it; taking a withdrawal back brings the old approval
    // back, not a new one.
    if period.unit == .quarter, (state?.rawValue ?? 0) >= approved,
      (stored.integer ?? 0) < approved, heading.act != .importing, heading.act != .undo
    {
      try freeze(period)
    }
  }

  /// Approving keeps the plan of the quarter's months as it is now.
  private func freeze(_ quarter: Period) throws {
    try rows.flush()
    let months = try board().calendar.months(of: quarter).map(\.rawValue)
    let cells = """
      FROM figure f CROSS JOIN line l ON l.id = f.line AND l.gone IS NULL
      CROSS JOIN item i ON i.id = l.item AND i.kind = 3 AND i.gone IS NULL
      WHERE f.period IN (SELECT value FROM json_each(?1)) AND f.approved IS NOT f.plan
      """
    let list = ItemQuery.list(months)
    try move(statements.rows("SELECT DISTINCT i.id \(cells)", [list]) { $0[0] }, .all, spends: true)
    try statements.run(
      """
      UPDATE figure SET approved = plan WHERE period IN (SELECT value FROM json_each(?1))
      AND line IN (SELECT f.line \(cells))
      """, [list])
  }

  func applyAccepted(_ item: ItemID, _ rule: Rule, _ change: Change) throws {
    _ = try kind(of: item)
    try reportBinned(item, change)
    let key: [Statements.Argument] = [item, rule.rawValue]
    let stored =
      try statements.rows(
        "SELECT reason FROM accepted WHERE item = ? AND rule = ?", key
      ) { $0.value(0) }.first ?? .none
    guard try mayWrite(change, stored: stored, item: item) else { return }
    guard change.now.isNone || change.now.text != nil else {
      throw Refusals.badValue(Words("原因", "the reason"))
    }
    try record(change, item: item)
    try rows.flush()
    if change.now.isNone {
      try statements.run("DELETE FROM accepted WHERE item = ? AND rule = ?", key)
    } else {
      try statements.run("INSERT OR REPLACE INTO accepted VALUES(?, ?, ?)", key + [change.now])
    }
  }
}
