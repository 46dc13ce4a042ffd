import PlanModel
import TextCanvas

/// Targets as a grid: target, actual and last year by period, and what they come to.
enum TargetSheet {
  static func make(_ state: AppState) -> GridData {
    let figures = state.figures
    let language = state.language
    var data = GridData(corner: Words("目标", "target")(language))
    let periods = periods(state)
    let rest = [
      Words("季累", "QTD"), Words("年累", "YTD"), Words("同比", "YoY"), Words("时进度", "elapsed"),
      Words("达成率", "attained"), Words("全年", "year"),
    ].map { $0(language) }
    for detail in figures.loaded.rows.details {
      data.rows += rows(of: detail, periods, state)
    }
    let heads = periods.map { head($0, state) }
    let months = FiguresCells.width(data.rows, heads: heads, of: periods.indices)
    data.columns = heads.map { GridColumn(group: "", name: $0, width: months) }
    data.columns += rest.enumerated().map {
      let index = periods.count + $0.offset
      let width = FiguresCells.width(data.rows, heads: [$0.element], of: index..<(index + 1))
      return GridColumn(group: " ", name: $0.element, width: width)
    }
    // What it comes to stays in sight: attained and the year.
    let room = state.columns - GridView.nameWidth(state.columns) - 1
    if data.width(of: data.columns.indices) > room + 1, room > months * 6 { data.pinned = 2 }
    return data
  }

  private static func periods(_ state: AppState) -> [Period] {
    let calendar = state.board.calendar
    switch state.figures.interval {
    case .month: return calendar.months(of: state.year)
    case .quarter: return calendar.quarters(of: state.year.year)
    case .halfYear:
      return [2, 4].map { Period(year: state.year.year, quarter: $0) }
    case .year: return []
    }
  }

  private static func head(_ period: Period, _ state: AppState) -> String {
    switch state.figures.interval {
    case .month: PeriodText.month(period, state.language)
    case .halfYear:
      period.part == 2
        ? Words("上半年", "H1")(state.language) : Words("下半年", "H2")(state.language)
    default: "Q\(period.part)"
    }
  }

  private static func rows(
    of detail: ItemDetail, _ periods: [Period], _ state: AppState
  ) -> [GridRow] {
    let language = state.language
    guard let main = detail.lines.first else {
      let title = "\(detail.item.code) \(detail.item.title(language))"
      return [
        GridRow(
          name: title, role: .text, cells: [], unit: state.board.money, item: detail.item),
        blank(detail, state),
      ]
    }
    let parts = Array(detail.lines.dropFirst())
    let isOpen = state.figures.opened.contains(detail.item.id)
    var rows = rows(of: main, detail, periods, state)
    let lead = LeadSign.of(detail.item, language).text
    rows[0].name = "\(detail.item.code) \(lead) \(detail.item.title(language))"
    rows[0].role = .strong
    rows[1].name = "   \(FiguresCells(main, state).format.head)"
    rows[1].role = .dim
    rows[0].fold = parts.isEmpty ? nil : isOpen ? .open : .closed
    if isOpen {
      for part in parts {
        var below = self.rows(of: part, detail, periods, state)
        below[0].name = LineName.of(part, state)
        rows += below.prefix(2).map { row in
          var row = row
          row.depth = 1
          return row
        }
      }
      if let difference = difference(main, parts, detail, periods, state) {
        rows.append(difference)
      }
    }
    return rows + [blank(detail, state)]
  }

  private static func blank(_ detail: ItemDetail, _ state: AppState) -> GridRow {
    var row = GridRow(name: "", role: .faint, cells: [], unit: state.board.money)
    row.item = detail.item
    row.part = "blank"
    return row
  }

  /// Target, actual and last year of one line.
  private static func rows(
    of line: Line, _ detail: ItemDetail, _ periods: [Period], _ state: AppState
  ) -> [GridRow] {
    let measure = Measure(
      line, of: detail, board: state.board, today: state.today,
      ratio: state.figures.loaded.rows.ratios[line.id])
    let cells = FiguresCells(line, state)
    let language = state.language
    let window = state.year
    let quarter = state.period
    let summary = MeasureSummary(measure, within: window)
    func row(_ part: String, _ label: Words, _ role: Role, _ shown: [GridCell]) -> GridRow {
      var row = GridRow(
        name: "", role: role, cells: shown, unit: cells.unit, line: line, item: detail.item)
      row.label = label(language)
      row.part = part
      return row
    }
    func period(_ column: Column, _ period: Period) -> GridCell {
      let isHalf = state.figures.interval == .halfYear
      let sign =
        column == .actual && !isHalf ? MeasureSummary(measure, within: period).sign : nil
      if let own = own(measure, column, period, state) {
        return cells.typed(
          detail.figure(line.id, own), line.id, column, own,
          sign: column == .actual ? measure.sign(at: own) : nil)
      }
      return cells.derived(total(measure, column, period, isHalf: isHalf), sign: sign)
    }
    let year = cells.typed(detail.figure(line.id, window), line.id, .plan, window, role: .strong)
    let target =
      periods.map { period(.plan, $0) } + [
        cells.derived(measure.total(.plan, within: quarter, toDate: true)?.rounded()),
        cells.derived(summary.targetToDate?.rounded()), FiguresCells.blank, FiguresCells.blank,
        FiguresCells.blank,
        year.amount == nil ? cells.typedSum(summary.parts?.rounded(), year) : year,
      ]
    let actual =
      periods.map { period(.actual, $0) } + [
        cells.derived(measure.total(.actual, within: quarter, toDate: true)?.rounded()),
        cells.derived(summary.actualToDate?.rounded()), FiguresCells.percent(summary.yearOnYear),
        FiguresCells.percent(summary.timeElapsed),
        FiguresCells.percent(summary.attained, role: .strong),
        cells.derived(
          measure.total(.actual, within: window)?.rounded(), sign: summary.sign, role: .strong),
      ]
    let before = { (period: Period) -> Period in
      period.advanced(by: period.unit == .month ? -12 : period.unit == .quarter ? -4 : -1)
    }
    func lastYear(_ period: Period) -> GridCell {
      let then = before(period)
      let typed = detail.figure(line.id, then)?[.actual]
      return cells.derived(typed ?? measure.total(.actual, within: then)?.rounded(), role: .dim)
    }
    let blanks = Array(repeating: FiguresCells.blank, count: 5)
    let last = periods.map(lastYear) + blanks + [lastYear(window)]
    return [
      row(
        "target", Words("目标", "target"), .text, target),
      row("actual", Words("实际", "actual"), .text, actual),
      row("last", Words("去年", "last year"), .dim, last),
    ]
  }

  /// What the periods inside come to; a half-year is named by the quarter that ends it.
  private static func total(
    _ measure: Measure, _ column: Column, _ period: Period, isHalf: Bool
  ) -> Int64? {
    let own = measure.total(column, within: period)
    guard isHalf, measure.addsUp == .sum else { return own?.rounded() }
    let first = measure.total(column, within: period.advanced(by: -1))
    guard let first, let own else { return (first ?? own)?.rounded() }
    return first.plus(own)?.rounded()
  }

  /// The period whose own figure stands in a column of the grid; nil where it is made of others.
  private static func own(
    _ measure: Measure, _ column: Column, _ period: Period, _ state: AppState
  ) -> Period? {
    if column == .actual, measure.addsUp == .ratio, measure.ratio != nil { return nil }
    switch (state.figures.interval, measure.rhythm) {
    case (.month, .month), (.month, nil): return period
    case (.quarter, .quarter), (.halfYear, .halfYear): return period
    case (.quarter, .halfYear): return period.part % 2 == 0 ? period : nil
    default: return nil
    }
  }

  /// Where the parts don't make the whole: by how much, period for period.
  private static func difference(
    _ main: Line, _ parts: [Line], _ detail: ItemDetail, _ periods: [Period], _ state: AppState
  ) -> GridRow? {
    let cells = FiguresCells(main, state)
    let whole = Measure(main, of: detail, board: state.board, today: state.today)
    guard whole.addsUp == .sum else { return nil }
    let measures = parts.map { Measure($0, of: detail, board: state.board, today: state.today) }
    func total(_ measure: Measure, _ period: Period) -> Int64? {
      (measure.figure(.plan, period) ?? measure.total(.plan, within: period))?.rounded()
    }
    let differences = (periods + [state.year]).map { (period: Period) -> Int64? in
      let all = measures.compactMap { total($0, period) }
      guard !all.isEmpty, let own = total(whole, period) else { return nil }
      let difference = own - all.reduce(0, &+)
      return difference == 0 ? nil : difference
    }
    guard differences.contains(where: { $0 != nil }) else { return nil }
    var row = GridRow(
      name: Words("分解与整体相差", "not broken down")(state.language), role: .warn,
      cells: differences.dropLast().map { cells.derived($0, role: .warn) }
        + Array(repeating: FiguresCells.blank, count: 5)
        + [cells.derived(differences.last ?? nil, role: .warn)], unit: cells.unit,
      item: detail.item)
    row.part = "difference"
    row.depth = 1
    return row
  }
}

extension FiguresCells {
  /// A sum that stands where a figure of its own could be typed.
  func typedSum(_ amount: Int64?, _ cell: GridCell) -> GridCell {
    var cell = cell
    cell.text = text(amount)
    cell.role = amount == nil ? .faint : .dim
    return cell
  }
}
