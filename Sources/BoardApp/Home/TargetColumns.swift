import PlanModel
import TextCanvas

/// What is to be reached, what was, and what it costs against its ceiling.
enum TargetColumns {
  static func all(_ state: AppState) -> [PaneColumn] { [target, actual, attained, cost] }

  static let target = PaneColumn(Words("目标", "target"), width: 9) { item, detail, state in
    guard let detail, let line = detail.lines.first else { return ("·", .faint) }
    let amount = TargetFigures(detail, state).agreed
    return (Amounts.plain(amount, line, state), amount == nil ? .faint : .money)
  }

  static let actual = PaneColumn(Words("实际", "actual"), width: 9) { item, detail, state in
    guard let detail, let line = detail.lines.first else { return ("·", .faint) }
    let amount = TargetFigures(detail, state).actual
    return (Amounts.plain(amount, line, state), amount == nil ? .faint : .money)
  }

  static let attained = PaneColumn(Words("达成率", "attained"), width: 12, gap: 2) {
    _, detail, state in
    guard let percent = detail.flatMap({ TargetFigures($0, state).percent }) else {
      return ("·", .faint)
    }
    let bar = Bars.bar(Int64(percent), of: 100, columns: 5)
    let isBehind = detail.map { TargetFigures($0, state).isBehind } ?? false
    let number = TextFit.fit("\(percent)%", columns: 4, align: .right)
    return ("\(bar.full)\(bar.rest) \(number)", isBehind ? .warn : .good)
  }

  static let cost = PaneColumn(Words("费用/上限", "cost/cap"), width: 12) { item, detail, state in
    let plan = detail?.cost.plan ?? 0
    let ceiling = item.ceiling.map { Amounts.money($0, state) } ?? "·"
    let isOver = item.ceiling.map { plan > $0 } ?? false
    return ("\(Amounts.money(plan, state))/\(ceiling)", isOver ? .bad : .money)
  }
}

/// A target's figures of its year, by the rules of measures.
struct TargetFigures {
  private let summary: MeasureSummary?

  init(_ detail: ItemDetail, _ state: AppState) {
    summary = detail.lines.first.map {
      MeasureSummary(
        Measure($0, of: detail, board: state.board, today: state.today),
        within: detail.item.period ?? state.year)
    }
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
    func row(_ name: Words, _ year: Int64?, _ value: (Period) -> Int64?) -> (Words, [Cell]) {
      let amounts = periods.map(value) + [year]
      return (
        name,
        amounts.map {
          (Amounts.trimmed(Amounts.format(unit, state)($0)), $0 == nil ? .faint : .money)
        }
      )
    }
    let before = { (period: Period) -> Period in
      period.advanced(by: period.unit == .month ? -12 : -4)
    }
    return DetailTable(
      title: Amounts.format(unit, state).head,
      heads: periods.map {
        $0.unit == .month ? PeriodText.month($0, state.language) : "Q\($0.part)"
      } + [state.year.description],
      rows: [
        row(Column.plan.words(for: .target), figures.agreed) {
          detail.figure(line.id, $0)?[.plan]
        },
        row(Column.actual.words(for: .target), figures.actual) {
          detail.figure(line.id, $0)?[.actual]
        },
        row(Words("去年", "Last year"), nil) { detail.figure(line.id, before($0))?[.actual] },
      ])
  }
}

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
