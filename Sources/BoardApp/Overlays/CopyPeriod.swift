import PlanModel

/// `C`: activities of an earlier quarter into this one, or the chosen ones into the next.
enum CopyPeriod {
  /// Asks where to: `2026Q4`, `2026Q4 +5%`.
  static func make(_ state: AppState) -> InputLine {
    let chosen = ItemActions.chosen(state)
    let codes = chosen.prefix(4).map(\.code.description).joined(separator: " ")
    let next = state.period.advanced(by: 1)
    return InputLine(
      prompt: Words("复制 \(codes) 到 ›", "Copy \(codes) to ›"), text: "\(next)",
      hint: { text, state in
        guard let plan = parse(text) else {
          return Words("季度，可加金额调整：2027Q1 +5%", "a quarter, and how money changes: 2027Q1 +5%")
        }
        return Words(
          "\(chosen.count) 项 → \(plan.period) 草拟   Enter 复制  Esc",
          "\(chosen.count) to \(plan.period) as drafts   Enter copy  Esc")
      },
      accept: { text, state, _ in
        guard let plan = parse(text) else {
          state.refuse(Words("写一个季度，如 2027Q1", "Type a quarter, such as 2027Q1"))
          return []
        }
        let ids = chosen.map(\.id)
        state.home.clearMarks()
        return [copy(ids, to: plan.period, percent: plan.percent)]
      })
  }

  /// `p`: what was copied with `y`, as drafts of the shown quarter.
  static func paste(_ state: inout AppState) -> [Effect] {
    [copy(state.copied, to: state.period, percent: .zero)]
  }

  private static func copy(_ ids: [ItemID], to period: Period, percent: Fraction) -> Effect {
    let notice = Words(
      "\(ids.count) 项复制到 \(period)   u 撤销", "\(ids.count) copied into \(period)   u undo")
    return .prepare(
      { reader in
        let calendar = try reader.board().calendar
        return try Acts.copy(
          try ids.compactMap { try reader.detail($0) }, to: period, calendar: calendar,
          percent: percent)
      }, Purpose(notice: notice))
  }

  private static func parse(_ text: String) -> (period: Period, percent: Fraction)? {
    let parts = text.split(separator: " ")
    guard let first = parts.first, let period = Period(String(first)), period.unit == .quarter
    else {
      return nil
    }
    guard parts.count > 1 else { return (period, .zero) }
    return AmountText.percentage(String(parts[1])).map { (period, $0) }
  }
}
