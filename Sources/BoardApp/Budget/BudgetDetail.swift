import PlanModel
import TextCanvas

/// Below the budget: what the cell under the cursor is, and why it is as it is.
enum BudgetDetail {
  static func make(_ state: AppState) -> GridDetail {
    guard let row = state.budget.sheet.row else { return GridDetail() }
    return GridDetail(
      title: title(row, state),
      facts: facts(row, state).map {
        GridDetail.Fact(name: $0.name, text: $0.text, role: $0.role)
      })
  }

  private static func title(_ row: GridRow, _ state: AppState) -> String {
    var parts: [String] = []
    if let item = row.item, row.line != nil || row.kind == .target {
      parts.append("\(item.code)")
      if row.line == nil { parts.append(item.title(state.language)) }
    }
    if row.kind == .activity { parts.append(row.name) }
    let data = state.budget.sheet.data
    if data.columns.indices.contains(state.budget.sheet.grid.column) {
      let column = data.columns[state.budget.sheet.grid.column]
      parts += [column.group, column.name]
    }
    return parts.joined(separator: " · ")
  }

  private typealias Fact = (name: Words, text: String, role: Role)

  private static func facts(_ row: GridRow, _ state: AppState) -> [Fact] {
    var facts: [Fact] = []
    let language = state.language
    let format = Amounts.format(state.board.money, state)
    let sheet = state.budget.sheet
    if let cell = sheet.cell, let address = cell.address {
      facts.append((Words("上次", "last"), last(address, state), .text))
      if let note = sheet.notes.rows[address] {
        facts.append((Words("批注", "note"), "* \(note)", .text))
      }
      if let moved = moved(address, state) { facts.append((Words("有效", "valid"), moved, .text)) }
      if let reason = GridEditing.locked(address, row.kind, state) {
        facts.append((Words("锁定", "locked"), reason(language), .warn))
      }
    }
    if let over = over(state) { facts.append((Words("超支", "over"), over, .bad)) }
    if let ceiling = ceiling(state) { facts.append(ceiling) }
    if let ratio = ratio(state) { facts.append(ratio) }
    if let chosen = chosen(sheet, format, language) {
      facts.append((Words("选中", "chosen"), chosen, .text))
    }
    if let money = state.budget.row?.money {
      facts.append((Words("合计", "total"), totals(money, format, state), .dim))
    }
    return facts
  }

  /// Who changed the cell last, from what to what, why; last year's actual behind it.
  private static func last(_ address: CellAddress, _ state: AppState) -> String {
    let language = state.language
    let format = Amounts.format(state.board.money, state)
    var text = Words("没有改过", "never changed")(language)
    if let entry = state.budget.explained.rows.last {
      let who = state.board.people[entry.who]?.display(language) ?? "?"
      text =
        "\(who) \(ClockText.short(entry.at))  \(format(entry.change.was.integer)) → "
        + format(entry.change.now.integer)
      if !entry.reason.isEmpty { text += "  # \(entry.reason)" }
    }
    let before = address.period.advanced(by: -12)
    if let amount = state.budget.row?.figures[before]?[.actual] {
      let month = PeriodText.month(before, language)
      text +=
        Words("   去年 \(month) 实际 ", "   last year \(month) actual ")(language)
        + format.number(amount)
    }
    return text
  }

  /// By how much the month under the cursor is over.
  private static func over(_ state: AppState) -> String? {
    guard let row = state.budget.row, let address = state.budget.sheet.cell?.address else {
      return nil
    }
    let left = row.money.months[address.period]?.left ?? 0
    guard left < 0 else { return nil }
    let format = Amounts.format(state.board.money, state)
    return Words(
      "本月占用与实际超出预算 \(format.inText(-left))",
      "committed and actual are \(format.inText(-left)) over this month's plan")(state.language)
  }

  /// Where money has moved since the approval: the plan is what was approved and what came or went.
  private static func moved(_ cell: CellAddress, _ state: AppState) -> String? {
    guard cell.column == .plan, let figure = state.budget.row?.figures[cell.period],
      let approved = figure[.approved]
    else { return nil }
    let plan = figure[.plan] ?? 0
    guard plan != approved else { return nil }
    let format = Amounts.format(state.board.money, state)
    let difference = plan &- approved
    let sign = difference > 0 ? "+" : ""
    return Words(
      "已批 \(format.inText(approved))，调剂 \(sign)\(format.inText(difference))，现为 \(format.inText(plan))",
      "approved \(format.inText(approved)), moved \(sign)\(format.inText(difference)), now \(format.inText(plan))"
    )(state.language)
  }

  /// A target's cost against what it is to bring.
  private static func ratio(_ state: AppState) -> Fact? {
    let explained = state.budget.explained.rows
    guard let target = explained.target, let sales = explained.sales,
      let limit = state.board.costRatio
    else { return nil }
    let ratio = CostRatio(
      cost: explained.cost.outlook, sales: sales, limit: Fraction(Int64(limit)),
      threshold: Fraction(Int64(state.board.warnPercent ?? 100)))
    guard let percent = ratio.percent?.divided(by: 100), let sign = ratio.sign else { return nil }
    let format = Amounts.format(state.board.money, state)
    let tail =
      sign == .over
      ? Words("，超 \(format.inText(ratio.over))", "; \(format.inText(ratio.over)) over")
      : sign == .near ? Words("，接近上限", "; close to it") : Words("", "")
    let text = Words(
      "\(target.code) 预计费用占销售目标 \(percent.percentText(decimals: 1))，上限 \(limit)%\(tail.zh)",
      "\(target.code) outlook is \(percent.percentText(decimals: 1)) of its sales, limit \(limit)%\(tail.en)"
    )
    return (Words("费率", "ratio"), text(state.language), sign == .fine ? .text : .warn)
  }

  private static func ceiling(_ state: AppState) -> Fact? {
    let explained = state.budget.explained.rows
    guard let target = explained.target, let ceiling = target.ceiling else { return nil }
    let format = Amounts.format(state.board.money, state)
    let rule: Words =
      switch state.board.ceilingRule {
      case .ignore: Words("不提醒", "ignore")
      case .warn: Words("提醒", "warn")
      case .block: Words("禁止", "block")
      }
    let (plan, over) = (explained.cost.plan, explained.cost.plan - ceiling)
    let tail =
      over > 0
      ? Words(
        "，超 \(format.number(over))（规则：\(rule.zh)）",
        "; \(format.number(over)) over (rule: \(rule.en))")
      : Words("，还可用 \(format.number(-over))", "; \(format.number(-over)) to spend")
    let text = Words(
      "目标 \(target.code) 的费用上限 \(format.number(ceiling))，各活动预算合计 \(format.number(plan))\(tail.zh)",
      "\(target.code) ceiling \(format.number(ceiling)); plans of its activities \(format.number(plan))\(tail.en)"
    )
    return (Words("上限", "ceiling"), text(state.language), over > 0 ? .warn : .text)
  }

  private static func chosen(
    _ sheet: Sheet, _ format: AmountFormat, _ language: Language
  ) -> String? {
    guard sheet.grid.anchor != nil else { return nil }
    let all = sheet.chosen.joined()
    let own = all.filter { $0.address != nil }
    let figures = RangeFigures((own.isEmpty ? Array(all) : own).map(\.amount))
    let sum = figures.sum.map { format.number($0) } ?? "·"
    let mean = figures.mean.map { format.number($0) } ?? "·"
    return Words(
      "\(figures.cells) 格  合计 \(sum)  平均 \(mean)",
      "\(Plural.count(figures.cells, "cell"))  sum \(sum)  mean \(mean)")(language)
  }

  private static func totals(
    _ money: BudgetMoney, _ format: AmountFormat, _ state: AppState
  ) -> String {
    let span = BudgetRead.span(state)
    let shown = money.sum(span.months)
    let parts: [(Words, Int64)] = [
      (Words("预算", "plan"), shown.plan), (Words("预计", "outlook"), shown.outlook),
      (Words("占用", "committed"), shown.committed), (Words("实际", "actual"), shown.actual),
      (Words("余额", "left"), shown.left), (Words("之前", "before"), money.before(span).plan),
      (Words("之后", "after"), money.later.plan),
    ]
    return parts.map { "\($0.0(state.language)) \(format($0.1))" }.joined(separator: "  ")
  }
}
