import PlanModel

/// What an edit makes.
extension Saving {
  /// Makes the thing of a creating change and gives it its id.
  func create(_ change: Change, _ given: Change) throws -> Bool {
    let id: Int64
    switch change.target {
    case .item(let item, _):
      guard item < 0 else { throw Refusals.noReplacement }
      id = try createItem(change)
    case .line(let line, _):
      guard line < 0 else { throw Refusals.noReplacement }
      id = try createLine(change)
    case .comment(let comment, _):
      guard comment < 0 else { throw Refusals.noReplacement }
      id = try createComment(change)
    case .entry(let entry, _):
      guard entry < 0 else { throw Refusals.noReplacement }
      id = try createEntry(change)
    case .person(let person, _):
      guard person < 0 else { throw Refusals.noReplacement }
      id = try createPerson(change)
    default: return false
    }
    if let provisional = Saving.provisional(given.target) { ids[provisional] = id }
    return true
  }

  private static func provisional(_ target: ChangeTarget) -> Int64? {
    switch target {
    case .item(let id, _), .line(let id, _), .comment(let id, _), .entry(let id, _),
      .person(let id, _):
      id
    default: nil
    }
  }

  private func createItem(_ change: Change) throws -> ItemID {
    guard let value = change.now.integer, let kind = ItemKind(rawValue: value & 15), value > 0
    else {
      throw Refusals.badValue(Field.kind.words)
    }
    let number = try number(value >> 4, kind)
    let id = try nextItem ?? (statements.integer("SELECT max(id) FROM item") ?? 0) + 1
    nextItem = id + 1
    madeItems.insert(id)
    try record(Change(.item(id, .kind), was: .none, now: .integer(kind.rawValue)), item: id)
    try rows.begin(ItemRow(id: id, kind: kind, number: number, isNew: true))
    // Who decides is whoever saves the decision.
    if kind == .decision { rows.set(.decidedBy, .integer(try actor())) }
    try move([id], .all)
    codes.append(ItemCode(kind: kind, number: number))
    return id
  }

  /// The number asked for, if it is free, else the next one.
  private func number(_ wanted: Int64, _ kind: ItemKind) throws -> Int64 {
    var last =
      try counters[kind]
      ?? statements.integer("SELECT last FROM counter WHERE kind = ?", [kind.rawValue]) ?? 0
    if wanted == 0 {
      last += 1
      counters[kind] = last
      return last
    }
    if wanted <= last {
      try rows.flush()
      if try statements.exists(
        "SELECT 1 FROM item WHERE kind = ? AND number = ?", [kind.rawValue, wanted])
      {
        throw Refusals.taken(ItemCode(kind: kind, number: wanted))
      }
    }
    counters[kind] = max(last, wanted)
    return wanted
  }

  private func createLine(_ change: Change) throws -> LineID {
    guard let item = change.now.integer else { throw Refusals.badValue(Words("费用项", "line")) }
    let kind = try kind(of: item)
    try reportBinned(item, change)
    let id = try nextLine ?? (statements.integer("SELECT max(id) FROM line") ?? 0) + 1
    nextLine = id + 1
    let made = Change(.line(id, .item), was: .none, now: .integer(item))
    try record(made, item: item)
    try rows.begin(LineRow(id: id, item: item, isNew: true))
    figureLine = LineOwner(line: id, item: item, kind: kind)
    return id
  }

  private func createComment(_ change: Change) throws -> CommentID {
    guard let item = change.now.integer else { throw Refusals.badValue(Words("留言", "comment")) }
    _ = try kind(of: item)
    try reportBinned(item, change)
    let who = try actor()
    _ = try begun()
    try rows.flush()
    try statements.run("INSERT INTO comment(item, who, at) VALUES(?, ?, ?)", [item, who, at])
    let id = statements.db.lastInsertedRowID
    try record(Change(.comment(id, .item), was: .none, now: .integer(item)), item: item)
    return id
  }

  private func createEntry(_ change: Change) throws -> EntryID {
    guard let list = change.now.integer.flatMap({ ListKind(rawValue: $0) }) else {
      throw Refusals.badValue(Words("列表", "list"))
    }
    try statements.run("INSERT INTO entry(list) VALUES(?)", [list.rawValue])
    let id = statements.db.lastInsertedRowID
    entryLists[id] = list.rawValue
    try record(Change(.entry(id, .list), was: .none, now: change.now), item: 0)
    return id
  }

  private func createPerson(_ change: Change) throws -> PersonID {
    guard let name = change.now.text else { throw Refusals.badValue(Words("姓名", "name")) }
    let id: PersonID
    if let adopted = adoptActor(named: name) {
      id = adopted
    } else {
      if try statements.exists("SELECT 1 FROM person WHERE name = ?", [name]) {
        throw Refusals.input("成员已有此名：\(name)；换一个", "there is somebody of that name: \(name)")
      }
      try statements.run("INSERT INTO person(name) VALUES(?)", [name])
      id = statements.db.lastInsertedRowID
    }
    try record(Change(.person(id, .name), was: .none, now: change.now), item: 0)
    return id
  }
}
