import PlanModel
import TextCanvas

/// The quarter's state on one page: time, money, targets beside last year, what the last review
/// decided and what of it is late, and what lies ahead.
enum ReviewOpeningView {
  typealias Part = DetailFacts.Part

  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let rows = max(0, Layout(state).notice - 3)
    let column = column(state)
    for (offset, line) in lines(state, rows: rows).prefix(rows).enumerated() {
      canvas.put(line.name, row: 3 + offset, column: 2, role: .dim, width: 9)
      ReviewView.put(
        line.parts, row: 3 + offset, column: column, end: state.columns - 1, &canvas)
    }
  }

  private static func column(_ state: AppState) -> Int { state.columns >= 76 ? 12 : 11 }

  private typealias Line = (name: String, parts: [Part])

  private static func lines(_ state: AppState, rows: Int) -> [Line] {
    let isTall = rows >= 18
    var lines = [time(state)]
    lines += money(state, isTall: isTall)
    let last = decided(state, rows: isTall ? rows / 3 : 3)
    let ahead = ahead(state)
    let blanks = isTall ? 3 : 0
    let room = rows - lines.count - last.count - ahead.count - blanks
    if isTall { lines.append(("", [])) }
    lines += targets(state, rows: max(2, room))
    if isTall { lines.append(("", [])) }
    lines += last
    if isTall { lines.append(("", [])) }
    return lines + ahead
  }

  private static func time(_ state: AppState) -> Line {
    let days = state.board.calendar.days(of: state.period)
    let all = days.upperBound.ordinal - days.lowerBound.ordinal + 1
    let passed = min(max(state.today.ordinal - days.lowerBound.ordinal + 1, 0), all)
    let bar = Bars.bar(Int64(passed), of: Int64(all), columns: 20)
    let percent = (passed * 100 + all / 2) / all
    return (
      Words("时间进度", "time")(state.language),
      [
        Part("\(percent)%  "), Part(bar.full, .bar),
        Part(bar.rest, .barRest),
        Part(Words("  \(passed) / \(all) 天", "  day \(passed) of \(all)")(state.language), .dim),
      ]
    )
  }

  // MARK: Money

  private static func money(_ state: AppState, isTall: Bool) -> [Line] {
    let language = state.language
    let sums = state.review.opening.rows.byLead
    let all = sums.reduce(Money()) { $0 + $1.money }
    var lines = [("\(Words("费用", "money")(language))", row(all, state))]
    lines[0].1.append(Part("  \(Amounts.head(state))", .dim))
    guard isTall else { return lines }
    for sum in sums {
      let lead = Department(rawValue: sum.key)
      let name = lead?.words(language) ?? Words("未定", "none")(language)
      lines.append((name, row(sum.money, state)))
    }
    return lines
  }

  private static func row(_ money: Money, _ state: AppState) -> [Part] {
    let language = state.language
    let columns: [(Words, Int64)] = [
      (Words("预算", "plan"), money.plan), (Words("占用", "cmtd"), money.committed),
      (Words("实际", "actual"), money.actual), (Words("余额", "left"), money.left),
    ]
    let width = state.columns >= 90 ? 9 : state.columns >= 76 ? 7 : 0
    return columns.enumerated().flatMap { index, column in
      let (words, value) = column
      let amount = Amounts.money(value, state)
      return [
        Part("\(index == 0 ? "" : "  ")\(words(language)) ", .dim),
        Part(
          TextFit.fit(amount, columns: max(width, TextFit.width(amount)), align: .right),
          value < 0 ? .bad : .money),
      ]
    }
  }

  // MARK: Targets

  private static func targets(_ state: AppState, rows: Int) -> [Line] {
    let language = state.language
    let opening = state.review.opening.rows
    struct Standing {
      var detail: ItemDetail
      var summary: MeasureSummary
    }
    let all = opening.targets.compactMap { detail -> Standing? in
      guard let line = detail.lines.first else { return nil }
      let measure = Measure(line, of: detail, board: state.board, today: state.today)
      return Standing(detail: detail, summary: MeasureSummary(measure, within: state.year))
    }
    func count(_ sign: MeasureSign) -> Int { all.count { $0.summary.sign == sign } }
    let elapsed = all.first?.summary.timeElapsed.percentText() ?? "·"
    var head = [
      Part(Words("达成 \(count(.reached))", "reached \(count(.reached))")(language), .good),
      Part(
        Words("  有风险 \(count(.atRisk))", "  at risk \(count(.atRisk))")(language),
        count(.atRisk) > 0 ? .warn : .dim),
      Part(
        Words("  未达 \(count(.missed))", "  missed \(count(.missed))")(language),
        count(.missed) > 0 ? .bad : .dim),
      Part(Words("  全年时间 \(elapsed)", "  year \(elapsed)")(language), .dim),
    ]
    if opening.targetCount > opening.targets.count {
      head.append(
        Part(Words("  前 \(all.count) 项", "  the first \(all.count)")(language), .dim))
    }
    var lines: [Line] = [(Words("年度目标", "targets")(language), head)]
    // Those that are furthest behind come first.
    let ranked = all.sorted { a, b in
      (a.summary.attained ?? .zero) < (b.summary.attained ?? .zero)
    }.filter { $0.summary.attained != nil }
    let percent = max(12, min(44, state.columns - 36))
    for standing in ranked.prefix(max(1, rows - 1)) {
      let item = standing.detail.item
      let attained = standing.summary.attained?.percentText() ?? "·"
      let isBehind = standing.summary.sign == .atRisk || standing.summary.sign == .missed
      let year = standing.summary.yearOnYear.map { fraction in
        (fraction < .zero ? "" : "+") + fraction.percentText(decimals: 1)
      }
      lines.append(
        (
          "",
          [
            Part(
              TextFit.fit("\(item.code) \(item.title(language))", columns: percent) + " "),
            Part(
              TextFit.fit(attained, columns: 6, align: .right)
                + " \(standing.summary.sign?.mark ?? " ")", isBehind ? .warn : .good),
            Part(
              year.map { Words("  同比 \($0)", "  YoY \($0)")(language) } ?? "", .dim),
          ]
        ))
    }
    return lines
  }

  // MARK: The last review

  private static func decided(_ state: AppState, rows: Int) -> [Line] {
    let language = state.language
    let opening = state.review.opening.rows
    let late = opening.open.filter { $0.decisionState(today: state.today) == .late }
    let name = Words("上次评审", "last")(language)
    var lines: [Line]
    if let day = opening.last.compactMap(\.decidedOn).max() {
      let all = opening.last.count
      let done = opening.last.count { $0.done != nil }
      lines = [
        (
          name,
          [
            Part(
              Words(
                "\(day.short(beside: state.today)) 决议 \(all) 项，已办 \(done)",
                "\(day.short(beside: state.today)): \(all) decided, \(done) done")(language)),
            Part(
              Words("，逾期 \(late.count)", ", \(late.count) late")(language),
              late.isEmpty ? .dim : .bad),
          ]
        )
      ]
    } else {
      lines = [
        (name, [Part(Words("没有决议", "nothing was decided")(language), .dim)])
      ]
    }
    let open = late + opening.open.filter { decision in !late.contains { $0.id == decision.id } }
    for decision in open.prefix(max(0, rows - 1)) {
      let code = decision.about.flatMap { state.review.subjects[$0]?.code.description } ?? ""
      let isLate = decision.decisionState(today: state.today) == .late
      lines.append(
        (
          "",
          [Part(isLate ? "✗ " : "· ", isLate ? .bad : .dim), Part("\(code) ", .strong)]
            + ReviewView.decision(decision, state)
        ))
    }
    return lines
  }

  // MARK: Ahead

  private static func ahead(_ state: AppState) -> [Line] {
    let review = state.review
    let language = state.language
    guard review.list.isWhole else {
      let count = review.list.rows.count
      return [
        (
          Words("本次", "ahead")(language),
          [Part(Words("正在读取…已有 \(count) 项", "reading… \(count) so far")(language), .dim)]
        )
      ]
    }
    guard !review.list.rows.isEmpty else {
      let words = Words("这一季还没有活动；g 3 去新建", "no activities in this quarter yet; g 3 goes there")
      return [(Words("本次", "ahead")(language), [Part(words(language), .hint)])]
    }
    let inPath = review.path.compactMap { review.list[$0] }
    let whole = Part(
      Words("\(inPath.count) 项：", "\(Plural.count(inPath.count, "item")): ")(language), .strong)
    // Each item counts once, under what is gravest about it, so that the counts make the whole.
    var counts = Trouble.allCases.compactMap { trouble -> Part? in
      let count = inPath.count { $0.trouble.first == trouble }
      guard count > 0 else { return nil }
      return Part(
        "\(trouble.words(language)) \(count)",
        trouble == .paused || trouble == .forecastOver ? .warn : .bad)
    }
    let calm = inPath.filter(\.trouble.isEmpty)
    let finished = calm.count { !$0.isOpen }
    let fine = calm.count { $0.isOpen && review.decision(about: $0.id) == nil }
    let decided = calm.count - finished - fine
    counts.append(Part(Words("正常未决 \(fine)", "fine \(fine)")(language), .good))
    if decided > 0 {
      counts.append(Part(Words("已决 \(decided)", "decided \(decided)")(language), .dim))
    }
    if finished > 0 {
      counts.append(Part(Words("已完成 \(finished)", "finished \(finished)")(language), .dim))
    }
    return wrapped(Words("本次", "ahead")(language), whole, counts, columns: room(state))
  }

  private static func room(_ state: AppState) -> Int { state.columns - 1 - column(state) }

  /// The parts side by side, two blanks between them, on as many lines as they need: counts that make
  /// a whole are never cut.
  private static func wrapped(
    _ name: String, _ first: Part, _ rest: [Part], columns: Int
  ) -> [Line] {
    var lines: [Line] = [(name, [first])]
    var used = TextFit.width(first.text)
    var isFirst = true
    for part in rest {
      let gap = isFirst ? 0 : 2
      let width = TextFit.width(part.text)
      if used + gap + width > columns {
        lines.append(("", [part]))
        used = width
      } else {
        lines[lines.count - 1].parts += gap > 0 ? [Part("  "), part] : [part]
        used += gap + width
      }
      isFirst = false
    }
    return lines
  }
}
