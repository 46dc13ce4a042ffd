import PlanModel

/// Brings a file's settings, lists and people to a board.
///
/// A board without items takes the file's as they are; one with items keeps its own settings and
/// words, and gets what it lacks.
struct BoardImport {
  var names: FileNames
  private(set) var count = 0
  private let isFresh: Bool
  private let updates: Bool

  init(_ board: Board, isFresh: Bool, updates: Bool) {
    names = FileNames(board)
    self.isFresh = isFresh
    self.updates = updates
  }

  /// - Throws: a fault where the file's fiscal year or currency doesn't fit the board's.
  mutating func apply(_ record: BoardRecord, to composer: inout Composer) throws(FileFault) {
    try checkFit(record)
    let before = composer.changes.count
    applySettings(record, to: &composer)
    applyEntries(record.entries, to: &composer)
    applyPeople(record.people, to: &composer)
    if composer.changes.count > before { count += 1 }
  }

  /// The states of quarters and years, said at the end, so that nothing is frozen before it stands.
  func applyStates(_ record: BoardRecord, to composer: inout Composer) {
    guard isFresh || updates else { return }
    for (period, state) in record.states {
      composer.change(
        .state(period), was: Value(names.board.states[period]?.rawValue),
        now: .integer(state.rawValue))
    }
    for (cell, amount) in record.envelopes {
      composer.change(
        .envelope(cell.quarter, cell.purse),
        was: Value(names.board.envelopes[cell.quarter, cell.purse]), now: .integer(amount))
    }
  }

  private func checkFit(_ record: BoardRecord) throws(FileFault) {
    guard !isFresh else { return }
    let board = names.board
    if let start = record.settings[.fiscalStart]?.integer, start != board.calendar.firstMonth {
      throw FileFault(
        line: record.line, column: record.column, heading: "fiscal_start", value: String(start),
        Words(
          "财年起始月与本板不同；导入到新板", "the fiscal year differs from the board's; import into a new board"))
    }
    if let currency = record.settings[.currency]?.text, currency != board.currency {
      throw FileFault(
        line: record.line, column: record.column, heading: "currency", value: currency,
        Words("币种与本板不同；导入到新板", "the currency differs from the board's; import into a new board"))
    }
  }

  private mutating func applySettings(_ record: BoardRecord, to composer: inout Composer) {
    for setting in Setting.allCases where setting != .identifier {
      guard isFresh, let now = record.settings[setting] else { continue }
      composer.change(
        .setting(setting), was: names.board.settings[setting] ?? .none, now: now)
      names.board.settings[setting] = now
    }
  }

  private mutating func applyEntries(_ entries: [Entry], to composer: inout Composer) {
    for entry in entries {
      guard let own = names.entry(entry.list, entry.code) else {
        var new = entry
        if !isFresh {
          new.position = (names.board.list(entry.list).map(\.position).max() ?? 0) + 1
        }
        new.id = composer.entry(new)
        names.add(new)
        continue
      }
      guard isFresh || updates else { continue }
      for field in EntryField.allCases where field != .list && (isFresh || field != .position) {
        composer.change(
          .entry(own.id, field), was: own.value(of: field), now: entry.value(of: field))
      }
      var changed = entry
      changed.id = own.id
      names.add(changed)
    }
    guard isFresh else { return }
    for kind in ListKind.allCases where entries.contains(where: { $0.list == kind }) {
      let codes = Set(entries.filter { $0.list == kind }.map(\.code))
      for own in names.board.list(kind) where !codes.contains(own.code) {
        composer.change(.entry(own.id, .gone), was: .none, now: .integer(1))
      }
    }
  }

  private mutating func applyPeople(_ people: [Person], to composer: inout Composer) {
    for person in people {
      guard let own = names.person(person.name) else {
        var new = person
        new.id = composer.person(new)
        names.add(new)
        continue
      }
      guard isFresh || updates else { continue }
      for field in PersonField.allCases where field != .name {
        composer.change(
          .person(own.id, field), was: own.value(of: field), now: person.value(of: field))
      }
    }
  }
}
