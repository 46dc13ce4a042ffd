import PlanModel

/// What the cells of a row say, by the meaning of their columns.
struct RowTexts {
  let plan: TablePlan
  private let empty: EmptyWords
  private let names: [String]

  init(_ plan: TablePlan, _ mapping: TableMapping) {
    self.plan = plan
    empty = EmptyWords(mapping.empty)
    names = plan.columns.map(\.meaning.name)
  }

  /// The text of a column, its word as a code where the mapping says one; empty for nothing.
  func text(_ column: TablePlan.Column, _ row: TableRow) -> String {
    guard row.cells.indices.contains(column.index) else { return "" }
    let text = TableText.restored(row.cells[column.index].trimmed)
    if empty.contains(text) { return "" }
    return column.words.isEmpty ? text : column.words[Folding.fold(text)] ?? text
  }

  /// The row's own word, else the constant; empty for nothing.
  func said(_ meaning: ColumnMeaning, _ row: TableRow) -> String {
    let own = plan.column(meaning).map { text($0, row) } ?? ""
    return own.isEmpty ? plan.constant(meaning) ?? "" : own
  }

  /// Equal for rows whose mapped cells are.
  func hash(_ row: TableRow) -> RowHash {
    var hash = RowHash()
    for (name, column) in zip(names, plan.columns) {
      let text = text(column, row)
      guard !text.isEmpty else { continue }
      hash.take(name)
      hash.take(text)
    }
    return hash
  }

  func fault(_ words: Words, _ column: TablePlan.Column, _ row: TableRow) -> FileFault {
    let value = row.cells.indices.contains(column.index) ? row.cells[column.index] : ""
    return FileFault(
      line: row.line, column: column.index + 1, heading: column.index < 0 ? nil : column.heading,
      value: value.isEmpty ? nil : value, words)
  }

  /// As many cells as headings; more only where nothing stands in them.
  func countFault(_ row: TableRow) -> FileFault? {
    let (given, wanted) = (row.cells.count, plan.headings.count)
    guard given < wanted || row.cells.dropFirst(wanted).contains(where: { !$0.trimmed.isEmpty })
    else { return nil }
    return FileFault(
      line: row.line, column: min(given, wanted + 1),
      Words("有\(given)列，标题有\(wanted)列", "\(given) fields, and the heading has \(wanted)"))
  }

  /// What stands for a constant where columns are asked for.
  func constant(_ meaning: ColumnMeaning) -> TablePlan.Column {
    TablePlan.Column(index: -1, heading: "--set", meaning: meaning)
  }
}
