extension CheckSubject {
  func targetFindings() -> [Finding] {
    leadFindings() + idleTarget() + missingFigures() + differingParts() + ceiling()
  }

  private func idleTarget() -> [Finding] {
    guard plan.servedBy == 0 else { return [] }
    return [
      finding(
        .targetIdle, .look, way: Words("3，n 新建活动", "3, n for a new activity"),
        command: "sanban add activity TITLE --serves \(code)")
    ]
  }

  private func missingFigures() -> [Finding] {
    guard !detail.figures.contains(where: { $0[.plan] != nil }) else { return [] }
    let year = item.period ?? Period(year: board.firstYear)
    return [
      finding(
        .noFigures, .settle, way: Words("g y 填目标", "g y, target figures"),
        command: "sanban set \(code) target@\(year)=AMOUNT")
    ]
  }

  // MARK: - Parts

  private func differingParts() -> [Finding] {
    guard let year = item.period, let main = detail.lines.first(where: { $0.code.isEmpty }) else {
      return []
    }
    let measure = Measure(main, of: detail, board: board, today: today)
    guard let differing = differingYear(measure, year) ?? differingBreakdown(measure, year) else {
      return []
    }
    let format = AmountFormat(measure.unit, .english)
    func text(_ value: Fraction) -> String { value.rounded().map(format.full) ?? "·" }
    return [
      finding(
        .partsDiffer, .look,
        Words(
          "\(differing.period.long(.chinese))分解\(text(differing.parts))，应为\(text(differing.whole))",
          "\(differing.period) parts \(text(differing.parts)), agreed \(text(differing.whole))"),
        way: Words("g y 改目标分解", "g y, target figures"),
        command: "sanban set \(code) target@\(differing.period)=AMOUNT")
    ]
  }

  private typealias Difference = (period: Period, parts: Fraction, whole: Fraction)

  /// The year's figure against its periods. A ratio's periods don't make its year.
  private func differingYear(_ measure: Measure, _ year: Period) -> Difference? {
    guard measure.addsUp != .ratio, let whole = measure.figure(.plan, year) else { return nil }
    guard let parts = measure.total(.plan, within: year), parts != whole else { return nil }
    return (year, parts, whole)
  }

  /// Per dimension and period, the breakdown's parts against the main line. Only sums add up so.
  private func differingBreakdown(_ measure: Measure, _ year: Period) -> Difference? {
    guard measure.addsUp == .sum else { return nil }
    for dimension in [LineField.region, .channel, .product] {
      let lines = Set(
        detail.lines.filter { !$0.code.isEmpty && !$0[dimension].isNone }.map(\.id))
      var sums: [Period: Fraction] = [:]
      for figure in detail.figures where lines.contains(figure.line) {
        guard let plan = figure[.plan] else { continue }
        sums[figure.period] = (sums[figure.period] ?? .zero).plus(plan)
      }
      for (period, parts) in sums.sorted(by: { $0.key < $1.key })
      where board.calendar.contains(year, period) {
        let whole = measure.figure(.plan, period) ?? measure.total(.plan, within: period)
        if let whole, whole != parts { return (period, parts, whole) }
      }
    }
    return nil
  }

  // MARK: - Ceiling

  private func ceiling() -> [Finding] {
    guard board.ceilingRule != .ignore, let ceiling = item.ceiling else { return [] }
    let cost = detail.cost
    let isPlanOver = cost.plan > ceiling
    guard isPlanOver || cost.outlook > ceiling else { return [] }
    let money = isPlanOver ? cost.plan : cost.outlook
    let more = Words(
      "\(amount(money))，上限\(amount(ceiling))", "\(amount(money)), ceiling \(amount(ceiling))")
    return [
      finding(
        isPlanOver ? .planOverCeiling : .forecastOverCeiling,
        isPlanOver && board.ceilingRule == .block ? .settle : .look, more,
        way: Words("g b 看各活动的预算，e 改上限", "g b the activities' money, e the ceiling"),
        command: "sanban set \(code) ceiling=AMOUNT")
    ]
  }
}
