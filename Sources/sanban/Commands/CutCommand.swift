import ArgumentParser
import PlanExchange
import PlanModel
import PlanStore

extension CutBasis: ExpressibleByArgument {}

struct CutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cut",
    abstract: Words(
      "找出可动的钱并追减，作为一步。",
      "Find money and take it away, as one step."
    ).spoken,
    discussion: Words(
      """
      先动已取消的活动，再动优先级 C、B 的，写 --even-keep 时也动 A；同级中先
      动余地大的。可动的钱是未月结 各月的预算 − 占用 − 实际；已月结的月份和锁
      住的格子不动。找到多少、还差多少都会写明；差的由人决定。
      """,
      """
      Money is looked for in dropped activities, then in those of priority C, B and, with \
      --even-keep, A; in each priority where most of it is free. Free is plan − committed − actual of \
      open months; closed months and held cells give nothing. What is found and what is missing is \
      said; what is missing is nobody's.
      """
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @OptionGroup var output: FormatOptions
  @Argument(help: "A month, quarter or year.")
  var period: String
  @Argument(help: "How much: 10% or 50万.")
  var size: String
  @Option(help: "What the percentage is of: plan, outlook or envelope.")
  var of = CutBasis.plan
  @Option(help: "Only activities of this department.")
  var lead: String?
  @Flag(help: "Take from priority A too, at the very last.")
  var evenKeep = false
  @Flag(help: "Show what would be lost, and change nothing.")
  var dryRun = false
  @Option(help: "Why.")
  var reason = ""

  func run() throws {
    let session = try Session(common, as: actor)
    let period = try Session.period(period)
    let size: CutSize
    do { size = try CutSize(self.size, unit: session.board.money) } catch {
      let words = error.words(for: session.board.money)
      throw Failure.input("\(words.zh)：\(self.size)", "\(words.en): \(self.size)")
    }
    let department = try department(session)
    let held = try session.reader.holds(of: session.who)
    let reach = try session.reader.snapshot { reading in
      try CutReach(period, lead: department, reading, board: session.board, held: held)
    }
    let plan = try Cut.plan(
      size, of: of, activities: reach.activities, envelope: reach.envelope,
      includesKeep: evenKeep)
    var report = report(plan, reach, session)
    report.title = heading(plan, period, session)(session.language)
    if !dryRun { try session.save(Acts.cut(plan, reason: reason)) }
    try report.print(output.format, session.language)
  }

  /// The department that is cut; nil where none was named, which is everybody.
  private func department(_ session: Session) throws -> Department? {
    guard let lead else { return nil }
    guard let number = try session.fields.parse(.lead, lead).integer,
      let department = Department(rawValue: number)
    else {
      throw Failure.usage(
        "--lead 要写一个部门；不写就是全部", "--lead needs a department; without it all are cut")
    }
    return department
  }

  private func heading(_ plan: CutPlan, _ period: Period, _ session: Session) -> Words {
    func full(_ amount: Int64) -> String {
      AmountFormat(session.board.money, .english).full(amount)
    }
    let done = dryRun ? Words("将找到", "would find") : Words("已找到", "found")
    let missing =
      plan.missing > 0
      ? Words("，还差\(full(plan.missing))", ", \(full(plan.missing)) missing") : Words("", "")
    let kept =
      plan.missing > 0 && plan.keptFree > 0
      ? Words(
        "（A级另有\(full(plan.keptFree))，用 --even-keep）",
        " (\(full(plan.keptFree)) more in priority A, with --even-keep)") : Words("", "")
    return Words(
      "\(period) \(plan.basis.words.zh)\(full(plan.shown))，追减\(full(plan.wanted))：\(done.zh)\(full(plan.found))\(missing.zh)\(kept.zh)",
      "\(period) \(plan.basis.words.en) \(full(plan.shown)), cut \(full(plan.wanted)): \(done.en) \(full(plan.found))\(missing.en)\(kept.en)"
    )
  }

  private func report(_ plan: CutPlan, _ reach: CutReach, _ session: Session) -> Report {
    let titles = Dictionary(
      reach.lines.values.map { ($0.item.id, $0.item.title(session.language)) }
    ) { first, _ in first }
    var report = Report(
      [
        Report.Heading("code", Words("编号", "Code")),
        Report.Heading("title", Words("名称", "Title")),
        Report.Heading("priority", Words("优先级", "Priority")),
      ]
        + [
          ("plan", Words("预算", "Plan")), ("free", Words("可动", "Free")),
          ("cut", Words("追减", "Cut")), ("found", Words("累计", "So far")),
        ].map { Report.Heading($0.0, $0.1, isNumber: true) })
    let scale = session.board.moneyScale
    report.rows = plan.rows.map { row in
      [
        .text(row.activity.code.description), .init(titles[row.activity.id]),
        .init(row.activity.priority?.code),
        .amount(row.activity.money.plan, scale: scale), .amount(row.free, scale: scale),
        .amount(row.cut, scale: scale), .amount(row.foundSoFar, scale: scale),
      ]
    }
    return report
  }
}
