import PlanModel

/// The outcome of an edit that is already on the board: an edit whose answer was lost is looked up
/// by its uid, never repeated.
enum SavedAgain {
  static func find(_ uid: [UInt8], _ statements: Statements) throws -> OpID? {
    try statements.integer("SELECT id FROM op WHERE uid = ?", [Uid(uid)])
  }

  /// The ids and codes that the edit's creations were given, read from what they made.
  static func saved(_ edit: Edit, _ op: OpID, _ statements: Statements) throws -> Saved {
    var recorded: [Int64: [Int64]] = [:]
    _ = try statements.rows(
      "SELECT thing, id, field, period, was, now FROM change WHERE op = ? ORDER BY seq", [op]
    ) { row in
      let code = ChangeCode(row, at: 0)
      guard let target = code.target else { return }
      let change = Change(target, was: row.value(4), now: row.value(5))
      if change.isCreation { recorded[code.thing, default: []].append(code.id) }
    }
    var saved = Saved(op: op)
    var inside: [String: [Int64]] = [:]
    func next(_ thing: Int64) -> Int64? {
      guard recorded[thing]?.isEmpty == false else { return nil }
      return recorded[thing]?.removeFirst()
    }
    /// Lines and comments of an item that the edit made aren't recorded: they are its first ones.
    func next(_ table: String, of item: ItemID) throws -> Int64? {
      let key = "\(table) \(item)"
      if inside[key] == nil {
        inside[key] = try statements.rows(
          "SELECT id FROM \(table) WHERE item = ? ORDER BY id", [item]
        ) { $0[0] }
      }
      guard inside[key]?.isEmpty == false else { return nil }
      return inside[key]?.removeFirst()
    }
    for change in edit.changes where change.isCreation {
      switch change.target {
      case .item(let id, _):
        guard let real = next(1) else { continue }
        saved.ids[id] = real
        if let item = try ItemQuery.items([real], statements).first {
          saved.codes.append(item.code)
        }
      case .line(let id, _):
        let item = change.now.integer ?? 0
        saved.ids[id] =
          item < 0 ? try next("line", of: saved.ids[item] ?? 0) : next(2)
      case .comment(let id, _):
        let item = change.now.integer ?? 0
        saved.ids[id] =
          item < 0 ? try next("comment", of: saved.ids[item] ?? 0) : next(5)
      case .entry(let id, _): saved.ids[id] = next(6)
      case .person(let id, _): saved.ids[id] = next(7)
      default: break
      }
    }
    return saved
  }
}
