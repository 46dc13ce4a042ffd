import PlanModel
import TextCanvas

/// The budget as a grid: its columns, and the cells of its rows.
enum BudgetSheet {
  /// A group of columns: a month, a sum of months, what lies before or after.
  private struct Part {
    enum Months: Hashable {
      case one(Period)
      case sum([Period])
      case before, after
    }
    var title: String
    var months: Months
    var columns: [BudgetColumn]
  }

  static func make(_ state: AppState) -> GridData {
    let budget = state.budget
    let language = state.language
    let parts = parts(state)
    var data = GridData(corner: Words("费用项", "line")(language))
    data.rows = budget.rows.rows.rows.map { row(of: $0, parts, state) }
    let sums = budget.sums.rows
    data.totals = cells(sums.money, nil, parts, state)
    if let carried = sums.carried, showsCarried(state) {
      data.carried = self.carried(carried, parts, state)
      data.carriedName = Words("结转：本年已月结未用", "Carried over from closed months")(language)
    }
    var texts = (data.totals + data.carried).map(\.text)
    for row in data.rows { texts += row.cells.map(\.text) }
    let widest = texts.map { TextFit.width($0) }.max() ?? 0
    let width = max(7, widest + 1)
    for part in parts {
      data.columns += part.columns.map {
        GridColumn(group: part.title, name: $0.head(language), width: width)
      }
    }
    let room = state.columns - GridView.nameWidth(state.columns) - 1
    if data.width(of: data.columns.indices) > room + 1, let last = parts.last {
      let pinned = last.columns.count
      let end = data.columns.count
      let least = data.columns.first?.width ?? 0
      if data.width(of: (end - pinned)..<end) + least * 3 <= room { data.pinned = pinned }
    }
    let view = GridView(
      data: data, state: GridState(), top: 0, bottom: 0, width: state.columns)
    data.totalsName = totalsName(sums, state, room: view.nameWidth)
    return data
  }

  private static func parts(_ state: AppState) -> [Part] {
    let budget = state.budget
    let span = BudgetRead.span(state)
    let language = state.language
    let columns = budget.columns
    func month(_ month: Period) -> Part {
      Part(title: PeriodText.month(month, language), months: .one(month), columns: columns)
    }
    var parts: [Part] = []
    if budget.isWholeYear {
      for quarter in span.quarters {
        let months = state.board.calendar.months(of: quarter)
        parts += months.map(month)
        parts.append(Part(title: "\(quarter)", months: .sum(months), columns: columns))
      }
    } else {
      parts += span.months.map(month)
    }
    if showsOutside(state) {
      let outside = columns.filter { $0 != .lastYear }.prefix(1)
      parts.insert(
        Part(
          title: Words("之前", "before")(language), months: .before, columns: Array(outside)), at: 0)
      parts.append(
        Part(title: Words("之后", "after")(language), months: .after, columns: Array(outside)))
    }
    let title = budget.isWholeYear ? "\(state.year)" : "\(state.period)"
    parts.append(Part(title: title, months: .sum(span.months), columns: columns))
    return parts
  }

  /// Sums of what lies before and after: as chosen, else where there is room.
  static func showsOutside(_ state: AppState) -> Bool {
    state.budget.showsOutside ?? (state.columns >= 140 && !state.budget.isWholeYear)
  }

  private static func row(of row: BudgetRow, _ parts: [Part], _ state: AppState) -> GridRow {
    let (name, role) = name(of: row, state)
    var shown = GridRow(
      name: name, role: role, cells: cells(row.money, row, parts, state), unit: state.board.money,
      line: row.line, item: row.item)
    shown.depth = row.depth
    shown.fold = row.isOpen.map { $0 ? .open : .closed }
    shown.isSum = row.isGroup
    if let overrun = row.overrun {
      shown.alarm = "! +\(Amounts.money(overrun, state))"
    } else if let near = row.near {
      shown.alarm = "! \(near.percentText())"
    }
    return shown
  }

  private static func cells(
    _ money: BudgetMoney, _ row: BudgetRow?, _ parts: [Part], _ state: AppState
  ) -> [GridCell] {
    let format = Amounts.format(state.board.money, state)
    let span = BudgetRead.span(state)
    return parts.flatMap { part in
      part.columns.map { column in
        switch part.months {
        case .one(let month):
          let period = column == .lastYear ? month.advanced(by: -12) : month
          if let row, let line = row.line {
            return cell(row.figures[period], line.id, column, period, format)
          }
          return sum(
            column.value(of: money.months[period] ?? Money()), column, format, covers: [period])
        case .sum(let months):
          let periods = column == .lastYear ? months.map { $0.advanced(by: -12) } : months
          return sum(
            column.value(of: money.sum(periods)), column, format, isTotal: true, covers: periods)
        case .before: return sum(column.value(of: money.before(span)), column, format)
        case .after: return sum(column.value(of: money.later), column, format)
        }
      }
    }
  }

  /// One month of a line.
  private static func cell(
    _ figure: Figure?, _ line: LineID, _ column: BudgetColumn, _ month: Period,
    _ format: AmountFormat
  ) -> GridCell {
    guard let own = column.column else {
      if column == .approved {
        let amount = figure?[.approved]
        return GridCell(format(amount), amount == nil ? .faint : .dim, amount: amount)
      }
      guard let figure, !figure.isEmpty else { return GridCell(format(nil), .faint) }
      if column == .lastYear {
        return GridCell(format(figure[.actual]), figure[.actual] == nil ? .faint : .dim)
      }
      return sum(column.value(of: Money(figure)), column, format)
    }
    let amount = figure?[own]
    let role: Role =
      amount == nil || amount == 0
      ? .faint : (amount ?? 0) < 0 ? .bad : column == .actual ? .dim : .money
    return GridCell(
      format(amount), role, address: CellAddress(line: line, column: own, period: month),
      amount: amount)
  }

  private static func sum(
    _ amount: Int64, _ column: BudgetColumn, _ format: AmountFormat, isTotal: Bool = false,
    covers periods: [Period] = []
  ) -> GridCell {
    let isPast = column == .actual || column == .lastYear || column == .approved
    let role: Role =
      amount == 0 ? .faint : amount < 0 ? .bad : isPast ? .dim : isTotal ? .strong : .money
    let coverage = column.column.flatMap {
      periods.isEmpty ? nil : GridCell.Coverage(column: $0, periods: periods)
    }
    return GridCell(format(amount), role, amount: amount, coverage: coverage)
  }

  /// Whether there is room for a row of what is carried over, and something to say in it.
  static func showsCarried(_ state: AppState) -> Bool {
    state.budget.sums.rows.carried != nil && state.rows >= 20
  }

  /// What is carried over stands in the first shown month and in the sum, and is in no other sum.
  private static func carried(_ amount: Int64, _ parts: [Part], _ state: AppState) -> [GridCell] {
    let format = Amounts.format(state.board.money, state)
    let months = BudgetRead.span(state).months
    let column: BudgetColumn = state.budget.columns.contains(.left) ? .left : .plan
    return parts.flatMap { part in
      part.columns.map { own in
        let isPlace =
          part.months == .sum(months) || months.first.map { part.months == .one($0) } ?? false
        guard own == column, isPlace else { return GridCell("", .faint) }
        let text = amount > 0 ? "+\(format(amount))" : format(amount)
        return GridCell(text, amount < 0 ? .bad : .dim, amount: amount)
      }
    }
  }

  private static func name(of row: BudgetRow, _ state: AppState) -> (String, Role) {
    let language = state.language
    if let line = row.line { return (LineName.of(line, state), line.isPlaceholder ? .dim : .text) }
    if let item = row.item { return ("\(item.code) \(item.title(language))", .text) }
    let none = Words("未定", "none")(language)
    func entry(_ id: EntryID) -> String { state.board.entries[id]?.name(language) ?? none }
    switch row.path.groups.last {
    case .lead(let number)?:
      guard let lead = Department(rawValue: number) else {
        return (Words("未定", "No lead")(language), .unassigned)
      }
      return (lead.words(language), LeadSign.role(of: lead))
    case .leadTarget?, .target?: return (Words("没有支撑目标", "Serves no target")(language), .text)
    case .category(let id)?, .region(let id)?: return (entry(id), .text)
    case .owner(let id)?: return (state.board.people[id]?.display(language) ?? none, .text)
    case .priority(let number)?:
      return (Priority(rawValue: number).map { "\($0.code) \($0.words(language))" } ?? none, .text)
    case .start(let number)?: return (Period(rawValue: number)?.description ?? none, .text)
    case nil: return ("", .text)
    }
  }

  /// What the sums are of: the shown months, whatever quarter their activities are at home in.
  private static func totalsName(
    _ sums: BudgetState.Sums, _ state: AppState, room: Int
  ) -> String {
    let language = state.language
    let period = state.budget.isWholeYear ? state.year : state.period
    let months =
      period.unit == .year
      ? period.long(language) : period.monthRange(state.board.calendar, language)
    let short = Words("合计 \(months)", "Total \(months)")
    let count = sums.count
    var long: Words
    if !state.budget.filter.isEmpty {
      let span = BudgetRead.span(state).months
      let share = Fraction(
        Int128(sums.money.sum(span).plan), over: Int128(sums.whole.sum(span).plan))
      let percent = share?.percentText() ?? "·"
      return Words("筛出 \(count) 项 占 \(percent)", "Filtered \(count), \(percent) of plan")(language)
    } else if count == 0 {
      long = Words("\(short.zh) 均为别季活动", "\(short.en), other quarters’")
    } else {
      long = Words(
        "\(short.zh) \(count) 项", "\(short.en), \(Plural.count(count, "activity", "activities"))")
    }
    if count == 0, sums.money.sum(BudgetRead.span(state).months) == Money() { long = short }
    return TextFit.width(long(language)) < room ? long(language) : short(language)
  }
}
