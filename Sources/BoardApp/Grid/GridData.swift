import PlanModel
import TextCanvas

/// The cell behind a place of a grid: where an amount lives.
struct CellAddress: Hashable, Sendable {
  var line: LineID
  var column: Column
  var period: Period
}

/// One cell as it is shown.
struct GridCell: Hashable, Sendable {
  var text: String
  var role: Role
  /// The amount behind it; nil for sums and derived cells.
  var address: CellAddress?
  /// The amount itself, exact; nil: nobody said.
  var amount: Int64?

  init(_ text: String, _ role: Role, address: CellAddress? = nil, amount: Int64? = nil) {
    self.text = text
    self.role = role
    self.address = address
    self.amount = amount
  }
}

/// A column of a grid; the group stands above the names.
struct GridColumn: Hashable, Sendable {
  var group: String
  var name: String
  var width: Int
}

/// A row of a grid, with its name in the column that never scrolls away.
struct GridRow: Hashable, Sendable {
  var name: String
  var role: Role
  var cells: [GridCell]
  /// The unit of its amounts.
  var unit: AmountUnit
  var line: LineID?

  /// What stays the same when other rows come and go.
  struct Identity: Hashable, Sendable {
    var line: LineID?
    var column: Column?
  }
  var identity: Identity { Identity(line: line, column: cells.first?.address?.column) }
}

/// What a grid shows: the same for money, targets and trends.
struct GridData: Hashable, Sendable {
  var corner = ""
  var columns: [GridColumn] = []
  var rows: [GridRow] = []
  /// The row that stays at the bottom; empty: none.
  var totals: [GridCell] = []
  var totalsName = ""

  func cell(_ row: Int, _ column: Int) -> GridCell? {
    guard rows.indices.contains(row), rows[row].cells.indices.contains(column) else { return nil }
    return rows[row].cells[column]
  }
}
