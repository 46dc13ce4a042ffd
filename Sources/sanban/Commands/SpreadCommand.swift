import ArgumentParser
import PlanExchange
import PlanModel
import PlanStore

struct SpreadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spread",
    abstract: Words(
      "把金额分摊到各格，作为一步。",
      "Spread an amount over cells, as one step."
    ).spoken,
    discussion: Words(
      """
      SELECTOR 指明格子：A1:plan.media@2026-10..2026-12（一个费用项的各月）、
      A1:plan（全部费用项）、Y1:target（它的各期）、2026Q4:forecast（本季全部
      费用项）、2026Q4:plan.media（本季一个类别）。
      CODE 是 TM1 的分摊码：P100（按比例）、S100（均摊）、R100（各格相同）、
      P%+10、SL100:200、GR300:5、RP:last_year、R%5:last_year、C（清空）、H 与
      RH（锁住、放开）；+ 为增加，~ 为减少。锁住的格子不变；已批季度的预算与已
      月结的月份不能改；不低于占用与实际之和。
      """,
      """
      SELECTOR names the cells: A1:plan.media@2026-10..2026-12 (a line's months), A1:plan (all lines), \
      Y1:target (its periods), 2026Q4:forecast (every line of the quarter), 2026Q4:plan.media (those of \
      a category).
      CODE is one of TM1's: P100 (in proportion), S100 (equal parts), R100 (the same in each), P%+10, \
      SL100:200, GR300:5, RP:last_year, R%5:last_year, C (clear), H and RH (hold, release); + adds, \
      ~ subtracts. Held cells keep theirs; plans of approved quarters and closed months are locked; \
      nothing falls below committed + actual.
      """
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @OptionGroup var output: FormatOptions
  @Argument(help: "The cells.")
  var selector: String
  @Argument(help: "What to do with them, as S+200.")
  var code: String
  @Flag(help: "Show what would change, and change nothing.")
  var dryRun = false
  @Option(help: "Why.")
  var reason = ""

  func run() throws {
    let session = try Session(common, as: actor)
    let (held, selector) = (
      try session.reader.holds(of: session.who), try SpreadSelector(selector)
    )
    let parsed: SpreadCode
    let unit = try unit(selector, session)
    do { parsed = try SpreadCode.parse(code, unit: unit) } catch {
      throw Failure.input(error.words.zh, error.words.en)
    }
    if parsed.method == .releaseAll {
      try hold(Array(held), false, session)
      return
    }
    guard parsed.directions.isEmpty else {
      throw Failure.input(
        "这里没有方向；用 @2026-10..2026-12 写明月份",
        "no directions here; name the months as @2026-10..2026-12")
    }
    let reach = try session.reader.snapshot { reading in
      try SpreadReach(
        selector, reading, board: session.board, held: held, reference: parsed.reference,
        corrects: !reason.isEmpty)
    }
    let result = try Spread.apply(parsed, to: reach.cells, unit: reach.unit)
    if parsed.isHold { return try hold(result.holds, parsed.method == .hold, session) }
    if dryRun { return try report(result, reach).print(output.format, session.language) }
    try session.save(result.edit(read: reach.cells, reason: reason))
    let format = AmountFormat(reach.unit, session.language)
    let (before, after) = (format.full(result.before), format.full(result.after))
    Output.say(
      Words(
        "已改\(result.changes.count)格，合计\(before)→\(after)",
        "\(Plural.count(result.changes.count, "cell")) changed, \(before) to \(after) in all"),
      session.language)
  }

  /// The unit in which the code's amounts are read.
  private func unit(_ selector: SpreadSelector, _ session: Session) throws -> AmountUnit {
    guard case .item(let code) = selector.place, code.kind != .activity else {
      return session.board.money
    }
    let lines = try session.item(code.description).lines
    let line = selector.line.flatMap { name in lines.first { $0.code == name } } ?? lines.first
    return line.map { session.board.amountUnit(of: $0) } ?? session.board.money
  }

  private func hold(_ cells: [CellAddress], _ isHeld: Bool, _ session: Session) throws {
    if !dryRun {
      let writer = try BoardWriter(path: session.reader.path)
      defer { writer.close() }
      try writer.hold(cells, isHeld, of: session.who)
    }
    Output.say(
      isHeld
        ? Words("已锁住\(cells.count)格", "\(Plural.count(cells.count, "cell")) held")
        : Words("已放开\(cells.count)格", "\(Plural.count(cells.count, "cell")) released"),
      session.language)
  }

  private func report(_ result: SpreadResult<CellAddress>, _ reach: SpreadReach) -> Report {
    var report = Report([
      Report.Heading("code", Words("编号", "Code")), Report.Heading("field", Words("字段", "Field")),
      Report.Heading("from", Words("原为", "From"), isNumber: true),
      Report.Heading("to", Words("改为", "To"), isNumber: true),
    ])
    let scale = reach.unit.scale
    func cell(_ amount: Int64?) -> Report.Cell { amount.map { .amount($0, scale: scale) } ?? .none }
    for change in result.changes {
      let (code, heading) = reach.name(change.id)
      report.rows.append([
        .init(code?.description), .text(heading), cell(change.was), cell(change.now),
      ])
    }
    return report
  }
}
