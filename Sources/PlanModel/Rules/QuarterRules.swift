extension Check {
  /// What the rules say about quarters: a department whose plan exceeds what it may spend. From kept
  /// sums.
  /// - Parameter period: only quarters inside of it, or the one it lies in; nil: all.
  public static func findings(
    ofQuarters reader: some BoardReading, board: Board, period: Period? = nil
  ) throws -> [Finding] {
    guard board.ceilingRule != .ignore else { return [] }
    var found: [Finding] = []
    for quarter in board.envelopes.quarters {
      let calendar = board.calendar
      if let period, !calendar.contains(period, quarter), !calendar.contains(quarter, period) {
        continue
      }
      let sums = try reader.sums(by: .lead, months: calendar.months(of: quarter))
      for department in Department.allCases {
        let plan = sums.first { $0.key == department.rawValue }?.money.plan ?? 0
        guard let left = board.envelopes.left(quarter, department, plan: plan), left < 0 else {
          continue
        }
        found.append(overBudget(quarter, department, plan: plan, left: left, board))
      }
    }
    return found
  }

  private static func overBudget(
    _ quarter: Period, _ department: Department, plan: Int64, left: Int64, _ board: Board
  ) -> Finding {
    let format = AmountFormat(board.money, .english)
    let (over, granted) = (format.full(-left), format.full(plan + left))
    let (rule, name) = (Rule.overBudget.words, department.words)
    var finding = Finding(
      rule: .overBudget, severity: board.ceilingRule == .block ? .settle : .look, codes: [],
      text: Words(
        "\(rule.zh)：\(name.zh) \(quarter) 预算\(format.full(plan))，额度\(granted)，超\(over)",
        "\(rule.en): \(name.en) \(quarter) \(format.full(plan)), budget \(granted), \(over) over"),
      way: Words("g b 减预算，E 改额度", "g b, less plan; E, the budget"),
      command: "sanban set \(quarter) envelope.\(department.code)=AMOUNT")
    finding.period = quarter
    return finding
  }
}
