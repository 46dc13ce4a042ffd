import PlanModel

/// Lines and the figures behind them.
extension Saving {
  func applyLine(_ id: LineID, _ field: LineField, _ change: Change) throws {
    guard let row = try rows.line(id) else { throw Refusals.noLine }
    try reportBinned(row.item, change)
    // Looking at the item may have put the line aside.
    guard let row = try rows.line(id) else { throw Refusals.noLine }
    guard try mayWrite(change, stored: row[field], item: row.item) else { return }
    try ValueCheck.check(field, change.now)
    if let list = ValueCheck.list(field), let entry = change.now.integer {
      try checkEntry(entry, list)
    }
    if field == .gone, change.now.isNone,
      try statements.exists(
        "SELECT 1 FROM line WHERE item = ? AND code = ? AND gone IS NULL", [row.item, row[.code]])
    {
      throw Refusals.lineThere(row[.code].text ?? "")
    }
    try move([row.item], SumGroups(movedBy: field), spends: field == .gone)
    try record(change, item: row.item)
    _ = try rows.line(id)
    rows.set(field, change.now)
  }

  func applyFigure(_ line: LineID, _ column: Column, _ period: Period, _ change: Change) throws {
    let owner = try owner(of: line)
    try reportBinned(owner.item, change)
    let stored = Value(try rows.figure(line, period)[column])
    guard try mayWrite(change, stored: stored, item: owner.item) else { return }
    guard change.now.isNone || change.now.integer.map(ValueCheck.isAmount) == true else {
      guard change.now.integer == nil else { throw Refusals.amountTooLarge }
      throw Refusals.badValue(column.words(for: owner.kind))
    }
    if owner.kind == .activity {
      guard period.unit == .month else { throw Refusals.notAMonth }
      try checkMonth(column, period, owner.item)
      try checkFloor(column, period, try rows.figure(line, period), change.now.integer ?? 0)
      try move([owner.item], .all, spends: true)
    }
    try record(change, item: owner.item)
    _ = try rows.figure(line, period)
    rows.set(column, change.now.integer)
    if owner.kind == .activity { try noteCorrection(line, column, period, owner.item) }
  }

  func owner(of line: LineID) throws -> LineOwner {
    if let figureLine, figureLine.line == line { return figureLine }
    if let known = lineOwners[line] { return known }
    guard let row = try rows.line(line) else { throw Refusals.noLine }
    let owner = LineOwner(line: line, item: row.item, kind: try kind(of: row.item))
    figureLine = owner
    return owner
  }

  /// The plan of an approved quarter is locked; an actual in a closed month needs a reason.
  private func checkMonth(_ column: Column, _ month: Period, _ item: ItemID) throws {
    guard column == .plan || column == .actual, !isFree(item) else { return }
    let board = try board()
    if column == .plan {
      let state = board.state(of: board.calendar.quarter(of: month))
      if state == .approved || state == .closed, try !movesMoney() { throw Refusals.planLocked }
    } else if board.isClosed(month), heading.reason.isEmpty, heading.undoes == nil {
      throw Refusals.monthClosed
    }
  }
}
