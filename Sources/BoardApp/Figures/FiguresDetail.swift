import PlanModel
import TextCanvas

/// Below the figures: what the row under the cursor says, for a trend as a chart.
enum FiguresDetail {
  static func draw(_ state: AppState, _ layout: GridLayout, _ canvas: inout Canvas) {
    let top = layout.detailTop
    canvas.put(String(repeating: "─", count: state.columns), row: top, column: 0, role: .rule)
    guard let detail = state.figures.detail, let row = state.figures.sheet.row else { return }
    let item = detail.item
    let data = state.figures.sheet.data
    var title = "\(item.code) \(item.title(state.language))"
    if !row.label.isEmpty { title += " · \(row.label)" }
    if data.columns.indices.contains(state.figures.sheet.grid.column) {
      title += " · \(data.columns[state.figures.sheet.grid.column].name)"
    }
    canvas.put(
      " \(TextFit.cut(title, columns: state.columns - 8)) ", row: top, column: 2, role: .headFocus)
    let rows = layout.detailRows - 1
    if item.kind == .trend, let said = said(state).first {
      canvas.put(
        TextFit.cut(" \(said.text) ", columns: max(0, state.columns - TextFit.width(title) - 10)),
        row: top, column: TextFit.width(title) + 6, role: .text)
    }
    guard let line = row.line ?? detail.lines.first else { return }
    if item.kind == .trend {
      chart(detail, line, state, &canvas, top: top + 1, rows: rows)
    } else {
      target(detail, line, state, &canvas, top: top + 1, rows: rows)
    }
  }

  /// The note on the cell one stands on, and why it was changed.
  private static func said(_ state: AppState) -> [(name: Words, text: String)] {
    let sheet = state.figures.sheet
    guard let cell = sheet.cell?.address else { return [] }
    return [
      sheet.notes.rows[cell].map { (Words("批注", "note"), "* \($0)") },
      sheet.reasons.rows[cell].map { (Words("原因", "reason"), "# \($0)") },
    ].compactMap { $0 }
  }

  /// A bar a year, from the low to the high value where there are such.
  private static func chart(
    _ detail: ItemDetail, _ line: Line, _ state: AppState, _ canvas: inout Canvas, top: Int,
    rows: Int
  ) {
    let cells = FiguresCells(line, state)
    let years = TrendSheet.years(state).suffix(rows)
    let figures = years.map { detail.figure(line.id, $0) }
    let most =
      figures.compactMap { figure in
        [figure?[.high], figure?[.actual], figure?[.forecast]].compactMap { $0 }.max()
      }.max() ?? 0
    let columns = max(10, state.columns - 50)
    for (offset, year) in years.enumerated() {
      let figure = figures[offset]
      let value = figure?[.actual] ?? figure?[.forecast]
      let row = top + offset
      canvas.put(year.description, row: row, column: 2, role: .dim)
      guard let value else {
        canvas.put("·", row: row, column: 8, role: .faint)
        continue
      }
      let bar = Bars.bar(value, of: max(most, 1), columns: columns)
      let isPast = figure?[.actual] != nil
      canvas.put(bar.full, row: row, column: 8, role: isPast ? .bar : .barSales)
      if let high = figure?[.high], high > value, !isPast {
        let end = Bars.bar(high, of: max(most, 1), columns: columns).full.count
        let from = bar.full.count
        canvas.put(
          String(repeating: "░", count: max(0, end - from)), row: row, column: 8 + from,
          role: .barRest)
      }
      var text = cells.text(value)
      if let low = figure?[.low], let high = figure?[.high], !isPast {
        text += "  \(cells.text(low))–\(cells.text(high))"
      }
      canvas.put(text, row: row, column: 10 + columns, role: isPast ? .text : .strong)
    }
  }

  private static func target(
    _ detail: ItemDetail, _ line: Line, _ state: AppState, _ canvas: inout Canvas, top: Int,
    rows: Int
  ) {
    let language = state.language
    let measure = Measure(
      line, of: detail, board: state.board, today: state.today,
      ratio: state.figures.loaded.rows.ratios[line.id])
    let summary = MeasureSummary(measure, within: state.year)
    let cells = FiguresCells(line, state)
    let rule: Words =
      switch measure.addsUp {
      case .sum: Words("全年 = 各期之和", "the year is the sum of its periods")
      case .last: Words("全年 = 最后一期", "the year is its last period")
      case .ratio: Words("全年 = 两个合计相除", "the year is the quotient of two sums")
      }
    var how = "\(rule(language)) · \(measure.better.words(language))"
    if let rhythm = measure.rhythm { how += " · \(rhythm.words(language))" }
    var facts: [(Words, String, Role)] = [(Words("汇总", "adds up"), how, .text)]
    let attained = summary.attained?.percentText() ?? "·"
    facts.append(
      (
        Words("达成率", "attained"),
        "\(attained)   \(Words("时间进度", "time elapsed")(language)) "
          + summary.timeElapsed.percentText()
          + (summary.sign.map { "   \($0.mark) \($0.words(language))" } ?? ""),
        summary.sign == .atRisk || summary.sign == .missed ? .warn : .text
      ))
    // A ratio's periods make nothing: its two sums do.
    if measure.addsUp != .ratio, let agreed = summary.agreed, let parts = summary.parts,
      agreed != parts
    {
      let difference = agreed.minus(parts)?.rounded()
      facts.append(
        (
          Words("差额", "differs"),
          Words(
            "全年 \(cells.text(agreed.rounded()))，各期合计 \(cells.text(parts.rounded()))，相差 \(cells.text(difference))",
            "agreed \(cells.text(agreed.rounded())), its periods make \(cells.text(parts.rounded())), \(cells.text(difference)) apart"
          )(language), .warn
        ))
    }
    if let gap = summary.gap {
      facts.append((Words("缺口", "gap"), cells.text(gap.rounded()), .text))
    }
    if let who = detail.item[.confirmedBy].integer.flatMap({ state.board.people[$0] }) {
      facts.append((Words("已确认", "confirmed"), who.display(language), .text))
    }
    facts = said(state).map { ($0.name, $0.text, .text) } + facts
    for (offset, fact) in facts.prefix(rows).enumerated() {
      canvas.put(fact.0(language), row: top + offset, column: 2, role: .dim, width: 10)
      canvas.put(
        TextFit.cut(fact.1, columns: state.columns - 14), row: top + offset, column: 13,
        role: fact.2)
    }
  }
}
