import PlanModel
import TextCanvas

/// One item of a review on one screen, with everything that is needed to decide on it.
enum ReviewItemView {
  typealias Part = DetailFacts.Part
  private typealias Line = (name: String, parts: [Part])

  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let layout = Layout(state)
    ReviewChoices.draw(state, &canvas)
    guard let content = state.review.content.rows else {
      canvas.put(
        Words("正在读取清单…", "Reading the list…")(state.language), row: 3, column: 2, role: .dim)
      return
    }
    title(content, state, &canvas)
    let top = state.rows >= 24 ? 5 : 4
    let rows = max(0, layout.notice - 3 - top)
    let isSplit = layout.isWide
    let width = isSplit ? state.columns / 2 + 5 : state.columns
    let lines = lines(content, state, width: width - nameWidth - 4, rows: rows)
    for (offset, line) in lines.prefix(rows).enumerated() {
      canvas.put(line.name, row: top + offset, column: 2, role: .dim, width: nameWidth)
      ReviewView.put(
        line.parts, row: top + offset, column: nameWidth + 3, end: width - 1, &canvas)
    }
    let table = DetailTable.money(content.detail, state)
    if isSplit {
      for row in top..<(top + rows) { canvas.put("│", row: row, column: width, role: .rule) }
      table.draw(
        &canvas, row: top, column: width + 2, width: state.columns - width - 3, rows: 7,
        state.language)
      let used = expenses(
        content.detail, state, &canvas, row: top + 7, column: width + 2,
        width: state.columns - width - 3, rows: rows - 7)
      changes(
        content.history, state, &canvas, row: top + 8 + used, column: width + 2,
        rows: rows - 8 - used)
    } else if rows - lines.count >= 7 {
      table.draw(
        &canvas, row: top + lines.count + 1, column: 2, width: state.columns - 4, rows: 6,
        state.language)
    }
  }

  private static let nameWidth = 7

  private static func title(
    _ content: ReviewState.Content, _ state: AppState, _ canvas: inout Canvas
  ) {
    let item = content.detail.item
    let language = state.language
    let mark = state.review.marked.contains(item.id) ? "✓" : " "
    var at = canvas.put(mark, row: 2, column: 0, role: .key)
    at = canvas.put("\(item.code) ", row: 2, column: 1, role: .strong)
    let lead = LeadSign.of(item, language)
    at = canvas.put("\(lead.text) ", row: 2, column: at, role: lead.role)
    at = canvas.put(
      TextFit.cut(item.title(language), columns: max(0, state.columns - at - 1)), row: 2,
      column: at, role: .strong)
    let second = item.secondTitle(language)
    if !second.isEmpty, state.columns - at > 24 {
      canvas.put(
        TextFit.cut("  \(second)", columns: state.columns - at - 1), row: 2, column: at, role: .dim)
    }
    let row = state.review.list[item.id]
    let trouble = row?.trouble ?? []
    let format = Amounts.format(state.board.money, state)
    let words = trouble.map { trouble in
      let amount = trouble == .over ? row?.over : trouble == .forecastOver ? row?.forecastOver : nil
      return trouble.words(language) + (amount.map { " \(format.inText($0))" } ?? "")
    }
    if let mine = state.review.decision(about: item.id) {
      let verdict = mine.verdict ?? .change
      at = canvas.put(
        "✓ \(Words("本次：", "decided: ")(language))\(verdict.words(language))  ", row: 3, column: 2,
        role: .good)
    } else {
      at = 2
    }
    guard !words.isEmpty else { return }
    canvas.put(
      TextFit.cut("⚑ " + words.joined(separator: " · "), columns: state.columns - at - 1), row: 3,
      column: at, role: .bad)
  }

  // MARK: What is said of it

  private static func lines(
    _ content: ReviewState.Content, _ state: AppState, width: Int, rows: Int
  ) -> [Line] {
    let language = state.language
    let detail = content.detail
    let amounts = money(detail.item, state, width: width)
    var lines: [Line] = [
      (Words("状态", "status")(language), status(detail.item, state))
    ]
    lines += amounts.enumerated().map { index, parts in
      (index == 0 ? Words("费用", "money")(language) : "", parts)
    }
    lines += [
      (Words("目标", "target")(language), target(content, state)),
      (Words("趋势", "trend")(language), trend(content, state)),
    ]
    let decided = content.decisions.prefix(rows > 12 ? 4 : 2).map { decision -> Line in
      ("", ReviewView.decision(decision, state))
    }
    if decided.isEmpty {
      lines.append((Words("决议", "decided")(language), [Part("–", .faint)]))
    }
    for (offset, line) in decided.enumerated() {
      lines.append((offset == 0 ? Words("决议", "decided")(language) : "", line.parts))
    }
    lines += talk(detail, state, width: width, rows: rows - lines.count)
    if let notes = detail.texts[.notes], !notes.isEmpty, lines.count < rows {
      let pieces = TextFit.wrap(notes, columns: width)
      for (offset, piece) in pieces.prefix(min(4, rows - lines.count)).enumerated() {
        lines.append((offset == 0 ? Words("说明", "notes")(language) : "", [Part(piece)]))
      }
    }
    return lines
  }

  private static func status(_ item: Item, _ state: AppState) -> [Part] {
    let language = state.language
    let status = item.status ?? .draft
    var parts = [Part("\(status.sign) \(status.words(language))   ")]
    let isLate =
      status.rawValue <= Status.running.rawValue
      && (item.end ?? item.start).map { $0 < state.today } ?? false
    if let start = item.start { parts.append(Part(start.short(beside: state.today))) }
    if let end = item.end {
      parts.append(Part(" – \(end.short(beside: state.today))", isLate ? .bad : .text))
    }
    if let owner = item.owner.flatMap({ state.board.people[$0] }) {
      parts.append(Part("   \(owner.display(language))", .other))
    } else {
      parts.append(Part("   \(Words("无负责人", "no owner")(language))", .warn))
    }
    if let priority = item.priority {
      parts.append(Part("   \(priority.code) \(priority.words(language))", .dim))
    }
    return parts
  }

  /// In one line where there is room, else in two.
  private static func money(_ item: Item, _ state: AppState, width: Int) -> [[Part]] {
    let language = state.language
    let money = item.money
    func part(_ words: Words, _ value: Int64, _ role: Role? = nil) -> [Part] {
      [
        Part("\(words(language)) ", .dim),
        Part(Amounts.money(value, state), role ?? (value < 0 ? .bad : .money)), Part("  "),
      ]
    }
    let planned =
      part(Words("预算", "plan"), money.plan)
      + part(Words("预计", "forecast"), money.outlook, money.outlook > money.plan ? .bad : .money)
      + part(Words("差异", "variance"), money.variance)
    let spent =
      part(Words("占用", "committed"), money.committed)
      + part(Words("实际", "actual"), money.actual) + part(Words("余额", "left"), money.left)
    let head = [Part(Amounts.head(state), .dim)]
    let whole = planned + spent + head
    let isOne = whole.reduce(0) { $0 + TextFit.width($1.text) } <= width
    return isOne ? [whole] : [planned + head, spent]
  }

  private static func target(_ content: ReviewState.Content, _ state: AppState) -> [Part] {
    let language = state.language
    guard let target = content.target else {
      return [Part(Words("没有支撑任何目标", "serves nothing yet")(language), .warn)]
    }
    let figures = TargetFigures(target, state)
    let percent = figures.percent.map { "\($0)%" } ?? "·"
    let plan = target.cost.plan
    let ceiling = target.item.ceiling
    let isOver = ceiling.map { plan > $0 } ?? false
    let cost = "\(Amounts.money(plan, state))/\(ceiling.map { Amounts.money($0, state) } ?? "·")"
    let tail = "  \(Words("费用", "cost")(language)) \(cost)"
    let room = max(8, state.columns - nameWidth - 6 - TextFit.width(tail) - percent.count)
    let title = TextFit.cut(
      "\(target.item.code) \(target.item.title(language))", columns: min(40, room))
    return [
      Part("\(title) "), Part(percent, figures.isBehind ? .warn : .good),
      Part(tail, isOver ? .bad : .dim),
    ]
  }

  private static func trend(_ content: ReviewState.Content, _ state: AppState) -> [Part] {
    guard let trend = content.target?.parents.first else { return [Part("–", .faint)] }
    return [Part("\(trend.code) \(trend.title(state.language))", .dim)]
  }

  /// The newest comments, the last one whole.
  private static func talk(
    _ detail: ItemDetail, _ state: AppState, width: Int, rows: Int
  ) -> [Line] {
    let language = state.language
    var lines: [Line] = []
    for comment in detail.comments.suffix(rows > 6 ? 4 : 2).reversed() {
      let who = state.board.people[comment.who]?.display(language) ?? "?"
      let start = "\(who) \(ClockText.day(comment.at))\(Words("：", ": ")(language))"
      let pieces = TextFit.wrap(start + comment.body, columns: width)
      for (offset, piece) in pieces.prefix(lines.isEmpty ? 4 : 2).enumerated() {
        var parts = [Part(piece)]
        if offset == 0, piece.hasPrefix(start) {
          parts = [Part(start, .other), Part(String(piece.dropFirst(start.count)))]
        }
        lines.append(("", parts))
      }
    }
    if lines.isEmpty {
      lines = [("", [Part(Words("没有；c 留言", "none; c comments")(language), .hint)])]
    }
    lines = Array(lines.prefix(max(1, rows)))
    let count = detail.comments.count
    lines[0].name =
      Words("留言", "talk")(language) + (count > 1 ? " \(count)" : "")
    return lines
  }

  /// The expense lines beside the item.
  private static func expenses(
    _ detail: ItemDetail, _ state: AppState, _ canvas: inout Canvas, row: Int, column: Int,
    width: Int, rows: Int
  ) -> Int {
    let heads = [
      Words("预算", "plan"), Words("预计", "fcst"), Words("实际", "actual"), Words("余额", "left"),
    ]
    let name = max(8, width - 36)
    guard rows > 2, !detail.lines.isEmpty else { return 0 }
    for (index, head) in heads.enumerated() {
      canvas.put(
        head(state.language), row: row, column: column + name + index * 9, role: .dim, width: 9,
        align: .right)
    }
    for (offset, line) in detail.lines.prefix(rows - 1).enumerated() {
      let money = DetailTable.sum(detail.figures.filter { $0.line == line.id })
      canvas.put(LineName.of(line, state), row: row + 1 + offset, column: column, width: name)
      for (index, value) in [money.plan, money.outlook, money.actual, money.left].enumerated() {
        canvas.put(
          Amounts.money(value, state), row: row + 1 + offset, column: column + name + index * 9,
          role: value < 0 ? .bad : value == 0 ? .faint : .money, width: 9, align: .right)
      }
    }
    return 1 + min(detail.lines.count, rows - 1)
  }

  private static func changes(
    _ history: [HistoryEntry], _ state: AppState, _ canvas: inout Canvas, row: Int, column: Int,
    rows: Int
  ) {
    guard rows > 2, !history.isEmpty else { return }
    canvas.put(
      Words("变更记录", "changes")(state.language), row: row, column: column, role: .dim)
    let telling = ActTelling(state.board, state.language, today: state.today)
    let told = HistoryAct.grouped(history).flatMap { act in
      telling.subjects(act).map { (act, $0.text) }
    }
    for (offset, (act, text)) in told.prefix(rows - 1).enumerated() {
      let who = state.board.people[act.who]?.display(state.language) ?? "?"
      ReviewView.put(
        [Part("\(ClockText.short(act.at)) ", .dim), Part("\(who) ", .other), Part(text)],
        row: row + 1 + offset, column: column, end: state.columns - 1, &canvas)
    }
  }
}

/// The rows above the notice: what can be decided, and how far this review is.
enum ReviewChoices {
  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let row = Layout(state).notice - 3
    let language = state.language
    Chrome.head(
      &canvas, row: row, column: 0, width: state.columns, title: Words("作决议", "Decide")(language),
      right: soFar(state), focused: false)
    keys(
      [.decideGoOn, .decideChange, .decideMove, .decideStop], state, row: row + 1, &canvas)
    keys(
      [.status, .comment, .setForecast, .entrust, .carryOut, .mark], state, row: row + 2, &canvas)
  }

  private static func keys(
    _ ids: [ActionID], _ state: AppState, row: Int, _ canvas: inout Canvas
  ) {
    var at = 2
    for id in ids {
      let action = Actions.action(id)
      let key = state.keyOverrides[id]?.first ?? action.keys.first ?? ""
      let text = action.words(state.language)
      let isPale = ReviewActions.unavailable(state, id) != nil
      guard at + TextFit.width(key) + 1 + TextFit.width(text) < state.columns else { break }
      at = canvas.put(key, row: row, column: at, role: isPale ? .faint : .key) + 1
      at = canvas.put(text, row: row, column: at, role: isPale ? .faint : .text) + 2
    }
  }

  /// `本次 6 项已定 · 1 顺延 · 预计 −8.0万`.
  static func soFar(_ state: AppState) -> String {
    let language = state.language
    let standing = state.review.standing
    var parts = [Words("\(standing.count) 项已定", "\(standing.count) decided")(language)]
    let moved = standing.values.count { $0.verdict == .move }
    if moved > 0 { parts.append(Words("\(moved) 顺延", "\(moved) moved")(language)) }
    if let before = state.review.place?.before.outlook {
      let change = state.review.money.rows.outlook &- before
      if change != 0, state.review.money.query != nil {
        let amount = Amounts.format(state.board.money, state).inText(change)
        let sign = change > 0 ? "+" : ""
        parts.append(Words("预计 \(sign)\(amount)", "forecast \(sign)\(amount)")(language))
      }
    }
    return parts.joined(separator: " · ")
  }
}
