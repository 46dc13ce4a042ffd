import PlanModel

/// The figures of one item, cell by cell.
struct AmountsState: Sendable {
  var item: ItemID?
  var grid = GridState()
  var loaded = Loaded<Query, ItemDetail?>(nil)
  var data = GridData()
  /// The code of a line to stand on as soon as it has been read.
  var wantedLine: String?

  struct Query: Hashable, Sendable {
    var item: ItemID?
  }

  mutating func show(_ id: ItemID) {
    item = id
    grid = GridState()
    loaded = Loaded(nil)
    data = GridData()
    wantedLine = nil
  }

  /// Goes to a cell, if it is there.
  mutating func stand(on address: CellAddress) {
    for (row, line) in data.rows.enumerated() {
      guard let column = line.cells.firstIndex(where: { $0.address == address }) else { continue }
      (grid.row, grid.column) = (row, column)
    }
  }

  var cell: GridCell? { data.cell(grid.row, grid.column) }
  var row: GridRow? { data.rows.indices.contains(grid.row) ? data.rows[grid.row] : nil }
  var unit: AmountUnit? { row?.unit }
}
