import PlanModel
import TextCanvas

/// What stands in the head of the budget beside its name: what may be spent, planned and left.
enum BudgetHead {
  /// The name at the left and what stands at the right: where there is little room the arrangement
  /// gives way to the money.
  static func parts(_ state: AppState) -> (title: String, right: String) {
    let language = state.language
    let period = state.budget.isWholeYear ? state.year : state.period
    var name = "\(Words("预算", "Budget")(language)) · \(period)"
    var title = "\(name) · \(BudgetView.grouping(state.budget.grouping)(language))"
    if !state.budget.filterText.isEmpty {
      title += " · /\(state.budget.filterText)"
      name += " · /\(state.budget.filterText)"
    }
    let unit = Amounts.head(state)
    for title in [title, name] {
      let room = state.columns - TextFit.width(title) - 12
      for form in [long, short] {
        let parts = envelopes(state, form)
        let text = (parts + [unit]).joined(separator: "  ")
        if !parts.isEmpty, TextFit.width(text) <= room { return (title, text) }
      }
    }
    return (title, unit)
  }

  private typealias Form = (Purse, Int64, Int64?, AppState) -> String

  /// `市 额度 218.0 预算 210.0 余 8.0`: what a department was granted, plans of it, and has left.
  private static func long(
    _ purse: Purse, _ granted: Int64, _ planned: Int64?, _ state: AppState
  ) -> String {
    let format = Amounts.format(state.board.money, state)
    guard case .department(let department) = purse, let planned else {
      return short(purse, granted, nil, state)
    }
    let letter = department.letter
    let (plan, of) = (format.number(planned), format.number(granted))
    let left = format.number(granted - planned)
    return Words(
      "\(letter.zh) 额度 \(of) 预算 \(plan) 余 \(left)",
      "\(letter.en) plan \(plan) of \(of) left \(left)")(state.language)
  }

  private static func short(
    _ purse: Purse, _ granted: Int64, _ planned: Int64?, _ state: AppState
  ) -> String {
    let format = Amounts.format(state.board.money, state)
    guard case .department(let department) = purse, let planned else {
      return "\(purse.words(state.language)) \(format.number(granted))"
    }
    let letter = department.letter(state.language)
    return Words(
      "\(letter)余 \(format.number(granted - planned))",
      "\(letter) left \(format.number(granted - planned))")(
        state.language)
  }

  private static func envelopes(_ state: AppState, _ form: Form) -> [String] {
    let span = BudgetRead.span(state)
    let envelopes = state.board.envelopes
    return Purse.all.compactMap { purse in
      let amounts = span.quarters.compactMap { envelopes[$0, purse] }
      guard !amounts.isEmpty else { return nil }
      var planned: Int64?
      if case .department(let department) = purse {
        planned = state.budget.sums.rows.planned[department] ?? 0
      }
      return form(purse, amounts.reduce(0, &+), planned, state)
    }
  }
}
