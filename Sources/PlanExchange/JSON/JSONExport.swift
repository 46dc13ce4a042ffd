import PlanModel

/// Writes a board as the JSON file: settings, lists, people, and every item with its lines,
/// figures, comments and accepted findings, item by item.
public struct JSONExport {
  static let format = "sanban-1"

  public var kinds: [ItemKind]
  public var period: Period?

  /// - Parameter period: the activities of its quarters, the targets of its year, all trends.
  public init(kinds: [ItemKind] = ItemKind.allCases, period: Period? = nil) {
    self.kinds = kinds
    self.period = period
  }

  /// - Parameter sink: takes the bytes as they come; what it throws ends the export.
  public func write(_ reading: any BoardReading, to sink: @escaping ([UInt8]) throws -> Void) throws
  {
    let board = try reading.board()
    let scope = ExportScope(kinds: kinds, period: period, calendar: board.calendar)
    let used = try UsedWords(board, reading, scope)
    let codes = CodeBook(reading)
    var out = JSONWriter(sink: sink)
    out.raw("{\n  \"format\": \"\(Self.format)\",\n  \"board\": ")
    writeBoard(board, used, to: &out)
    out.raw(",\n  \"items\": [")
    let writer = JSONItemWriter(
      names: FileNames(board), codes: codes, notes: try reading.notes(of: nil))
    var isFirst = true
    try reading.forEachItem(kinds) { item in
      guard scope.holds(item.detail.item) else { return }
      out.raw(isFirst ? "\n    " : ",\n    ")
      isFirst = false
      try writer.write(item, indent: "    ", to: &out)
      try out.flush()
    }
    out.raw(isFirst ? "]\n}\n" : "\n  ]\n}\n")
    try out.flush(always: true)
  }

  /// One item as one object, as `show` prints it.
  public static func item(_ item: PlanItem, _ reading: any BoardReading) throws -> [UInt8] {
    var out = JSONWriter { _ in }
    let writer = JSONItemWriter(
      names: FileNames(try reading.board()), codes: CodeBook(reading),
      notes: try reading.notes(of: item.detail.lines.map(\.id)))
    try writer.write(item, indent: "", to: &out)
    out.raw("\n")
    return out.bytes
  }

  private func writeBoard(_ board: Board, _ used: UsedWords, to out: inout JSONWriter) {
    func text(_ setting: Setting) -> JSONValue {
      JSONValue(text: board.settings[setting]?.text) ?? .null
    }
    func number(_ setting: Setting) -> JSONValue {
      board.settings[setting]?.integer.map { .number(String($0)) } ?? .null
    }
    let members: [(String, JSONValue)] = [
      ("title", text(.title)), ("title_en", text(.titleEn)), ("currency", .string(board.currency)),
      ("first_year", .number(String(board.firstYear))),
      ("fiscal_start", .number(String(board.calendar.firstMonth))), ("zone", text(.zone)),
      ("today", JSONValue(text: board.fixedToday?.description) ?? .null),
      ("closed_to", JSONValue(text: board.closedTo?.description) ?? .null),
      ("ceiling_rule", text(.ceilingRule)), ("stale_days", number(.staleDays)),
      ("drift_percent", number(.driftPercent)), ("settle_days", number(.settleDays)),
      ("warn_percent", number(.warnPercent)), ("cost_ratio", number(.costRatio)),
    ]
    out.raw("{\n")
    for (key, value) in members {
      out.raw("    \"\(key)\": ")
      out.value(value)
      out.raw(",\n")
    }
    for kind in ListKind.fileOrder {
      out.raw("    \"\(kind.plural)\": ")
      out.rows(used.entries(kind).map(entry), indent: "    ")
      out.raw(",\n")
    }
    out.raw("    \"people\": ")
    out.rows(used.people().map(person), indent: "    ")
    out.raw(",\n    \"states\": ")
    let states = board.states.filter { $0.value != .draft }.sorted { $0.key < $1.key }
    out.rows(
      states.map { [("period", .string($0.key.description)), ("state", .string($0.value.code))] },
      indent: "    ")
    out.raw(",\n    \"envelopes\": ")
    out.rows(envelopes(board), indent: "    ")
    out.raw("\n  }")
  }

  private func envelopes(_ board: Board) -> [[(String, JSONValue?)]] {
    board.envelopes.quarters.flatMap { quarter in
      Purse.all.compactMap { purse in
        board.envelopes[quarter, purse].map { amount in
          [
            ("period", .string(quarter.description)), ("purse", .string(purse.code)),
            ("amount", .string(DecimalText.format(amount, scale: board.moneyScale))),
          ]
        }
      }
    }
  }

  private func entry(_ entry: Entry) -> [(String, JSONValue?)] {
    [
      ("code", .string(entry.code)), ("title", JSONValue(text: entry.zh)),
      ("title_en", JSONValue(text: entry.en)),
      ("scale", entry.list == .unit ? .number(String(entry.scale)) : nil),
      ("unit", JSONValue(text: entry.unit)), ("adds_up", JSONValue(text: entry.addsUp?.code)),
      ("better", JSONValue(text: entry.better?.code)),
      ("rhythm", JSONValue(text: entry.rhythm?.code)), ("gone", entry.isGone ? .bool(true) : nil),
    ]
  }

  private func person(_ person: Person) -> [(String, JSONValue?)] {
    [
      ("name", .string(person.name)), ("title", JSONValue(text: person.zh)),
      ("title_en", JSONValue(text: person.en)),
      ("department", JSONValue(text: person.department?.code)),
      ("post", JSONValue(text: person.post)), ("post_en", JSONValue(text: person.postEn)),
      ("gone", person.isGone ? .bool(true) : nil),
    ]
  }
}

extension ListKind {
  /// The order of the lists in files: a list stands behind those its words refer to.
  static let fileOrder: [ListKind] = [.unit, .measure, .category, .region, .channel, .product]
}
