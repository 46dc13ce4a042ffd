import PlanModel

/// The budget counted again from every cell.
extension MemoryBoard {
  private func activities(_ span: BudgetSpan, all: Bool = false) -> [BudgetActivity] {
    items(ListWindow(ListScope(kind: .activity, filter: span.filter), limit: .max))
      .compactMap { detail($0.id) }
      .filter { detail in
        all || detail.item.period.map { span.quarters.contains($0) } ?? false
          || detail.figures.contains { span.months.contains($0.period) && !$0.isEmpty }
      }
      .map { detail in
        var activity = BudgetActivity(item: detail.item, lines: detail.lines)
        for figure in detail.figures {
          if (span.months + span.lastYear).contains(figure.period) {
            activity.figures.append(figure)
          } else if figure.period < span.months[0] {
            activity.earlier[figure.line, default: Money()] += Money(figure)
          } else {
            activity.later[figure.line, default: Money()] += Money(figure)
          }
        }
        return activity
      }
  }

  /// The groups of one kind that an activity's line belongs to; a nil line is the activity itself.
  private func key(
    _ kind: BudgetGroupQuery.Kind, _ item: Item, _ line: Line?
  ) -> BudgetGroupKey? {
    switch kind {
    case .lead: .lead(item.lead?.rawValue ?? 0)
    case .leadTarget(let lead):
      item.lead?.rawValue ?? 0 == lead ? .leadTarget(lead, item.main ?? 0) : nil
    case .target: .target(item.main ?? 0)
    case .category: line.map { .category($0.category ?? 0) }
    case .owner: .owner(item.owner ?? 0)
    case .region: .region(item[.region].integer ?? 0)
    case .priority: .priority(item[.priority].integer ?? 0)
    case .start: .start((item[.start].integer ?? 0) / 100)
    }
  }

  public func budgetGroups(_ query: BudgetGroupQuery) -> [BudgetGroup] {
    // A kept sum holds all money of its group, also of activities that aren't shown.
    let everything = query.span.filter.isEmpty
    let shown = activities(query.span)
    var groups: [BudgetGroupKey: BudgetMoney] = [:]
    func add(_ activity: BudgetActivity) {
      for line in activity.lines {
        guard let key = key(query.kind, activity.item, line), groups[key] != nil else { continue }
        groups[key]? += activity.money(of: line.id)
      }
    }
    for activity in shown {
      for line in activity.lines.map(Optional.some) + [nil] {
        if let key = key(query.kind, activity.item, line) { groups[key] = BudgetMoney() }
      }
    }
    (everything ? activities(query.span, all: true) : shown).forEach(add)
    let found = groups.map { BudgetGroup(key: $0.key, money: $0.value) }
      .filter {
        $0.key.number > query.after ?? -1 && $0.key.number < query.before ?? .max
      }
      .sorted { $0.key.number < $1.key.number }
    return query.before == nil
      ? Array(found.prefix(query.limit)) : Array(found.suffix(query.limit))
  }

  public func budgetActivities(_ window: BudgetWindow) -> [BudgetActivity] {
    let kind: BudgetGroupQuery.Kind =
      switch window.group {
      case .lead: .lead
      case .leadTarget(let lead, _): .leadTarget(lead)
      case .target: .target
      case .category: .category
      case .owner: .owner
      case .region: .region
      case .priority: .priority
      case .start: .start
      }
    let all = activities(window.span).compactMap { activity -> BudgetActivity? in
      var activity = activity
      if kind == .category {
        activity.lines = activity.lines.filter {
          key(kind, activity.item, $0) == window.group
        }
        let kept = Set(activity.lines.map(\.id))
        activity.figures = activity.figures.filter { kept.contains($0.line) }
        activity.earlier = activity.earlier.filter { kept.contains($0.key) }
        activity.later = activity.later.filter { kept.contains($0.key) }
        return activity.lines.isEmpty ? nil : activity
      }
      return key(kind, activity.item, nil) == window.group ? activity : nil
    }.sorted { window.key(of: $0.item) < window.key(of: $1.item) }
    switch window.origin {
    case .first: return Array(all.prefix(window.limit))
    case .last: return all.suffix(window.limit)
    case .from(let key):
      return Array(all.filter { window.key(of: $0.item) >= key }.prefix(window.limit))
    case .before(let key):
      return all.filter { window.key(of: $0.item) < key }.suffix(window.limit)
    }
  }

  public func figures(of items: [Item]) -> [ItemDetail] {
    items.compactMap { detail($0.id) }
      .map { ItemDetail(item: $0.item, lines: $0.lines, figures: $0.figures) }
  }

  public func costs(of targets: [ItemID], months: [Period]) -> [ItemID: Money] {
    var costs: [ItemID: Money] = [:]
    for sum in sums(by: .target, months: months) where targets.contains(sum.key) {
      costs[sum.key] = sum.money
    }
    return costs
  }

  public func lastChange(of target: ChangeTarget) -> HistoryEntry? {
    history(HistoryQuery(limit: .max)).first { $0.change.target == target }
  }
}
