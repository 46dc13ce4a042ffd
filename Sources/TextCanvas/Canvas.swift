/// A screen in memory: rows of cells that views write text into.
///
/// It owns every rule of width: text is made drawable first, a wide glyph takes two cells, and what
/// overwrites one half of a wide glyph blanks the other half. Writing outside is cut, never an error.
public struct Canvas: Equatable, Sendable {
  public let columns: Int
  public let rows: Int
  /// Row by row, `columns` cells each.
  public private(set) var cells: [Cell]
  /// Where the terminal's own cursor stands; nil hides it.
  public var cursor: Position?

  /// A place on the screen, from 0 at the top left.
  public struct Position: Equatable, Sendable {
    public var row: Int
    public var column: Int
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  public init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    cells = Array(repeating: .blank, count: self.columns * self.rows)
  }

  public subscript(row: Int, column: Int) -> Cell { cells[row * columns + column] }

  /// The cells of one row.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[(row * columns)..<((row + 1) * columns)]
  }

  /// Writes text from a column on and returns the column behind it.
  /// - Parameter width: cut or padded to exactly that many columns when given.
  @discardableResult
  public mutating func put(
    _ text: String, row: Int, column: Int, role: Role = .text, width: Int? = nil,
    align: Alignment = .left
  ) -> Int {
    guard let width else {
      return putDrawable(Drawable.text(text), row: row, column: column, role: role)
    }
    let (shown, used) = TextFit.measured(text, columns: width)
    let gap = max(0, width - used)
    let before =
      switch align {
      case .left: 0
      case .right: gap
      case .centre: gap / 2
      }
    putBlanks(before, row: row, column: column, role: role)
    let end = putDrawable(shown, row: row, column: column + before, role: role)
    putBlanks(gap - before, row: row, column: end, role: role)
    return column + max(0, width)
  }

  private mutating func putBlanks(_ count: Int, row: Int, column: Int, role: Role) {
    guard count > 0 else { return }
    fill(row: row, column: column, rows: 1, columns: count, role: role)
  }

  /// Text that was made drawable before.
  private mutating func putDrawable(_ shown: String, row: Int, column: Int, role: Role) -> Int {
    if Drawable.isPlain(shown) { return putPlain(shown, row: row, column: column, role: role) }
    var at = column
    var scalars = shown.unicodeScalars.makeIterator()
    var ahead = scalars.next()
    while let base = ahead {
      let width = ScalarWidth.of(base)
      var cell = Cell(base: base.value, role: role)
      var marks = 0
      ahead = scalars.next()
      while let mark = ahead, mark.value >= 0x300, ScalarWidth.of(mark) == 0 {
        marks += 1
        cell.setMark(marks, mark.value)
        ahead = scalars.next()
      }
      place(cell, width: width, row: row, column: at)
      at += width
    }
    return at
  }

  /// Printable ASCII: a cell for a byte.
  private mutating func putPlain(_ text: String, row: Int, column: Int, role: Role) -> Int {
    let end = column + text.utf8.count
    let range = (column..<end).clamped(to: 0..<columns)
    guard row >= 0, row < rows, !range.isEmpty else { return end }
    split(row: row, before: range.lowerBound)
    split(row: row, before: range.upperBound)
    var index = row * columns + range.lowerBound
    for byte in text.utf8.dropFirst(range.lowerBound - column).prefix(range.count) {
      cells[index] = Cell(base: UInt32(byte), role: role)
      index += 1
    }
    return end
  }

  /// Fills a rectangle with blanks of one role.
  public mutating func fill(row: Int, column: Int, rows: Int, columns: Int, role: Role) {
    let columnRange = (column..<max(column, column + columns)).clamped(to: 0..<self.columns)
    guard !columnRange.isEmpty else { return }
    let blank = Cell(base: 0x20, role: role)
    for y in (row..<max(row, row + rows)).clamped(to: 0..<self.rows) {
      split(row: y, before: columnRange.lowerBound)
      split(row: y, before: columnRange.upperBound)
      for x in columnRange { cells[y * self.columns + x] = blank }
    }
  }

  /// Changes what a stretch of one row means without changing its text. A wide glyph belongs to the
  /// stretch if its left half does.
  public mutating func paint(row: Int, columns range: Range<Int>, role: Role) {
    guard row >= 0, row < rows else { return }
    let start = row * columns
    let range = range.clamped(to: 0..<columns)
    guard !range.isEmpty else { return }
    for x in range where x > range.lowerBound || !cells[start + x].isContinuation {
      cells[start + x].role = role
    }
    let next = range.upperBound
    if next < columns, cells[start + next].isContinuation {
      cells[start + next].role = cells[start + next - 1].role
    }
  }

  /// Replaces the glyph of every cell; the new one must be as wide as the old.
  mutating func replaceGlyphs(_ replacement: (String) -> String?) {
    // ASCII and Latin letters come first: they are nearly all.
    for index in cells.indices where cells[index].base >= 0xB7 {
      if let glyph = replacement(cells[index].glyph) { cells[index].glyph = glyph }
    }
  }

  private mutating func place(_ cell: Cell, width: Int, row: Int, column: Int) {
    guard row >= 0, row < rows, column >= 0, column + width <= columns else {
      // Half of a wide glyph at an edge: its other half is outside, so a blank stands in for it.
      if width == 2, row >= 0, row < rows {
        let blank = Cell(base: 0x20, role: cell.role)
        if column == -1 { place(blank, width: 1, row: row, column: 0) }
        if column == columns - 1 { place(blank, width: 1, row: row, column: column) }
      }
      return
    }
    split(row: row, before: column)
    split(row: row, before: column + width)
    let index = row * columns + column
    cells[index] = cell
    if width == 2 { cells[index + 1] = Cell(base: 0, role: cell.role) }
  }

  /// Makes two blanks of a wide glyph that stands across a border between columns.
  private mutating func split(row: Int, before column: Int) {
    guard column > 0, column < columns else { return }
    let index = row * columns + column
    guard cells[index].isContinuation else { return }
    cells[index - 1].glyph = " "
    cells[index].glyph = " "
  }
}

/// Where a text stands in the columns it is given.
public enum Alignment: Sendable { case left, right, centre }
