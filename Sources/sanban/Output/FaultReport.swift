import PlanExchange
import PlanModel
import TextCanvas

/// What is wrong with a file, as rows for scripts and for other people.
enum FaultReport {
  static func make(_ faults: FileFaults) -> Report {
    var report = Report([
      Report.Heading("line", Words("行", "Line"), isNumber: true),
      Report.Heading("column", Words("列", "Column"), isNumber: true),
      Report.Heading("heading", Words("列标题", "Heading")),
      Report.Heading("value", Words("内容", "Value")),
      Report.Heading("reason", Words("原因", "Reason")),
      Report.Heading("reason_zh", Words("中文原因", "Reason in Chinese")),
    ])
    for fault in faults.faults {
      report.rows.append([
        .number(Int64(fault.line)), .number(Int64(fault.column)),
        Report.Cell(fault.heading.map { Drawable.text($0) }),
        Report.Cell(fault.shownValue.map { Drawable.text($0) }),
        Report.Cell(fault.words.en), Report.Cell(fault.words.zh),
      ])
    }
    let hidden = faults.count - faults.faults.count
    if hidden > 0 {
      let words = Words("另有\(hidden)处", "\(hidden) more")
      report.rows.append([.none, .none, .none, .none, Report.Cell(words.en), Report.Cell(words.zh)])
    }
    return report
  }
}

/// The name of a file without its folders, for the history.
enum FileTitle {
  static func of(_ path: String) -> String {
    path == "-" ? "" : path.split(separator: "/").last.map(String.init) ?? path
  }
}
