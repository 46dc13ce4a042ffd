import PlanModel

/// What codes and names in files stand for: a board's words and people, and those that an import
/// adds to them.
struct FileNames {
  var board: Board
  private var entryIDs: [ListKind: [String: EntryID]] = [:]
  private var entryCodes: [EntryID: String] = [:]
  private var personIDs: [String: PersonID] = [:]
  private var personNames: [PersonID: String] = [:]

  init(_ board: Board) {
    self.board = board
    for entry in board.entries.values { add(entry) }
    for person in board.people.values { add(person) }
  }

  mutating func add(_ entry: Entry) {
    board.entries[entry.id] = entry
    entryCodes[entry.id] = entry.code
    entryIDs[entry.list, default: [:]][entry.code] = entry.id
  }

  mutating func add(_ person: Person) {
    board.people[person.id] = person
    personNames[person.id] = person.name
    personIDs[person.name] = person.id
  }

  func entry(_ list: ListKind, _ code: String) -> Entry? {
    entryIDs[list]?[code].flatMap { board.entries[$0] }
  }
  /// The category of a line by its name.
  func category(ofLine code: String) -> Entry? {
    entry(.category, code) ?? board.category(ofLine: code)
  }
  func person(_ name: String) -> Person? { personIDs[name].flatMap { board.people[$0] } }
  func code(ofEntry id: EntryID?) -> String? { id.flatMap { entryCodes[$0] } }
  func name(ofPerson id: PersonID?) -> String? { id.flatMap { personNames[$0] } }

  /// How a value of a field stands in a file; items are the caller's business.
  func text(_ value: Value, _ type: FieldType) -> String {
    guard let number = value.integer else { return value.text ?? "" }
    switch type {
    case .department: return Department(rawValue: number)?.code ?? ""
    case .status: return Status(rawValue: number)?.code ?? ""
    case .stage: return Stage(rawValue: number)?.code ?? ""
    case .priority: return Priority(rawValue: number)?.code ?? ""
    case .confidence: return Confidence(rawValue: number)?.code ?? ""
    case .better: return Better(rawValue: number)?.code ?? ""
    case .addsUp: return AddsUp(rawValue: number)?.code ?? ""
    case .rhythm: return Rhythm(rawValue: number)?.code ?? ""
    case .verdict: return Verdict(rawValue: number)?.code ?? ""
    case .day: return Day(rawValue: number)?.description ?? ""
    case .period: return Period(rawValue: number)?.description ?? ""
    case .money: return DecimalText.format(number, scale: board.moneyScale)
    case .yesNo: return number == 1 ? "yes" : ""
    case .person: return name(ofPerson: number) ?? ""
    case .entry: return code(ofEntry: number) ?? ""
    case .percent, .text, .longText, .tags, .item, .hidden: return String(number)
    }
  }

  /// The value that a text in a file means in a field of a kind of item; an empty one is none.
  func value(_ text: String, _ type: FieldType, of kind: ItemKind) throws(TextFault) -> Value {
    guard !text.isEmpty else { return .none }
    switch type {
    case .text, .longText: return .text(text)
    case .tags:
      let tags = text.split(whereSeparator: { $0 == ";" || $0 == "\u{FF1B}" })
        .map { $0.trimmed }.filter { !$0.isEmpty }
      return Value(tags.joined(separator: ";"))
    case .department:
      if text == "none" { return .none }
      return try coded(Department.self, text)
    case .status: return try coded(Status.self, text)
    case .stage: return try coded(Stage.self, text)
    case .priority: return try coded(Priority.self, text)
    case .confidence: return try coded(Confidence.self, text)
    case .better: return try coded(Better.self, text)
    case .addsUp: return try coded(AddsUp.self, text)
    case .rhythm: return try coded(Rhythm.self, text)
    case .verdict: return try coded(Verdict.self, text)
    case .day:
      guard let day = Day(iso: text) else { throw .notADay }
      return .integer(day.rawValue)
    case .period:
      guard let period = Period(text) else { throw .notAPeriod }
      let wanted: Period.Unit = kind == .target ? .year : .quarter
      guard period.unit == wanted else { throw kind == .target ? .notAYear : .notAQuarter }
      return .integer(period.rawValue)
    case .money: return .integer(try TextFault.amount(text, scale: board.moneyScale))
    case .percent:
      guard let number = Int64(text), (0...100).contains(number) else { throw .notAPercent }
      return .integer(number)
    case .yesNo:
      switch text {
      case "true", "yes", "1": return .integer(1)
      case "false", "no", "0": return .none
      default: throw .unknown(["yes", "no"])
      }
    case .person:
      guard let person = person(text) else {
        throw .unknownPerson(
          text, personIDs.keys.filter { person($0)?.isGone == false }.sorted())
      }
      return .integer(person.id)
    case .entry(let list):
      guard let entry = entry(list, text) else { throw .unknown(board.list(list).map(\.code)) }
      return .integer(entry.id)
    case .item, .hidden: throw .notANumber
    }
  }

  private func coded<T: Coded & RawRepresentable>(_: T.Type, _ text: String) throws(TextFault)
    -> Value where T.RawValue == Int64
  {
    guard let value = T(code: text) else { throw .unknown(T.allCases.map(\.code)) }
    return .integer(value.rawValue)
  }
}

extension Board {
  /// The category of an expense line by its name: `media-2` is of `media`.
  public func category(ofLine name: String) -> Entry? {
    if let own = entry(.category, code: name) { return own }
    let parts = name.split(separator: "-")
    guard parts.count > 1, let last = parts.last, let number = Int(last), number > 1 else {
      return nil
    }
    return entry(.category, code: parts.dropLast().joined(separator: "-"))
  }
}
