import PlanModel
import TextCanvas

/// A column of an open pane.
struct PaneColumn: Sendable {
  var name: Words
  /// All its columns, the gap before it included.
  var width: Int
  var gap = 1
  var align = Alignment.right
  var cell: @Sendable (Item, ItemDetail?, AppState) -> (text: String, role: Role)
  var total: (@Sendable (Tally, AppState) -> (text: String, role: Role))?

  init(
    _ name: Words, width: Int, gap: Int = 1, align: Alignment = .right,
    total: (@Sendable (Tally, AppState) -> (text: String, role: Role))? = nil,
    cell: @escaping @Sendable (Item, ItemDetail?, AppState) -> (text: String, role: Role)
  ) {
    self.name = name
    self.width = width
    self.gap = gap
    self.align = align
    self.cell = cell
    self.total = total
  }
}

/// Which columns a kind of list shows at a width.
enum PaneColumns {
  static func of(_ kind: ItemKind, width: Int, _ state: AppState) -> [PaneColumn] {
    let all: [PaneColumn] =
      switch kind {
      case .trend: TrendColumns.all(state)
      case .target: TargetColumns.all(state)
      case .activity: ActivityColumns.all(width: width)
      case .decision: []
      }
    // The title keeps at least this much; columns leave from the left.
    let least = kind == .activity ? min(24, width / 2) : 15
    var kept = all
    while !kept.isEmpty, width - kept.reduce(0, { $0 + $1.width }) - 8 < least {
      kept.remove(at: ActivityColumns.leaves(kind, kept))
    }
    return kept
  }
}

/// Dates, status, plan and what is left.
enum ActivityColumns {
  static func all(width: Int) -> [PaneColumn] {
    var columns = [dates, status, plan, left]
    if width >= 96 { columns.insert(owner, at: 0) }
    return columns
  }

  /// Which column goes first when it is narrow: owner, left, dates, plan, status.
  static func leaves(_ kind: ItemKind, _ columns: [PaneColumn]) -> Int {
    guard kind == .activity else { return 0 }
    for name in ["Owner", "left", "dates", "plan", "S"] {
      if let index = columns.firstIndex(where: { $0.name.en == name }) { return index }
    }
    return 0
  }

  static let owner = PaneColumn(Words("负责人", "Owner"), width: 11, align: .left) { item, _, state in
    let name = item.owner.flatMap { state.board.people[$0] }?.display(state.language)
    return (TextFit.cut(name ?? "", columns: 10), .dim)
  }

  static let dates = PaneColumn(Words("日期", "dates"), width: 12, align: .left) { item, _, _ in
    (DateRange.short(item.start, item.end), .dim)
  }

  static let status = PaneColumn(Words("", "S"), width: 2, align: .left) { item, _, _ in
    guard let status = item.status else { return (" ", .dim) }
    let role: Role =
      switch status {
      case .draft, .submitted, .approved: .dim
      case .running: .bar
      case .done, .closed: .good
      case .paused: .warn
      case .dropped: .faint
      }
    return (status.sign, role)
  }

  static let plan = PaneColumn(
    Words("预算", "plan"), width: 8,
    total: { tally, state in (Amounts.money(tally.money.plan, state), .total) },
    cell: { item, _, state in
      (Amounts.money(item.money.plan, state), item.money.plan == 0 ? .faint : .money)
    })

  static let left = PaneColumn(
    Words("余额", "left"), width: 7,
    total: { tally, state in
      (Amounts.money(tally.money.left, state), tally.money.left < 0 ? .totalBad : .total)
    },
    cell: { item, _, state in
      let left = item.money.left
      return (Amounts.money(left, state), left < 0 ? .bad : left == 0 ? .faint : .money)
    })
}

/// Three years of what is expected, with its growth.
enum TrendColumns {
  static func all(_ state: AppState) -> [PaneColumn] {
    let years = (0..<3).map { Period(year: state.board.firstYear + $0) }
    var columns = years.map { year in
      PaneColumn(Words(year.description, year.description), width: 7) { _, detail, state in
        (value(detail, year, state), .money)
      }
    }
    columns.append(
      PaneColumn(Words("", ""), width: 4, align: .left) { _, detail, _ in
        (Bars.spark(years.map { expected(detail, $0) }), .bar)
      })
    columns.append(
      PaneColumn(Words("年增长", "p.a."), width: 9) { _, detail, _ in
        guard let growth = TrendSummary.growth(detail, from: years[0], to: years[2]) else {
          return ("·", .faint)
        }
        return (growth, .dim)
      })
    return columns
  }

  private static func expected(_ detail: ItemDetail?, _ year: Period) -> Int64? {
    guard let detail, let line = detail.lines.first else { return nil }
    return detail.figure(line.id, year)?[.forecast]
  }

  private static func value(_ detail: ItemDetail?, _ year: Period, _ state: AppState) -> String {
    guard let line = detail?.lines.first else { return "·" }
    return Amounts.plain(expected(detail, year), line, state)
  }
}
