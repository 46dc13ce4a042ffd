import PlanModel

/// What the log screen knows.
struct LogState: Sendable {
  /// A line of the log: an edit, or what it did to one thing when it is opened.
  struct Row: Sendable {
    var act: HistoryAct
    var told: ActTelling.Told
    /// Nil where there is nothing to open.
    var isOpen: Bool?
    var isPart = false
  }

  var list = ListState()
  var loaded = Loaded<HistoryQuery, [HistoryAct]>([])
  /// Edits that are opened, with more of their changes than the list has.
  var opened: [OpID: HistoryAct] = [:]
  /// An edit to be opened as soon as it can be read.
  var wanted: OpID?
  var rows: [Row] = []
  private var shown: Shown?

  /// What the rows were made of.
  struct Shown: Equatable {
    var query: HistoryQuery?
    var revision: Int
    var opened: [OpID]
    var language: Language
  }

  var row: Row? { rows.indices.contains(list.index) ? rows[list.index] : nil }

  /// Changes of an edit that the list reads, and that are read of one that is opened.
  static let few = 60
  static let many = 2_000

  mutating func refresh(_ state: AppState, _ reader: any BoardReading) throws {
    // In steps, so that a cursor key reads nothing.
    let query = HistoryQuery(limit: (list.index / 50 + 2) * 50)
    try loaded.refresh(query, revision: state.revision) {
      try reader.acts($0, changes: LogState.few)
    }
    if let op = wanted {
      wanted = nil
      let one = HistoryQuery(before: .start(of: op + 1), limit: 1)
      opened[op] = try reader.acts(one, changes: LogState.many).first
    }
    let now = Shown(
      query: loaded.query, revision: loaded.revision, opened: opened.keys.sorted(),
      language: state.language)
    guard shown != now else { return }
    shown = now
    let before = row
    rows = Self.rows(
      loaded.rows, opened, ActTelling(state.board, state.language, today: state.today))
    // At the top one sees what comes; anywhere else one stays on the line one reads.
    guard list.index > 0, let before else { return }
    let same = rows.firstIndex { $0.act.op == before.act.op && $0.told == before.told }
    if let same {
      list.top = max(0, list.top + same - list.index)
      list.index = same
    }
  }

  private static func rows(
    _ acts: [HistoryAct], _ opened: [OpID: HistoryAct], _ telling: ActTelling
  ) -> [Row] {
    var rows: [Row] = []
    for act in acts {
      let whole = opened[act.op]
      let told = telling.line(act)
      let isSeveral = !act.isWhole || telling.subjects(act).count > 1
      rows.append(Row(act: act, told: told, isOpen: isSeveral ? whole != nil : nil))
      guard let whole else { continue }
      rows += telling.subjects(whole).map { Row(act: act, told: $0, isPart: true) }
      if whole.count > whole.entries.count {
        let rest = whole.count - whole.entries.count
        let more = Words("… 另有 \(rest) 处改动", "… and \(Plural.count(rest, "change"))")
        rows.append(
          Row(act: act, told: ActTelling.Told(text: more(telling.language)), isPart: true))
      }
    }
    return rows
  }
}
