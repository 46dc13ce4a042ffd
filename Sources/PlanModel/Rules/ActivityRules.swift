extension CheckSubject {
  private var status: Status { item.status ?? .draft }
  private var first: Day? { item.start ?? item.end }
  private var last: Day? { item.end ?? item.start }

  func activityFindings() -> [Finding] {
    (status.isLive ? leadFindings() : []) + missingOwner() + servesNothing() + outsideQuarter()
      + overdue() + notSettled() + leadFitsStage() + monthFindings()
  }

  private func missingOwner() -> [Finding] {
    guard [.submitted, .approved, .running, .done].contains(status), item.owner == nil else {
      return []
    }
    return [
      finding(
        .noOwner, .look, way: Words("o 指派负责人", "o for an owner"),
        command: "sanban set \(code) owner=NAME")
    ]
  }

  private func servesNothing() -> [Finding] {
    guard status.isLive, plan.serves.isEmpty else { return [] }
    return [
      finding(
        .servesNothing, .settle, way: Words("e 填支撑目标", "e, serves"),
        command: "sanban set \(code) serves=CODE")
    ]
  }

  private func outsideQuarter() -> [Finding] {
    guard status != .dropped, let first, let last, let home = item.period else { return [] }
    let days = board.calendar.days(of: home)
    guard last < days.lowerBound || first > days.upperBound else { return [] }
    return [
      finding(
        .outsideQuarter, .look,
        Words(
          "\(Day.range(first, last, .chinese))，\(home.long(.chinese))",
          "\(Day.range(first, last, .english)), \(home.long(.english))"),
        way: Words("e 改日期或期间", "e, dates or period"),
        command: "sanban set \(code) period=\(board.calendar.quarter(of: first))")
    ]
  }

  private func overdue() -> [Finding] {
    guard [.draft, .submitted, .approved, .running].contains(status), let last, last < today else {
      return []
    }
    return [
      finding(
        .overdue, .look,
        Words("\(last.text(.chinese))应结束", "was to end on \(last.text(.english))"),
        way: Words("t 改状态，e 改日期", "t for the status, e for the dates"),
        command: "sanban set \(code) status=done")
    ]
  }

  private func notSettled() -> [Finding] {
    guard status == .done else { return [] }
    let committed = item.money.committed
    let days = last.map { today.ordinal - $0.ordinal } ?? 0
    guard committed != 0 || days > board.settleDays else { return [] }
    let more =
      committed != 0
      ? Words("占用\(amount(committed))", "committed \(amount(committed))")
      : Words("已结束\(days)天", "ended \(Plural.count(days, "day")) ago")
    return [
      finding(
        .notSettled, .look, more,
        way: Words("b 录入实际，t6 结案", "b for the actuals, t 6 to close"),
        command: "sanban set \(code) status=closed")
    ]
  }

  private func leadFitsStage() -> [Finding] {
    guard !item.isJoint, let lead = item.lead, let stage = item.stage, stage.side != lead else {
      return []
    }
    return [
      finding(
        .leadFitsStage, .look,
        Words(
          "\(stage.words.zh)由\(lead.words.zh)主导",
          "\(stage.words.en.lowercased()) led by \(lead.words.en.lowercased())"),
        way: Words("改为联合、移交，或接受", "make it joint, hand it over, or accept it"),
        command: "sanban accept \(Rule.leadFitsStage.code) \(code) --reason TEXT")
    ]
  }

  /// What single months of expense lines say, in order of line and month.
  private func monthFindings() -> [Finding] {
    var found: [Finding] = []
    for line in detail.lines {
      let months = detail.figures.filter { $0.line == line.id }.sorted { $0.period < $1.period }
      for figure in months {
        let name = name(line, figure.period)
        let spent = (figure[.committed] ?? 0) &+ (figure[.actual] ?? 0)
        let isClosed = board.isClosed(figure.period)
        if !isClosed, let forecast = figure[.forecast], forecast < spent {
          found.append(
            finding(
              .forecastTooLow, .look,
              Words(
                "\(name.zh) \(amount(forecast))，不能低于\(amount(spent))",
                "\(name.en) \(amount(forecast)), not below \(amount(spent))"),
              way: Words("b 改预计", "b for the forecast"),
              command: set("forecast", line, figure.period, amount: spent)))
        }
        let isExpected = (figure[.plan] ?? 0) != 0 || (figure[.committed] ?? 0) != 0
        if isClosed, status != .dropped, isExpected, figure[.actual] == nil {
          found.append(
            finding(
              .monthMissing, .look, name,
              way: Words("b 录入实际", "b for the actual"),
              command: set("actual", line, figure.period)))
        }
      }
    }
    return found
  }

  /// `展会与活动 2026年10月`: the line as people call it.
  private func name(_ line: Line, _ month: Period) -> Words {
    func called(_ language: Language) -> String {
      let title = line.title(language)
      if !title.isEmpty { return title }
      return line.category.flatMap { board.entries[$0] }?.name(language) ?? line.code
    }
    return Words(
      "\(called(.chinese)) \(month.long(.chinese))", "\(called(.english)) \(month.long(.english))")
  }

  private func set(_ column: String, _ line: Line, _ month: Period, amount: Int64? = nil) -> String
  {
    let value = amount.map { DecimalText.format($0, scale: board.moneyScale) } ?? "AMOUNT"
    return "sanban set \(code) \(column).\(line.code)@\(month)=\(value)"
  }
}
