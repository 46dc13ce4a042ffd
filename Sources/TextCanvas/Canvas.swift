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
    let shown = width.map { TextFit.fit(text, columns: $0, align: align) } ?? Drawable.text(text)
    var at = column
    for glyph in Glyphs(shown) {
      place(glyph.text, width: glyph.width, row: row, column: at, role: role)
      at += glyph.width
    }
    return at
  }

  /// Fills a rectangle with blanks of one role.
  public mutating func fill(row: Int, column: Int, rows: Int, columns: Int, role: Role) {
    for y in row..<max(row, row + rows) {
      for x in column..<max(column, column + columns) {
        place(" ", width: 1, row: y, column: x, role: role)
      }
    }
  }

  /// Changes what a stretch of one row means without changing its text.
  public mutating func paint(row: Int, columns range: Range<Int>, role: Role) {
    guard row >= 0, row < rows else { return }
    for x in range.clamped(to: 0..<columns) { cells[row * columns + x].role = role }
  }

  private mutating func place(_ glyph: String, width: Int, row: Int, column: Int, role: Role) {
    guard row >= 0, row < rows, column >= 0, column + width <= columns else {
      // The half of a wide glyph that would still fit is left blank.
      if width == 2, row >= 0, row < rows, column >= 0, column < columns {
        place(" ", width: 1, row: row, column: column, role: role)
      }
      return
    }
    let start = row * columns
    if cells[start + column].isContinuation, column > 0 {
      cells[start + column - 1].glyph = " "
    }
    let next = column + width
    if next < columns, cells[start + next].isContinuation { cells[start + next].glyph = " " }
    cells[start + column] = Cell(glyph: glyph, role: role)
    if width == 2 { cells[start + column + 1] = Cell(glyph: "", role: role) }
  }
}

/// Where a text stands in the columns it is given.
public enum Alignment: Sendable { case left, right, centre }
