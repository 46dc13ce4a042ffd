import ArgumentParser
import Glibc
import PlanExchange
import PlanModel
import PlanStore

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: Words(
      "新建空的计划板；从不覆盖文件。",
      "Make an empty board; never overwrites."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @Argument(help: "Where the board is to lie.")
  var path: String
  @Option(help: "The board's title; else the file's name.")
  var title: String?
  @Option(help: "The first year of the plan; else this year.")
  var year: Int?
  @Option(help: "The currency of all money, as CNY.")
  var currency = "CNY"
  @Option(help: "The fiscal year's first month, 1 to 12.")
  var fiscalStart = 1
  @Option(help: "Not in this version.")
  var template: String?

  func run() throws {
    if template != nil { throw Failure.notYet("--template") }
    guard (1...12).contains(fiscalStart) else {
      throw Failure.usage("--fiscal-start 应是1到12", "--fiscal-start takes 1 to 12")
    }
    guard currency.count == 3, currency.allSatisfy({ $0.isASCII && $0.isUppercase }) else {
      throw Failure.usage("--currency 应写成CNY、EUR", "--currency takes a code such as CNY or EUR")
    }
    let today = MainActor.assumeIsolated { Today.day(Board()) }
    let year = year ?? today.year
    guard (1_900...2_900).contains(year) else {
      throw Failure.usage("--year 应写成2026", "--year takes a year such as 2026")
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let plain = name.hasSuffix(".sanban") ? String(name.dropLast(7)) : name
    try BoardFile.create(
      at: path,
      settings: [
        .identifier: .text(Self.identifier()), .title: Value(title ?? plain),
        .currency: .text(currency), .firstYear: .integer(Int64(year)),
        .fiscalStart: .integer(Int64(fiscalStart)), .zone: Value(Self.zone),
        .ceilingRule: .text(CeilingRule.warn.rawValue), .staleDays: .integer(180),
        .driftPercent: .integer(3), .settleDays: .integer(30),
      ])
    let edit = Edit(.settings, StarterLists.changes(currency: currency))
    switch try BoardWriter(path: path).save(edit, as: actor.name) {
    case .saved: break
    case .refused(let refusal), .failed(let refusal): throw refusal
    case .conflict: throw Failure(69, "计划板写不出来", "the board can't be written")
    }
    Output.say(Words("已新建 \(path)", "made \(path)"), common.spoken)
  }

  private static func identifier() -> String {
    Edit.newUID().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// The time zone's name: `TZ`, else the system's.
  private static var zone: String {
    if let zone = ProcessEnvironment.value("TZ") {
      return zone.hasPrefix(":") ? String(zone.dropFirst()) : zone
    }
    if let named = TextFile.read("/etc/timezone")?.split(separator: "\n").first {
      return String(named)
    }
    return "UTC"
  }
}
