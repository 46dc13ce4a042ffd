import PlanModel

/// Which items an export holds.
struct ExportScope {
  var kinds: [ItemKind]
  var period: Period?
  var calendar: FiscalCalendar

  func holds(_ item: Item) -> Bool {
    guard kinds.contains(item.kind) else { return false }
    guard let period, item.kind != .trend else { return true }
    guard let home = item.period else { return false }
    if item.kind == .target { return calendar.year(of: period) == calendar.year(of: home) }
    return calendar.contains(period, home) || calendar.contains(home, period)
  }
}

/// The codes of items by id, asked for once.
final class CodeBook {
  private let reading: any BoardReading
  private var codes: [ItemID: ItemCode] = [:]
  private var lines: [LineID: String]?

  init(_ reading: any BoardReading) { self.reading = reading }

  func code(of id: ItemID) throws -> ItemCode? {
    if let known = codes[id] { return known }
    let code = try reading.items(ids: [id]).first?.code
    codes[id] = code
    return code
  }

  /// A target's line as files name it: `Y1`, `Y1:east`.
  func line(_ id: LineID) throws -> String? {
    if lines == nil {
      var found: [LineID: String] = [:]
      try reading.forEachItem([.target]) { plan in
        for line in plan.detail.lines {
          let code = plan.detail.item.code.description
          found[line.id] = line.code.isEmpty ? code : "\(code):\(line.code)"
        }
      }
      lines = found
    }
    return lines?[id]
  }
}

/// The words and people that stand in a file: those in use, and those in the bin that an item still
/// names. Somebody of whom nothing but the name is known stands there only if an item names him.
struct UsedWords {
  private let board: Board
  private var entryIDs: Set<EntryID> = []
  private var personIDs: Set<PersonID> = []

  init(_ board: Board, _ reading: any BoardReading, _ scope: ExportScope) throws {
    self.board = board
    guard
      board.entries.values.contains(where: \.isGone)
        || board.people.values.contains(where: { $0.isGone || $0.isBare })
    else { return }
    var entries: Set<EntryID> = []
    var people: Set<PersonID> = []
    try reading.forEachItem(scope.kinds) { plan in
      guard scope.holds(plan.detail.item) else { return }
      for (field, value) in plan.detail.item.fields {
        guard let id = value.integer else { continue }
        switch field.type {
        case .entry: entries.insert(id)
        case .person: people.insert(id)
        default: break
        }
      }
      for line in plan.detail.lines {
        for field in [LineField.category, .region, .channel, .product] {
          if let id = line[field].integer { entries.insert(id) }
        }
      }
      people.formUnion(plan.detail.comments.map(\.who))
    }
    entryIDs = entries
    personIDs = people
  }

  func entries(_ kind: ListKind) -> [Entry] {
    board.entries.values.filter { $0.list == kind && (!$0.isGone || entryIDs.contains($0.id)) }
      .sorted { ($0.position, $0.id) < ($1.position, $1.id) }
  }

  /// By name: the ids tell only in which order a board got to know them.
  func people() -> [Person] {
    board.people.values.filter { !$0.isGone && !$0.isBare || personIDs.contains($0.id) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }
}

extension Person {
  /// Nothing but the name is known: somebody who has once saved something.
  var isBare: Bool {
    zh.isEmpty && en.isEmpty && department == nil && post.isEmpty && postEn.isEmpty
  }
}
