import ArgumentParser
import PlanModel
import PlanStore

extension Grouping: ExpressibleByArgument {}

struct BudgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "budget",
    abstract: Words(
      "金额按组合计；不写期间则为全部。",
      "Sums of money by group; without a period all of it."
    ).spoken,
    discussion: Words(
      """
      --wide 在合计旁给每个月一列，--long 给每组、每列、每月一行；--columns 从
      approved、plan、forecast、outlook、committed、actual、left、variance 中
      选。逐格的数在 export 里：--long，或各占一列。
      """,
      """
      --wide puts a column for every month beside the sums, --long a line for every group, column and \
      month; --columns chooses among approved, plan, forecast, outlook, committed, actual, left and \
      variance. Single cells are in the export: --long, or as columns of their own.
      """
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: FormatOptions
  @Argument(help: "A month, quarter or year.")
  var period: String?
  @Option(help: "lead, target, activity, category, owner, region, month or quarter.")
  var by = Grouping.lead
  @Flag(help: "A column for every month.")
  var wide = false
  @Flag(help: "A line for every group, column and month.")
  var long = false
  @Option(help: "Which amounts, separated by commas.")
  var columns = "plan,outlook,actual"

  func run() throws {
    let session = try Session(common)
    let period = try period.map(Session.period)
    let months = period.map(session.board.calendar.months)
    guard !wide, !long else {
      return try MonthlyBudget(session, by, columns).report(months, isLong: long)
        .print(output.format, session.language)
    }
    let scale = session.board.moneyScale
    var report = Report(
      [Report.Heading("group", Words("组", "Group")), Report.Heading("title", Words("名称", "Title"))]
        + [
          ("approved", Words("已批预算", "Approved")), ("plan", Words("预算", "Plan")),
          ("forecast", Words("预计（填报）", "Forecast")), ("outlook", Words("预计", "Outlook")),
          ("committed", Words("占用", "Committed")), ("actual", Words("实际", "Actual")),
          ("left", Words("余额", "Left")), ("variance", Words("差异", "Variance")),
        ].map { Report.Heading($0.0, $0.1, isNumber: true) })
    try session.reader.snapshot { reading in
      let names = GroupNames(by, session, reading)
      let sums = try reading.sums(by: by, months: months)
      for (name, money) in try names.sorted(sums) {
        report.rows.append(
          [.text(name.code), .init(name.title)]
            + [
              money.approved, money.plan, money.forecast, money.outlook, money.committed,
              money.actual, money.left, money.variance,
            ].map { .amount($0, scale: scale) })
      }
    }
    try report.print(output.format, session.language)
  }
}

/// What the groups of sums are called, and their order.
struct GroupNames {
  struct Name {
    var code: String
    var title: String
    var order: Int64
  }

  private let grouping: Grouping
  private let session: Session
  private let reading: any BoardReading

  init(_ grouping: Grouping, _ session: Session, _ reading: any BoardReading) {
    self.grouping = grouping
    self.session = session
    self.reading = reading
  }

  func sorted(_ sums: [GroupSum]) throws -> [(Name, Money)] {
    var items: [ItemID: Item] = [:]
    if grouping == .target || grouping == .activity {
      let ids = sums.map(\.key).filter { $0 != 0 }
      for item in try reading.items(ids: ids) { items[item.id] = item }
    }
    return sums.map { (name($0.key, items), $0.money) }.sorted { $0.0.order < $1.0.order }
  }

  private func name(_ key: Int64, _ items: [ItemID: Item]) -> Name {
    let language = session.language
    let none = Name(code: "none", title: Words("未定", "none")(language), order: .max)
    switch grouping {
    case .lead:
      guard let lead = Department(rawValue: key) else { return none }
      return Name(code: lead.code, title: lead.words(language), order: key)
    case .target, .activity:
      guard let item = items[key] else { return none }
      return Name(
        code: item.code.description, title: item.title(language), order: item.code.number)
    case .category, .region:
      guard let entry = session.board.entries[key] else { return none }
      return Name(code: entry.code, title: entry.name(language), order: entry.position)
    case .owner:
      guard let person = session.board.people[key] else { return none }
      return Name(code: person.name, title: person.display(language), order: person.id)
    case .month, .quarter:
      guard let period = Period(rawValue: key) else { return none }
      return Name(code: period.description, title: period.long(language), order: key)
    }
  }
}
