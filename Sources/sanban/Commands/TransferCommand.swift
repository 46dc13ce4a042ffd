import ArgumentParser
import PlanModel
import PlanStore

struct TransferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfer",
    abstract: Words(
      "在费用项与机动费用之间调剂，作为一步。",
      "Move money between lines and the reserve, as one step."
    ).spoken,
    discussion: Words(
      """
      FROM 与 TO 是费用项的一个月（A33.media@2026-11）、一个季度的机动费用
      （reserve@2026Q4），或 outside（核增或收回）。已批季度的预算随之改变，已
      批数不变；部门的额度也随之移动。
      """,
      """
      FROM and TO are an expense line's month (A33.media@2026-11), a quarter's reserve \
      (reserve@2026Q4), or outside (granted or given up for good). Plans of approved quarters change \
      by it, the approved figures stay; what a department may spend moves along.
      """
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @Argument(help: "Where the money comes from.")
  var from: String
  @Argument(help: "Where it goes.")
  var to: String
  @Argument(help: "How much.")
  var amount: String
  @Option(help: "Why; needed.")
  var reason: String
  @Flag(help: "Say what would be done, and change nothing.")
  var dryRun = false

  func run() throws {
    let session = try Session(common, as: actor)
    let money = session.board.money
    let parsed: Int64?
    do { parsed = try AmountText.parse(amount, unit: money) } catch {
      let words = error.words(for: money)
      throw Failure.input("\(words.zh)：\(amount)", "\(words.en): \(amount)")
    }
    let held = try session.reader.holds(of: session.who)
    let (source, destination) = try session.reader.snapshot { reading in
      (
        try TransferEnd(from).place(reading, board: session.board, held: held),
        try TransferEnd(to).place(reading, board: session.board, held: held)
      )
    }
    let move = try Transfer.move(
      parsed ?? 0, from: source, to: destination, reason: reason,
      envelopes: session.board.envelopes, calendar: session.board.calendar, unit: money)
    if !dryRun { try session.save(move.edit) }
    let size = AmountFormat(money, session.language).full(move.amount)
    let kind = move.kind.words
    Output.say(
      dryRun
        ? Words(
          "将\(kind.zh)\(size)：\(from) → \(to)",
          "would move \(size) from \(from) to \(to): \(kind.en)")
        : Words(
          "已\(kind.zh)\(size)：\(from) → \(to)", "moved \(size) from \(from) to \(to): \(kind.en)"),
      session.language)
  }
}
