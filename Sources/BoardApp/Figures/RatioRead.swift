import PlanModel

/// Reads the two sums that ratio measures are made of: other targets' lines, or what all expense
/// lines cost.
enum RatioRead {
  static func sources(
    _ details: [ItemDetail], _ board: Board, _ reader: any BoardReading
  ) throws -> [LineID: RatioSource] {
    let lines = details.flatMap(\.lines).filter { !$0[.above].isNone && !$0[.below].isNone }
    guard !lines.isEmpty else { return [:] }
    let ids = Set(lines.flatMap { [$0[.above].integer, $0[.below].integer] }.compactMap { $0 })
    var sides: [LineID: [Period: Fraction]] = [:]
    for found in ids.isEmpty ? [] : try reader.lines(ids.sorted()) {
      sides[found.line.id] = RatioSource.side(found.figures, .actual, scale: found.line.scale)
    }
    var money: [Period: Fraction] = [:]
    if lines.contains(where: { $0[.above].text != nil || $0[.below].text != nil }) {
      money = try spent(board, reader)
    }
    var sources: [LineID: RatioSource] = [:]
    for line in lines {
      func side(_ field: LineField) -> [Period: Fraction] {
        line[field].integer.map { sides[$0] ?? [:] } ?? money
      }
      sources[line.id] = RatioSource(above: side(.above), below: side(.below))
    }
    return sources
  }

  /// `money.actual`: what was booked, month by month, from kept sums.
  private static func spent(
    _ board: Board, _ reader: any BoardReading
  ) throws -> [Period: Fraction] {
    guard let power = Fraction.power(ofTen: board.moneyScale) else { return [:] }
    var spent: [Period: Fraction] = [:]
    for sum in try reader.sums(by: .month, months: nil) {
      guard let month = Period(rawValue: sum.key) else { continue }
      spent[month] = Fraction(Int128(sum.money.actual), over: power)
    }
    return spent
  }
}
