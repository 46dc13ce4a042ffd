import PlanModel

/// Brings a file's settings, lists and people to a board.
///
/// A board without items takes the file's as they are; one with items keeps its own settings and
/// words, and gets what it lacks. Envelopes and the states of periods are money and approval: a board
/// without items takes those that it says nothing of itself, and only an update changes or adds
/// others.
struct BoardImport {
  var names: FileNames
  private var changed = BoardChanges()
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
    changed.settings = composer.changes.count - before
    applyEntries(record.entries, to: &composer)
    applyPeople(record.people, to: &composer)
  }

  /// The states of quarters and years, said at the end, so that nothing is frozen before it stands.
  func applyStates(_ record: BoardRecord, to composer: inout Composer) {
    for change in states(record) + envelopes(record) {
      composer.change(change.target, was: change.was, now: change.now)
    }
  }

  /// All that the file does to the board itself, once it is applied.
  func changed(by record: BoardRecord) -> BoardChanges {
    var all = changed
    all.envelopes = envelopes(record).count
    all.states = states(record).compactMap { change in
      guard case .state(let period) = change.target else { return nil }
      func state(_ value: Value) -> PeriodState {
        value.integer.flatMap { PeriodState(rawValue: $0) } ?? .draft
      }
      return BoardChanges.State(period: period, was: state(change.was), now: state(change.now))
    }
    return all
  }

  private func states(_ record: BoardRecord) -> [Change] {
    record.states.compactMap { period, state in
      let own = names.board.states[period]
      guard updates || isFresh && own == nil, (own ?? .draft) != state else { return nil }
      return Change(.state(period), was: Value(own?.rawValue), now: .integer(state.rawValue))
    }
  }

  private func envelopes(_ record: BoardRecord) -> [Change] {
    record.envelopes.compactMap { cell, amount in
      let own = names.board.envelopes[cell.quarter, cell.purse]
      guard updates || isFresh && own == nil, own != amount else { return nil }
      return Change(
        .envelope(cell.quarter, cell.purse), was: Value(own), now: .integer(amount))
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
        changed.entries += 1
        continue
      }
      guard isFresh || updates else { continue }
      let before = composer.changes.count
      for field in EntryField.allCases where field != .list && (isFresh || field != .position) {
        composer.change(
          .entry(own.id, field), was: own.value(of: field), now: entry.value(of: field))
      }
      if composer.changes.count > before { changed.entries += 1 }
      var renewed = entry
      renewed.id = own.id
      names.add(renewed)
    }
    guard isFresh else { return }
    for kind in ListKind.allCases where entries.contains(where: { $0.list == kind }) {
      let codes = Set(entries.filter { $0.list == kind }.map(\.code))
      for own in names.board.list(kind) where !codes.contains(own.code) {
        composer.change(.entry(own.id, .gone), was: .none, now: .integer(1))
        changed.entries += 1
      }
    }
  }

  private mutating func applyPeople(_ people: [Person], to composer: inout Composer) {
    for person in people {
      guard let own = names.person(person.name) else {
        var new = person
        new.id = composer.person(new)
        names.add(new)
        changed.people += 1
        continue
      }
      guard isFresh || updates else { continue }
      let before = composer.changes.count
      for field in PersonField.allCases where field != .name {
        composer.change(
          .person(own.id, field), was: own.value(of: field), now: person.value(of: field))
      }
      if composer.changes.count > before { changed.people += 1 }
    }
  }
}
