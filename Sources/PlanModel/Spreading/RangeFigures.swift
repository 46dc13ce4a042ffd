/// Sum and mean of chosen cells.
public struct RangeFigures: Hashable, Sendable {
  /// Cells in the range, and those of them that hold an amount.
  public var cells: Int
  public var count: Int
  /// Nil beyond 64 bits.
  public var sum: Int64?
  /// Of the cells that hold an amount, rounded half to even; nil where none does.
  public var mean: Int64?

  public init(_ amounts: some Sequence<Int64?>) {
    var total = Int128(0)
    (cells, count) = (0, 0)
    for amount in amounts {
      cells += 1
      guard let amount else { continue }
      count += 1
      total += Int128(amount)
    }
    sum = Int64(exactly: total)
    mean = Fraction(total, over: Int128(count))?.roundedToEven()
  }
}

/// The first cell of a row or column into the ones behind it.
public enum Fill {
  /// - Parameter rows: equally long rows of cells. Held and locked cells keep theirs; a source that
  ///   says nothing empties.
  /// - Throws: a refusal if a cell would fall below its floor, or nothing may be changed.
  public static func right<ID>(
    _ rows: [[SpreadCell<ID>]], unit: AmountUnit
  ) throws(Refusal) -> SpreadResult<ID> {
    var targets: [SpreadCell<ID>] = []
    var amounts: [Int64?] = []
    for row in rows {
      targets += row.dropFirst()
      amounts += row.dropFirst().map { $0.isFree ? row[0].amount : $0.amount }
    }
    return try fill(targets, amounts, unit)
  }

  public static func down<ID>(
    _ rows: [[SpreadCell<ID>]], unit: AmountUnit
  ) throws(Refusal) -> SpreadResult<ID> {
    guard let first = rows.first else { throw SpreadRefusals.noCells }
    var targets: [SpreadCell<ID>] = []
    var amounts: [Int64?] = []
    for row in rows.dropFirst() {
      for (cell, source) in zip(row, first) {
        targets.append(cell)
        amounts.append(cell.isFree ? source.amount : cell.amount)
      }
    }
    return try fill(targets, amounts, unit)
  }

  private static func fill<ID>(
    _ cells: [SpreadCell<ID>], _ amounts: [Int64?], _ unit: AmountUnit
  ) throws(Refusal) -> SpreadResult<ID> {
    guard !cells.isEmpty else { throw SpreadRefusals.noCells }
    guard cells.contains(where: \.isFree) else { throw Spread.noneFree(cells) }
    let below = zip(cells, amounts).filter { cell, now in
      cell.isFree && (cell.lowest.map { (now ?? 0) < $0 } ?? false)
    }
    if let first = below.first {
      throw SpreadRefusals.belowFloor(Int128(first.0.floor ?? 0), unit, cells: below.count)
    }
    return try Spread.result(cells, amounts)
  }
}
