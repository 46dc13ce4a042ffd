import PlanModel
import TextCanvas

/// Where one stands in a grid, what is chosen, and what is being typed into a cell.
struct GridState: Sendable {
  var row = 0
  var column = 0
  /// The first row and column in sight.
  var top = 0
  var left = 0
  /// The other corner of the chosen range; nil: only the cell one stands on.
  var anchor: Place?
  /// Cells that others have just changed.
  var changed: Set<CellAddress> = []
  var editor: LineEditor?
  /// What stood in the cell when typing began.
  var seen: Int64?
  /// The cell that is typed into, wherever its row moves meanwhile.
  var address: CellAddress?

  struct Place: Hashable, Sendable {
    var row: Int
    var column: Int
  }

  /// The rows and columns of the chosen range.
  var range: (rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    let other = anchor ?? Place(row: row, column: column)
    return (
      min(row, other.row)...max(row, other.row),
      min(column, other.column)...max(column, other.column)
    )
  }

  func isChosen(_ row: Int, _ column: Int) -> Bool {
    guard anchor != nil else { return false }
    let range = range
    return range.rows.contains(row) && range.columns.contains(column)
  }

  mutating func move(rows: Int, columns: Int, in data: GridData) {
    row = min(max(row + rows, 0), max(0, data.rows.count - 1))
    column = min(max(column + columns, 0), max(0, data.columns.count - 1))
  }

  /// Goes to the next cell that can be typed into, to the right and then down.
  mutating func next(in data: GridData, by step: Int = 1) {
    guard !data.columns.isEmpty, !data.rows.isEmpty else { return }
    let count = data.columns.count * data.rows.count
    var place = row * data.columns.count + column
    for _ in 0..<count {
      place = (place + step + count) % count
      let (row, column) = place.quotientAndRemainder(dividingBy: data.columns.count)
      if data.cell(row, column)?.address != nil {
        (self.row, self.column) = (row, column)
        return
      }
    }
  }

  /// Goes down to the next cell of this column that can be typed into; else one row down.
  mutating func nextDown(in data: GridData) {
    for next in data.rows.indices.dropFirst(row + 1) where data.cell(next, column)?.address != nil {
      row = next
      return
    }
  }

  /// Keeps the cursor in what there is and in sight.
  mutating func settle(in data: GridData, rows height: Int, width: Int) {
    move(rows: 0, columns: 0, in: data)
    top = min(top, row)
    if row >= top + height { top = row - height + 1 }
    top = max(0, min(top, data.rows.count - height))
    let unpinned = data.columns.count - data.pinned
    let pinned = data.width(of: unpinned..<data.columns.count)
    let room = pinned == 0 ? width : width - pinned - 1
    left = min(left, max(0, unpinned - 1))
    guard column < unpinned else {
      while left > 0, data.width(of: (left - 1)..<unpinned) <= room { left -= 1 }
      return
    }
    left = min(left, column)
    while left < column, data.width(of: left..<(column + 1)) > room { left += 1 }
    // No empty columns behind the last one while there are columns before.
    while left > 0, data.width(of: (left - 1)..<unpinned) <= room { left -= 1 }
  }

  mutating func begin(_ cell: GridCell, text: String) {
    anchor = nil
    seen = cell.amount
    address = cell.address
    editor = LineEditor(text)
  }

  mutating func endEditing() {
    editor = nil
    seen = nil
    address = nil
  }
}
