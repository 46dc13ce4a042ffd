import TextCanvas

/// A text of several lines in a field: it wraps by the width of what is typed and scrolls.
extension LineEditor {
  /// One column is kept free, so that the caret always has a place.
  private func rows(columns: Int) -> [Range<Int>] {
    TextFit.rows(of: text, columns: max(1, columns - 1))
  }

  /// The row that the caret is in; at a break it stands at the start of the next one.
  private func row(of caret: Int, in rows: [Range<Int>]) -> Int {
    rows.lastIndex { $0.lowerBound <= caret } ?? 0
  }

  /// How many rows the text takes.
  func rowCount(columns: Int) -> Int { rows(columns: columns).count }

  /// Goes up or down by rows as they are seen.
  /// - Returns: false at the first or last one.
  mutating func moveRow(_ step: Int, columns: Int) -> Bool {
    let rows = rows(columns: columns)
    let here = row(of: caret, in: rows)
    guard rows.indices.contains(here + step) else { return false }
    let characters = Array(text)
    let column =
      goal ?? TextFit.width(String(characters[rows[here].lowerBound..<caret]))
    let target = rows[here + step]
    // Behind the last character of a row that goes on is the start of the next one.
    let isBroken =
      target.upperBound < characters.count && characters[target.upperBound] != "\n"
    let last = isBroken ? max(target.lowerBound, target.upperBound - 1) : target.upperBound
    var place = target.lowerBound
    var at = 0
    while place < last {
      let width = TextFit.width(String(characters[place]))
      if at + width > column { break }
      at += width
      place += 1
    }
    caret = place
    goal = column
    return true
  }

  /// Draws as many rows as there is height for, those around the caret if it is in this field.
  func drawRows(
    into canvas: inout Canvas, row: Int, column: Int, width: Int, height: Int, role: Role,
    focused: Bool
  ) {
    guard width > 1, height > 0 else { return }
    canvas.fill(row: row, column: column, rows: height, columns: width, role: role)
    let rows = rows(columns: width)
    let characters = Array(text)
    let here = self.row(of: caret, in: rows)
    let top = focused ? min(max(0, here - height + 1), max(0, rows.count - height)) : 0
    for (offset, range) in rows.dropFirst(top).prefix(height).enumerated() {
      canvas.put(
        TextFit.cut(String(characters[range]), columns: width), row: row + offset, column: column,
        role: role)
    }
    ScrollMarks.draw(
      into: &canvas, rows: row..<(row + height), column: column + width - 1,
      above: top > 0, below: top + height < rows.count, role: role)
    guard focused, rows.indices.contains(here) else { return }
    let at = TextFit.width(String(characters[rows[here].lowerBound..<caret]))
    canvas.cursor = Canvas.Position(row: row + here - top, column: column + min(at, width - 1))
  }
}

/// Signs at the edge of what scrolls: there is more above, or below.
enum ScrollMarks {
  static func draw(
    into canvas: inout Canvas, rows: Range<Int>, column: Int, above: Bool, below: Bool, role: Role
  ) {
    guard let first = rows.first, let last = rows.last else { return }
    if above { canvas.put("▴", row: first, column: column, role: role) }
    if below { canvas.put("▾", row: last, column: column, role: role) }
  }
}
