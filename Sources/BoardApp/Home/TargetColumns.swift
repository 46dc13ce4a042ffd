import PlanModel
import TextCanvas

/// What is to be reached, what was, and what it costs against its ceiling.
enum TargetColumns {
  static func all(_ state: AppState) -> [PaneColumn] { [target, actual, attained, cost(state)] }

  static let target = PaneColumn(Words("目标", "target"), width: 9) { item, detail, state in
    guard let detail, let line = detail.lines.first else { return ("·", .faint) }
    let amount = TargetFigures(detail, state).agreed
    return (Amounts.plain(amount, line, state, columns: 8), amount == nil ? .faint : .money)
  }

  static let actual = PaneColumn(Words("实际", "actual"), width: 9) { item, detail, state in
    guard let detail, let line = detail.lines.first else { return ("·", .faint) }
    let amount = TargetFigures(detail, state).actual
    return (Amounts.plain(amount, line, state, columns: 8), amount == nil ? .faint : .money)
  }

  static let attained = PaneColumn(Words("达成率", "attained"), width: 12, gap: 1) {
    _, detail, state in
    guard let percent = detail.flatMap({ TargetFigures($0, state).percent }) else {
      return ("·", .faint)
    }
    let bar = Bars.bar(Int64(percent), of: 100, columns: 5)
    let figures = detail.map { TargetFigures($0, state) }
    let number = TextFit.fit("\(percent)%", columns: 4, align: .right)
    let mark = figures?.sign?.mark ?? " "
    return ("\(bar.full)\(bar.rest) \(number)\(mark)", figures?.isBehind ?? false ? .warn : .good)
  }

  static func cost(_ state: AppState) -> PaneColumn {
    let unit = Amounts.format(state.board.money, state).shown.suffix(state.language)
    return PaneColumn(Words("费用/上限\(unit)", "cost/cap \(unit)"), width: 12) {
      costCell($0, $1, $2)
    }
  }

  private static func costCell(
    _ item: Item, _ detail: ItemDetail?, _ state: AppState
  ) -> (text: String, role: Role) {
    let plan = detail?.cost.plan ?? 0
    let ceiling = item.ceiling.map { Amounts.money($0, state) } ?? "·"
    let isOver = item.ceiling.map { plan > $0 } ?? false
    return ("\(Amounts.money(plan, state))/\(ceiling)", isOver ? .bad : .money)
  }
}

/// A target's figures of its year, by the rules of measures.
struct TargetFigures {
  private let measure: Measure?
  private let summary: MeasureSummary?
  private let year: Period

  init(_ detail: ItemDetail, _ state: AppState) {
    year = detail.item.period ?? state.year
    measure = detail.lines.first.map {
      Measure($0, of: detail, board: state.board, today: state.today)
    }
    summary = measure.map { [year] in MeasureSummary($0, within: year) }
  }

  var sign: MeasureSign? { summary?.sign }
  var timeElapsed: Fraction? { summary?.timeElapsed }
  var yearOnYear: Fraction? { summary?.yearOnYear }
  /// Attained of what was due by now.
  var attainedToDate: Fraction? { summary?.attainedToDate }
  /// The part of the year's target that is due by now.
  var targetToDate: Int64? { amount(summary?.targetToDate) }
  /// What was reached in the whole year before.
  var lastYear: Int64? { amount(measure?.total(.actual, within: year.advanced(by: -1))) }

  func sign(at period: Period) -> MeasureSign? { measure?.sign(at: period) }
  /// The part of a quarter up to now.
  func toDate(_ column: Column, within quarter: Period) -> Int64? {
    amount(measure?.total(column, within: quarter, toDate: true))
  }

  /// The year's figure as agreed, else what its parts make.
  var agreed: Int64? { amount(summary?.agreed ?? summary?.parts) }
  var actual: Int64? { amount(summary?.actualToDate) }
  /// Attained, in whole percent.
  var percent: Int? {
    summary?.attained?.times(100)?.rounded().map { Int(clamping: $0) }
  }
  var isBehind: Bool { summary?.sign == .atRisk || summary?.sign == .missed }

  private func amount(_ value: Fraction?) -> Int64? { value?.rounded() }
}

extension DetailTable {
  /// Target, actual and last year over the shown quarter and the year.
  static func target(_ detail: ItemDetail, _ state: AppState) -> DetailTable {
    guard let line = detail.lines.first else { return DetailTable(title: "", heads: [], rows: []) }
    let unit = state.board.figureUnit(of: line)
    let rhythm = detail.item[.rhythm].integer.flatMap { Rhythm(rawValue: $0) } ?? .month
    let periods =
      rhythm == .month
      ? state.board.calendar.months(of: state.period)
      : state.board.calendar.quarters(of: state.year.year)
    let figures = TargetFigures(detail, state)
    // A quarter's own figure is its figure to date where quarters stand side by side.
    let hasQuarter = rhythm == .month
    let quarter = state.period
    func row(
      _ name: Words, _ sums: [Int64?], signs: (Period) -> MeasureSign? = { _ in nil },
      _ value: (Period) -> Int64?
    ) -> (Words, [Cell]) {
      let marks = periods.map(signs) + sums.map { _ in nil }
      return (
        name,
        zip(periods.map(value) + sums, marks).map { amount, sign in
          let text = Amounts.trimmed(Amounts.format(unit, state)(amount))
          let role: Role = sign == .reached ? .good : sign == nil ? .money : .warn
          return (text + (sign?.mark ?? ""), amount == nil ? .faint : role)
        }
      )
    }
    let before = { (period: Period) -> Period in
      period.advanced(by: period.unit == .month ? -12 : -4)
    }
    func sums(_ toQuarter: Int64?, _ toDate: Int64?, _ year: Int64?) -> [Int64?] {
      (hasQuarter ? [toQuarter] : []) + [toDate, year]
    }
    let heads =
      periods.map { $0.unit == .month ? PeriodText.month($0, state.language) : "Q\($0.part)" }
      + (hasQuarter ? [Words("季累", "QTD")(state.language)] : [])
      + [Words("年累", "YTD")(state.language), state.year.description]
    var table = DetailTable(
      title: Amounts.format(unit, state).head, heads: heads,
      rows: [
        row(
          Column.plan.words(for: .target),
          sums(figures.toDate(.plan, within: quarter), figures.targetToDate, figures.agreed)
        ) { detail.figure(line.id, $0)?[.plan] },
        row(
          Column.actual.words(for: .target),
          sums(figures.toDate(.actual, within: quarter), figures.actual, nil),
          signs: { figures.sign(at: $0) }
        ) { detail.figure(line.id, $0)?[.actual] },
        row(Words("去年", "Last y"), sums(nil, nil, figures.lastYear)) {
          detail.figure(line.id, before($0))?[.actual]
        },
      ])
    // Below a sign the digits stay where they are.
    for index in heads.indices {
      guard table.rows.contains(where: { $0.cells[index].text.last.map(isSign) ?? false }) else {
        continue
      }
      table.heads[index] += " "
      for row in table.rows.indices {
        let text = table.rows[row].cells[index].text
        if !(text.last.map(isSign) ?? false) { table.rows[row].cells[index].text += " " }
      }
    }
    return table
  }
}

private func isSign(_ character: Character) -> Bool { "✓✗!".contains(character) }

/// What a trend's years say together.
enum TrendSummary {
  /// Growth per year of the expected value, `+8.1%`.
  static func growth(_ detail: ItemDetail?, from first: Period, to last: Period) -> String? {
    guard let detail, let line = detail.lines.first,
      let start = detail.figure(line.id, first)?[.forecast],
      let end = detail.figure(line.id, last)?[.forecast],
      let growth = growthPerYear(from: start, to: end, years: last.year - first.year)
    else { return nil }
    let tenths = Int((growth * 1_000).rounded())
    return "\(tenths < 0 ? "−" : "+")\(abs(tenths) / 10).\(abs(tenths) % 10)%"
  }
}
