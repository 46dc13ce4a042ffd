extension Acts {
  /// One amount of a line in one period; nil is "nobody said".
  public static func figure(
    _ line: LineID, _ column: Column, _ period: Period, was: Int64?, now: Int64?,
    reason: String = ""
  ) -> Edit {
    edit(
      .figure, [change(.figure(line, column, period), was: Value(was), now: Value(now))],
      reason: reason)
  }

  /// A new line of an item.
  /// - Parameters:
  ///   - code: its name in the item, unique there (``Line/freshCode(category:among:)``).
  ///   - category: the id of its category (expense lines).
  ///   - position: its place among the item's lines.
  ///   - scale: decimals of its amounts.
  ///   - more: further fields, such as a ratio's two lines or a breakdown's region.
  public static func newLine(
    in item: ItemID, code: String, category: EntryID? = nil, title: String = "",
    titleEn: String = "", ref: String = "", position: Int64 = 0, scale: Int = 2,
    more: [LineField: Value] = [:], provisional: LineID = -1
  ) -> Edit {
    let fields: [LineField: Value] = [
      .code: Value(code), .category: Value(category), .title: Value(title),
      .titleEn: Value(titleEn), .ref: Value(ref), .position: .integer(position),
      .scale: .integer(Int64(scale)),
    ]
    return edit(
      .line, creation(ofLine: provisional, in: item, fields.merging(more) { $1 }))
  }

  /// Another value of a field of a line.
  public static func editLine(_ line: Line, _ field: LineField, to value: Value) -> Edit {
    edit(.line, [change(.line(line.id, field), was: line[field], now: value)])
  }

  /// Takes a line and its money out of every sum; undo brings it back.
  public static func binLine(_ line: Line) -> Edit { editLine(line, .gone, to: .integer(1)) }

  /// Freezes the plan of an activity's months as approved: done when their quarter is approved.
  public static func freeze(_ detail: ItemDetail, months: [Period]) -> Edit {
    edit(
      .figure,
      detail.figures.filter { months.contains($0.period) }.map {
        change(
          .figure($0.line, .approved, $0.period), was: Value($0[.approved]), now: Value($0[.plan]))
      })
  }

  /// The changes that make a line: presence first.
  static func creation(
    ofLine id: LineID, in item: ItemID, _ fields: [LineField: Value]
  ) -> [Change] {
    let rest = LineField.allCases.filter { $0 != .item && $0 != .gone }
    return [Change(.line(id, .item), was: .none, now: .integer(item))]
      + rest.compactMap { change(.line(id, $0), was: .none, now: fields[$0] ?? .none) }
  }
}

extension Line {
  /// A name that no line of the item has: the category's code, then `media-2`, `media-3` …
  /// - Parameter among: the item's line codes, those of lines in the bin too.
  public static func freshCode(category: String, among codes: some Sequence<String>) -> String {
    let taken = Set(codes)
    guard taken.contains(category) else { return category }
    var number = 2
    while taken.contains("\(category)-\(number)") { number += 1 }
    return "\(category)-\(number)"
  }
}
