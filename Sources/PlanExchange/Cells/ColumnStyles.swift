import PlanModel

/// What whole columns say about the writing of their dates and amounts.
struct ColumnStyles {
  private var dates: [Int: DateColumn]
  private var amounts: [Int: AmountColumn]
  private let empty: EmptyWords

  /// Looks through a file's columns of dates and amounts, by their place from 0.
  init(
    _ file: TableFile, dates: Set<Int>, amounts: Set<Int>, mapping: TableMapping
  ) throws {
    self.dates = Dictionary(
      uniqueKeysWithValues: dates.map { ($0, DateColumn(order: mapping.dateOrder)) })
    self.amounts = Dictionary(uniqueKeysWithValues: amounts.map { ($0, AmountColumn()) })
    empty = EmptyWords(mapping.empty)
    guard !dates.isEmpty || !amounts.isEmpty else { return }
    var reader = try file.reader()
    do {
      if mapping.hasHeading { _ = try reader.next() }
      while let row = try reader.next() { take(row) }
    } catch is FileFault {
      // Told by whoever reads the records.
    }
  }

  private mutating func take(_ row: TableRow) {
    func text(_ index: Int) -> String? {
      guard row.cells.indices.contains(index) else { return nil }
      let text = TableText.restored(row.cells[index].trimmed)
      return empty.contains(text) ? nil : text
    }
    for index in dates.keys { if let text = text(index) { dates[index]?.take(text) } }
    for index in amounts.keys { if let text = text(index) { amounts[index]?.take(text) } }
  }

  func day(_ text: String, column: Int, year: Int? = nil) throws(TextFault) -> Day {
    try (dates[column] ?? DateColumn()).day(text, year: year)
  }

  func amount(_ text: String, column: Int, unit: AmountUnit, power: Int = 0) throws(TextFault)
    -> Int64
  {
    try (amounts[column] ?? AmountColumn()).amount(text, unit: unit, power: power)
  }
}

/// Words that mean that nothing stands in a cell.
struct EmptyWords {
  private let words: Set<String>

  init(_ words: [String]) { self.words = Set(words.map { Folding.fold($0) }) }

  func contains(_ text: String) -> Bool {
    text.isEmpty || (!words.isEmpty && words.contains(Folding.fold(text)))
  }
}
