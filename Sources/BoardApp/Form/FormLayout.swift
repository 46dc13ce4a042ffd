import TextCanvas

/// Where the fields of a form lie: a field a line, long texts a few more.
struct FormLayout {
  let box: Box
  /// The rows of each field.
  let heights: [Int]
  /// The first row of the fields that is in sight.
  let top: Int

  static let nameWidth = 16

  init(_ form: ItemForm, _ state: AppState) {
    let columns = min(state.columns - 4, 90)
    let heights = form.fields.map { field in
      !field.isLong ? 1 : field.field == .notes ? Self.tall(state.rows) : Self.tall(state.rows) / 2
    }
    let whole = heights.reduce(0, +)
    box = Box.centred(
      rows: min(whole + 6, max(5, state.rows - 4)), columns: columns,
      in: (state.rows, state.columns))
    let height = max(1, box.rows - 5)
    self.heights = heights.map { min($0, height) }
    let start = self.heights.prefix(form.focus).reduce(0, +)
    let end = start + self.heights[form.focus]
    top = max(0, min(start, max(0, end - height)))
  }

  /// Rows of the notes; the other long texts have half of them.
  private static func tall(_ rows: Int) -> Int { rows >= 36 ? 4 : rows >= 20 ? 3 : 2 }

  /// Rows between the frame and the help line.
  var height: Int { max(1, box.rows - 5) }
  var whole: Int { heights.reduce(0, +) }
  var fieldColumn: Int { box.column + 3 + Self.nameWidth }
  var fieldWidth: Int { max(4, box.columns - 6 - Self.nameWidth) }

  /// The fields in sight: where each begins on the screen, and how many of its rows are seen.
  var shown: [(index: Int, row: Int, rows: Int)] {
    var shown: [(Int, Int, Int)] = []
    var at = 0
    for (index, rows) in heights.enumerated() {
      let first = max(at, top)
      let last = min(at + rows, top + height)
      if first < last { shown.append((index, box.row + 2 + first - top, last - first)) }
      at += rows
    }
    return shown
  }
}
