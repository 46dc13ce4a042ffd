extension Acts {
  /// Gives items to a department, or to nobody.
  public static func assign(_ items: [Item], to lead: Department?) -> Edit {
    set(.lead, to: Value(lead?.rawValue), of: items, act: .assign)
  }

  /// One value for a field of one or many items. Long fields aren't in an ``Item``: use
  /// ``setText(_:was:to:of:act:reason:)``.
  public static func set(
    _ field: Field, to value: Value, of items: [Item], act: Act = .edit, reason: String = ""
  ) -> Edit {
    edit(
      act, items.map { change(.item($0.id, field), was: $0[field], now: value) }, reason: reason)
  }

  /// A value of any field with what its author saw.
  public static func setText(
    _ field: Field, was: Value, to value: Value, of item: ItemID, act: Act = .edit,
    reason: String = ""
  ) -> Edit {
    edit(act, [change(.item(item, field), was: was, now: value)], reason: reason)
  }

  /// A new item with its fields and reasons. A new target or trend gets its main line (with an
  /// empty code), whose id is `provisional - 1`; it takes unit, adding up and direction from the
  /// item's fields.
  /// - Parameters:
  ///   - serves: the items that justify it; the first becomes the main one if none is marked.
  ///   - unit: the code of the unit of the main line's amounts.
  ///   - scale: decimals of these amounts (``Board/scale(ofUnit:)``).
  ///   - provisional: the negative id of the new item in this edit.
  public static func create(
    _ kind: ItemKind, fields: [Field: Value], serves: [(ItemID, isMain: Bool)] = [],
    unit: String? = nil, scale: Int = 2, provisional: Int64 = -1
  ) -> Edit {
    var changes: [Change?] = [
      change(.item(provisional, .kind), was: .none, now: .integer(kind.rawValue))
    ]
    for field in Field.allCases where field != .kind && field != .gone {
      changes.append(
        change(.item(provisional, field), was: .none, now: fields[field] ?? .none))
    }
    for (parent, isMain) in withMain(serves) {
      changes.append(
        change(
          .link(parent: parent, child: provisional), was: .none, now: .integer(isMain ? 1 : 0)))
    }
    if kind.hasMainLine {
      let line: [LineField: Value] = [
        .unit: Value(unit), .scale: .integer(Int64(scale)),
        .addsUp: fields[.addsUp] ?? .none, .better: fields[.better] ?? .none,
      ]
      changes += creation(ofLine: provisional - 1, in: provisional, line)
    }
    return edit(.create, changes)
  }

  /// Puts items into the bin; their history stays, and they can be restored.
  public static func bin(_ items: [Item]) -> Edit {
    set(.gone, to: .integer(1), of: items, act: .bin)
  }

  /// Takes items out of the bin.
  public static func restore(_ items: [Item]) -> Edit {
    set(.gone, to: .none, of: items, act: .restore)
  }

  /// Another list of reasons for an item. Links are taken away before others are made.
  public static func link(
    child: ItemID, was: [(ItemID, isMain: Bool)], now: [(ItemID, isMain: Bool)]
  ) -> Edit {
    let seen = values(was)
    let wanted = values(withMain(now))
    let parents = Set(seen.keys).union(wanted.keys).sorted {
      (wanted[$0]?.integer ?? -1, $0) < (wanted[$1]?.integer ?? -1, $1)
    }
    return edit(
      .link,
      parents.map {
        change(
          .link(parent: $0, child: child), was: seen[$0] ?? .none, now: wanted[$0] ?? .none)
      })
  }

  private static func values(_ links: [(ItemID, isMain: Bool)]) -> [ItemID: Value] {
    Dictionary(links.map { ($0.0, .integer($0.isMain ? 1 : 0)) }) { a, b in
      (a.integer ?? 0) >= (b.integer ?? 0) ? a : b
    }
  }

  /// The same links, each parent once, with exactly one main one (the first marked, else the first).
  private static func withMain(_ links: [(ItemID, isMain: Bool)]) -> [(ItemID, isMain: Bool)] {
    let main = (links.first { $0.isMain } ?? links.first)?.0
    var seen: Set<ItemID> = []
    return links.filter { seen.insert($0.0).inserted }.map { ($0.0, isMain: $0.0 == main) }
  }
}
