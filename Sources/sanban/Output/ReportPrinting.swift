import PlanExchange
import PlanModel
import TextCanvas

extension Report {
  func print(_ format: OutputFormat, _ language: Language) throws {
    switch format {
    case .table: Output.write(table(language, columns: Output.columns))
    case .md: Output.write(markdown(language))
    case .csv: try writeTable(",")
    case .tsv: try writeTable("\t")
    case .json: try writeJSON()
    }
  }

  private func writeTable(_ delimiter: Character) throws {
    var writer = TableWriter(delimiter: delimiter) { Output.write($0) }
    try writer.write(headings.map { .text($0.key) })
    for row in rows { try writer.write(row.map(\.file)) }
    try writer.flush()
  }

  private func writeJSON() throws {
    let keys = headings.map(\.key)
    try JSONList.write(rows.lazy.map { row in Array(zip(keys, row.map(\.json))) }) {
      Output.write($0)
    }
  }

  /// Aligned columns. Where there is a width, the widest column of text gives way.
  func table(_ language: Language, columns: Int?) -> String {
    let heads = headings.map { $0.words(language) }
    let cells = rows.map { row in row.map { Drawable.text($0.shown(language)) } }
    var widths = heads.map { TextFit.width($0) }
    for row in cells {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], TextFit.width(cell))
      }
    }
    if let columns, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
      let excess = widths.reduce(0, +) + 2 * (widths.count - 1) - columns
      if excess > 0 { widths[widest] = max(8, widths[widest] - excess) }
    }
    var text = title.map { Drawable.text($0) + "\n\n" } ?? ""
    for row in [heads] + cells {
      let parts = row.enumerated().map { index, cell in
        TextFit.fit(cell, columns: widths[index], align: headings[index].isNumber ? .right : .left)
      }
      text += parts.joined(separator: "  ").trimmedEnd + "\n"
    }
    return text
  }

  func markdown(_ language: Language) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    func escaped(_ text: String) -> String {
      Drawable.text(text).split(separator: "|", omittingEmptySubsequences: false)
        .joined(separator: "\\|")
    }
    var text = title.map { "## \(Drawable.text($0))\n\n" } ?? ""
    text += line(headings.map { $0.words(language) })
    text += line(headings.map { $0.isNumber ? "---:" : "---" })
    for row in rows { text += line(row.map { escaped($0.shown(language)) }) }
    return text
  }
}

extension String {
  /// Without blanks at the end.
  var trimmedEnd: String {
    var rest = Substring(self)
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }
}
