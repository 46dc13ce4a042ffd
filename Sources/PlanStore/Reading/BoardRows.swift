import GRDB
import PlanModel

/// Settings, lists, people and period states.
enum BoardRows {
  static func board(_ statements: Statements) throws -> Board {
    var board = Board()
    for (setting, value) in try settings(statements) { board.settings[setting] = value }
    for entry in try entries(statements) { board.entries[entry.id] = entry }
    for person in try people(statements) { board.people[person.id] = person }
    board.states = try states(statements)
    board.envelopes = try MoneyRows.envelopes(statements)
    return board
  }

  /// Only what the rules of a save look at.
  static func settingsAndStates(_ statements: Statements) throws -> Board {
    var board = Board()
    for (setting, value) in try settings(statements) { board.settings[setting] = value }
    board.states = try states(statements)
    return board
  }

  private static func settings(_ statements: Statements) throws -> [(Setting, Value)] {
    try statements.rows("SELECT key, value FROM board") { row -> (Setting, Value)? in
      Setting(rawValue: row[0]).map { ($0, row.value(1)) }
    }.compactMap { $0 }
  }

  private static func states(_ statements: Statements) throws -> [Period: PeriodState] {
    var states: [Period: PeriodState] = [:]
    _ = try statements.rows("SELECT period, state FROM period_state") { row in
      guard let period = Period(rawValue: row[0]) else { return }
      states[period] = PeriodState(rawValue: row[1])
    }
    return states
  }

  private static func entries(_ statements: Statements) throws -> [Entry] {
    try statements.rows(
      """
      SELECT id, list, code, zh, en, position, gone, scale, unit, adds_up, better, rhythm FROM entry
      """
    ) { row -> Entry? in
      guard let list = ListKind(rawValue: row[1]) else { return nil }
      return Entry(
        id: row[0], list: list, code: row[2], zh: row[3], en: row[4],
        position: row[5], isGone: row[6] as Int64 == 1, scale: row[7], unit: row.value(8).text,
        addsUp: (row[9] as Int64?).flatMap { AddsUp(rawValue: $0) },
        better: (row[10] as Int64?).flatMap { Better(rawValue: $0) },
        rhythm: (row[11] as Int64?).flatMap { Rhythm(rawValue: $0) })
    }.compactMap { $0 }
  }

  private static func people(_ statements: Statements) throws -> [Person] {
    try statements.rows(
      "SELECT id, name, zh, en, department, post, post_en, gone FROM person"
    ) { row in
      Person(
        id: row[0], name: row[1], zh: row[2], en: row[3],
        department: (row[4] as Int64?).flatMap { Department(rawValue: $0) }, post: row[5],
        postEn: row[6], isGone: row[7] as Int64 == 1)
    }
  }
}
