import PlanModel

/// A mapping brought together with the headings of one file: what every column becomes.
struct TablePlan {
  struct Column {
    /// The column's place, from 0.
    var index: Int
    var heading: String
    var meaning: ColumnMeaning
    /// What words of this column stand for, folded.
    var words: [String: String] = [:]
    /// The power of ten that the heading says of its amounts.
    var power = 0
  }

  private(set) var columns: [Column] = []
  /// Values of rows that don't say them.
  private(set) var constants: [(meaning: ColumnMeaning, value: String)] = []
  let headings: Headings
  /// The year of days and months that don't say it.
  let year: Int?
  /// The kind of rows that don't say it; nil where every row does.
  private(set) var kind: ItemKind?

  /// A row is one amount of something that is there.
  var isLong: Bool { columns.contains { $0.meaning == .amount } }

  init(_ mapping: TableMapping, _ headings: Headings, _ board: Board) throws {
    self.headings = headings
    year = try mapping.constant("year").map { text in
      guard let year = Int(text), (1_900...2_200).contains(year) else {
        throw MappingFault(
          Words("年份写成四位数：\(text)", "write the year with four digits: \(text)"))
      }
      return year
    }
    kind = mapping.kind
    for (field, value) in mapping.sets where field != "year" {
      constants.append((try Self.meaning(field), value))
    }
    for map in mapping.maps { try add(map, board) }
    try refuseDoubles()
    if kind == nil { try findKind() }
  }

  /// The only kind of item that has all of the mapped fields, where no row says its kind.
  private mutating func findKind() throws {
    let said: [ColumnMeaning] = [.key(.kind), .key(.code)]
    if isLong || said.contains(where: { column($0) != nil || constant($0) != nil }) { return }
    let meanings = columns.map(\.meaning) + constants.map(\.meaning)
    let possible = ItemKind.allCases.filter { kind in meanings.allSatisfy { $0.fits(kind) } }
    guard possible.count == 1 else {
      throw MappingFault(
        Words("不知道是哪一类；加--kind activity", "of which kind are the rows? add --kind activity"))
    }
    kind = possible[0]
  }

  private static func meaning(_ name: String) throws -> ColumnMeaning {
    guard let meaning = ColumnMeaning(name) else {
      throw MappingFault(
        Words(
          "没有这个字段：\(name)；可用：\(ColumnMeaning.known)",
          "no such field: \(name); known are \(ColumnMeaning.known)"))
    }
    return meaning
  }

  private mutating func add(_ map: TableMapping.Map, _ board: Board) throws {
    let meaning = try Self.meaning(map.field)
    if let range = try range(map.column) {
      guard case .figure(let name, let line, nil) = meaning else {
        throw MappingFault(
          Words(
            "只有金额可以取自一串月份列：\(map.field)", "only amounts come from a row of months: \(map.field)"))
      }
      for index in range {
        let month = try month(of: index)
        add(index, .figure(column: name, line: line, period: month), [:], board)
      }
      return
    }
    let (index, words) = try column(map.column)
    add(index, meaning, words, board)
  }

  private mutating func add(
    _ index: Int, _ meaning: ColumnMeaning, _ words: [String: String], _ board: Board
  ) {
    let heading = headings.names[index]
    let unit = meaning.isAmount ? HeadingUnit(heading, board) : nil
    columns.append(
      Column(
        index: index, heading: heading, meaning: meaning, words: words, power: unit?.power ?? 0))
    if let currency = unit?.currency { otherCurrencies.append((index, currency)) }
  }

  /// Columns of amounts whose headings name another currency than the board's.
  private(set) var otherCurrencies: [(index: Int, currency: String)] = []

  /// `1月..12月`: the columns from one to the other.
  private func range(_ text: String) throws -> ClosedRange<Int>? {
    if (try? headings.find(text)) != nil { return nil }
    guard let dots = text.firstRange(of: "..") else { return nil }
    let first = try headings.find(String(text[..<dots.lowerBound]))
    let last = try headings.find(String(text[dots.upperBound...]))
    guard first <= last else {
      throw MappingFault(Words("列的前后颠倒：\(text)", "the columns are the wrong way round: \(text)"))
    }
    return first...last
  }

  private func month(of index: Int) throws -> Period {
    let heading = headings.names[index]
    do {
      let period = try CellPeriod.parse(heading, year: year)
      if period.unit == .month { return period }
    } catch TextFault.noYear {
      throw MappingFault(
        Words(
          "列标题“\(heading)”没有写年份；加 --set year=2026",
          "the heading “\(heading)” doesn't say its year; add --set year=2026"))
    } catch {}
    throw MappingFault(
      Words("列标题不是月份：\(heading)", "the heading is no month: \(heading)"))
  }

  /// A column and the words behind its colon.
  private func column(_ text: String) throws -> (Int, [String: String]) {
    if let index = try? headings.find(text) { return (index, [:]) }
    var colons = text.indices.filter { text[$0] == ":" }
    while let colon = colons.popLast() {
      guard let words = Self.words(text[text.index(after: colon)...]),
        let index = try? headings.find(String(text[..<colon]))
      else { continue }
      return (index, words)
    }
    return (try headings.find(text), [:])
  }

  private static func words(_ text: Substring) -> [String: String]? {
    var words: [String: String] = [:]
    for pair in text.split(separator: ",") {
      guard let (word, code) = TableMapping.pair(String(pair)) else { return nil }
      words[Folding.fold(word)] = code
    }
    return words.isEmpty ? nil : words
  }

  private func refuseDoubles() throws {
    var seen: Set<ColumnMeaning> = []
    for column in columns where !seen.insert(column.meaning).inserted {
      throw MappingFault(
        Words(
          "“\(column.heading)”和另一列映射到同一字段",
          "“\(column.heading)” and another column mean the same field"))
    }
  }

  /// The columns, from 0, whose meaning is of some sort.
  func places(_ sort: (ColumnMeaning) -> Bool) -> Set<Int> {
    Set(columns.filter { sort($0.meaning) }.map(\.index))
  }

  func constant(_ meaning: ColumnMeaning) -> String? {
    constants.last { $0.meaning == meaning }?.value
  }

  func column(_ meaning: ColumnMeaning) -> Column? { columns.first { $0.meaning == meaning } }
}
