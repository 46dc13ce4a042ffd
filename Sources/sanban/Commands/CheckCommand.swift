import ArgumentParser
import PlanModel
import PlanStore

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Words(
      "计划站得住吗？站不住时退出码为 1。",
      "Does the plan stand? Exit status 1 if not."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: FormatOptions
  @Argument(help: "A quarter or year; else the whole board.")
  var period: String?

  func run() throws {
    let session = try Session(common)
    let period = try period.map(Session.period)
    let today = session.today
    let findings = try session.reader.snapshot { reading in
      var found: [Finding] = []
      try reading.forEachItem(ItemKind.allCases) { plan in
        found += Check.findings(for: plan, board: session.board, today: today, period: period)
      }
      found += try Check.findings(
        ofQuarters: reading, board: session.board, period: period)
      return Finding.sorted(found)
    }
    let language = session.language
    var report = Report(
      [
        Report.Heading("rule", Words("规则", "Rule")),
        Report.Heading("severity", Words("程度", "Severity")),
        Report.Heading("codes", Words("编号", "Codes")),
        Report.Heading("text", Words("检查结果", "Finding")),
        Report.Heading("way", Words("处理", "Way out")),
      ], title: Check.heading(findings)(language))
    report.rows = findings.map { finding in
      [
        .text(finding.rule.code),
        .text(finding.severity.code, shown: finding.severity.words(language)),
        .codes(finding.codes.map(\.description)), .text(finding.text(language)),
        .text(finding.command),
      ]
    }
    try report.print(output.format, language)
    if !Check.stands(findings) { throw ExitCode(1) }
  }
}

struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: Words(
      "说明一条检查结果是有意为之。",
      "Say that a finding is meant so."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @Argument(help: "The rule, as check names it.")
  var rule: String
  @Argument(help: "The item's code.")
  var code: String
  @Option(help: "Why; an empty one takes it back.")
  var reason: String

  func run() throws {
    guard let known = Rule(code: rule) else {
      let codes = Rule.allCases.map(\.code).joined(separator: " ")
      throw Failure.usage("没有这条规则：\(rule)；可用：\(codes)", "no such rule: \(rule); known are \(codes)")
    }
    let session = try Session(common, as: actor)
    let detail = try session.item(code)
    try session.save(
      Acts.accept(known, item: detail.item.id, was: detail.accepted[known], reason: reason))
    Output.say(Words("已保存", "saved"), session.language)
  }
}
