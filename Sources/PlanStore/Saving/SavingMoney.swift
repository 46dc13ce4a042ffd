import PlanModel

/// What an edit has to remember of money until its end.
struct SavingMoney {
  /// The act that is made, or that this edit takes back or does again.
  var root: Act?
  /// Closed months whose actual or committed amount changes, with their items.
  var corrected: [CellAddress: ItemID] = [:]
  /// Forecasts that the edit itself says.
  var said: Set<CellAddress> = []
  /// What departments planned before this edit, in the quarters that have an envelope.
  var planned: [EnvelopeCell: Int64]?
}

/// Envelopes, notes, cuts and transfers, closed months.
extension Saving {
  func applyEnvelope(_ quarter: Period, _ purse: Purse, _ change: Change) throws {
    let key: [Statements.Argument] = [quarter.rawValue, purse.number]
    let stored =
      try statements.rows(
        "SELECT amount FROM envelope WHERE quarter = ? AND purse = ?", key
      ) { $0.value(0) }.first ?? .none
    guard try mayWrite(change, stored: stored, item: 0) else { return }
    guard quarter.unit == .quarter,
      change.now.isNone || change.now.integer.map(ValueCheck.isAmount) == true
    else { throw Refusals.badValue(Words("额度", "a quarter's budget")) }
    if purse == .reserve, try movesMoney(), let now = change.now.integer, now < 0,
      now < stored.integer ?? 0
    {
      throw Refusals.reserveShort(quarter, -now, scale: try board().moneyScale)
    }
    try expectEnvelopes()
    try record(change, item: 0)
    if let now = change.now.integer {
      try statements.run("INSERT OR REPLACE INTO envelope VALUES(?, ?, ?)", key + [now])
    } else {
      try statements.run("DELETE FROM envelope WHERE quarter = ? AND purse = ?", key)
    }
  }

  func applyNote(
    _ line: LineID, _ column: PlanModel.Column, _ period: Period, _ change: Change
  ) throws {
    let owner = try owner(of: line)
    try reportBinned(owner.item, change)
    let key: [Statements.Argument] = [line, column.rawValue, period.rawValue]
    let stored =
      try statements.rows(
        "SELECT body FROM note WHERE line = ? AND field = ? AND period = ?", key
      ) { $0.value(0) }.first ?? .none
    guard try mayWrite(change, stored: stored, item: owner.item) else { return }
    guard change.now.isNone || change.now.text != nil else {
      throw Refusals.badValue(Words("批注", "the note"))
    }
    try record(change, item: owner.item)
    try rows.flush()
    if change.now.isNone {
      try statements.run("DELETE FROM note WHERE line = ? AND field = ? AND period = ?", key)
    } else {
      try statements.run("INSERT OR REPLACE INTO note VALUES(?, ?, ?, ?)", key + [change.now])
    }
  }

  // MARK: Cuts and transfers

  /// The act of this edit; of an undo or redo the one that it is about in the end.
  private func rootAct() throws -> Act {
    if let root = money.root { return root }
    var (act, undoes) = (heading.act.rawValue, heading.undoes)
    while let op = undoes {
      let found = try statements.rows("SELECT act, undoes FROM op WHERE id = ?", [op]) {
        (act: $0[0] as String, undoes: $0[1] as OpID?)
      }.first
      guard let found else { break }
      (act, undoes) = (found.act, found.undoes)
    }
    let root = Act(code: act) ?? heading.act
    money.root = root
    return root
  }

  /// Cuts and transfers may change the plan of an approved quarter, and may be taken back.
  func movesMoney() throws -> Bool {
    let root = try rootAct()
    guard root == .cut || root == .transfer else { return false }
    if root == .transfer, heading.undoes == nil, heading.reason.isEmpty {
      throw Refusals.transferReason
    }
    return true
  }

  /// A spread, a cut, a transfer lowers no plan and no forecast below committed + actual, whatever
  /// its author saw; a cut and a transfer leave closed months alone.
  func checkFloor(
    _ column: PlanModel.Column, _ month: Period, _ figure: Figure, _ now: Int64
  ) throws {
    guard column == .plan || column == .forecast else { return }
    let root = try rootAct()
    // What is taken back or done again stood there before.
    guard heading.undoes == nil, try movesMoney() || root == .spread else { return }
    let board = try board()
    let was = figure[column] ?? 0
    if root != .spread, board.isClosed(month) {
      throw Refusals.monthHeld(month)
    }
    if root == .cut, column == .plan, now > was { throw Refusals.planRaised }
    let floor = (figure[.committed] ?? 0) &+ (figure[.actual] ?? 0)
    guard now < floor, now < was, !board.isClosed(month) else { return }
    throw Refusals.belowFloor(floor, month, scale: board.moneyScale)
  }

  // MARK: Closed months

  /// Whether this edit says everything itself: it only does again what was, or comes from a file.
  private var saysAll: Bool { heading.undoes != nil || heading.act == .importing }

  /// A later correction in a closed month changes what the month cost.
  func noteCorrection(
    _ line: LineID, _ column: PlanModel.Column, _ month: Period, _ item: ItemID
  ) throws {
    let cell = CellAddress(line: line, column: .forecast, period: month)
    switch column {
    case .actual, .committed:
      guard !saysAll, try board().isClosed(month) else { return }
      money.corrected[cell] = item
    case .forecast: money.said.insert(cell)
    default: break
    }
  }

  /// The forecasts of corrected months follow: what is committed and what was spent.
  func writeCorrections() throws {
    let order = money.corrected.sorted {
      ($0.key.line, $0.key.period) < ($1.key.line, $1.key.period)
    }
    for (cell, item) in order where !money.said.contains(cell) {
      let figure = try rows.figure(cell.line, cell.period)
      try close(figure, item)
    }
  }

  /// Closing months says what they cost in the end.
  /// - Parameter before: the last month that was closed already.
  func closeMonths(after before: Period?) throws {
    boardChanged()
    guard !saysAll, let last = try board().closedTo, before.map({ $0 < last }) ?? true else {
      return
    }
    try rows.flush()
    let cells = try statements.rows(
      """
      SELECT l.item, \(Rows.figure) FROM item i CROSS JOIN line l ON l.item = i.id AND l.gone IS NULL
      CROSS JOIN figure f ON f.line = l.id
      WHERE i.kind = 3 AND i.gone IS NULL AND f.period > ? AND f.period <= ?
        AND f.forecast IS NOT coalesce(f.committed, 0) + coalesce(f.actual, 0)
      ORDER BY l.item, l.id, f.period
      """, [before?.rawValue ?? 0, last.rawValue]
    ) { (item: $0[0] as ItemID, figure: Rows.figure($0, at: 1)) }
    try move(Set(cells.map(\.item)).sorted(), .all, spends: true)
    for (item, figure) in cells { if let figure { try close(figure, item) } }
  }

  private func close(_ figure: Figure, _ item: ItemID) throws {
    let cost = (figure[.committed] ?? 0) &+ (figure[.actual] ?? 0)
    guard figure[.forecast] != cost else { return }
    let target = ChangeTarget.figure(figure.line, .forecast, figure.period)
    try move([item], .all, spends: true)
    try record(Change(target, was: Value(figure[.forecast]), now: .integer(cost)), item: item)
    _ = try rows.figure(figure.line, figure.period)
    rows.set(.forecast, cost)
  }

  // MARK: Envelopes

  /// On a board that blocks: remembers what departments plan before this edit touches anything.
  func expectEnvelopes() throws {
    guard money.planned == nil, try board().ceilingRule == .block else { return }
    money.planned = [:]
    money.planned = try plannedByDepartment()
  }

  private func plannedByDepartment() throws -> [EnvelopeCell: Int64] {
    var planned: [EnvelopeCell: Int64] = [:]
    let calendar = try board().calendar
    for quarter in try MoneyRows.envelopes(statements).quarters {
      for department in Department.allCases {
        let months = calendar.months(of: quarter).map(\.rawValue)
        planned[EnvelopeCell(quarter, .department(department))] =
          try statements.integer(
            """
            SELECT coalesce(sum(plan), 0) FROM total
            WHERE dim = 1 AND key = ? AND period IN (SELECT value FROM json_each(?))
            """, [department.rawValue, ItemQuery.list(months)]) ?? 0
      }
    }
    return planned
  }

  /// On a board that blocks no edit may raise a department's plan above what it may spend.
  func checkEnvelopes() throws {
    guard let before = money.planned else { return }
    let envelopes = try MoneyRows.envelopes(statements)
    for (cell, plan) in try plannedByDepartment() {
      guard case .department(let department) = cell.purse, plan > before[cell] ?? plan,
        let left = envelopes.left(cell.quarter, department, plan: plan), left < 0
      else { continue }
      throw Refusals.aboveEnvelope(
        department, cell.quarter, -left, scale: try board().moneyScale)
    }
  }
}
