import PlanModel

/// What the columns of a table may mean, by their headings and first values: for people to look at,
/// never used by itself.
struct MappingProposal {
  private(set) var mapping: TableMapping
  private let headings: Headings
  private let rows: [TableRow]
  private let board: Board
  private var fields: [Int: String] = [:]

  /// - Parameter rows: the first records behind the headings.
  init(_ headings: Headings, _ rows: [TableRow], _ base: TableMapping, _ board: Board) {
    self.headings = headings
    self.rows = rows
    self.board = board
    mapping = base
    nameFields()
    let months = runOfMonths()
    nameAmounts(months)
    if fields.values.contains("amount") {
      fields = fields.filter { $0.value != "title" && $0.value != "period" }
    } else {
      fields = fields.filter { $0.value != "month" || months == nil }
      if mapping.kind == nil, !fields.values.contains("code") { mapping.kind = .activity }
    }
    for (index, field) in fields.sorted(by: { $0.key < $1.key }) {
      mapping.maps.append(TableMapping.Map(field: field, column: name(index)))
    }
    if let months, let line = lineForMonths {
      mapping.maps.append(
        TableMapping.Map(
          field: line, column: "\(name(months.lowerBound))..\(name(months.upperBound))"))
    }
    if needsYear(months) {
      mapping.sets = mapping.sets + [(field: "year", value: String(board.firstYear))]
    }
  }

  /// The heading, or its number where several or none are called so.
  private func name(_ index: Int) -> String {
    (try? headings.find(headings.names[index])) == index ? headings.names[index] : "#\(index + 1)"
  }

  // MARK: Fields

  private mutating func nameFields() {
    var claims: [(fit: Int, index: Int, field: String)] = []
    for (index, heading) in headings.names.enumerated() where !CellPeriod.isMonth(heading) {
      let plain = HeadingWords.plain(heading)
      for (field, words) in HeadingWords.fields {
        let fit = HeadingWords.fit(plain, words)
        if fit > 0, values(index, suit: field) { claims.append((fit, index, field)) }
      }
    }
    let ordered = claims.sorted { ($1.fit, $0.index) < ($0.fit, $1.index) }
    for claim in ordered
    where fields[claim.index] == nil && !fields.values.contains(claim.field) {
      fields[claim.index] = claim.field
    }
  }

  private func texts(_ index: Int) -> [String] {
    rows.compactMap { row in
      guard row.cells.indices.contains(index) else { return nil }
      let text = row.cells[index].trimmed
      return text.isEmpty ? nil : text
    }
  }

  /// Whether the first values could be what a field takes.
  private func values(_ index: Int, suit field: String) -> Bool {
    let texts = texts(index)
    guard !texts.isEmpty else { return true }
    let enough = (texts.count + 1) / 2
    switch field {
    case "start", "end": return texts.count { CellDate($0) != nil } >= enough
    case "code": return texts.count { ItemCode($0) != nil } >= enough
    case "period", "month":
      return texts.count { (try? CellPeriod.parse($0, year: 2_000)) != nil } >= enough
    case "title": return texts.count { !isAmount($0) } >= enough
    default: return true
    }
  }

  private func isAmount(_ text: String) -> Bool {
    (try? AmountColumn().amount(text, unit: board.money)) != nil
  }

  // MARK: Amounts

  /// Two or more columns side by side that are called like months.
  private func runOfMonths() -> ClosedRange<Int>? {
    var best: ClosedRange<Int>?
    var start: Int?
    for (index, heading) in (headings.names + [""]).enumerated() {
      if CellPeriod.isMonth(heading) {
        start = start ?? index
      } else if let first = start {
        if index - first >= 2, index - first > best?.count ?? 0 { best = first...(index - 1) }
        start = nil
      }
    }
    return best
  }

  private mutating func nameAmounts(_ months: ClosedRange<Int>?) {
    guard months == nil else { return }
    let isLong =
      fields.values.contains("month")
      && !Set(["ref", "code", "measure"]).isDisjoint(with: fields.values)
    var used: Set<String> = []
    for (index, heading) in headings.names.enumerated() where fields[index] == nil {
      let plain = HeadingWords.plain(heading)
      let texts = texts(index)
      guard texts.count(where: isAmount) * 2 > texts.count else { continue }
      let best = HeadingWords.amounts.map { ($0.column, HeadingWords.fit(plain, $0.words)) }
        .max { $0.1 < $1.1 }
      guard let (column, fit) = best, fit > 0 else { continue }
      let field = isLong ? "amount" : figure(column)
      guard let field, used.insert(field).inserted else { continue }
      fields[index] = field
    }
  }

  /// An amount of the row's own category, or of the board's only one.
  private func figure(_ column: String) -> String? {
    if fields.values.contains("category") { return column }
    let categories = board.list(.category)
    return categories.count == 1 ? "\(column).\(categories[0].code)" : nil
  }

  private var lineForMonths: String? { figure("plan") }

  /// Columns of amounts that nobody can tell the expense line of.
  var openAmounts: [Int] {
    headings.names.indices.filter { index in
      guard fields[index] == nil else { return false }
      let isMonth = CellPeriod.isMonth(headings.names[index])
      if isMonth { return lineForMonths == nil }
      let plain = HeadingWords.plain(headings.names[index])
      return HeadingWords.amounts.contains { HeadingWords.fit(plain, $0.words) > 0 }
        && texts(index).count(where: isAmount) * 2 > texts(index).count
    }
  }

  private func needsYear(_ months: ClosedRange<Int>?) -> Bool {
    guard mapping.constant("year") == nil else { return false }
    func lacks(_ text: String) -> Bool {
      if case .withoutYear? = CellDate(text) { return true }
      do throws(TextFault) { _ = try CellPeriod.parse(text, year: nil) } catch {
        return error == .noYear
      }
      return false
    }
    if let months, lineForMonths != nil, months.contains(where: { lacks(headings.names[$0]) }) {
      return true
    }
    return fields.contains { index, field in
      ["start", "end", "period", "month"].contains(field) && texts(index).contains(where: lacks)
    }
  }
}
