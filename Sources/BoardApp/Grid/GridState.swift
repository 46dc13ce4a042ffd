import PlanModel
import TextCanvas

/// Where one stands in a grid, and what is being typed into a cell.
struct GridState: Sendable {
  var row = 0
  var column = 0
  /// The first row and column in sight.
  var top = 0
  var left = 0
  /// Cells that others have just changed.
  var changed: Set<CellAddress> = []
  var editor: LineEditor?
  /// What stood in the cell when typing began.
  var seen: Int64?
  /// The cell that is typed into, wherever its row moves meanwhile.
  var address: CellAddress?

  mutating func move(rows: Int, columns: Int, in data: GridData) {
    row = min(max(row + rows, 0), max(0, data.rows.count - 1))
    column = min(max(column + columns, 0), max(0, data.columns.count - 1))
  }

  /// Goes to the next cell that can be typed into, to the right and then down.
  mutating func next(in data: GridData) {
    let start = (row, column)
    repeat {
      column += 1
      if column >= data.columns.count { (column, row) = (0, row + 1) }
      if row >= data.rows.count { row = 0 }
      if data.cell(row, column)?.address != nil { return }
    } while (row, column) != start
  }

  /// Keeps the cursor in what there is and in sight.
  mutating func settle(in data: GridData, rows height: Int, width: Int) {
    move(rows: 0, columns: 0, in: data)
    top = min(top, row)
    if row >= top + height { top = row - height + 1 }
    left = min(left, column)
    while left < column,
      data.columns[left...column].reduce(0, { $0 + $1.width }) > width
    {
      left += 1
    }
  }

  mutating func begin(_ cell: GridCell, text: String) {
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
