extension Acts {
  /// What a department may spend in a quarter, or the quarter's reserve; nil: nothing is said.
  public static func envelope(
    _ quarter: Period, _ purse: Purse, was: Int64?, now: Int64?
  ) -> Edit {
    edit(.figure, [change(.envelope(quarter, purse), was: Value(was), now: Value(now))])
  }

  /// A note on a cell; an empty one takes it away.
  public static func note(_ cell: CellAddress, was: String?, now: String) -> Edit {
    edit(.note, [change(cell.note, was: Value(was), now: Value(now))])
  }

  /// A line for money whose details aren't known yet: without a category.
  public static func placeholder(
    in item: ItemID, among codes: some Sequence<String>, position: Int64, scale: Int
  ) -> Edit {
    newLine(
      in: item, code: Line.freshCode(category: Line.placeholder, among: codes),
      position: position, scale: scale)
  }
}

extension Line {
  /// The name of a line that holds money without detail, like a category's.
  public static let placeholder = "placeholder"
  public var isPlaceholder: Bool { category == nil && Line.isPlaceholder(code) }

  /// Whether a name is that of such a line: `placeholder`, `placeholder-2` …
  public static func isPlaceholder(_ name: String) -> Bool {
    name == placeholder || name.hasPrefix("\(placeholder)-")
  }
}
