/// The cell of a grid behind which an amount lies: a line's column in one period.
public struct CellAddress: Hashable, Sendable {
  public var line: LineID
  public var column: Column
  public var period: Period

  public init(line: LineID, column: Column, period: Period) {
    self.line = line
    self.column = column
    self.period = period
  }

  public var target: ChangeTarget { .figure(line, column, period) }
  /// Where the note on the cell is.
  public var note: ChangeTarget { .note(line, column, period) }
}

extension ChangeTarget {
  /// The cell whose amount this is; nil for everything else.
  public var cell: CellAddress? {
    guard case .figure(let line, let column, let period) = self else { return nil }
    return CellAddress(line: line, column: column, period: period)
  }
}
