import PlanModel

/// The figures of one item, cell by cell.
struct AmountsState: Sendable {
  var item: ItemID?
  var grid = GridState()
  var loaded = Loaded<Query, ItemDetail?>(nil)
  var data = GridData()
  /// A line to stand on as soon as it has been read.
  var wantsLastLine = false

  struct Query: Hashable, Sendable {
    var item: ItemID?
  }

  mutating func show(_ id: ItemID) {
    item = id
    grid = GridState()
    data = GridData()
  }

  var cell: GridCell? { data.cell(grid.row, grid.column) }
  var unit: AmountUnit? { data.rows.indices.contains(grid.row) ? data.rows[grid.row].unit : nil }
}
