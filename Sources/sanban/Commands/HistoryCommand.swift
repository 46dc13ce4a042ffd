import ArgumentParser
import PlanExchange
import PlanModel
import PlanStore

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: Words(
      "谁改了什么，最近的在前。",
      "Who changed what, newest first."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: FormatOptions
  @Argument(help: "Only this item.")
  var code: String?
  @Option(help: "Only since this day.")
  var since: String?
  @Option(help: "Only by this person.")
  var who: String?

  func run() throws {
    let session = try Session(common)
    var query = HistoryQuery(limit: 500)
    query.item = try code.map { try session.item($0).item.id }
    if let since {
      guard let day = DateText.parse(since, today: session.today) else {
        throw Failure.input("不是日期：\(since)", "not a day: \(since)")
      }
      query.since = Int64(day.ordinal) * 86_400
    }
    if let who { query.who = try session.fields.parse(.owner, who).integer }
    if output.format == .table {
      return try told(session, query).print(output.format, session.language)
    }
    var report = Report([
      Report.Heading("time", Words("时间", "Time")), Report.Heading("who", Words("谁", "Who")),
      Report.Heading("act", Words("操作", "Act")), Report.Heading("code", Words("编号", "Code")),
      Report.Heading("field", Words("字段", "Field")), Report.Heading("from", Words("原为", "From")),
      Report.Heading("to", Words("改为", "To")),
      Report.Heading("op", Words("步", "Op"), isNumber: true),
    ])
    try session.reader.snapshot { reading in
      var told = ChangeTold(session, reading)
      while true {
        let entries = try reading.history(query)
        for entry in entries { report.rows.append(try told.row(entry)) }
        guard entries.count >= query.limit, let last = entries.last else { break }
        query.before = last.place
      }
    }
    try report.print(output.format, session.language)
  }

  /// For people: an edit a line, as they would tell it. The other forms have every change.
  private func told(_ session: Session, _ query: HistoryQuery) throws -> Report {
    var report = Report([
      Report.Heading("time", Words("时间", "Time")), Report.Heading("who", Words("谁", "Who")),
      Report.Heading("act", Words("操作", "Act")), Report.Heading("code", Words("编号", "Code")),
      Report.Heading("what", Words("内容", "What")),
      Report.Heading("op", Words("步", "Op"), isNumber: true),
    ])
    let telling = ActTelling(session.board, session.language, today: session.today)
    var query = query
    try session.reader.snapshot { reading in
      while true {
        let acts = try reading.acts(query, changes: 60)
        for act in acts {
          let told = telling.line(act)
          report.rows.append([
            .text(UTCTime.text(act.at)),
            .init(session.board.people[act.who]?.display(session.language)),
            .text(act.act, shown: Act(code: act.act)?.words(session.language)),
            .init(told.code?.description), .text(told.text), .number(act.op),
          ])
        }
        guard acts.count >= query.limit, let last = acts.last else { break }
        query.before = .start(of: last.op)
      }
    }
    return report
  }
}

/// A change of the history as cells.
struct ChangeTold {
  private let session: Session
  private let reading: any BoardReading
  private let fields: FieldText
  private var scales: [LineID: Int] = [:]

  init(_ session: Session, _ reading: any BoardReading) {
    self.session = session
    self.reading = reading
    fields = session.fields
  }

  mutating func row(_ entry: HistoryEntry) throws -> [Report.Cell] {
    let act = Act(code: entry.act)
    let name = name(entry)
    return [
      .text(UTCTime.text(entry.at)), .init(session.board.people[entry.who]?.name),
      .text(entry.act, shown: act?.words(session.language)), .init(entry.code?.description),
      .text(name), try cell(entry.change.was, entry), try cell(entry.change.now, entry),
      .number(entry.op),
    ]
  }

  private func name(_ entry: HistoryEntry) -> String {
    switch entry.change.target {
    case .item(_, let field): return field.code
    case .line(_, let field):
      return [entry.line, field.name].compactMap { $0 }.joined(separator: ".")
    case .figure(_, let column, let period):
      let kind = entry.kind ?? .activity
      return FigureHeading(
        column: column.name(for: kind), line: entry.line ?? "", period: period
      ).text
    case .link: return "serves"
    case .comment: return "comment"
    case .entry(let id, let field):
      let word = session.board.entries[id]
      return "\(word?.list.code ?? "list"):\(word?.code ?? "") \(field)"
    case .person(let id, let field):
      return "person:\(session.board.people[id]?.name ?? "") \(field)"
    case .setting(let setting): return "board \(setting.rawValue)"
    case .state(let period): return "\(period) state"
    case .accepted(_, let rule): return rule.code
    case .envelope(let quarter, let purse): return "\(quarter) envelope.\(purse.code)"
    case .note(_, let column, let period):
      let kind = entry.kind ?? .activity
      let heading = FigureHeading(
        column: column.name(for: kind), line: entry.line ?? "", period: period)
      return "note \(heading.text)"
    case .mapping(let name): return "mapping:\(name)"
    case .taken: return "row"
    }
  }

  private mutating func cell(_ value: Value, _ entry: HistoryEntry) throws -> Report.Cell {
    guard !value.isNone else { return .none }
    switch entry.change.target {
    case .item(_, .kind): return .init(entry.kind?.code)
    case .item(_, let field) where field.type == .item: return .init(try code(of: value.integer))
    case .comment(_, .item), .line(_, .item): return .init(entry.code?.description)
    case .comment(_, .who):
      return .init(value.integer.flatMap { session.board.people[$0] }?.name)
    case .entry(_, .list): return .init(value.integer.flatMap { ListKind(rawValue: $0) }?.code)
    case .person(_, .department):
      return .init(value.integer.flatMap { Department(rawValue: $0) }?.code)
    case .line(_, .category), .line(_, .region), .line(_, .channel), .line(_, .product):
      return .init(value.integer.flatMap { session.board.entries[$0] }?.code)
    case .line(_, .above), .line(_, .below):
      guard let id = value.integer else { return .init(value.text) }
      return .init(try code(of: try reading.lines([id]).first?.line.item))
    case .item(_, let field):
      return .init(fields.file(field, value), shown: fields.display(field, value))
    case .figure(let line, _, _):
      guard let amount = value.integer else { return .none }
      return .amount(amount, scale: try scale(of: line, entry))
    case .envelope:
      return value.integer.map { .amount($0, scale: session.board.moneyScale) } ?? .none
    case .link(let parent, _):
      let code = try code(of: parent) ?? "?"
      return .text(value.integer == 1 ? "\(code) main" : code)
    case .mapping: return .text("kept", shown: Words("已保存", "kept")(fields.language))
    case .state:
      return .init(value.integer.flatMap { PeriodState(rawValue: $0) }?.code)
    case .setting(.closedTo):
      return .init(value.integer.flatMap { Period(rawValue: $0) }?.description)
    case .setting(.today): return .init(value.integer.flatMap { Day(rawValue: $0) }?.description)
    default: return .init(value.text ?? value.integer.map(String.init))
    }
  }

  /// What people call an item; the program's own numbers say nothing to them.
  private func code(of item: ItemID?) throws -> String? {
    guard let item else { return nil }
    return try reading.items(ids: [item]).first?.code.description
  }

  private mutating func scale(of line: LineID, _ entry: HistoryEntry) throws -> Int {
    if let known = scales[line] { return known }
    var scale = session.board.moneyScale
    if let code = entry.code, let id = try reading.id(of: code) {
      for line in try reading.detail(id)?.lines ?? [] { scales[line.id] = line.scale }
      scale = scales[line] ?? scale
    }
    scales[line] = scale
    return scale
  }
}
