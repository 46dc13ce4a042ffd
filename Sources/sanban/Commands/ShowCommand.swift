import ArgumentParser
import PlanExchange
import PlanModel
import PlanStore
import TextCanvas

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Words(
      "看一项的全部内容。",
      "Show one item whole."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: FormatOptions
  @Argument(help: "The item's code, as A12.")
  var code: String

  func run() throws {
    let session = try Session(common)
    let detail = try session.item(code)
    if output.format == .json {
      Output.write(try JSONExport.item(session.planItem(detail), session.reader))
      return
    }
    let fields = try fieldReport(detail, session)
    try fields.print(output.format, session.language)
    guard output.format.isForPeople else { return }
    if !detail.figures.isEmpty {
      Output.write("\n")
      try figureReport(detail, session).print(output.format, session.language)
    }
    for comment in detail.comments {
      let who = session.board.people[comment.who]?.display(session.language) ?? "?"
      Output.write("\n\(Drawable.text(who)) \(UTCTime.text(comment.at))\n")
      for line in comment.body.split(separator: "\n", omittingEmptySubsequences: false) {
        Output.write("  \(Drawable.text(String(line)))\n")
      }
    }
  }

  private func fieldReport(_ detail: ItemDetail, _ session: Session) throws -> Report {
    let fields = session.fields
    let item = detail.item
    var report = Report([
      Report.Heading("field", Words("字段", "Field")), Report.Heading("value", Words("内容", "Value")),
    ])
    let isForPeople = output.format.isForPeople
    func add(_ key: String, _ words: Words, _ cell: Report.Cell) {
      report.rows.append([.text(key, shown: words(session.language)), cell])
    }
    add("code", Words("编号", "Code"), .text(item.code.description))
    if item.isGone {
      add("gone", Words("在回收站", "In the bin"), .text(Words("是", "yes")(session.language)))
    }
    for field in Field.of(item.kind) {
      let value = detail[field]
      if isForPeople, value.isNone, field != .lead { continue }
      add(
        field.code, field.words,
        .init(fields.file(field, value), shown: fields.display(field, value)))
    }
    if item.kind.parent != nil {
      let codes = detail.parents.map(\.code.description)
      add("serves", Words("支撑", "Serves"), .codes(codes))
    }
    let scale = session.board.moneyScale
    if item.kind == .target, !detail.cost.isZero {
      add("cost", Words("费用（预算）", "Cost (plan)"), .amount(detail.cost.plan, scale: scale))
      add("outlook", Words("费用（预计）", "Cost (outlook)"), .amount(detail.cost.outlook, scale: scale))
    }
    for (rule, reason) in detail.accepted.sorted(by: { $0.key.code < $1.key.code }) {
      add(rule.code, rule.words, .text(reason))
    }
    return report
  }

  private func figureReport(_ detail: ItemDetail, _ session: Session) -> Report {
    let kind = detail.item.kind
    let columns = (kind == .activity ? [Column.approved] : []) + Column.of(kind)
    var report = Report(
      [
        Report.Heading("line", Words("费用项", "Line")),
        Report.Heading("period", Field.period.words),
      ]
        + columns.map {
          Report.Heading($0.name(for: kind), $0.words(for: kind), isNumber: true)
        })
    for line in detail.lines {
      for figure in detail.figures where figure.line == line.id {
        report.rows.append(
          [.init(line.code), .text(figure.period.description)]
            + columns.map { figure[$0].map { .amount($0, scale: line.scale) } ?? .none })
      }
    }
    return report
  }
}
