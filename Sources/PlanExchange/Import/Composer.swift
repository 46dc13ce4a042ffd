import PlanModel

/// Collects the changes that fill a board, giving provisional ids as it goes.
struct Composer {
  private(set) var changes: [Change] = []
  private var lastID: Int64 = 0

  /// The next provisional id: negative, used once for whatever is created.
  mutating func newID() -> Int64 {
    lastID -= 1
    return lastID
  }

  /// Says a value that nobody said before; none writes nothing.
  mutating func set(_ target: ChangeTarget, _ now: Value) { change(target, was: .none, now: now) }

  mutating func change(_ target: ChangeTarget, was: Value, now: Value) {
    if was != now { changes.append(Change(target, was: was, now: now)) }
  }

  /// Creates an item; with a number it gets that code, else the next free one.
  mutating func item(_ kind: ItemKind, number: Int64? = nil, id: ItemID? = nil) -> ItemID {
    let id = id ?? newID()
    set(.item(id, .kind), .integer(kind.rawValue + (number ?? 0) * 16))
    return id
  }

  mutating func line(of item: ItemID, _ fields: KeyValuePairs<LineField, Value>) -> LineID {
    let id = newID()
    set(.line(id, .item), .integer(item))
    for (field, value) in fields { set(.line(id, field), value) }
    return id
  }

  mutating func entry(_ entry: Entry) -> EntryID {
    let id = newID()
    set(.entry(id, .list), .integer(entry.list.rawValue))
    for field in EntryField.allCases where field != .list {
      set(.entry(id, field), entry.value(of: field))
    }
    return id
  }

  mutating func person(_ person: Person) -> PersonID {
    let id = newID()
    for field in PersonField.allCases { set(.person(id, field), person.value(of: field)) }
    return id
  }

  /// Hands over what was collected and begins anew.
  mutating func take() -> [Change] {
    defer { changes.removeAll(keepingCapacity: true) }
    return changes
  }
}

extension Entry {
  func value(of field: EntryField) -> Value {
    switch field {
    case .list: .integer(list.rawValue)
    case .gone: isGone ? .integer(1) : .none
    case .code: .text(code)
    case .zh: Value(zh)
    case .en: Value(en)
    case .position: .integer(position)
    case .scale: scale == 0 ? .none : .integer(Int64(scale))
    case .unit: Value(unit)
    case .addsUp: Value(addsUp?.rawValue)
    case .better: Value(better?.rawValue)
    case .rhythm: Value(rhythm?.rawValue)
    }
  }
}

extension Person {
  func value(of field: PersonField) -> Value {
    switch field {
    case .name: .text(name)
    case .gone: isGone ? .integer(1) : .none
    case .zh: Value(zh)
    case .en: Value(en)
    case .department: Value(department?.rawValue)
    case .post: Value(post)
    case .postEn: Value(postEn)
    }
  }
}
