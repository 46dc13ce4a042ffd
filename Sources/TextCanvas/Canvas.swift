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
    let shown = width.map { TextFit.fit(text, columns: $0, align: align) } ?? text
    var at = column
    for glyph in Glyphs(shown) {
      place(glyph.text, width: glyph.width, row: row, column: at, role: role)
      at += glyph.width
    }
    return at
  }

  /// Fills a rectangle with blanks of one role.
  public mutating func fill(row: Int, column: Int, rows: Int, columns: Int, role: Role) {
    let columnRange = (column..<max(column, column + columns)).clamped(to: 0..<self.columns)
    guard !columnRange.isEmpty else { return }
    let blank = Cell(glyph: " ", role: role)
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
    for index in cells.indices {
      if let glyph = replacement(cells[index].glyph) { cells[index].glyph = glyph }
    }
  }

  private mutating func place(_ glyph: String, width: Int, row: Int, column: Int, role: Role) {
    guard row >= 0, row < rows, column >= 0, column + width <= columns else {
      // Half of a wide glyph at an edge: its other half is outside, so a blank stands in for it.
      if width == 2, row >= 0, row < rows {
        if column == -1 { place(" ", width: 1, row: row, column: 0, role: role) }
        if column == columns - 1 { place(" ", width: 1, row: row, column: column, role: role) }
      }
      return
    }
    split(row: row, before: column)
    split(row: row, before: column + width)
    let index = row * columns + column
    cells[index] = Cell(glyph: glyph, role: role)
    if width == 2 { cells[index + 1] = Cell(glyph: "", role: role) }
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
