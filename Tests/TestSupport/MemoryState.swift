import PlanModel

/// Everything of a board in plain dictionaries; the values are as the model defines them.
struct MemoryState {
  struct Step {
    var id: OpID
    var at: Int64
    var who: PersonID
    var act: Act
    var reason: String
    var undoes: OpID?
    var changes: [Change]
  }

  var board = Board()
  var mappings: [String: String] = [:]
  var taken: [Int64: ItemID] = [:]
  /// Fields without the long ones; `main`, `money` are filled when an item is read.
  var items: [ItemID: Item] = [:]
  var texts: [ItemID: [Field: String]] = [:]
  /// child → parent → whether it is the main one.
  var links: [ItemID: [ItemID: Bool]] = [:]
  var lines: [LineID: Line] = [:]
  var figures: [LineID: [Period: Figure]] = [:]
  var comments: [CommentID: Comment] = [:]
  var goneComments: Set<CommentID> = []
  var accepted: [ItemID: [Rule: String]] = [:]
  var notes: [CellAddress: String] = [:]
  var numbers: [ItemKind: Int64] = [:]
  var steps: [Step] = []

  /// What stands now; nil where the thing itself doesn't exist.
  func value(_ target: ChangeTarget) -> Value? {
    switch target {
    case .item(let id, let field):
      guard let item = items[id] else { return nil }
      // Said by an import once, never compared.
      if field == .decidedBy { return Value.none }
      return field.isLong ? Value(texts[id]?[field]) : item[field]
    case .line(let id, let field): return lines[id].map { $0[field] }
    case .figure(let line, let column, let period):
      return lines[line].map { _ in Value(figures[line]?[period]?[column]) }
    case .link(let parent, let child):
      guard items[parent] != nil, items[child] != nil else { return nil }
      return Value(links[child]?[parent].map { $0 ? 1 : 0 })
    case .comment(let id, let field):
      guard let comment = comments[id] else { return nil }
      return switch field {
      case .item: .integer(comment.item)
      case .gone: Value(goneComments.contains(id) ? 1 : nil)
      case .body: Value(comment.body)
      // Said by an import once, never compared.
      case .who, .at: Value.none
      }
    case .entry(let id, let field): return board.entries[id].map { $0[field] }
    case .person(let id, let field): return board.people[id].map { $0[field] }
    case .setting(let setting): return board.settings[setting] ?? Value.none
    case .state(let period): return Value(board.states[period]?.rawValue)
    case .accepted(let item, let rule):
      return items[item].map { _ in Value(accepted[item]?[rule]) }
    case .envelope(let quarter, let purse): return Value(board.envelopes[quarter, purse])
    case .note(let line, let column, let period):
      let cell = CellAddress(line: line, column: column, period: period)
      return lines[line].map { _ in Value(notes[cell]) }
    case .mapping(let name): return Value(mappings[name])
    case .taken(let mark): return Value(taken[mark])
    }
  }

  mutating func set(_ target: ChangeTarget, _ value: Value) {
    let number = value.integer
    switch target {
    case .item(let id, let field):
      if field.isLong {
        texts[id, default: [:]][field] = value.text
      } else {
        items[id]?.fields[field] = value.isNone ? nil : value
      }
    case .line(let id, let field): lines[id]?.fields[field] = value.isNone ? nil : value
    case .figure(let line, let column, let period):
      var figure = figures[line]?[period] ?? Figure(line: line, period: period)
      figure[column] = number
      figures[line, default: [:]][period] = figure.isEmpty ? nil : figure
    case .link(let parent, let child):
      links[child, default: [:]][parent] = number.map { $0 == 1 }
    case .comment(let id, let field):
      switch field {
      case .item: break
      case .gone:
        if value.isNone { goneComments.remove(id) } else { goneComments.insert(id) }
      case .body: comments[id]?.body = value.text ?? ""
      case .who: comments[id]?.who = value.integer ?? 0
      case .at: comments[id]?.at = value.integer ?? 0
      }
    case .entry(let id, let field): board.entries[id]?[field] = value
    case .person(let id, let field): board.people[id]?[field] = value
    case .setting(let setting): board.settings[setting] = value.isNone ? nil : value
    case .state(let period): board.states[period] = number.flatMap { PeriodState(rawValue: $0) }
    case .accepted(let item, let rule): accepted[item, default: [:]][rule] = value.text
    case .envelope(let quarter, let purse): board.envelopes[quarter, purse] = number
    case .note(let line, let column, let period):
      notes[CellAddress(line: line, column: column, period: period)] = value.text
    case .mapping(let name): mappings[name] = value.text
    case .taken(let mark): taken[mark] = number
    }
  }

  /// Makes the thing of a creating change and says its id; nil where the value makes no sense.
  mutating func create(_ target: ChangeTarget, _ value: Value, who: PersonID, at: Int64) -> Int64? {
    switch target {
    case .item:
      guard let number = value.integer, number > 0, let kind = ItemKind(rawValue: number & 15)
      else { return nil }
      let id = (items.keys.max() ?? 0) + 1
      // Files ask for a number: it stands above the kind's four bits.
      let code = ItemCode(
        kind: kind, number: number >> 4 > 0 ? number >> 4 : (numbers[kind] ?? 0) + 1)
      if items.values.contains(where: { $0.code == code }) { return nil }
      numbers[kind] = max(numbers[kind] ?? 0, code.number)
      items[id] = Item(id: id, code: code)
      if kind == .decision { items[id]?.fields[.decidedBy] = .integer(who) }
      return id
    case .line:
      guard let item = value.integer, items[item] != nil else { return nil }
      let id = (lines.keys.max() ?? 0) + 1
      lines[id] = Line(id: id, item: item)
      return id
    case .comment:
      guard let item = value.integer, items[item] != nil else { return nil }
      let id = (comments.keys.max() ?? 0) + 1
      comments[id] = Comment(id: id, item: item, who: who, at: at, body: "")
      return id
    case .entry:
      guard let list = value.integer.flatMap({ ListKind(rawValue: $0) }) else { return nil }
      let id = (board.entries.keys.max() ?? 0) + 1
      board.entries[id] = Entry(id: id, list: list, code: "", zh: "", en: "")
      return id
    case .person:
      guard let name = value.text, board.person(named: name) == nil else { return nil }
      return addPerson(name)
    default: return nil
    }
  }

  mutating func addPerson(_ name: String) -> PersonID {
    let id = (board.people.keys.max() ?? 0) + 1
    board.people[id] = Person(id: id, name: name)
    return id
  }

  /// The item that a change belongs to.
  func item(of target: ChangeTarget) -> ItemID? {
    switch target {
    case .item(let id, _), .link(_, let id), .accepted(let id, _): id
    case .line(let id, _), .figure(let id, _, _), .note(let id, _, _): lines[id]?.item
    case .comment(let id, _): comments[id]?.item
    case .entry, .person, .setting, .state, .envelope, .mapping, .taken: nil
    }
  }
}

extension Entry {
  /// The fields of a word as the history names them.
  subscript(field: EntryField) -> Value {
    get {
      switch field {
      case .list: .integer(list.rawValue)
      case .gone: Value(isGone ? 1 : nil)
      case .code: Value(code)
      case .zh: Value(zh)
      case .en: Value(en)
      case .position: Value(position == 0 ? nil : position)
      case .scale: Value(scale == 0 ? nil : Int64(scale))
      case .unit: Value(unit)
      case .addsUp: Value(addsUp?.rawValue)
      case .better: Value(better?.rawValue)
      case .rhythm: Value(rhythm?.rawValue)
      }
    }
    set {
      let number = newValue.integer
      switch field {
      case .list: break
      case .gone: isGone = number == 1
      case .code: code = newValue.text ?? ""
      case .zh: zh = newValue.text ?? ""
      case .en: en = newValue.text ?? ""
      case .position: position = number ?? 0
      case .scale: scale = Int(number ?? 0)
      case .unit: unit = newValue.text
      case .addsUp: addsUp = number.flatMap { AddsUp(rawValue: $0) }
      case .better: better = number.flatMap { Better(rawValue: $0) }
      case .rhythm: rhythm = number.flatMap { Rhythm(rawValue: $0) }
      }
    }
  }
}

extension Person {
  /// The fields of a person as the history names them.
  subscript(field: PersonField) -> Value {
    get {
      switch field {
      case .name: Value(name)
      case .gone: Value(isGone ? 1 : nil)
      case .zh: Value(zh)
      case .en: Value(en)
      case .department: Value(department?.rawValue)
      case .post: Value(post)
      case .postEn: Value(postEn)
      }
    }
    set {
      switch field {
      case .name: name = newValue.text ?? ""
      case .gone: isGone = newValue.integer == 1
      case .zh: zh = newValue.text ?? ""
      case .en: en = newValue.text ?? ""
      case .department: department = newValue.integer.flatMap { Department(rawValue: $0) }
      case .post: post = newValue.text ?? ""
      case .postEn: postEn = newValue.text ?? ""
      }
    }
  }
}
