import PlanModel
import TextCanvas

/// The pickers: items, people, words of the board's lists.
enum ItemPickers {
  /// `o`: who owns these items.
  static func owner(_ items: [Item]) -> Picker<Value> {
    people(Words("指派给", "Owner")) { value, state in
      state.again = { give(ItemActions.chosen($0), to: value, &$0) }
      return give(items, to: value, &state)
    }
  }

  private static func give(
    _ items: [Item], to owner: Value, _ state: inout AppState
  ) -> [Effect] {
    let edit = Acts.set(.owner, to: owner, of: items, act: .owner)
    guard !edit.changes.isEmpty else { return [] }
    let name = owner.integer.flatMap { state.board.people[$0] }?.display(state.language) ?? "–"
    let what = items.count == 1 ? "\(items[0].code)" : "\(items.count)"
    state.home.clearMarks()
    return [
      .save(
        edit, Purpose(notice: Words("\(what) 指派给 \(name)   u 撤销", "\(what) to \(name)   u undo")))
    ]
  }

  static func people(
    _ title: Words, _ pick: @escaping @Sendable (Value, inout AppState) -> [Effect]
  ) -> Picker<Value> {
    Picker(
      title: title,
      search: { text, state, _ in
        let rows = state.board.team.map { person in
          let isEnglish = state.language == .english && !person.postEn.isEmpty
          let post = isEnglish ? person.postEn : person.post
          let department = person.department?.words(state.language) ?? ""
          return Picker<Value>.Row(
            key: person.name,
            text: "\(person.display(state.language))   \(department) \(post)",
            choice: .integer(person.id))
        }
        let none = Picker<Value>.Row(
          key: "–", text: Words("没有负责人", "nobody")(state.language), choice: .none)
        return matching(rows + [none], text)
      }, pick: pick)
  }

  static func entries(
    _ list: ListKind, _ pick: @escaping @Sendable (Value, inout AppState) -> [Effect]
  ) -> Picker<Value> {
    Picker(
      title: list.words,
      search: { text, state, _ in
        let rows = state.board.list(list).map {
          Picker<Value>.Row(
            key: $0.code, text: $0.name(state.language), choice: .integer($0.id))
        }
        let none = Picker<Value>.Row(
          key: "–", text: Words("无", "none")(state.language), choice: .none)
        return matching(rows + (list == .category ? [] : [none]), text)
      }, pick: pick)
  }

  /// A category for a new expense line.
  static func category(
    _ pick: @escaping @Sendable (Entry) -> @Sendable (inout AppState, Environment) -> [Effect]
  ) -> Picker<Value> {
    entries(.category) { value, state in
      guard let entry = value.integer.flatMap({ state.board.entries[$0] }) else { return [] }
      return pick(entry)(&state, Environment(now: 0, today: state.today))
    }
  }

  /// The picker of a field of the form.
  static func value(
    for field: Field, _ state: AppState,
    _ pick: @escaping @Sendable (Value, inout AppState) -> [Effect]
  ) -> any Overlay {
    switch field.type {
    case .entry(let list): entries(list, pick)
    case .item:
      item(.activity, title: field.words) { item, state in
        pick(.integer(item.id), &state)
      }
    default: people(field.words, pick)
    }
  }

  static func matching<T>(_ rows: [Picker<T>.Row], _ text: String) -> [Picker<T>.Row] {
    let words = Folding.fold(text).split(separator: " ")
    return rows.filter { row in
      let body = Folding.fold("\(row.key) \(row.text)")
      return words.allSatisfy { body.contains($0) }
    }
  }

  /// A picker of items of one kind, searched in both titles and the code.
  static func item(
    _ kind: ItemKind, title: Words, _ pick: @escaping @Sendable (Item, inout AppState) -> [Effect]
  ) -> Picker<Item> {
    Picker(
      title: title,
      search: { text, state, reader in
        try reader.find(kind, text: text, limit: 50).map {
          Picker<Item>.Row(
            key: $0.code.description, text: $0.title(state.language), choice: $0)
        }
      }, pick: pick)
  }
}
