import PlanModel
import TextCanvas

/// The log: who did what and when, an edit a line; a large one opens into what it consists of.
enum LogScreen {
  static let screen = Screen(
    id: .log, title: Words("变更记录", "Log"), actions: [.open, .fold] + ListState.moves,
    unavailable: { state, id in
      switch id {
      case .fold where state.log.row?.isOpen == nil && state.log.row?.isPart != true:
        Words("这一步只改了一处，没有可展开的", "It did one thing; there is nothing to open")
      case .open where state.log.row?.told.code == nil && state.log.row?.isOpen == nil:
        Words("这一行不是某一项的改动", "This line isn't about an item")
      default: nil
      }
    },
    reduce: reduce,
    refresh: { state, reader in
      var log = state.log
      try log.refresh(state, reader)
      log.list.settle(count: log.rows.count, height: ListState.height(state))
      state.log = log
    },
    draw: draw)

  private static func reduce(
    _ state: inout AppState, _ id: ActionID, _ environment: Environment
  ) -> [Effect] {
    let count = state.log.rows.count
    if state.log.list.move(id, count: count, height: ListState.height(state)) { return [] }
    guard let row = state.log.row else { return [] }
    switch id {
    case .fold: toggle(&state, row)
    case .open:
      guard let code = row.told.code else {
        toggle(&state, row)
        break
      }
      return [
        .read { state, reader in
          guard let id = try reader.id(of: code) else { return [] }
          state.go(to: id, kind: code.kind)
          return []
        }
      ]
    default: break
    }
    return []
  }

  /// Opens an edit; closes it from itself or from any line of it.
  private static func toggle(_ state: inout AppState, _ row: LogState.Row) {
    let op = row.act.op
    if state.log.opened.removeValue(forKey: op) != nil {
      state.log.list.index =
        state.log.rows.firstIndex { $0.act.op == op } ?? state.log.list.index
    } else if row.isOpen != nil {
      state.log.wanted = op
    }
  }

  private static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    Chrome.head(
      &canvas, row: 1, column: 0, width: state.columns, title: Words("变更记录", "Log")(language),
      right: "sanban history", focused: true)
    let rows = state.log.rows
    for (offset, row) in rows.dropFirst(state.log.list.top)
      .prefix(ListState.height(state)).enumerated()
    {
      let isHere = state.log.list.top + offset == state.log.list.index
      put(row, state, &canvas, row: 3 + offset, isHere: isHere)
    }
    if rows.isEmpty {
      canvas.put(
        Words("还没有改动", "Nothing has been changed yet")(language), row: 3, column: 2, role: .dim)
    }
  }

  private static func put(
    _ line: LogState.Row, _ state: AppState, _ canvas: inout Canvas, row: Int, isHere: Bool
  ) {
    let language = state.language
    canvas.put(isHere ? "▸" : " ", row: row, column: 0, role: .key)
    var at = 1
    if line.isPart {
      at = state.columns < 100 ? 4 : 25
    } else {
      at = canvas.put(ClockText.short(line.act.at), row: row, column: 1, role: .dim, width: 12)
      let who = state.board.people[line.act.who]?.display(language) ?? "?"
      at = canvas.put(TextFit.cut(who, columns: 10), row: row, column: at, role: .other, width: 11)
      let act = Act(code: line.act.act)?.words(language) ?? line.act.act
      at = canvas.put(TextFit.cut(act, columns: 13), row: row, column: at, role: .dim, width: 14)
    }
    if let isOpen = line.isOpen {
      at = canvas.put(isOpen ? "▾ " : "▸ ", row: row, column: at, role: .key)
    }
    if let code = line.told.code {
      at = canvas.put("\(code) ", row: row, column: at, role: .strong)
    }
    canvas.put(
      TextFit.cut(line.told.text, columns: max(0, state.columns - at - 1)), row: row, column: at,
      role: isHere ? .strong : .text)
  }
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
