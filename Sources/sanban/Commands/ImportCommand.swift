import ArgumentParser
import PlanExchange
import PlanModel
import PlanStore

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take items and amounts from a file: the program's own, or anybody's table.",
    discussion: """
      A file lands whole or not at all. A code that exists with equal content is passed over; with \
      other content it is refused, unless --update or --renumber is given.

      A table of somebody else's is read as --map says: --map title=活动名称 --map start=日期 \
      --map 'lead=部门:市场部=marketing' --map plan.media=1月..12月 --set year=2026. COLUMN is a heading, \
      or # and a number. With --dry-run nothing is written and everything that is wrong is told.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @Argument(help: "The file, or - for standard input.")
  var file: String
  @OptionGroup var table: TableOptions
  @Flag(help: "Change items whose code exists.")
  var update = false
  @Flag(help: "Give items whose code exists a new one.")
  var renumber = false
  @Flag(help: "Only say what would be done, and everything that is wrong.")
  var dryRun = false
  @Option(help: "How --dry-run tells what is wrong: table, csv, tsv, json or md.")
  var format: OutputFormat = .table
  @Option(help: "Why.")
  var reason = ""

  func run() throws {
    if update, renumber {
      throw Failure.usage("--update 和 --renumber 只能用一个", "either --update or --renumber")
    }
    let session = try Session(common, as: actor)
    let mapping = try table.mapping()
    let options = ImportOptions(
      existing: update ? .update : renumber ? .renumber : .refuse, kind: mapping.kind,
      mapping: mapping)
    let input = try FileInput(file)
    do {
      try run(input.source, options, session)
    } catch let faults as FileFaults {
      if dryRun, format != .table {
        try FaultReport.make(faults).print(format, session.language)
        throw Failure.quiet(65)
      }
      throw Failure.quiet(Ending.say(faults, file: file, session.language, all: dryRun))
    }
  }

  private func run(_ source: ByteSource, _ options: ImportOptions, _ session: Session) throws {
    let progress = Progress(Words("检查", "looking at"), session.language)
    let prepared =
      try JSONImport.isJSON(source)
      ? try JSONImport.prepare(
        try source.whole(), for: session.reader, options: options, step: progress.step)
      : try TableImport.prepare(
        source, for: session.reader, options: options, step: progress.step)
    let summary = prepared.summary
    if !dryRun {
      let outcome = try BoardWriter(path: session.reader.path).save(
        act: .importing, reason: reason.isEmpty ? FileTitle.of(file) : reason, as: session.who,
        next: prepared.next)
      _ = try session.outcome(outcome)
    }
    progress.end()
    let zh = "新建\(summary.created)项，更新\(summary.updated)项，跳过\(summary.skipped)项"
    let en = "\(summary.created) created, \(summary.updated) updated, \(summary.skipped) skipped"
    Output.say(
      dryRun ? Words("将\(zh)；未作改动", "would be: \(en); nothing changed") : Words("已\(zh)", en),
      session.language)
  }
}

/// How a table of somebody else's is to be read.
struct TableOptions: ParsableArguments {
  @Option(help: "The kind of a table's rows that don't say it.")
  var kind: String?
  @Option(
    help: ArgumentHelp(
      "What a column becomes; several. WORD=code turns words into codes.",
      valueName: "FIELD=COLUMN[:WORD=code,…]"))
  var map: [String] = []
  @Option(help: ArgumentHelp("A value for all rows that say no other.", valueName: "FIELD=VALUE"))
  var set: [String] = []
  @Flag(help: "The file has no heading line; columns go by their number.")
  var noHeading = false
  @Option(help: "Words that mean that nothing stands in a cell: NA,-")
  var empty: String?
  @Option(help: "The order of dates in numbers: ymd, dmy or mdy.")
  var dateOrder: DateOrder?
  @Option(help: "The encoding by its name: gb18030, big5, windows-1252 …")
  var encoding: String?

  func mapping() throws -> TableMapping {
    var mapping = TableMapping()
    mapping.kind = try kind.map(Session.kind)
    for text in map { try mapping.map(text) }
    for text in set { try mapping.set(text) }
    mapping.hasHeading = !noHeading
    mapping.empty = empty.map { $0.split(separator: ",").map { String($0) } } ?? []
    mapping.dateOrder = dateOrder
    mapping.encoding = encoding
    if map.isEmpty, noHeading || !set.isEmpty {
      throw Failure.usage(
        "--no-heading 和 --set 要和 --map 一起用", "--no-heading and --set go with --map")
    }
    return mapping
  }
}

extension DateOrder: ExpressibleByArgument {}
