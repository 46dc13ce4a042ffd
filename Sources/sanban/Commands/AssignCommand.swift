import ArgumentParser
import PlanModel
import PlanStore

struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: Words(
      "把各项交给一个部门，或改为未定。",
      "Give items to a department, or to nobody."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @Argument(help: "Codes of items.")
  var codes: [String]
  @Option(help: "marketing, sales or none.")
  var lead: String

  func run() throws {
    let session = try Session(common, as: actor)
    let value = try session.fields.parse(.lead, lead)
    let items = try codes.map { try session.item($0).item }
    let edit = Acts.assign(items, to: value.integer.flatMap { Department(rawValue: $0) })
    let count = edit.changes.count
    try session.save(edit)
    let name = session.fields.display(.lead, value)
    let words =
      count == 0
      ? Words("已由\(name)主导，没有改动", "led by \(name) already; nothing changed")
      : Words("已改\(count)项", "\(count) item\(count == 1 ? "" : "s") changed")
    Output.say(words, session.language)
  }
}

struct CopyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract: Words(
      "把一个季度的活动复制到另一季度，并写出编号。",
      "Copy a quarter's activities into another; prints their codes."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @Argument(help: "The quarter to copy from.")
  var period: String
  @Argument(help: "Only these activities.")
  var codes: [String] = []
  @Option(help: "The quarter to copy into.")
  var to: String
  @Option(help: "How far dates move: 13w or 3m; else as far as the quarters lie apart.")
  var shift: String?
  @Option(help: "What plans change by, as +5%.")
  var money: String?

  func run() throws {
    let session = try Session(common, as: actor)
    let calendar = session.board.calendar
    let (from, target) = (try Session.period(period), try Session.period(to))
    guard from.unit == .quarter, target.unit == .quarter else {
      throw Failure.input("复制的期间是季度；写成2026Q4", "quarters are copied; write 2026Q4")
    }
    var percent = Fraction.zero
    if let money {
      guard let read = AmountText.percentage(money) else {
        throw Failure.input("应写成+5%：\(money)", "write it as +5%: \(money)")
      }
      percent = read
    }
    let edit = try Acts.copy(
      try details(from, session), to: target, calendar: calendar, shift: try distance(),
      percent: percent)
    for code in try session.save(edit).codes { Output.write("\(code)\n") }
  }

  private func details(_ from: Period, _ session: Session) throws -> [ItemDetail] {
    if !codes.isEmpty {
      return try codes.map { text in
        let detail = try session.item(text)
        guard detail.item.kind == .activity, detail.item.period == from else {
          throw Failure.missing("\(text)不是\(from)的活动", "\(text) is no activity of \(from)")
        }
        return detail
      }
    }
    var details: [ItemDetail] = []
    try session.reader.forEachItem([.activity]) { plan in
      let item = plan.detail.item
      if item.period == from, item.status != .dropped { details.append(plan.detail) }
    }
    return details
  }

  private func distance() throws -> Shift? {
    guard let shift else { return nil }
    let text = shift.lowercased()
    guard let unit = text.last, let count = Int(text.dropLast()), abs(count) < 1_000 else {
      throw Failure.usage("--shift 写成13w或3m", "--shift takes 13w or 3m")
    }
    switch unit {
    case "w", "周": return .days(count * 7)
    case "d", "天": return .days(count)
    case "m", "月": return .months(count)
    default: throw Failure.usage("--shift 写成13w或3m", "--shift takes 13w or 3m")
    }
  }
}
