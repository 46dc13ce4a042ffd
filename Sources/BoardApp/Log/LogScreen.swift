import PlanModel
import TextCanvas

/// The log: who changed what, when, from what to what.
enum LogScreen {
  static let screen = Screen(
    id: .log, title: Words("变更记录", "Log"), actions: [.open] + ListState.moves,
    reduce: { state, id, _ in
      let count = state.log.loaded.rows.count
      if state.log.list.move(id, count: count, height: ListState.height(state)) { return [] }
      guard id == .open, state.log.loaded.rows.indices.contains(state.log.list.index) else {
        return []
      }
      if case .item(let id, _) = state.log.loaded.rows[state.log.list.index].change.target,
        let kind = state.log.loaded.rows[state.log.list.index].kind
      {
        state.go(to: id, kind: kind)
      }
      return []
    },
    refresh: { state, reader in
      let query = HistoryQuery(limit: max(100, state.log.list.index + 100))
      try state.log.loaded.refresh(query, revision: state.revision) { try reader.history($0) }
      state.log.list.settle(
        count: state.log.loaded.rows.count, height: ListState.height(state))
    },
    draw: draw)

  private static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    Chrome.head(
      &canvas, row: 1, column: 0, width: state.columns, title: Words("变更记录", "Log")(language),
      right: "sanban history", focused: true)
    let entries = state.log.loaded.rows
    for (offset, entry) in entries.dropFirst(state.log.list.top)
      .prefix(ListState.height(state)).enumerated()
    {
      let row = 3 + offset
      let isHere = state.log.list.top + offset == state.log.list.index
      canvas.put(isHere ? "▸" : " ", row: row, column: 0, role: .key)
      var at = canvas.put(
        ClockText.short(entry.at), row: row, column: 1, role: .dim, width: 12)
      let who = state.board.people[entry.who]?.display(language) ?? "?"
      at = canvas.put(TextFit.cut(who, columns: 10), row: row, column: at, role: .other, width: 11)
      let act = Act(code: entry.act)?.words(language) ?? entry.act
      at = canvas.put(TextFit.cut(act, columns: 13), row: row, column: at, role: .text, width: 14)
      at = canvas.put(
        entry.code?.description ?? "", row: row, column: at, role: .strong, width: 6)
      let name = ValueText.name(of: entry.change.target, state)
      let line = entry.line.map { "\($0) " } ?? ""
      let text =
        "\(line)\(name): \(ValueText.show(entry.change.was, for: entry.change.target, state)) → "
        + ValueText.show(entry.change.now, for: entry.change.target, state)
        + (entry.reason.isEmpty ? "" : "  “\(entry.reason)”")
      canvas.put(
        TextFit.cut(text, columns: max(0, state.columns - at - 1)), row: row, column: at,
        role: isHere ? .strong : .text)
    }
    if entries.isEmpty {
      canvas.put(
        Words("还没有改动", "Nothing has been changed yet")(language), row: 3, column: 2, role: .dim)
    }
  }
}

/// What the log screen knows.
struct LogState: Sendable {
  var list = ListState()
  var loaded = Loaded<HistoryQuery, [HistoryEntry]>([])
}

/// Times of the history, in UTC as they are kept.
enum ClockText {
  static func day(_ seconds: Int64) -> String { Day(ordinal: Int(seconds / 86_400)).short }

  static func short(_ seconds: Int64) -> String {
    let day = Day(ordinal: Int(seconds / 86_400))
    let minutes = Int(seconds % 86_400) / 60
    return "\(day.short) \(Digits.two(minutes / 60)):\(Digits.two(minutes % 60))"
  }
}
