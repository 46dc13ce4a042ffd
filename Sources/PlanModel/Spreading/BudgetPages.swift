/// A walk over the activities of a budget that can be interrupted: a page at a time, group by group.
public struct BudgetPages: Sendable {
  private let span: BudgetSpan
  private let kind: BudgetGroupQuery.Kind
  private var groups: [BudgetGroup] = []
  private var after: Int64?
  private var hasMoreGroups = true
  private var origin = ListWindow.Origin.first
  public private(set) var isOver = false
  private static let page = 200

  public init(_ span: BudgetSpan, _ kind: BudgetGroupQuery.Kind) {
    self.span = span
    self.kind = kind
  }

  /// The next activities; none at the end, or where a group has none.
  public mutating func next(_ reader: any BoardReading) throws -> [BudgetActivity] {
    if groups.isEmpty {
      guard hasMoreGroups else {
        isOver = true
        return []
      }
      groups = try reader.budgetGroups(
        BudgetGroupQuery(kind, span, after: after, limit: Self.page))
      hasMoreGroups = groups.count == Self.page
      after = groups.last?.key.number ?? after
    }
    guard let group = groups.first else { return [] }
    let window = BudgetWindow(group.key, span, from: origin, limit: Self.page)
    let found = try reader.budgetActivities(window)
    if found.count == Self.page, let last = found.last {
      let end = window.key(of: last.item)
      origin = .from(RowKey(order: end.order, id: end.id + 1))
    } else {
      groups.removeFirst()
      origin = .first
    }
    return found
  }
}
