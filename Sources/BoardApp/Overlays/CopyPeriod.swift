import PlanModel
import TextCanvas

/// `C`: activities of a quarter into another one, as drafts that continue the old ones.
enum CopyPeriod {
  /// What is copied.
  enum Source: Sendable {
    case items([Item])
    /// Every activity of a quarter.
    case quarter(Period, count: Int)

    var name: String {
      switch self {
      case .items(let items):
        items.prefix(4).map(\.code.description).joined(separator: " ")
          + (items.count > 4 ? " …" : "")
      case .quarter(let period, _): period.description
      }
    }

    var count: Int {
      switch self {
      case .items(let items): items.count
      case .quarter(_, let count): count
      }
    }
  }

  /// The marked ones; without marks it asks whether this one or the whole quarter is meant.
  static func make(_ state: AppState) -> any Overlay {
    let chosen = ItemActions.chosen(state)
    let count = state.home.pane(.activity).tally.rows.count
    guard state.home.marked.isEmpty, let item = chosen.first, count > 1 else {
      return target(.items(chosen), state.period)
    }
    let period = state.period
    return Choice(
      title: Words("复制到另一季", "Copy into another quarter"),
      options: [
        Choice.Option(
          key: Key(.character("1")), words: Words("只有 \(item.code)", "\(item.code) only"),
          run: { state, _ in
            state.overlays.append(target(.items([item]), period))
            return []
          }),
        Choice.Option(
          key: Key(.character("a")),
          words: Words("\(period) 全部 \(count) 项", "all \(count) of \(period)"),
          run: { state, _ in
            state.overlays.append(target(.quarter(period, count: count), period))
            return []
          }),
      ])
  }

  /// Asks where to: `2027Q1`, `2027Q1 +5%`, `2027Q1 13w` (else by the distance of the quarters).
  private static func target(_ source: Source, _ from: Period) -> InputLine {
    InputLine(
      prompt: Words("复制 \(source.name) 到 ›", "Copy \(source.name) to ›"),
      text: "\(from.advanced(by: 1))",
      hint: { text, _ in
        guard let plan = Plan(text) else {
          return Words(
            "季度，可加金额与日期：2027Q1 +5% 13周", "a quarter, then money and dates: 2027Q1 +5% 13w")
        }
        return Words(
          "\(source.count) 项 → \(plan.period) 草拟   Enter 复制  Esc",
          "\(source.count) to \(plan.period) as drafts   Enter copy  Esc")
      },
      accept: { text, state, _ in
        guard let plan = Plan(text) else {
          state.refuse(Words("写一个季度，如 2027Q1", "Type a quarter, such as 2027Q1"))
          return []
        }
        state.home.clearMarks()
        return [copy(source, plan)]
      })
  }

  /// `p`: what was copied with `y`, as drafts of the shown quarter.
  static func paste(_ state: inout AppState) -> [Effect] {
    let ids = state.copied
    return [
      effect(ids.count, Plan(period: state.period)) { reader in
        try ids.compactMap { try reader.detail($0) }
      }
    ]
  }

  private static func copy(_ source: Source, _ plan: Plan) -> Effect {
    effect(source.count, plan) { reader in
      switch source {
      case .items(let items): return try items.compactMap { try reader.detail($0.id) }
      case .quarter(let period, let count):
        let scope = ListScope(kind: .activity, period: period)
        return try reader.items(ListWindow(scope, limit: count))
          .compactMap { try reader.detail($0.id) }
      }
    }
  }

  private static func effect(
    _ count: Int, _ plan: Plan,
    _ read: @escaping @Sendable (any BoardReading) throws -> [ItemDetail]
  ) -> Effect {
    let notice = Words(
      "\(count) 项复制到 \(plan.period)   u 撤销", "\(count) copied into \(plan.period)   u undo")
    return .prepare(
      { reader in
        let board = try reader.board()
        let edit = try Acts.copy(
          try read(reader), to: plan.period, calendar: board.calendar, shift: plan.shift,
          percent: plan.percent)
        return unlocked(edit, first: board.calendar.months(of: plan.period)[0], board)
      }, Purpose(notice: notice))
  }

  /// Money that would land in a locked quarter (an early deposit) goes to the first month instead.
  private static func unlocked(_ edit: Edit, first: Period, _ board: Board) -> Edit {
    var edit = edit
    var early: [LineID: Int64] = [:]
    edit.changes.removeAll { change in
      guard case .figure(let line, _, let month) = change.target else { return false }
      let state = board.state(of: board.calendar.quarter(of: month))
      guard state == .approved || state == .closed else { return false }
      early[line, default: 0] += change.now.integer ?? 0
      return true
    }
    for index in edit.changes.indices {
      guard case .figure(let line, _, first) = edit.changes[index].target,
        let more = early.removeValue(forKey: line)
      else { continue }
      edit.changes[index].now = .integer((edit.changes[index].now.integer ?? 0) + more)
    }
    edit.changes += early.sorted { $0.key > $1.key }.map {
      Change(.figure($0.key, .plan, first), was: .none, now: .integer($0.value))
    }
    return edit
  }

  /// Where to, and what changes on the way.
  private struct Plan: Sendable {
    var period: Period
    var percent = Fraction.zero
    var shift: Shift?

    init(period: Period) { self.period = period }

    init?(_ text: String) {
      let parts = Folding.fold(text).split(separator: " ").map(String.init)
      guard let first = parts.first, let period = Period(first), period.unit == .quarter else {
        return nil
      }
      self.period = period
      for part in parts.dropFirst() {
        if let shift = Self.shift(part) {
          self.shift = shift
        } else if let percent = AmountText.percentage(part) {
          self.percent = percent
        } else {
          return nil
        }
      }
    }

    private static func shift(_ text: String) -> Shift? {
      let units: [(String, (Int) -> Shift)] = [
        ("w", { .days($0 * 7) }), ("周", { .days($0 * 7) }), ("m", { .months($0) }),
        ("月", { .months($0) }),
      ]
      for (suffix, make) in units where text.hasSuffix(suffix) {
        return Int(text.dropLast(suffix.count)).map(make)
      }
      return nil
    }
  }
}
