import ArgumentParser
import PlanExchange
import PlanModel
import PlanStore

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Words(
      "从文件导入各项与金额：本程序的文件，或任何人的表格。",
      "Take items and amounts from a file: the program's own, or anybody's table."
    ).spoken,
    discussion: Words(
      """
      文件要么整个导入，要么一点不导入。编号已有且内容相同的略过；内容不同则拒
      绝，除非写 --update 或 --renumber。

      别人的表格按 --map 读：--map title=活动名称 --map start=日期 --map
      'lead=部门:市场部=marketing' --map plan.media=1月..12月 --set
      year=2026。COLUMN 是列名，或 # 加列号。写 --dry-run 时什么也不写入，只列
      出全部问题。
      """,
      """
      A file lands whole or not at all. A code that exists with equal content is passed over; with \
      other content it is refused, unless --update or --renumber is given.

      A table of somebody else's is read as --map says: --map title=活动名称 --map start=日期 \
      --map 'lead=部门:市场部=marketing' --map plan.media=1月..12月 --set year=2026. COLUMN is a heading, \
      or # and a number. With --dry-run nothing is written and everything that is wrong is told.
      """
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @Argument(help: "The file, or - for standard input.")
  var file: String
  @OptionGroup var table: TableOptions
  @Flag(
    help: """
      Change items whose code exists. For rows of amounts say replace or add: --update add.
      """)
  var update = false
  @Option(help: .hidden) var amounts: TableMapping.Existing?
  @Flag(help: "Leave out, and list, rows of amounts that nothing on the board fits.")
  var skipUnmatched = false
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
    let mapping = try table.mapping(session)
    var options = ImportOptions(
      existing: update ? .update : renumber ? .renumber : .refuse, kind: mapping.kind,
      mapping: mapping)
    options.amounts = amounts
    options.skipsUnmatched = skipUnmatched
    options.hasReason = !reason.isEmpty
    let input = try FileInput(file, waitsForPipe: true)
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

  private func run(_ given: ByteSource, _ options: ImportOptions, _ session: Session) throws {
    let source = given.stopping { try StopKey.check(always: true) }
    let progress = Progress(Words("检查", "looking at"), session.language)
    StopKey.watch()
    defer {
      progress.end()
      StopKey.end()
    }
    func step() throws {
      progress.step()
      try StopKey.check()
    }
    let isJSON = try JSONImport.isJSON(source)
    if dryRun, !isJSON, options.mapping.maps.isEmpty,
      try !TablePreview.isOwn(source, mapping: options.mapping)
    {
      let preview = try TablePreview.make(
        source, for: session.reader, options: options, proposes: true, step: step)
      progress.end()
      return try PreviewReport(preview, file: file, session).print(format)
    }
    func prepare(_ options: ImportOptions) throws -> PreparedImport {
      isJSON
        ? try JSONImport.prepare(
          try source.whole(), for: session.reader, options: options, step: step)
        : try TableImport.prepare(source, for: session.reader, options: options, step: step)
    }
    let prepared = try prepare(options)
    if !dryRun {
      // A step of its own: who takes the import back keeps what the columns mean.
      if let change = table.keeping(options.mapping, session) {
        try session.save(Edit(.settings, [change]))
      }
      var outcome = try save(prepared, session)
      if case .refused = outcome {
        // Nothing was written: once more, a record at a time, tells whose changes they are.
        var options = options
        options.oneByOne = true
        let again = try prepare(options)
        outcome = try save(again, session)
        if case .refused(var refusal) = outcome, let line = again.line() {
          let place = "\(file):\(line)"
          refusal.words = Words("\(place)：\(refusal.words.zh)", "\(place): \(refusal.words.en)")
          outcome = .refused(refusal)
        }
      }
      _ = try session.outcome(outcome)
    }
    progress.end()
    tell(prepared, session.language)
  }

  private func save(_ prepared: PreparedImport, _ session: Session) throws -> SaveOutcome {
    try BoardWriter(path: session.reader.path).save(
      act: .importing, reason: reason.isEmpty ? FileTitle.of(file) : reason, as: session.who,
      next: prepared.next)
  }

  private func tell(_ prepared: PreparedImport, _ language: Language) {
    let summary = prepared.summary
    for fault in prepared.unmatched.faults {
      Output.complain("\(file):" + fault.text(language))
    }
    var zh = "新建\(summary.created)项，更新\(summary.updated)项，跳过\(summary.skipped)项"
    var en = "\(summary.created) created, \(summary.updated) updated, \(summary.skipped) skipped"
    if summary.rowsTakenBefore > 0 {
      zh += "，\(summary.rowsTakenBefore)行早已计入"
      en += ", \(summary.rowsTakenBefore) rows were added before"
    }
    if prepared.unmatched.count > 0 {
      zh += "，\(prepared.unmatched.count)行没有对应"
      en += ", \(prepared.unmatched.count) rows left out"
    }
    if let board = summary.board.words {
      zh += "；本板：\(board.zh)"
      en += "; of the board: \(board.en)"
    }
    Output.say(
      dryRun ? Words("将\(zh)；未作改动", "would be: \(en); nothing changed") : Words("已\(zh)", en),
      language)
  }

  /// `--update add` and `--update=add` as the parser takes them.
  static func withUpdateValue(_ arguments: [String]) -> [String] {
    guard arguments.first == configuration.commandName else { return arguments }
    var given: [String] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      let inline: String? = argument.hasPrefix("--update=") ? String(argument.dropFirst(9)) : nil
      let next: String? = argument == "--update" && index < arguments.count ? arguments[index] : nil
      if let how = inline ?? next, TableMapping.Existing(rawValue: how) != nil {
        given += ["--update", "--amounts=\(how)"]
        if inline == nil { index += 1 }
      } else {
        given.append(argument)
      }
    }
    return given
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
  @Option(
    help: ArgumentHelp(
      "Keeps --map, --set and the rest on the board under a name; alone it takes what was kept.",
      valueName: "NAME"))
  var mapping: String?
  @Flag(help: "The file has no heading line; columns go by their number.")
  var noHeading = false
  @Option(help: ArgumentHelp("Lines above the headings, such as a title.", valueName: "N"))
  var skipLines: Int?
  @Option(help: "Words that mean that nothing stands in a cell: NA,-")
  var empty: String?
  @Option(help: "The order of dates in numbers: ymd, dmy or mdy.")
  var dateOrder: DateOrder?
  @Option(help: "The encoding by its name: gb18030, big5, windows-1252 …")
  var encoding: String?

  /// What the flags say, beside what is kept under the mapping's name.
  func mapping(_ session: Session) throws -> TableMapping {
    let flags = try flags()
    guard let name = mapping else {
      if map.isEmpty, noHeading || !set.isEmpty {
        throw Failure.usage(
          "--no-heading 和 --set 要和 --map 一起用", "--no-heading and --set go with --map")
      }
      return flags
    }
    let kept: String? = try session.reader.mappings()[name]
    guard kept != nil || !map.isEmpty else {
      let known = try session.reader.mappings().keys.sorted().joined(separator: ", ")
      throw Failure.missing(
        "没有保存过这个映射：\(name)\(known.isEmpty ? "" : "；有：\(known)")",
        "no such mapping is kept: \(name)\(known.isEmpty ? "" : "; there are \(known)")")
    }
    return kept.map { TableMapping(text: $0).changed(by: flags) } ?? flags
  }

  /// The change that keeps the mapping, where flags have made or changed it.
  func keeping(_ made: TableMapping, _ session: Session) -> Change? {
    guard let name = mapping else { return nil }
    let kept: String? = (try? session.reader.mappings())?[name]
    guard kept != made.text else { return nil }
    return Change(.mapping(name), was: Value(kept), now: .text(made.text))
  }

  private func flags() throws -> TableMapping {
    var mapping = TableMapping()
    mapping.kind = try kind.map(Session.kind)
    for text in map { try mapping.map(text) }
    for text in set { try mapping.set(text) }
    mapping.hasHeading = !noHeading
    if let skipLines, !(0...1_000).contains(skipLines) {
      throw Failure.usage("--skip-lines 是行数：0到1000", "--skip-lines is a number of lines, 0 to 1000")
    }
    mapping.skippedLines = skipLines ?? 0
    mapping.empty = empty.map { $0.split(separator: ",").map { String($0) } } ?? []
    mapping.dateOrder = dateOrder
    mapping.encoding = encoding
    return mapping
  }
}

extension DateOrder: ExpressibleByArgument {}
extension TableMapping.Existing: ExpressibleByArgument {}
