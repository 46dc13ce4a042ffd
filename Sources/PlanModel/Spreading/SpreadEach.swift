/// A spread that says every cell's amount by itself: `R`, `P%`, `SL`, `GR`, `R%`, `C`.
struct SpreadEach<ID: Hashable & Sendable> {
  private let code: SpreadCode
  private let cells: [SpreadCell<ID>]
  private let unit: AmountUnit

  init(_ code: SpreadCode, _ cells: [SpreadCell<ID>], _ unit: AmountUnit) {
    self.code = code
    self.cells = cells
    self.unit = unit
  }

  /// One amount per cell; held and locked cells keep theirs, but count as a step of their run.
  func amounts() throws(Refusal) -> [Int64?] {
    var amounts: [Int64?] = []
    amounts.reserveCapacity(cells.count)
    var below: [Int64] = []
    var start = 0
    while start < cells.count {
      let end = cells[start...].firstIndex { $0.run != cells[start].run } ?? cells.count
      var grown = Fraction(first)
      for index in start..<end {
        let cell = cells[index]
        let step = index - start
        if step > 0, case .growth(_, let percent) = code.method {
          grown = try large(Self.changed(grown, percent)?.shortened())
        }
        guard cell.isFree else {
          amounts.append(cell.amount)
          continue
        }
        let spread = try value(cell, step: step, count: end - start, grown: grown)
        var now = code.method == .clear ? nil : cell.amount
        if let spread { now = try large(combined(cell.amount, spread)?.roundedToEven()) }
        if let lowest = cell.lowest, (now ?? 0) < lowest { below.append(cell.floor ?? lowest) }
        amounts.append(now)
      }
      start = end
    }
    if let floor = below.first {
      throw SpreadRefusals.belowFloor(Int128(floor), unit, cells: below.count)
    }
    return amounts
  }

  private var first: Int64 {
    if case .growth(let from, _) = code.method { from } else { 0 }
  }

  /// The amount that is spread into a cell; nil where there is nothing to go by.
  private func value(
    _ cell: SpreadCell<ID>, step: Int, count: Int, grown: Fraction
  ) throws(Refusal) -> Fraction? {
    switch code.method {
    case .repeated(let amount): return Fraction(amount)
    case .percent(let percent):
      guard let amount = cell.amount else { return nil }
      return try large(percent.times(amount)?.divided(by: 100))
    case .straightLine(let from, let to):
      guard count > 1 else { return Fraction(from) }
      let way = try large(Fraction(to).minus(Fraction(from))?.times(Int64(step)))
      return try large(way.divided(by: Int64(count - 1))?.plus(from))
    case .growth: return grown
    case .relativePercent(let percent, _):
      guard let reference = cell.reference else { return nil }
      return try large(Self.changed(Fraction(reference), percent))
    default: return nil
    }
  }

  /// With what is there, by the action.
  private func combined(_ present: Int64?, _ value: Fraction) -> Fraction? {
    switch code.action {
    case .replace: value
    case .add: value.plus(present ?? 0)
    case .subtract: value.negated?.plus(present ?? 0)
    }
  }

  private static func changed(_ value: Fraction, _ percent: Fraction) -> Fraction? {
    percent.divided(by: 100)?.plus(1).flatMap { value.times($0) }
  }

  private func large<T>(_ value: T?) throws(Refusal) -> T {
    guard let value else { throw SpreadRefusals.tooLarge }
    return value
  }
}
