/// Amounts spread over cells, exactly and without surprise.
///
/// - A spread with a total (`P`, `S`, `RP`) makes the sum of **all** given cells that total (or adds it
///   to their sum), to the last unit: held and locked cells keep theirs, the others absorb the rest.
/// - `P` shares out the difference to what is there by the size of the amounts, so that amounts of
///   one sign keep their proportions, and mixed signs stay finite: (100, −50) to a sum of 80 becomes
///   (120, −40). Cells without an amount get nothing, unless no free cell has any: then all get the
///   same.
/// - No cell is lowered below its floor; the others take over what it can't give. A total of zero or
///   more drives no cell below zero that was not there. What can't be absorbed is refused.
/// - `R`, `P%`, `SL`, `GR`, `R%` and `C` say each cell's amount by itself (rounded half to even); they
///   skip held and locked cells, and are refused if one would fall below its floor.
public enum Spread {
  /// The most cells that one spread takes.
  public static let mostCells = 200_000

  /// - Parameters:
  ///   - cells: in order of time, line by line; all in the same unit.
  ///   - unit: for the sentences.
  /// - Throws: a refusal with its way out; then nothing is to be changed.
  public static func apply<ID>(
    _ code: SpreadCode, to cells: [SpreadCell<ID>], unit: AmountUnit
  ) throws(Refusal) -> SpreadResult<ID> {
    guard !cells.isEmpty else { throw SpreadRefusals.noCells }
    guard cells.count <= mostCells else { throw SpreadRefusals.tooManyCells }
    guard cells.allSatisfy(isPossible) else { throw SpreadRefusals.tooLarge }
    if code.isHold { return held(code.method, cells) }
    if isTotal(code.method), cells.count > 1,
      let other = cells.first(where: { $0.addsUp != .sum })?.addsUp
    {
      throw other == .ratio ? SpreadRefusals.ratio : SpreadRefusals.last
    }
    guard cells.contains(where: \.isFree) || isTotal(code.method) else { throw noneFree(cells) }
    let amounts: [Int64?]
    switch code.method {
    case .proportional, .equal, .relative:
      amounts = try SpreadTotal(code, cells, unit).amounts()
    default:
      amounts = try SpreadEach(code, cells, unit).amounts()
    }
    return try result(cells, amounts)
  }

  /// An amount typed on a sum: in proportion, in equal parts if all is zero; nothing clears the cells.
  public static func total<ID>(
    _ amount: Int64?, over cells: [SpreadCell<ID>], unit: AmountUnit
  ) throws(Refusal) -> SpreadResult<ID> {
    try apply(SpreadCode(amount.map { .proportional($0) } ?? .clear), to: cells, unit: unit)
  }

  static func noneFree<ID>(_ cells: [SpreadCell<ID>]) -> Refusal {
    let lock = cells.contains(where: \.isHeld) ? nil : cells.lazy.compactMap(\.lock).first
    return lock.map { Refusal(.rule, $0) } ?? SpreadRefusals.allHeld
  }

  /// The changes to these amounts, one per cell, and the sums.
  static func result<ID>(
    _ cells: [SpreadCell<ID>], _ amounts: [Int64?]
  ) throws(Refusal) -> SpreadResult<ID> {
    var result = SpreadResult<ID>()
    var (before, after): (Int128, Int128) = (0, 0)
    for (cell, now) in zip(cells, amounts) {
      before += Int128(cell.amount ?? 0)
      after += Int128(now ?? 0)
      if now != cell.amount {
        guard (now ?? 0).magnitude <= DecimalText.limit.magnitude else {
          throw SpreadRefusals.tooLarge
        }
        result.changes.append(SpreadChange(cell.id, was: cell.amount, now: now))
      }
      if !cell.isFree { result.kept += 1 }
    }
    guard let before = Int64(exactly: before), let after = Int64(exactly: after) else {
      throw SpreadRefusals.tooLarge
    }
    result.before = before
    result.after = after
    return result
  }

  private static func isTotal(_ method: SpreadCode.Method) -> Bool {
    switch method {
    case .proportional, .equal, .relative: true
    default: false
    }
  }

  /// Beyond what a cell may hold sums could leave 128 bits; such cells can't come from a board.
  private static func isPossible<ID>(_ cell: SpreadCell<ID>) -> Bool {
    [cell.amount, cell.floor, cell.reference].allSatisfy {
      ($0 ?? 0).magnitude <= UInt64(DecimalText.limit) * 10
    }
  }

  private static func held<ID>(
    _ method: SpreadCode.Method, _ cells: [SpreadCell<ID>]
  ) -> SpreadResult<ID> {
    var result = SpreadResult<ID>()
    result.holds = cells.filter { $0.isHeld == (method != .hold) }.map(\.id)
    return result
  }
}
