import PlanExchange
import PlanModel
import PlanStore
import TextCanvas

/// A first look at somebody's table, for people and scripts.
struct PreviewReport {
  private let preview: TablePreview
  private let file: String
  private let language: Language

  init(_ preview: TablePreview, file: String, _ session: Session) {
    self.preview = preview
    self.file = file
    language = session.language
  }

  /// - Throws: a quiet failure where something is wrong with the file.
  func print(_ format: OutputFormat) throws {
    guard format == .table else {
      try columns.print(format, language)
      if preview.faults.count > 0 { throw Failure.quiet(65) }
      return
    }
    Output.write(columns.table(language, columns: Output.columns))
    if !preview.rows.isEmpty {
      Output.write("\n" + Words("前几行将读作：", "The first rows would be read as:")(language) + "\n")
      Output.write(rows.table(language, columns: Output.columns))
    }
    Output.write("\n\(command)\n")
    explainYear()
    if let refusal = preview.refusal {
      throw Failure(64, refusal.zh, refusal.en)
    }
    guard preview.faults.count == 0 else {
      throw Failure.quiet(Ending.say(preview.faults, file: file, language, all: true))
    }
    let summary = preview.summary
    Output.say(
      Words(
        "将新建\(summary.created)项，更新\(summary.updated)项，跳过\(summary.skipped)项；未作改动",
        "would be: \(summary.created) created, \(summary.updated) updated, \(summary.skipped) skipped; nothing changed"
      ), language)
  }

  /// What stands above the headings.
  private var above: String {
    guard !preview.titles.isEmpty else { return "" }
    let lines = preview.mapping.skippedLines
    let title = Drawable.text(String(preview.titles[0].prefix(40)))
    return Words(
      "；标题之上\(lines)行不读（“\(title)”）",
      "; \(lines) line\(lines == 1 ? "" : "s") above the headings left out (“\(title)”)")(language)
  }

  /// In which year days and months lie that don't say it.
  private func explainYear() {
    guard let year = preview.mapping.sets.last(where: { $0.field == "year" })?.value else { return }
    Output.write(
      Words(
        "没有写年份的日期和月份按\(year)年读；另一年就改 --set year=\n",
        "Days and months without a year are read as \(year)'s; for another year change --set year=\n"
      )(language))
  }

  private var columns: Report {
    let separator =
      switch preview.delimiter {
      case ";"?: Words("分号", "semicolon")
      case "\t"?: Words("制表符", "tab")
      case nil: Words("单列", "one column")
      default: Words("逗号", "comma")
      }
    var report = Report(
      [
        Report.Heading("number", Words("列", "Column"), isNumber: true),
        Report.Heading("heading", Words("列标题", "Heading")),
        Report.Heading("field", Words("读作", "Becomes")),
        Report.Heading("values", Words("内容", "Values")),
      ], title: "\(file): \(preview.encoding), \(separator(language))" + above)
    for column in preview.columns {
      let shown = column.samples.filter { !$0.isEmpty }.prefix(3).joined(separator: " | ")
      let open =
        column.isOpenAmount
        ? Words("？ 写明费用类别，如 plan.media", "? say which expense line, such as plan.media")(language)
        : nil
      report.rows.append([
        .number(Int64(column.number)), Report.Cell(column.heading),
        Report.Cell(column.field ?? open), Report.Cell(shown),
      ])
    }
    return report
  }

  private var rows: Report {
    var report = Report(preview.fields.map { Report.Heading($0, Words($0, $0)) })
    report.rows = preview.rows.map { $0.map { Report.Cell($0) } }
    return report
  }

  /// The call that imports so.
  private var command: String {
    let flags = preview.mapping.flags.map { ShellText.flag($0.name, $0.value) }
    return (["sanban import", ShellText.quoted(file)] + flags).joined(separator: " ")
  }
}
