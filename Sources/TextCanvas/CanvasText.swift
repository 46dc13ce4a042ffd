/// The canvas as text, for tests and for looking at.
extension Canvas {
  /// The rows as they read, blanks at the end left out.
  public var text: [String] {
    (0..<rows).map { row in
      var line = ""
      var kept = ""
      for cell in self.row(row) {
        line += cell.glyph
        if cell.glyph != " " { kept = line }
      }
      return kept
    }
  }

  /// What the columns of each row mean, plain text left out: `cursor:1-22 money:30-36`, from
  /// column 0, both ends included.
  public var roles: [String] {
    (0..<rows).map { row in
      var runs: [String] = []
      var start = 0
      for column in 0..<columns {
        let role = self[row, column].role
        if column + 1 < columns, self[row, column + 1].role == role { continue }
        if role != .text { runs.append("\(role):\(start)-\(column)") }
        start = column + 1
      }
      return runs.joined(separator: " ")
    }
  }
}
