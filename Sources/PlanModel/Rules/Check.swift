/// Whether a plan stands: every rule, item by item, so that a plan of any size needs no memory.
public enum Check {
  /// What the rules have to say about one item; nothing outside the scope.
  /// - Parameters:
  ///   - period: nil is the whole board; else the activities whose home it is (or lies in it), the
  ///     targets of its year, and all trends.
  public static func findings(
    for item: PlanItem, board: Board, today: Day, period: Period? = nil
  ) -> [Finding] {
    guard isInScope(item.detail.item, period, board.calendar) else { return [] }
    let subject = CheckSubject(plan: item, board: board, today: today)
    return switch item.detail.item.kind {
    case .trend: subject.trendFindings()
    case .target: subject.targetFindings()
    case .activity: subject.activityFindings()
    case .decision: subject.decisionFindings()
    }
  }

  /// All findings of a board in the order of lists.
  public static func findings(
    of reader: some BoardReading, today: Day, period: Period? = nil
  ) throws -> [Finding] {
    let board = try reader.board()
    var found: [Finding] = []
    try reader.forEachItem(ItemKind.allCases) {
      found += findings(for: $0, board: board, today: today, period: period)
    }
    found += try findings(ofQuarters: reader, board: board, period: period)
    return Finding.sorted(found)
  }

  /// The plan stands when nothing is to be settled.
  public static func stands(_ findings: [Finding]) -> Bool {
    !findings.contains { $0.severity == .settle }
  }

  /// The heading over a list of findings: whether the plan stands, else how many keep it from that.
  public static func heading(_ findings: [Finding]) -> Words {
    let count = findings.count { $0.severity == .settle }
    if count == 0 { return Words("计划站得住", "The plan stands") }
    return Words(
      "计划站不住，\(count)项",
      "The plan doesn't stand: \(Plural.count(count, "finding"))")
  }

  private static func isInScope(
    _ item: Item, _ period: Period?, _ calendar: FiscalCalendar
  ) -> Bool {
    guard let period else { return true }
    switch item.kind {
    case .trend: return true
    case .target: return item.period.map { calendar.year(of: $0) } == calendar.year(of: period)
    case .activity, .decision:
      guard let home = item.period else { return false }
      return calendar.contains(period, home) || calendar.contains(home, period)
    }
  }
}

/// One item under the rules.
struct CheckSubject {
  let plan: PlanItem
  let board: Board
  let today: Day

  var detail: ItemDetail { plan.detail }
  var item: Item { plan.detail.item }
  var code: ItemCode { plan.detail.item.code }

  func amount(_ amount: Int64) -> String {
    AmountFormat(board.money, .english).full(amount)
  }

  /// A finding about the item; accepted where somebody said that it is meant so.
  /// - Parameter more: what stands behind the rule's name.
  func finding(
    _ rule: Rule, _ severity: Severity, _ more: Words? = nil, codes: [ItemCode] = [], way: Words,
    command: String
  ) -> Finding {
    let reason = detail.accepted[rule]
    let words = rule.words
    return Finding(
      rule: rule, severity: reason == nil ? severity : .accepted, codes: [code] + codes,
      text: more.map { Words("\(words.zh)：\($0.zh)", "\(words.en): \($0.en)") } ?? words,
      way: way, command: command, reason: reason)
  }

  /// What every horizon has: a trend, a target or a live activity wants a department in the lead.
  func leadFindings() -> [Finding] {
    guard item.lead == nil else { return [] }
    return [
      finding(
        .noLead, .settle, way: Words("m 交市场部，s 交销售部", "m to marketing, s to sales"),
        command: "sanban assign \(code) --lead marketing|sales")
    ]
  }
}
