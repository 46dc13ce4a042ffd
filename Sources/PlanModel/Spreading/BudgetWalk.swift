/// Reads the activities of a budget with their lines, page by page, wherever a screen stands.
public struct BudgetWalk {
  private let reader: any BoardReading
  private let span: BudgetSpan
  private static let page = 200

  public init(_ reader: any BoardReading, _ span: BudgetSpan) {
    self.reader = reader
    self.span = span
  }

  /// The months and the quarters of a period.
  public static func span(of period: Period, _ calendar: FiscalCalendar) -> BudgetSpan {
    let months = calendar.months(of: period)
    let quarters =
      period.unit == .year
      ? calendar.quarters(of: period.year) : [calendar.quarter(of: period)]
    return BudgetSpan(months: months, quarters: quarters)
  }

  /// All activities with money in the months or at home in the quarters, target by target.
  public func walk(_ body: (BudgetActivity) throws -> Void) throws {
    var pages = BudgetPages(span, .target)
    while !pages.isOver { for activity in try pages.next(reader) { try body(activity) } }
  }

  /// The activities of one group.
  public func activities(
    of group: BudgetGroupKey, _ body: (BudgetActivity) throws -> Void
  ) throws {
    if case .lead(let number) = group {
      return try each(.leadTarget(number)) { try activities(of: $0.key, body) }
    }
    var origin = ListWindow.Origin.first
    while true {
      let window = BudgetWindow(group, span, from: origin, limit: Self.page)
      let found = try reader.budgetActivities(window)
      for activity in found { try body(activity) }
      guard found.count == Self.page, let last = found.last else { return }
      let end = window.key(of: last.item)
      origin = .from(RowKey(order: end.order, id: end.id + 1))
    }
  }

  /// One activity of a group, with the lines that the group shows of it.
  public func activity(
    _ item: Item, in group: BudgetGroupKey, _ body: (BudgetActivity) throws -> Void
  ) throws {
    let first = BudgetWindow(group, span, limit: 1)
    let window = BudgetWindow(group, span, from: .from(first.key(of: item)), limit: 1)
    for found in try reader.budgetActivities(window) where found.item.id == item.id {
      try body(found)
    }
  }

  private func each(
    _ kind: BudgetGroupQuery.Kind, _ body: (BudgetGroup) throws -> Void
  ) throws {
    var after: Int64?
    while true {
      let groups = try reader.budgetGroups(
        BudgetGroupQuery(kind, span, after: after, limit: Self.page))
      for group in groups { try body(group) }
      guard groups.count == Self.page, let last = groups.last else { return }
      after = last.key.number
    }
  }
}
