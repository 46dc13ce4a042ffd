extension Acts {
  /// A new word of one of the board's lists. Its id is taken from the entry, and must be negative.
  public static func newEntry(_ entry: Entry) -> Edit {
    let id = entry.id
    let fields: [(EntryField, Value)] = [
      (.list, .integer(entry.list.rawValue)), (.code, Value(entry.code)), (.zh, Value(entry.zh)),
      (.en, Value(entry.en)), (.position, .integer(entry.position)),
      (.scale, entry.list == .unit ? .integer(Int64(entry.scale)) : .none),
      (.unit, Value(entry.unit)), (.addsUp, Value(entry.addsUp?.rawValue)),
      (.better, Value(entry.better?.rawValue)), (.rhythm, Value(entry.rhythm?.rawValue)),
    ]
    return edit(.settings, fields.map { change(.entry(id, $0.0), was: .none, now: $0.1) })
  }

  /// Another name for a word of a list; its code stays.
  public static func renameEntry(_ entry: Entry, zh: String? = nil, en: String? = nil) -> Edit {
    edit(
      .settings,
      [
        change(.entry(entry.id, .zh), was: Value(entry.zh), now: Value(zh ?? entry.zh)),
        change(.entry(entry.id, .en), was: Value(entry.en), now: Value(en ?? entry.en)),
      ])
  }

  /// Offers a word no more; what refers to it keeps it.
  public static func binEntry(_ entry: Entry) -> Edit {
    edit(
      .settings,
      [change(.entry(entry.id, .gone), was: Value(entry.isGone ? 1 : nil), now: .integer(1))])
  }

  /// Somebody new. The id is taken from the person, and must be negative.
  public static func newPerson(_ person: Person) -> Edit {
    let fields: [(PersonField, Value)] = [
      (.name, Value(person.name)), (.zh, Value(person.zh)), (.en, Value(person.en)),
      (.department, Value(person.department?.rawValue)), (.post, Value(person.post)),
      (.postEn, Value(person.postEn)),
    ]
    return edit(
      .settings, fields.map { change(.person(person.id, $0.0), was: .none, now: $0.1) })
  }

  /// Another value of a field of a person.
  public static func editPerson(
    _ person: Person, _ field: PersonField, was: Value, now: Value
  ) -> Edit {
    edit(.settings, [change(.person(person.id, field), was: was, now: now)])
  }
}
