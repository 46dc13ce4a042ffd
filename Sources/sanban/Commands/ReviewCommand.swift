import ArgumentParser
import PlanExchange
import PlanModel
import PlanStore

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: Words(
      "逐项评审一个季度的活动，或写出评审结果。",
      "Go through a quarter's activities, or print what came of it."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @Argument(help: "The quarter.")
  var period: String
  @Flag(help: "What the last review decided instead of the list.")
  var summary = false
  @Option(help: "With --summary: decisions from this day on.")
  var since: String?
  @Option(help: "table, csv, tsv, json or md; without it a terminal gets the screen.")
  var format: OutputFormat?

  func run() throws {
    let quarter = try Session.period(period)
    guard quarter.unit == .quarter else {
      throw Failure.input(
        "评审按季度：\(period)；写成2026Q4", "a review is of a quarter: \(period); write 2026Q4")
    }
    if !summary, format == nil, Output.isTerminal {
      return try FullScreenStart.run(
        path: try common.path, period: quarter, screen: .review, who: actor.name,
        language: common.language.flatMap { Language(rawValue: $0.rawValue) })
    }
    let session = try Session(common)
    let format = format ?? .table
    guard summary else { return try list(quarter, session).print(format, session.language) }
    let since = try since.map { text -> Day in
      guard let day = DateText.parse(text, today: session.today) else {
        throw Failure.input("不是日期：\(text)", "not a date: \(text)")
      }
      return day
    }
    try session.reader.snapshot { reading in
      let found = try ReviewSummary(of: quarter, since: since, session.reader, today: session.today)
      try SummaryReport(found, session, reading).print(format)
    }
  }

  /// The quarter's activities in the order of a review.
  private func list(_ quarter: Period, _ session: Session) throws -> Report {
    let fields = session.fields
    var report = Report(
      [Report.Heading("code", Words("编号", "Code")), Report.Heading("title", Field.title.words)]
        + [Field.lead, .owner, .status, .start, .end].map { Report.Heading($0.code, $0.words) }
        + [
          Report.Heading("plan", Words("预算", "Plan"), isNumber: true),
          Report.Heading("outlook", Words("预计", "Outlook"), isNumber: true),
          Report.Heading("left", Words("余额", "Left"), isNumber: true),
          Report.Heading("trouble", Words("问题", "Trouble")),
          Report.Heading("decision", Words("最近决议", "Last decision")),
        ])
    try session.reader.snapshot { reading in
      for (row, item) in try ReviewList.all(quarter, session.reader, today: session.today) {
        let last = try reading.decisions(.about(item.id), limit: 1).first
        let money = [item.money.plan, item.money.outlook, item.money.left]
        report.rows.append(
          [.text(item.code.description), .init(item.title(session.language))]
            + [Field.lead, .owner, .status, .start, .end].map {
              .init(fields.file($0, item[$0]), shown: fields.display($0, item[$0]))
            } + money.map { .amount($0, scale: session.board.moneyScale) }
            + [
              .init(
                row.trouble.map(\.code).joined(separator: " "),
                shown: row.trouble.map { $0.words(session.language) }.joined(separator: " ")),
              last.map { decision in
                let verdict = decision.verdict
                return .init(
                  "\(decision.code) \(verdict?.code ?? "")",
                  shown: "\(decision.code) \(verdict?.words(session.language) ?? "")")
              } ?? .none,
            ])
      }
    }
    return report
  }
}

/// What came of a review, for people and for programs.
struct SummaryReport {
  private let summary: ReviewSummary
  private let session: Session
  private let items: [ItemID: Item]
  private var language: Language { session.language }

  init(_ summary: ReviewSummary, _ session: Session, _ reading: any BoardReading) throws {
    self.summary = summary
    self.session = session
    let about = try reading.items(ids: Array(Set(summary.decisions.compactMap(\.about))))
    items = Dictionary(about.map { ($0.id, $0) }) { a, _ in a }
  }

  func print(_ format: OutputFormat) throws {
    switch format {
    case .json: try writeJSON()
    case .csv, .tsv: try decisions(summary.decisions, full: true).print(format, language)
    case .table, .md: try printText(format)
    }
  }

  private func name(_ person: PersonID?) -> String? {
    person.flatMap { session.board.people[$0]?.display(language) }
  }

  private func short(_ person: PersonID?) -> String? {
    person.flatMap { session.board.people[$0]?.name }
  }

  private func codes(_ verdict: Verdict) -> [String] {
    summary.standing.filter { $0.value.verdict == verdict }
      .compactMap { items[$0.key]?.code }.sorted().map(\.description)
  }

  private func decisions(_ list: [Item], full: Bool) -> Report {
    var headings = [
      Report.Heading("code", Words("编号", "Code")), Report.Heading("about", Field.about.words),
      Report.Heading("verdict", Field.verdict.words), Report.Heading("title", Words("内容", "Text")),
      Report.Heading("owner", Field.owner.words), Report.Heading("due", Field.due.words),
      Report.Heading("status", Field.status.words),
    ]
    if full {
      headings += [
        Report.Heading("decided_by", Field.decidedBy.words),
        Report.Heading("decided_on", Field.decidedOn.words),
      ]
    }
    var report = Report(headings)
    for decision in list {
      let item = decision.about.flatMap { items[$0] }
      let state = decision.decisionState(today: session.today)
      let about = item.map { "\($0.code) \($0.title(language))" }
      report.rows.append(
        [
          .text(decision.code.description), .init(item?.code.description, shown: about),
          .init(decision.verdict?.code, shown: decision.verdict?.words(language)),
          .init(decision.title(language)),
          .init(short(decision.owner), shown: name(decision.owner)),
          .init(decision.due?.description), .text(state.code, shown: state.words(language)),
        ]
          + (full
            ? [
              .init(short(decision.decidedBy), shown: name(decision.decidedBy)),
              .init(decision.decidedOn?.description),
            ] : []))
    }
    return report
  }

  // MARK: Text

  private func printText(_ format: OutputFormat) throws {
    let isMarkdown = format == .md
    let days =
      summary.days.lowerBound == summary.days.upperBound
      ? "\(summary.days.lowerBound)"
      : "\(summary.days.lowerBound) – \(summary.days.upperBound)"
    let title = Words(
      "\(summary.quarter.long(.chinese))评审　\(days)",
      "Review of \(summary.quarter.long(.english)), \(days)")
    Output.write((isMarkdown ? "# " : "") + title(language) + "\n\n")
    let people = summary.present.compactMap(name)
    line(Words("参加", "There"), people.joined(separator: Words("、", ", ")(language)), isMarkdown)
    line(Words("已定", "Decided"), counts, isMarkdown)
    line(Words("顺延", "Moved"), codes(.move).joined(separator: " "), isMarkdown)
    line(Words("停止", "Stopped"), codes(.stop).joined(separator: " "), isMarkdown)
    line(Words("费用", "Money"), money, isMarkdown)
    defer { printUndecided(isMarkdown) }
    for person in summary.present {
      let own = summary.decisions(by: person)
      guard !own.isEmpty else { continue }
      let name = name(person) ?? "?"
      Output.write("\n" + (isMarkdown ? "## \(name)\n\n" : "\(name)\n"))
      let report = decisions(own, full: false)
      Output.write(
        isMarkdown
          ? report.markdown(language) : report.table(language, columns: Output.columns))
    }
  }

  /// `7 / 11 项（继续 4 · 调整 1 · 顺延 1 · 停止 1 · 未定 4）`: the last five are the eleven.
  private var counts: String {
    let decided = summary.standing.count
    var parts = Verdict.allCases.filter { summary.count($0) > 0 }
      .map { "\($0.words(language)) \(summary.count($0))" }
    if !summary.undecided.isEmpty {
      parts.append("\(Words("未定", "undecided")(language)) \(summary.undecided.count)")
    }
    let all = parts.joined(separator: " · ")
    return Words(
      "\(decided) / \(summary.all) 项（\(all)）", "\(decided) of \(summary.all) items (\(all))")(
        language)
  }

  private func printUndecided(_ isMarkdown: Bool) {
    guard !summary.undecided.isEmpty else { return }
    let name = Words("未定", "Undecided")(language)
    Output.write("\n" + (isMarkdown ? "## \(name)\n\n" : "\(name)\n"))
    for item in summary.undecided {
      Output.write((isMarkdown ? "* " : "") + "\(item.code) \(item.title(language))\n")
    }
  }

  private func line(_ name: Words, _ text: String, _ isMarkdown: Bool) {
    guard !text.isEmpty else { return }
    let colon = language == .chinese ? "：" : ": "
    Output.write((isMarkdown ? "* " : "") + name(language) + colon + text + "\n")
  }

  private var money: String {
    let format = AmountFormat(session.board.money, language)
    func change(_ words: Words, _ value: (Money) -> Int64) -> String {
      let now = format.full(value(summary.after))
      guard let before = summary.before.map(value), before != value(summary.after) else {
        return "\(words(language)) \(now)"
      }
      return "\(words(language)) \(format.full(before)) → \(now)"
    }
    return [
      change(Words("预算", "plan"), \.plan), change(Words("预计", "outlook"), \.outlook),
      change(Words("余额", "left"), \.left),
    ].joined(separator: Words("　", "  ")(language))
  }

  // MARK: JSON

  private func writeJSON() throws {
    let scale = session.board.moneyScale
    func pairs(_ money: Money?) -> JSONObject.Member {
      guard let money else { return .value(.null) }
      let amounts: [(String, Int64)] = [
        ("plan", money.plan), ("outlook", money.outlook), ("committed", money.committed),
        ("actual", money.actual), ("left", money.left), ("variance", money.variance),
      ]
      return .object(amounts.map { ($0.0, .string(DecimalText.format($0.1, scale: scale))) })
    }
    func number(_ member: (String, Int)) -> (String, JSONValue) {
      (member.0, .number("\(member.1)"))
    }
    let report = decisions(summary.decisions, full: true)
    let keys = report.headings.map(\.key)
    try JSONObject.write([
      ("quarter", .value(.string(summary.quarter.description))),
      ("from", .value(.string(summary.days.lowerBound.description))),
      ("to", .value(.string(summary.days.upperBound.description))),
      ("present", .value(JSONValue(strings: summary.present.compactMap(short)))),
      (
        "items",
        .object(
          [("all", summary.all), ("decided", summary.standing.count)].map(number)
            + Verdict.allCases.map { number(($0.code, summary.count($0))) }
            + [number(("undecided", summary.undecided.count))])
      ),
      ("undecided", .value(JSONValue(strings: summary.undecided.map(\.code.description)))),
      ("moved", .value(JSONValue(strings: codes(.move)))),
      ("stopped", .value(JSONValue(strings: codes(.stop)))),
      ("before", pairs(summary.before)), ("after", pairs(summary.after)),
      ("decisions", .rows(report.rows.map { Array(zip(keys, $0.map(\.json))) })),
    ]) { Output.write($0) }
  }
}
