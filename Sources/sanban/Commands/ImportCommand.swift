import ArgumentParser
import PlanExchange
import PlanModel
import PlanStore

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take items from a file of export: JSON, or a table of items or figures.",
    discussion: """
      A file lands whole or not at all. A code that exists with equal content is passed over; with \
      other content it is refused, unless --update or --renumber is given.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @Argument(help: "The file, or - for standard input.")
  var file: String
  @Option(help: "The kind of a table's rows that don't say it.")
  var kind: String?
  @Flag(help: "Change items whose code exists.")
  var update = false
  @Flag(help: "Give items whose code exists a new one.")
  var renumber = false
  @Flag(help: "Only say what would be done, and everything that is wrong.")
  var dryRun = false
  @Option(help: "Why.")
  var reason = ""
  @Option(help: "Not in this version.") var map: [String] = []
  @Option(help: "Not in this version.") var set: [String] = []
  @Option(help: "Not in this version.") var mapping: String?
  @Flag(help: "Not in this version.") var noHeading = false
  @Option(help: "Not in this version.") var empty: String?
  @Option(help: "Not in this version.") var dateOrder: String?
  @Option(help: "Not in this version.") var encoding: String?

  func run() throws {
    try refuseLaterOptions()
    if update, renumber {
      throw Failure.usage("--update 和 --renumber 只能用一个", "either --update or --renumber")
    }
    let options = ImportOptions(
      existing: update ? .update : renumber ? .renumber : .refuse, kind: try kind.map(Session.kind))
    let session = try Session(common, as: actor)
    let bytes = try FileInput.read(file)
    do {
      try run(bytes, options, session)
    } catch let faults as FileFaults {
      throw Failure.quiet(
        Ending.say(faults, file: file, session.language, all: dryRun))
    }
  }

  private func run(_ bytes: [UInt8], _ options: ImportOptions, _ session: Session) throws {
    let progress = Progress(Words("检查", "looking at"), session.language)
    let isJSON = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } == 0x7B
    let prepared =
      isJSON
      ? try JSONImport.prepare(bytes, for: session.reader, options: options, step: progress.step)
      : try TableImport.prepare(bytes, for: session.reader, options: options, step: progress.step)
    let summary = prepared.summary
    if !dryRun {
      let outcome = try BoardWriter(path: session.reader.path).save(
        act: .importing, reason: reason, as: session.who, next: prepared.next)
      _ = try session.outcome(outcome)
    }
    progress.end()
    let zh = "新建\(summary.created)项，更新\(summary.updated)项，跳过\(summary.skipped)项"
    let en = "\(summary.created) created, \(summary.updated) updated, \(summary.skipped) skipped"
    Output.say(
      dryRun ? Words("将\(zh)；未作改动", "would be: \(en); nothing changed") : Words("已\(zh)", en),
      session.language)
  }

  private func refuseLaterOptions() throws {
    let later: [(String, Bool)] = [
      ("--map", !map.isEmpty), ("--set", !set.isEmpty), ("--mapping", mapping != nil),
      ("--no-heading", noHeading), ("--empty", empty != nil), ("--date-order", dateOrder != nil),
      ("--encoding", encoding != nil),
    ]
    if let (name, _) = later.first(where: { $0.1 }) { throw Failure.notYet(name) }
  }
}
