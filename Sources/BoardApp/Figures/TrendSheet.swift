import PlanModel
import TextCanvas

/// Trends as a grid: three years back and three to come, growth, how far they have left their base.
enum TrendSheet {
  static func years(_ state: AppState) -> [Period] {
    ((state.board.firstYear - 3)...(state.board.firstYear + 2)).map { Period(year: $0) }
  }

  static func make(_ state: AppState) -> GridData {
    let language = state.language
    let years = years(state)
    var data = GridData(corner: Words("趋势", "trend")(language))
    for detail in state.figures.loaded.rows.details { data.rows += rows(of: detail, years, state) }
    let heads = years.map(\.description)
    let width = max(9, FiguresCells.width(data.rows, heads: heads, of: years.indices))
    data.columns = years.map { year in
      GridColumn(
        group: year.year < state.board.firstYear
          ? Words("历史", "history")(language) : Words("未来三年", "three years to come")(language),
        name: year.description, width: width)
    }
    data.columns += [
      GridColumn(group: " ", name: Words("年增长", "p.a.")(language), width: 9),
      GridColumn(group: " ", name: Words("走势", "course")(language), width: 9),
    ]
    return data
  }

  private static func rows(
    of detail: ItemDetail, _ years: [Period], _ state: AppState
  ) -> [GridRow] {
    let language = state.language
    var rows: [GridRow] = []
    for (index, line) in detail.lines.enumerated() {
      let cells = FiguresCells(line, state)
      func row(_ part: String, _ label: Words, _ role: Role, _ shown: [GridCell]) -> GridRow {
        var row = GridRow(
          name: "", role: role, cells: shown, unit: cells.unit, line: line, item: detail.item)
        row.label = label(language)
        row.part = part
        row.depth = index == 0 ? 0 : 1
        return row
      }
      func amount(_ column: Column, _ year: Period) -> Int64? {
        detail.figure(line.id, year)?[column]
      }
      func shown(_ year: Period) -> Int64? { amount(.actual, year) ?? amount(.forecast, year) }
      for column in [Column.high, .forecast, .low, .base, .actual] {
        var all = years.map {
          cells.typed(
            detail.figure(line.id, $0), line.id, column, $0,
            role: column == .forecast ? .strong : column == .actual ? .money : .dim)
        }
        let span = years.filter { $0.year >= state.board.firstYear }
        if let first = span.first, let last = span.last {
          all.append(
            column == .actual
              ? FiguresCells.blank
              : FiguresCells.growth(
                from: amount(column, first), to: amount(column, last), years: span.count - 1))
        }
        all.append(
          column == .forecast
            ? GridCell(Bars.spark(years.map(shown)), .bar) : FiguresCells.blank)
        rows.append(
          row(column.name(for: .trend), column.words(for: .trend), .text, all))
      }
      rows.append(
        row(
          "growth", Words("增长率", "growth"), .dim,
          years.map { FiguresCells.growth(from: shown($0.advanced(by: -1)), to: shown($0)) }))
      rows.append(row("drift", Words("偏离基准", "off baseline"), .dim, drift(years, amount, state)))
    }
    guard !rows.isEmpty else { return [] }
    let lead = LeadSign.of(detail.item, language).text
    rows[0].name = "\(detail.item.code) \(lead) \(detail.item.title(language))"
    rows[0].role = .strong
    var blank = GridRow(name: "", role: .faint, cells: [], unit: rows[0].unit)
    blank.item = detail.item
    blank.part = "blank"
    return rows + [blank]
  }

  /// How far the expected value has left its baseline, a year not yet over: beyond the limit in words
  /// of the check.
  private static func drift(
    _ years: [Period], _ amount: (Column, Period) -> Int64?, _ state: AppState
  ) -> [GridCell] {
    years.map { year in
      guard let expected = amount(.forecast, year), let base = amount(.base, year), base != 0,
        let share = Fraction(Int128(expected) - Int128(base), over: Int128(base).magnitudeValue)
      else { return GridCell("·", .faint) }
      let limit = Fraction(Int128(max(0, state.board.driftPercent)), over: 100) ?? .zero
      let size = share.isNegative ? share.negated ?? share : share
      let isOver = size > limit && state.board.calendar.days(of: year).upperBound >= state.today
      var text = share.percentText(decimals: 1)
      if !share.isNegative, share != .zero { text = "+" + text }
      return GridCell(text, isOver ? .warn : .dim, sign: isOver ? "!" : "")
    }
  }
}

extension Int128 {
  fileprivate var magnitudeValue: Int128 { self < 0 ? -self : self }
}
