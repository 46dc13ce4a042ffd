extension CheckSubject {
  func trendFindings() -> [Finding] {
    leadFindings() + idleTrend() + missingSource() + staleCheck() + movedAssumption()
  }

  private func idleTrend() -> [Finding] {
    guard plan.servedBy == 0 else { return [] }
    return [
      finding(
        .trendIdle, .look, way: Words("2，n 新建目标", "2, n for a new target"),
        command: "sanban add target TITLE --serves \(code)")
    ]
  }

  private func missingSource() -> [Finding] {
    guard detail.figures.contains(where: { $0[.forecast] != nil }), detail[.source].isNone
    else { return [] }
    return [
      finding(
        .noSource, .settle, way: Words("e 填来源", "e, source"),
        command: "sanban set \(code) source=TEXT")
    ]
  }

  private func staleCheck() -> [Finding] {
    let checked = item[.checked].integer.flatMap { Day(rawValue: $0) }
    let days = checked.map { today.ordinal - $0.ordinal }
    if let days, days <= board.staleDays { return [] }
    let more =
      days.map { Words("\($0)天前核对", "checked \(Plural.count($0, "day")) ago") }
      ?? Words("从未核对", "never checked")
    return [
      finding(
        .stale, .look, more, way: Words("e 填核对日期", "e, checked"),
        command: "sanban set \(code) checked=\(today)")
    ]
  }

  private func movedAssumption() -> [Finding] {
    let years = detail.figures
      .filter { figure in
        figure.period.unit == .year && board.calendar.days(of: figure.period).upperBound >= today
      }
      .sorted { ($0.period, $0.line) < ($1.period, $1.line) }
    for figure in years {
      guard let expected = figure[.forecast], let base = figure[.base] else { continue }
      let drift = (Int128(expected) - Int128(base)).magnitude * 100
      guard drift > Int128(base).magnitude * UInt128(max(0, board.driftPercent)) else { continue }
      let line = detail.lines.first { $0.id == figure.line }
      let format = AmountFormat(line.map { board.amountUnit(of: $0) } ?? board.money, .english)
      let change = "\(format.full(base)) → \(format.full(expected))"
      return [
        finding(
          .assumptionMoved, .look,
          Words("\(figure.period.long(.chinese)) \(change)", "\(figure.period) \(change)"),
          way: Words("g t 看数字，再看所支撑的目标", "g t figures, then the targets built on it"),
          command: "sanban show \(code)")
      ]
    }
    return []
  }
}
