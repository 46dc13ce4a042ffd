import PlanModel
import TextCanvas

/// One cell as it is shown.
struct GridCell: Hashable, Sendable {
  var text: String
  var role: Role
  /// A sign behind the number: reached, missed, at risk.
  var sign = ""
  /// The amount behind it; nil for sums and derived cells.
  var address: CellAddress?
  /// The amount itself, exact, also of sums; nil: nobody said.
  var amount: Int64?
  /// The cells that a sum is made of.
  var coverage: Coverage?

  struct Coverage: Hashable, Sendable {
    var column: Column
    var periods: [Period]
  }

  init(
    _ text: String, _ role: Role, sign: String = "", address: CellAddress? = nil,
    amount: Int64? = nil, coverage: Coverage? = nil
  ) {
    self.coverage = coverage
    self.text = text
    self.role = role
    self.sign = sign
    self.address = address
    self.amount = amount
  }
}

/// A column of a grid; the group stands above the names.
struct GridColumn: Hashable, Sendable {
  var group: String
  var name: String
  /// With the gap before it.
  var width: Int
}

/// A row of a grid, with its name in the column that never scrolls away.
struct GridRow: Hashable, Sendable {
  /// Whether the rows below it are shown; nil where there are none.
  enum Fold: Hashable, Sendable { case open, closed }

  var name: String
  var role: Role
  var cells: [GridCell]
  /// The unit of its amounts.
  var unit: AmountUnit
  var line: Line?
  /// The item it is about, or whose line it is.
  var item: Item?
  var depth = 0
  var fold: Fold?
  /// What stands behind the name: a ceiling that is passed.
  var alarm = ""
  /// What this row of several of one line holds, right in the name's column: target, actual.
  var label = ""
  /// Tells the rows of one line apart.
  var part = ""
  /// A row of sums lies on its own ground.
  var isSum = false

  var kind: ItemKind { item?.kind ?? .activity }
}

/// What a grid shows: the same for money, targets and trends.
struct GridData: Hashable, Sendable {
  var corner = ""
  var columns: [GridColumn] = []
  var rows: [GridRow] = []
  /// The row that stays at the bottom; empty: none.
  var totals: [GridCell] = []
  var totalsName = ""
  /// The row above the totals that no sum holds: what is carried over. Empty: none.
  var carried: [GridCell] = []
  var carriedName = ""
  /// So many of the last columns stay in sight when the others scroll.
  var pinned = 0

  func cell(_ row: Int, _ column: Int) -> GridCell? {
    guard rows.indices.contains(row), rows[row].cells.indices.contains(column) else { return nil }
    return rows[row].cells[column]
  }

  /// Whether a rule stands behind this column: the last one of its group.
  func endsGroup(_ column: Int) -> Bool {
    guard columns.indices.contains(column) else { return false }
    return column + 1 >= columns.count || columns[column + 1].group != columns[column].group
  }

  /// The screen columns that these take, with the rules behind their groups.
  func width(of range: Range<Int>) -> Int {
    range.reduce(0) { $0 + columns[$1].width + (endsGroup($1) ? 1 : 0) }
  }
}

/// A grid on a screen: what it shows and where one stands in it.
struct Sheet: Sendable {
  var data = GridData()
  var grid = GridState()
  /// Notes on the cells of the lines in memory.
  var notes = Loaded<[LineID], [CellAddress: String]>([:])
  /// Why their cells were changed last, where that was said.
  var reasons = Loaded<[LineID], [CellAddress: String]>([:])

  var cell: GridCell? { data.cell(grid.row, grid.column) }
  func place(of address: CellAddress) -> GridState.Place? {
    for row in data.rows.indices where data.rows[row].line?.id == address.line {
      if let column = data.rows[row].cells.firstIndex(where: { $0.address == address }) {
        return GridState.Place(row: row, column: column)
      }
    }
    return nil
  }

  /// What stands before the amounts of cells with a note or a reason.
  var marks: [CellAddress: String] {
    var marks: [CellAddress: String] = [:]
    for cell in notes.rows.keys { marks[cell] = CellNotes.mark(cell, self) }
    for cell in reasons.rows.keys { marks[cell] = CellNotes.mark(cell, self) }
    return marks
  }

  /// Goes to a cell, if it is there.
  mutating func stand(on address: CellAddress) {
    guard let place = place(of: address) else { return }
    (grid.row, grid.column) = (place.row, place.column)
  }

  /// The cells of the chosen range, row by row.
  var chosen: [[GridCell]] {
    grid.range.rows.map { row in grid.range.columns.compactMap { data.cell(row, $0) } }
  }
  var row: GridRow? { data.rows.indices.contains(grid.row) ? data.rows[grid.row] : nil }
}

extension AppState {
  /// The grid of the screen one is on; an empty one where there is none.
  var sheet: Sheet {
    get {
      switch trail.last {
      case .budget: budget.sheet
      case .targets: targets.sheet
      case .trends: trends.sheet
      default: Sheet()
      }
    }
    set {
      switch trail.last {
      case .budget: budget.sheet = newValue
      case .targets: targets.sheet = newValue
      case .trends: trends.sheet = newValue
      default: break
      }
    }
  }
}
