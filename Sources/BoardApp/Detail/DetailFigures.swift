import PlanModel
import TextCanvas

/// The figures of an item beside its facts: money of three months, months of a target, years of a
/// trend.
enum DetailFigures {
  static func draw(
    _ detail: ItemDetail, _ state: AppState, _ canvas: inout Canvas, row: Int, column: Int,
    width: Int, rows: Int
  ) {
    let table = DetailTable.of(detail, state)
    table.draw(&canvas, row: row, column: column, width: width, rows: rows, state.language)
  }
}

/// A small table with a heading row and a name before each row.
struct DetailTable {
  typealias Cell = (text: String, role: Role)
  var title: String
  var heads: [String]
  var rows: [(name: Words, cells: [Cell])]

  func draw(
    _ canvas: inout Canvas, row: Int, column: Int, width: Int, rows limit: Int,
    _ language: Language
  ) {
    let nameWidth = min(10, 1 + (rows.map { TextFit.width($0.name(language)) }.max() ?? 9))
    let cells = places(room: width - nameWidth)
    canvas.put(title, row: row, column: column, role: .dim, width: nameWidth + 4)
    for (index, cell) in cells {
      canvas.put(
        heads[index], row: row, column: column + nameWidth + cell.lowerBound, role: .dim,
        width: cell.count, align: .right)
    }
    for (offset, line) in rows.prefix(max(0, limit - 1)).enumerated() {
      canvas.put(
        line.name(language), row: row + 1 + offset, column: column, role: .dim, width: nameWidth)
      for (index, cell) in cells where line.cells.indices.contains(index) {
        let value = line.cells[index]
        canvas.put(
          " " + value.text, row: row + 1 + offset, column: column + nameWidth + cell.lowerBound,
          role: value.role, width: cell.count, align: .right)
      }
    }
  }

  /// Where each column stands: all alike where their amounts fit, else each as wide as it has to be;
  /// the first ones give way where there is no room for all.
  func places(room: Int) -> [(index: Int, cell: Range<Int>)] {
    let alike = min(9, max(5, room / max(1, heads.count)))
    let own = heads.indices.map { index in
      let texts =
        [heads[index]]
        + rows.compactMap {
          $0.cells.indices.contains(index) ? $0.cells[index].text : nil
        }
      return 1 + (texts.map { TextFit.width($0) }.max() ?? 0)
    }
    let fits = own.allSatisfy { $0 <= alike } && alike * heads.count <= room
    let widths = fits ? own.map { _ in alike } : own
    var first = 0
    while first < widths.count - 1, widths[first...].reduce(0, +) > room { first += 1 }
    var at = 0
    return widths.indices.dropFirst(first).map { index in
      defer { at += widths[index] }
      return (index, at..<(at + widths[index]))
    }
  }
}

extension DetailTable {
  static func of(_ detail: ItemDetail, _ state: AppState) -> DetailTable {
    switch detail.item.kind {
    case .activity: .money(detail, state)
    case .target: .target(detail, state)
    case .trend: .trend(detail, state)
    case .decision: DetailTable(title: "", heads: [], rows: [])
    }
  }

  /// Before, three months, after, all; one row a column of money.
  static func money(_ detail: ItemDetail, _ state: AppState) -> DetailTable {
    let months = state.board.calendar.months(of: state.period)
    let live = Set(detail.lines.map(\.id))
    let figures = detail.figures.filter { live.contains($0.line) }
    let before = sum(figures.filter { $0.period < months[0] })
    let after = sum(figures.filter { $0.period > months[months.count - 1] })
    let within = months.map { month in sum(figures.filter { $0.period == month }) }
    let all = sum(figures)
    let groups = [before] + within + [after, all]
    let heads =
      [Words("之前", "before")(state.language)]
      + months.map { PeriodText.month($0, state.language) }
      + [Words("之后", "after")(state.language), Words("合计", "total")(state.language)]
    func cells(_ value: (Money) -> Int64) -> [Cell] {
      groups.map { money in
        let amount = value(money)
        let role: Role = amount < 0 ? .bad : amount == 0 ? .faint : .money
        return (Amounts.money(amount, state), role)
      }
    }
    return DetailTable(
      title: Amounts.head(state), heads: heads,
      rows: [
        (Column.plan.words(for: .activity), cells(\.plan)),
        (Column.forecast.words(for: .activity), cells(\.outlook)),
        (Column.committed.words(for: .activity), cells(\.committed)),
        (Column.actual.words(for: .activity), cells(\.actual)),
        (Words("余额", "Left"), cells(\.left)),
      ])
  }

  static func sum(_ figures: some Sequence<Figure>) -> Money {
    figures.reduce(Money()) { $0 + Money($1) }
  }

  /// Low, expected, high, baseline and actual over the years.
  static func trend(_ detail: ItemDetail, _ state: AppState) -> DetailTable {
    guard let line = detail.lines.first else { return DetailTable(title: "", heads: [], rows: []) }
    let first = state.board.firstYear
    let years = ((first - 2)...(first + 2)).map { Period(year: $0) }
    let order: [Column] = [.high, .forecast, .low, .base, .actual]
    return DetailTable(
      title: state.board.figureUnit(of: line).name(state.language),
      heads: years.map(\.description),
      rows: order.map { column in
        (
          column.words(for: .trend),
          years.map { year in
            let amount = detail.figure(line.id, year)?[column]
            return (
              Amounts.trimmed(Amounts.format(state.board.figureUnit(of: line), state)(amount)),
              amount == nil ? .faint : column == .forecast ? .strong : .money
            )
          }
        )
      })
  }
}
