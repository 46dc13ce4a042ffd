/// The few words behind ⚑ when one looks at an item.
public enum Warnings {
  /// What is amiss with an item, gravest first: the findings that aren't accepted, and money overspent.
  /// Amounts stand in full, as in the findings.
  public static func of(_ detail: ItemDetail, board: Board, today: Day) -> [Words] {
    let zh = AmountFormat(board.money, .chinese)
    let en = AmountFormat(board.money, .english)
    var warnings: [Words] = []
    let left = detail.item.money.left
    if detail.item.kind == .activity, left < 0 {
      let over = left == .min ? Int64.max : -left
      warnings.append(Words("超支\(zh.full(over))", "over by \(en.full(over))"))
    }
    let serves = detail.parents.map { ($0.id, $0.code, $0.id == detail.item.main) }
    let plan = PlanItem(detail: detail, serves: serves, servedBy: detail.childCount)
    var said: Set<Rule> = []
    for finding in Finding.sorted(Check.findings(for: plan, board: board, today: today))
    where finding.severity != .accepted && said.insert(finding.rule).inserted {
      switch finding.rule {
      case .planOverCeiling, .forecastOverCeiling:
        let cost = finding.rule == .planOverCeiling ? detail.cost.plan : detail.cost.outlook
        let over = cost &- (detail.item.ceiling ?? 0)
        let name = finding.rule.words
        warnings.append(
          Words(
            "\(name.zh)\(zh.full(over))", "\(name.en) by \(en.full(over))"))
      default: warnings.append(finding.text)
      }
    }
    return warnings
  }
}
