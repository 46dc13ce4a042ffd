import PlanModel

/// Fields of items and links between them.
extension Saving {
  func kind(of item: ItemID) throws -> ItemKind {
    if let known = parents[item] { return known }
    guard let row = try rows.item(item) else { throw Refusals.noItem }
    return row.kind
  }

  func applyItem(_ id: ItemID, _ field: Field, _ change: Change) throws {
    guard let row = try rows.item(id) else { throw Refusals.noItem }
    if field == .decidedBy { return try applyDecider(id, change.now) }
    if field.isLong { return try applyText(row, field, change) }
    var stored = row[field]
    if field == .gone {
      stored = stored.isNone ? .none : .integer(1)
    } else {
      try reportBinned(id, change)
    }
    guard try mayWrite(change, stored: stored, item: id) else { return }
    if field == .gone, try othersWentOn(change, item: id) { return }
    try ValueCheck.check(field, change.now, kind: row.kind)
    try checkReference(field, change.now, row)
    try move([id], SumGroups(movedBy: field))
    if field == .gone { parents = [:] }
    if field == .start || field == .end { dated.insert(id) }
    try record(change, item: id)
    rows.set(field, field == .gone && !change.now.isNone ? .integer(op) : change.now)
  }

  /// An imported decision keeps who made it; nobody decides in another's name.
  private func applyDecider(_ id: ItemID, _ now: Value) throws {
    guard isFree(id), let person = now.integer else { throw Refusals.decider }
    guard try statements.exists("SELECT 1 FROM person WHERE id = ?", [person]) else {
      throw Refusals.noPerson
    }
    _ = try rows.item(id)
    rows.set(.decidedBy, now)
  }

  private func applyText(_ row: ItemRow, _ field: Field, _ change: Change) throws {
    let key: [Statements.Argument] = [row.id, field.rawValue]
    if waitingTexts.contains(row.id) { try flushTexts() }
    let stored = try statements.rows(
      "SELECT body FROM longtext WHERE item = ? AND field = ?", key
    ) { $0.value(0) }.first
    try reportBinned(row.id, change)
    guard try mayWrite(change, stored: stored ?? .none, item: row.id) else { return }
    try ValueCheck.check(field, change.now, kind: row.kind)
    try record(change, item: row.id)
    if change.now.isNone {
      try statements.run("DELETE FROM longtext WHERE item = ? AND field = ?", key)
      return
    }
    if texts.isAlmostFull { try flushTexts() }
    waitingTexts.insert(row.id)
    try texts.add(key + [change.now], statements)
  }

  /// Writes long texts, behind the items that they belong to.
  func flushTexts() throws {
    try rows.writeItemAndLine()
    try texts.flush(statements)
    waitingTexts = []
  }

  /// An edit of what somebody has binned since is a conflict, unless it restores it first.
  func reportBinned(_ item: ItemID, _ change: Change) throws {
    // What was live before is in the bin only by this edit itself.
    guard !madeItems.contains(item), !liveItems.contains(item) else { return }
    let gone = try rows.item(item)?[.gone].integer
    guard let gone, gone != op, binnedReported.insert(item).inserted else { return }
    let bin = ChangeTarget.item(item, .gone)
    let last = try lastChange(bin, item: item)
    conflicts.append(
      Conflict(
        change: Change(bin, was: .none, now: .none), theirs: .integer(1), who: last?.who,
        at: last?.at))
  }

  /// Taking back the making of an item that somebody else has worked on since would lose their work.
  private func othersWentOn(_ change: Change, item: ItemID) throws -> Bool {
    guard heading.act == .undo, let undone = heading.undoes, change.now == .integer(1),
      try statements.exists(
        "SELECT 1 FROM change WHERE op = ? AND thing = 1 AND id = ? AND field = 1", [undone, item])
    else { return false }
    let other = try statements.rows(
      """
      SELECT o.who, o.at FROM change c INDEXED BY change_item CROSS JOIN op o ON o.id = c.op
      WHERE c.item = ? AND c.op > ? AND o.who <> ? ORDER BY c.op DESC LIMIT 1
      """, [item, undone, try actor()]
    ) { (who: $0[0] as PersonID, at: $0[1] as Int64) }.first
    guard let other else { return false }
    conflicts.append(Conflict(change: change, theirs: .none, who: other.who, at: other.at))
    return true
  }

  private func checkReference(_ field: Field, _ value: Value, _ row: ItemRow) throws {
    guard let id = value.integer else { return }
    if let list = ValueCheck.list(field) { try checkEntry(id, list) }
    if field.type == .person {
      guard try statements.exists("SELECT 1 FROM person WHERE id = ?", [id]) else {
        throw Refusals.noPerson
      }
    }
    if field == .about || field == .decided {
      let kind = try statements.integer("SELECT kind FROM item WHERE id = ?", [id])
      let isDecision = kind == ItemKind.decision.rawValue
      guard let kind, kind > 0, field == .about || isDecision else { throw Refusals.noItem }
      guard field == .decided || !isDecision else { throw Refusals.aboutDecision }
    }
    guard field == .continues else { return }
    var next: ItemID? = id
    var steps = 0
    while let current = next, steps < 1_000 {
      if current == row.id { throw Refusals.continuesItself }
      let found = try statements.rows("SELECT kind, continues FROM item WHERE id = ?", [current]) {
        (kind: $0[0] as Int64, continues: $0[1] as ItemID?)
      }.first
      guard let found else { throw Refusals.noItem }
      guard found.kind == row.kind.rawValue else { throw Refusals.continuesKind }
      next = found.continues
      steps += 1
    }
  }

  func checkEntry(_ id: EntryID, _ list: ListKind) throws {
    let known =
      try entryLists[id] ?? statements.integer("SELECT list FROM entry WHERE id = ?", [id])
    guard known == list.rawValue else { throw Refusals.noEntry }
    entryLists[id] = known
  }

  // MARK: Links

  func applyLink(_ parent: ItemID, _ child: ItemID, _ change: Change) throws {
    guard [.none, .integer(0), .integer(1)].contains(change.now) else {
      throw Refusals.badValue(Words("支撑", "serves"))
    }
    let parentKind = try linkParent(parent, isAdded: !change.now.isNone)
    guard let row = try rows.item(child) else { throw Refusals.noItem }
    guard row.kind.parent == parentKind else { throw Refusals.linkKinds }
    try reportBinned(child, change)
    let key: [Statements.Argument] = [child, parent]
    let stored =
      try statements.rows(
        "SELECT main FROM link WHERE child = ? AND parent = ?", key
      ) { $0.value(0) }.first ?? .none
    guard try mayWrite(change, stored: stored, item: child) else { return }
    if stored == .integer(1) || change.now == .integer(1) { try move([child], .target) }
    try record(change, item: child)
    try rows.flush()
    switch (stored, change.now) {
    case (.none, let now):
      try statements.run(
        "INSERT INTO link(parent, period, sort, child, main) VALUES(?, ?, ?, ?, ?)",
        [parent, row.linkPeriod, row.linkSort, child, now])
    case (_, .none): try statements.run("DELETE FROM link WHERE child = ? AND parent = ?", key)
    case (_, let now):
      try statements.run("UPDATE link SET main = ? WHERE child = ? AND parent = ?", [now] + key)
    }
    if change.now == .integer(1) {
      try expectCost(of: parent)
      try statements.run("UPDATE item SET main = ? WHERE id = ?", [parent, child])
      childrenWithMain.insert(child)
    } else if stored == .integer(1) {
      try statements.run("UPDATE item SET main = NULL WHERE id = ? AND main = ?", key)
    }
  }

  /// The kind of an item that is to be a reason; one in the bin can't become it.
  private func linkParent(_ parent: ItemID, isAdded: Bool) throws -> ItemKind {
    if let known = parents[parent] { return known }
    guard let row = try rows.item(parent) else { throw Refusals.noItem }
    if row[.gone].isNone {
      parents[parent] = row.kind
    } else if isAdded {
      throw Refusals.parentBinned
    }
    return row.kind
  }
}
