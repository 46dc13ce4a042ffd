import PlanModel
import PlanStore

/// An amount of a sum, by its name in files.
private enum SumColumn: String, CaseIterable {
  case approved, plan, forecast, outlook, committed, actual, left, variance

  var words: Words {
    switch self {
    case .approved: Words("已批预算", "Approved")
    case .plan: Words("预算", "Plan")
    case .forecast: Words("预计（填报）", "Forecast")
    case .outlook: Words("预计", "Outlook")
    case .committed: Words("占用", "Committed")
    case .actual: Words("实际", "Actual")
    case .left: Words("余额", "Left")
    case .variance: Words("差异", "Variance")
    }
  }

  func value(of money: Money) -> Int64 {
    switch self {
    case .approved: money.approved
    case .plan: money.plan
    case .forecast: money.forecast
    case .outlook: money.outlook
    case .committed: money.committed
    case .actual: money.actual
    case .left: money.left
    case .variance: money.variance
    }
  }
}

/// Sums by group month by month: side by side, or one below the other.
struct MonthlyBudget {
  private let session: Session
  private let grouping: Grouping
  private let columns: [SumColumn]

  /// - Parameter columns: names separated by commas.
  init(_ session: Session, _ grouping: Grouping, _ columns: String) throws {
    self.session = session
    self.grouping = grouping
    self.columns = try columns.split(separator: ",").map { name in
      guard let column = SumColumn(rawValue: String(name)) else {
        let all = SumColumn.allCases.map(\.rawValue).joined(separator: " ")
        throw Failure.usage("没有这一列：\(name)；可用：\(all)", "no such column: \(name); known are \(all)")
      }
      return column
    }
    guard grouping != .month, grouping != .quarter else {
      throw Failure.usage(
        "--wide 和 --long 已按月份列出；--by 用别的分组", "--wide and --long are by month; choose another --by")
    }
  }

  /// - Parameter months: nil: all months that have money.
  func report(_ months: [Period]?, isLong: Bool) throws -> Report {
    let scale = session.board.moneyScale
    return try session.reader.snapshot { reading in
      let months =
        try months
        ?? reading.sums(by: .month, months: nil).compactMap { Period(rawValue: $0.key) }.sorted()
      let names = GroupNames(grouping, session, reading)
      var money: [String: [Period: Money]] = [:]
      for month in months {
        for (name, sum) in try names.sorted(try reading.sums(by: grouping, months: [month])) {
          money[name.code, default: [:]][month] = sum
        }
      }
      let groups = try names.sorted(try reading.sums(by: grouping, months: months)).map(\.0)
      return isLong
        ? long(groups, money, months, scale) : wide(groups, money, months, scale)
    }
  }

  private static let group = [
    Report.Heading("group", Words("组", "Group")), Report.Heading("title", Words("名称", "Title")),
  ]

  private func wide(
    _ groups: [GroupNames.Name], _ money: [String: [Period: Money]], _ months: [Period],
    _ scale: Int
  ) -> Report {
    var report = Report(
      Self.group
        + months.flatMap { month in
          columns.map { column in
            Report.Heading(
              "\(column.rawValue)@\(month)",
              Words("\(month) \(column.words.zh)", "\(month) \(column.words.en)"), isNumber: true)
          }
        })
    report.rows = groups.map { group in
      [Report.Cell.text(group.code), .init(group.title)]
        + months.flatMap { month -> [Report.Cell] in
          let sum = money[group.code]?[month] ?? Money()
          return columns.map { Report.Cell.amount($0.value(of: sum), scale: scale) }
        }
    }
    return report
  }

  private func long(
    _ groups: [GroupNames.Name], _ money: [String: [Period: Money]], _ months: [Period],
    _ scale: Int
  ) -> Report {
    var report = Report(
      Self.group + [
        Report.Heading("column", Words("列", "Column")),
        Report.Heading("period", Words("期间", "Period")),
        Report.Heading("amount", Words("金额", "Amount"), isNumber: true),
      ])
    for group in groups {
      for month in months {
        guard let sum = money[group.code]?[month] else { continue }
        for column in columns {
          report.rows.append([
            .text(group.code), .init(group.title), .text(column.rawValue),
            .text(month.description), .amount(column.value(of: sum), scale: scale),
          ])
        }
      }
    }
    return report
  }
}
