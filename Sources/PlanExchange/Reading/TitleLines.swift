import PlanModel

/// What people write above the headings: a title, a unit, a date, one cell to a line.
struct TitleLines {
  /// The physical lines above the headings.
  let count: Int
  let texts: [String]

  private static let most = 5

  /// - Returns: nil where the first record is the headings.
  init?(_ file: TableFile) throws {
    var reader = try file.reader()
    var texts: [String] = []
    while texts.count <= Self.most, let row = try reader.next() {
      let cells = row.cells.map(\.trimmed).filter { !$0.isEmpty }
      guard cells.count == 1 else {
        guard !texts.isEmpty else { return nil }
        self.texts = texts
        count = row.line - 1
        return
      }
      texts.append(cells[0])
    }
    return nil
  }

  /// A fault about the headings, with the way out where a title stands above them.
  static func explain(_ fault: MappingFault, _ file: TableFile) -> MappingFault {
    guard let titles = try? TitleLines(file), file.skippedLines == 0 else { return fault }
    let last = titles.count == 1 ? "" : "–\(titles.count)"
    return MappingFault(
      Words(
        "\(fault.words.zh)；第1\(last)行像是标题，加 --skip-lines \(titles.count)",
        "\(fault.words.en); line\(last.isEmpty ? "" : "s") 1\(last) look\(last.isEmpty ? "s" : "") like a title: add --skip-lines \(titles.count)"
      ))
  }
}
