import PlanModel
import TextCanvas

/// Cells of figures: amounts in their own units, growth, shares.
struct FiguresCells {
  let unit: AmountUnit
  let format: AmountFormat

  init(_ line: Line, _ state: AppState) {
    unit = state.board.figureUnit(of: line)
    format = Amounts.format(unit, state)
  }

  /// An amount that was typed or can be.
  func typed(
    _ figure: Figure?, _ line: LineID, _ column: Column, _ period: Period, sign: MeasureSign? = nil,
    role: Role = .money
  ) -> GridCell {
    let amount = figure?[column]
    return GridCell(
      text(amount), Self.role(sign) ?? (amount == nil ? .faint : role), sign: sign?.mark ?? "",
      address: CellAddress(line: line, column: column, period: period), amount: amount)
  }

  /// An amount that follows from others.
  func derived(
    _ amount: Int64?, sign: MeasureSign? = nil, role: Role = .dim,
    coverage: GridCell.Coverage? = nil
  ) -> GridCell {
    GridCell(
      text(amount), Self.role(sign) ?? (amount == nil ? .faint : role), sign: sign?.mark ?? "",
      amount: amount, coverage: coverage)
  }

  func text(_ amount: Int64?) -> String {
    unit.isMoney ? format(amount) : Amounts.trimmed(format(amount))
  }

  private static func role(_ sign: MeasureSign?) -> Role? {
    switch sign {
    case .reached: .good
    case .missed: .bad
    case .atRisk: .warn
    case nil: nil
    }
  }

  static let blank = GridCell("", .faint)

  /// A share of one as a percentage.
  static func percent(_ share: Fraction?, decimals: Int = 0, role: Role = .dim) -> GridCell {
    guard let share else { return GridCell("·", .faint) }
    return GridCell(share.percentText(decimals: decimals), role)
  }

  /// `+8.1%` from one amount to another.
  static func growth(from: Int64?, to: Int64?, years: Int = 1) -> GridCell {
    guard let from, let to, let growth = growthPerYear(from: from, to: to, years: years) else {
      return GridCell("·", .faint)
    }
    let tenths = Int((growth * 1_000).rounded())
    let text = "\(tenths < 0 ? "−" : "+")\(abs(tenths) / 10).\(abs(tenths) % 10)%"
    return GridCell(text, tenths < 0 ? .bad : .dim)
  }

  /// Columns as wide as the widest of their cells and heads, with a gap.
  static func width(_ rows: [GridRow], heads: [String], of columns: Range<Int>) -> Int {
    var widest = heads.map { TextFit.width($0) }.max() ?? 0
    for row in rows {
      for cell in row.cells[columns.clamped(to: row.cells.indices)] {
        widest = max(widest, TextFit.width(cell.text) + TextFit.width(cell.sign))
      }
    }
    return max(5, widest) + 1
  }
}
