import PlanModel
import TextCanvas

/// What the grid of one item holds: months of its lines, or periods of its figures.
enum AmountsGrid {
  static func make(_ detail: ItemDetail, _ state: AppState) -> GridData {
    switch detail.item.kind {
    case .activity: money(detail, state)
    case .target: figures(detail, state, periods: targetPeriods(detail, state))
    case .trend:
      figures(
        detail, state,
        periods: ((state.board.firstYear - 3)...(state.board.firstYear + 2)).map {
          Period(year: $0)
        })
    }
  }

  /// Rows are expense lines; three months with every column of money, before, after and all.
  private static func money(_ detail: ItemDetail, _ state: AppState) -> GridData {
    let months = state.board.calendar.months(of: state.period)
    let language = state.language
    let columns = Column.of(.activity)
    let left = Words("余额", "Left")(language)
    var data = GridData(corner: Words("费用项", "line")(language))
    data.columns = [
      GridColumn(group: "", name: Words("之前", "before")(language), width: 9)
    ]
    for month in months {
      let group = PeriodText.month(month, language)
      data.columns += columns.map {
        GridColumn(group: group, name: $0.words(for: .activity)(language), width: 9)
      }
      data.columns.append(GridColumn(group: group, name: left, width: 9))
    }
    let total = Words("合计", "total")(language)
    data.columns.append(GridColumn(group: total, name: Words("之后", "after")(language), width: 9))
    data.columns.append(
      GridColumn(group: total, name: Column.plan.words(for: .activity)(language), width: 9))
    data.columns.append(GridColumn(group: total, name: left, width: 9))

    var sums: [Money] = Array(repeating: Money(), count: months.count + 2)
    for line in detail.lines {
      let mine = detail.figures.filter { $0.line == line.id }
      let before = DetailTable.sum(mine.filter { $0.period < months[0] })
      let after = DetailTable.sum(mine.filter { $0.period > months[months.count - 1] })
      sums[0] += before
      sums[months.count + 1] += after
      var cells = [sumCell(before.plan, state)]
      for (index, month) in months.enumerated() {
        let figure = mine.first { $0.period == month } ?? Figure(line: line.id, period: month)
        let money = Money(figure)
        sums[index + 1] += money
        cells += columns.map { cell(figure, $0, state.board.money, state) }
        cells.append(sumCell(money.left, state))
      }
      let all = DetailTable.sum(mine)
      cells += [sumCell(after.plan, state), sumCell(all.plan, state), sumCell(all.left, state)]
      data.rows.append(
        GridRow(
          name: name(of: line, state), role: .text, cells: cells, unit: state.board.money,
          line: line.id))
    }
    data.totalsName = total
    data.totals = [sumCell(sums[0].plan, state)]
    for money in sums[1...months.count] {
      for value in [money.plan, money.forecast, money.committed, money.actual, money.left] {
        data.totals.append(sumCell(value, state))
      }
    }
    let all = sums.reduce(Money(), +)
    data.totals += [
      sumCell(sums[months.count + 1].plan, state), sumCell(all.plan, state),
      sumCell(all.left, state),
    ]
    return data
  }

  /// Rows are the columns of the item's figures; one column a period.
  private static func figures(
    _ detail: ItemDetail, _ state: AppState, periods: [Period]
  ) -> GridData {
    let kind = detail.item.kind
    var data = GridData(corner: Words("数据", "figure")(state.language))
    data.columns = periods.map { period in
      let name =
        period.unit == .month
        ? PeriodText.month(period, state.language) : period.description
      return GridColumn(group: "", name: name, width: 10)
    }
    for line in detail.lines {
      let unit = state.board.amountUnit(of: line)
      for column in Column.of(kind) {
        let words = column.words(for: kind)(state.language)
        let part = name(of: line, state)
        data.rows.append(
          GridRow(
            name: line.code.isEmpty ? words : "\(part) · \(words)",
            role: line.code.isEmpty ? .text : .dim,
            cells: periods.map { period in
              let figure =
                detail.figure(line.id, period) ?? Figure(line: line.id, period: period)
              return cell(figure, column, unit, state)
            }, unit: unit, line: line.id))
      }
    }
    return data
  }

  /// The periods in which a target's figures are due, then its year.
  private static func targetPeriods(_ detail: ItemDetail, _ state: AppState) -> [Period] {
    let year = detail.item.period ?? state.year
    let calendar = state.board.calendar
    let rhythm = detail.item[.rhythm].integer.flatMap { Rhythm(rawValue: $0) } ?? .month
    let parts: [Period] =
      switch rhythm {
      case .month: calendar.months(of: year)
      case .quarter: calendar.quarters(of: year.year)
      case .halfYear: [Period(year: year.year, quarter: 2), Period(year: year.year, quarter: 4)]
      case .year: []
      }
    return parts + [year]
  }

  private static func cell(
    _ figure: Figure, _ column: Column, _ unit: AmountUnit, _ state: AppState
  ) -> GridCell {
    let amount = figure[column]
    let text = Amounts.trimmed(Amounts.format(unit, state)(amount))
    let shown = unit.isMoney ? Amounts.format(unit, state)(amount) : text
    return GridCell(
      shown, amount == nil ? .faint : (amount ?? 0) < 0 ? .bad : .money,
      address: CellAddress(line: figure.line, column: column, period: figure.period),
      amount: amount)
  }

  private static func sumCell(_ amount: Int64, _ state: AppState) -> GridCell {
    GridCell(Amounts.money(amount, state), amount < 0 ? .bad : amount == 0 ? .faint : .dim)
  }

  static func name(of line: Line, _ state: AppState) -> String {
    let title = line.title(state.language)
    if !title.isEmpty { return title }
    return line.category.flatMap { state.board.entries[$0] }?.name(state.language) ?? line.code
  }
}
