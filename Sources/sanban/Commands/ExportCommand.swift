import ArgumentParser
import PlanExchange
import PlanModel
import PlanStore

/// What an export is written as.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case csv, tsv, json, md, xlsx, ics, html

  /// What can be chosen today; the others are known by name only.
  static var allValueStrings: [String] { ["csv", "tsv", "json", "md"] }
}

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Words(
      "把计划板写到文件或标准输出。",
      "Write the board to a file or to standard output."
    ).spoken,
    discussion: Words(
      """
      JSON 有除变更记录、草稿、在线成员外的全部内容。表格只有各项与金额：每项
      一行，写 --long 时每个金额一行。
      """,
      """
      JSON holds everything but history, drafts and presence. A table holds items and figures only: \
      a row for each item, or with --long a row for each figure.
      """
    ).spoken)

  @OptionGroup var common: CommonOptions
  @Argument(help: "The file; else standard output.")
  var file: String?
  @Option(help: "Only trends, targets or activities.")
  var kind: String?
  @Option(help: "Only a quarter's activities, its year's targets, all trends.")
  var period: String?
  @Option(help: "json, csv, tsv or md; else by the file's name, else json.")
  var format: ExportFormat?
  @Flag(help: "A table of figures: code,line,column,period,amount.")
  var long = false

  func run() throws {
    let kinds = try kind.map { [try Session.kind($0)] } ?? ItemKind.allCases
    let period = try period.map(Session.period)
    let session = try Session(common)
    let format = try chosenFormat()
    let progress = Progress(Words("导出", "exporting"), session.language)
    let output = try file.map { try FileOutput($0) }
    let sink: ([UInt8]) throws -> Void = { bytes in
      if let output { try output.write(bytes) } else { Output.write(bytes) }
    }
    try session.reader.snapshot { reading in
      let counted = CountedReading(reading, progress)
      switch format {
      case .json:
        try JSONExport(kinds: kinds, period: period).write(counted, to: sink)
      case .csv, .tsv:
        let export = TableExport(
          kinds: kinds, period: period, form: long ? .long : .wide,
          delimiter: format == .csv ? "," : "\t")
        try export.write(counted, to: sink)
      case .md: try MarkdownExport(session, kinds, period).write(counted, to: sink)
      case .xlsx, .ics, .html: throw Failure.notYet("--format \(format.rawValue)")
      }
    }
    try output?.finish()
    progress.end()
    if format == .csv || format == .tsv, file != nil {
      let words = Words(
        "表格只含条目和数字；费用项名称、留言、已接受的检查项只在JSON里",
        "a table holds items and figures only; titles of lines, comments and accepted findings are in JSON"
      )
      Output.complain(words(session.language))
    }
  }

  private func chosenFormat() throws -> ExportFormat {
    if let format { return format }
    guard let file, let dot = file.lastIndex(of: "."), !file[dot...].contains("/") else {
      return long ? .csv : .json
    }
    let suffix = file[file.index(after: dot)...].lowercased()
    guard let known = ExportFormat(rawValue: suffix) else {
      throw Failure.usage("写成什么格式？加 --format", "which format? add --format")
    }
    return known
  }
}

/// Items as tables that people read, one for each kind.
struct MarkdownExport {
  private let session: Session
  private let kinds: [ItemKind]
  private let period: Period?

  init(_ session: Session, _ kinds: [ItemKind], _ period: Period?) {
    self.session = session
    self.kinds = kinds
    self.period = period
  }

  func write(_ reading: any BoardReading, to sink: ([UInt8]) throws -> Void) throws {
    try sink(Array("# \(session.board.title(session.language))\n".utf8))
    for kind in kinds {
      var list = ItemList(kind, session, forPeople: true)
      try reading.forEachItem([kind]) { plan in
        let item = plan.detail.item
        guard kind == .trend || isIn(item) else { return }
        try list.add([item], reading)
      }
      var report = list.report
      report.title = kind.plural(session.language)
      try sink(Array(("\n" + report.markdown(session.language)).utf8))
    }
  }

  private func isIn(_ item: Item) -> Bool {
    guard let period else { return true }
    guard let home = item.period else { return false }
    let calendar = session.board.calendar
    if item.kind == .target { return calendar.year(of: period) == home }
    return calendar.contains(period, home) || calendar.contains(home, period)
  }
}
