import ArgumentParser
import PlanModel
import PlanStore

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Words(
      "列出趋势、目标、活动或决议。",
      "List trends, targets, activities or decisions."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: FormatOptions
  @Argument(help: "trend, target, activity or decision (plural too).")
  var kind: String
  @Option(help: "marketing, sales or none.")
  var lead: String?
  @Option(help: "The quarter or year of activities and decisions, the year of targets.")
  var period: String?
  @Option(help: "The status of activities; of decisions open, done or late.")
  var status: String?
  @Option(name: .customLong("where"), help: "A filter as after / on the screen.")
  var filter: String?

  func run() throws {
    let kind = try Session.kind(kind)
    let session = try Session(common)
    let wanted = try decisionState(kind)
    let filter = try filter(session, status: kind == .decision ? nil : status)
    let today = session.today
    let periods = try period.map { try scopes(Session.period($0), kind, session.board) } ?? [nil]
    var list = ItemList(kind, session, forPeople: output.format.isForPeople)
    try session.reader.snapshot { reading in
      for period in periods {
        let scope = ListScope(kind: kind, period: period, filter: filter)
        var window = ListWindow(scope, limit: 500)
        while true {
          let items = try reading.items(window)
          try list.add(
            items.filter { wanted == nil || $0.decisionState(today: today) == wanted }, reading)
          guard items.count == window.limit, let last = items.last else { break }
          window.origin = .from(RowKey(order: last.key.order, id: last.id + 1))
        }
      }
    }
    try list.report.print(output.format, session.language)
  }

  /// A decision's status isn't stored: it follows from its days.
  private func decisionState(_ kind: ItemKind) throws -> DecisionState? {
    guard kind == .decision, let status else { return nil }
    if let state = DecisionState(code: status) { return state }
    throw Failure.usage(
      "没有这样的状态：\(status)；可用：open done late", "no such status: \(status); known are open, done, late"
    )
  }

  private func filter(_ session: Session, status: String?) throws -> Filter {
    let fields = session.fields
    var terms: [Filter.Term] = []
    for (field, text) in [(Field.lead, lead), (.status, status)] {
      guard let text else { continue }
      terms.append(Filter.Term(.field(field, [try fields.parse(field, text)])))
    }
    if let filter {
      let read = FilterText(filter, fields)
      if let fault = read.faults.first { throw Failure.usage(fault.zh, fault.en) }
      terms += read.filter.terms
    }
    return Filter(terms)
  }

  /// The periods that items of a kind have inside this one; nil is all of them.
  private func scopes(_ period: Period, _ kind: ItemKind, _ board: Board) -> [Period?] {
    let calendar = board.calendar
    switch kind {
    case .trend: return [nil]
    case .target: return [calendar.year(of: period)]
    case .activity, .decision:
      return period.unit == .year
        ? calendar.quarters(of: period.year) : [calendar.quarter(of: period)]
    }
  }
}

/// The rows of a list as a report.
struct ItemList {
  private(set) var report: Report
  private let session: Session
  private let fields: FieldText
  private let columns: [Field]
  /// People read their own language first; scripts always find the same order.
  private let isEnglishFirst: Bool

  init(_ kind: ItemKind, _ session: Session, forPeople: Bool) {
    self.session = session
    isEnglishFirst = forPeople && session.language == .english
    fields = session.fields
    columns =
      switch kind {
      case .trend: [.lead, .unit, .confidence, .checked]
      case .target: [.lead, .period, .owner, .measure, .ceiling]
      case .activity: [.lead, .period, .status, .start, .end, .owner]
      case .decision: [.about, .verdict, .owner, .due, .done, .decidedBy, .decidedOn, .period]
      }
    var headings = [
      Report.Heading("code", Words("编号", "Code")), Report.Heading("title", Field.title.words),
      Report.Heading("title_en", Field.titleEn.words),
    ]
    if isEnglishFirst { headings.swapAt(1, 2) }
    headings += columns.map {
      Report.Heading($0.code, $0.words, isNumber: $0.type == .money)
    }
    if kind == .decision { headings.append(Report.Heading("status", Field.status.words)) }
    if kind == .activity {
      headings += [
        ("plan", Words("预算", "Plan")), ("outlook", Words("预计", "Outlook")),
        ("committed", Words("占用", "Committed")), ("actual", Words("实际", "Actual")),
        ("left", Words("余额", "Left")),
      ].map { Report.Heading($0.0, $0.1, isNumber: true) }
    }
    report = Report(headings)
  }

  mutating func add(_ items: [Item], _ reading: any BoardReading) throws {
    let scale = session.board.moneyScale
    for item in items {
      var titles: [Report.Cell] = [.init(item[.title].text), .init(item[.titleEn].text)]
      if isEnglishFirst { titles.swapAt(0, 1) }
      var row = [.init(item.code.description)] + titles
      for field in columns {
        let value = item[field]
        if field.type == .money {
          row.append(value.integer.map { .amount($0, scale: scale) } ?? .none)
        } else if field == .lead, value.isNone {
          row.append(.text("none", shown: fields.display(field, value)))
        } else {
          row.append(.init(fields.file(field, value), shown: fields.display(field, value)))
        }
      }
      if item.kind == .decision {
        let state = item.decisionState(today: session.today)
        row.append(.text(state.code, shown: state.words(session.language)))
      }
      if item.kind == .activity {
        let money = item.money
        row += [money.plan, money.outlook, money.committed, money.actual, money.left].map {
          .amount($0, scale: scale)
        }
      }
      report.rows.append(row)
    }
  }
}
