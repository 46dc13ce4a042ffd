import PlanModel

/// Walks the rows of a budget from any place, reading no more than what is wanted.
struct BudgetTree {
  let reader: any BoardReading
  let grouping: BudgetGrouping
  let span: BudgetSpan
  let folds: BudgetFolds
  let limit: Int
  private(set) var rows: [BudgetRow] = []

  init(
    _ reader: any BoardReading, _ grouping: BudgetGrouping, _ span: BudgetSpan,
    _ folds: BudgetFolds, limit: Int
  ) {
    self.reader = reader
    self.grouping = grouping
    self.span = span
    self.folds = folds
    self.limit = limit
  }

  /// The rows from this one on.
  mutating func forward(from start: BudgetPath?) throws -> [BudgetRow] {
    rows = []
    try groups([], from: start)
    return try named(rows)
  }

  /// The rows before this one (nil: the last ones), in order.
  mutating func backward(before end: BudgetPath?) throws -> [BudgetRow] {
    rows = []
    try groups([], before: end)
    return try named(rows.reversed())
  }

  private var levels: Int { grouping == .lead ? 2 : 1 }
  private var isFull: Bool { rows.count >= limit }
  private var page: Int { min(limit - rows.count + 1, 64) }

  private func kind(_ parents: [BudgetGroupKey]) -> BudgetGroupQuery.Kind {
    if case .lead(let number)? = parents.first { return .leadTarget(number) }
    return switch grouping {
    case .lead: .lead
    case .target: .target
    case .category: .category
    case .owner: .owner
    case .region: .region
    case .priority: .priority
    case .start: .start
    }
  }

  // MARK: - Forward

  private mutating func groups(_ parents: [BudgetGroupKey], from start: BudgetPath?) throws {
    let level = parents.count
    guard level < levels else { return try activities(parents, from: start) }
    let first = start.flatMap { $0.groups.count > level ? $0.groups[level] : nil }
    var after = first.map { $0.number - 1 }
    while !isFull {
      let count = page
      let groups = try reader.budgetGroups(
        BudgetGroupQuery(kind(parents), span, after: after, limit: count))
      for group in groups where !isFull {
        let path = BudgetPath(parents + [group.key])
        let isInside =
          group.key == first
          && (start.map { $0.groups.count > level + 1 || $0.activity != nil } ?? false)
        let isOpen = folds.isOpen(path, grouping)
        if !isInside { rows.append(BudgetRow(path: path, money: group.money, isOpen: isOpen)) }
        if isOpen { try self.groups(path.groups, from: isInside ? start : nil) }
      }
      guard groups.count == count, let last = groups.last else { return }
      after = last.key.number
    }
  }

  private mutating func activities(_ group: [BudgetGroupKey], from start: BudgetPath?) throws {
    guard let key = group.last else { return }
    var origin = start?.activity.map { ListWindow.Origin.from($0) } ?? .first
    while !isFull {
      let count = page
      let window = BudgetWindow(key, span, from: origin, limit: count)
      let found = try reader.budgetActivities(window)
      for activity in found where !isFull {
        let isInside = start?.line != nil && start?.activity?.id == activity.item.id
        let below = rows(of: activity, in: group, window)
        if isInside, let first = below.firstIndex(where: { $0.path.line == start?.line }) {
          rows += below[first...]
        } else {
          rows += below
        }
      }
      guard found.count == count, let last = found.last else { return }
      let end = window.key(of: last.item)
      origin = .from(RowKey(order: end.order, id: end.id + 1))
    }
  }

  /// An activity and, where it is open, its lines.
  private func rows(
    of activity: BudgetActivity, in group: [BudgetGroupKey], _ window: BudgetWindow
  ) -> [BudgetRow] {
    let key = window.key(of: activity.item)
    let path = BudgetPath(group, activity: key)
    let isOpen = folds.isOpen(path, grouping)
    let head = BudgetRow(
      path: path, money: activity.money, item: activity.item,
      isOpen: activity.lines.isEmpty ? nil : isOpen)
    guard isOpen else { return [head] }
    return [head]
      + activity.lines.map { line in
        let figures = activity.figures.filter { $0.line == line.id }
        return BudgetRow(
          path: BudgetPath(group, activity: key, line: line.id), money: activity.money(of: line.id),
          item: activity.item, line: line,
          figures: Dictionary(figures.map { ($0.period, $0) }) { first, _ in first })
      }
  }

  // MARK: - Backward: rows are gathered from the last to the first

  private mutating func groups(_ parents: [BudgetGroupKey], before end: BudgetPath?) throws {
    let level = parents.count
    guard level < levels else { return try activities(parents, before: end) }
    var before: Int64? = .max
    if let end, end.groups.count > level {
      let key = end.groups[level]
      before = key.number
      let isDeeper = end.groups.count > level + 1 || end.activity != nil
      if isDeeper {
        try groups(parents + [key], before: end)
        guard !isFull else { return }
        let own = BudgetGroupQuery(
          kind(parents), span, after: key.number - 1, before: key.number + 1, limit: 1)
        if let group = try reader.budgetGroups(own).first {
          let path = BudgetPath(parents + [key])
          rows.append(
            BudgetRow(path: path, money: group.money, isOpen: folds.isOpen(path, grouping)))
        }
      }
    }
    while !isFull {
      let count = page
      let groups = try reader.budgetGroups(
        BudgetGroupQuery(kind(parents), span, before: before, limit: count))
      for group in groups.reversed() where !isFull {
        let path = BudgetPath(parents + [group.key])
        let isOpen = folds.isOpen(path, grouping)
        if isOpen { try self.groups(path.groups, before: nil) }
        rows.append(BudgetRow(path: path, money: group.money, isOpen: isOpen))
      }
      guard groups.count == count, let first = groups.first else { return }
      before = first.key.number
    }
  }

  private mutating func activities(_ group: [BudgetGroupKey], before end: BudgetPath?) throws {
    guard let key = group.last else { return }
    if let end, let activity = end.activity, end.line != nil {
      let window = BudgetWindow(key, span, from: .from(activity), limit: 1)
      if let own = try reader.budgetActivities(window).first, own.item.id == activity.id {
        let all = rows(of: own, in: group, window)
        let index = all.firstIndex { $0.path.line == end.line } ?? all.count
        rows += all[..<index].reversed()
      }
    }
    var origin = end?.activity.map { ListWindow.Origin.before($0) } ?? .last
    while !isFull {
      let count = page
      let window = BudgetWindow(key, span, from: origin, limit: count)
      let found = try reader.budgetActivities(window)
      for activity in found.reversed() where !isFull {
        rows += rows(of: activity, in: group, window).reversed()
      }
      guard found.count == count, let first = found.first else { return }
      origin = .before(window.key(of: first.item))
    }
  }

  // MARK: - Names

  /// Targets' groups with their items and by how much their ceilings are passed.
  private func named(_ rows: [BudgetRow]) throws -> [BudgetRow] {
    func target(_ row: BudgetRow) -> ItemID? {
      guard row.isGroup else { return nil }
      return switch row.path.groups.last {
      case .leadTarget(_, let id)?, .target(let id)?: id == 0 ? nil : id
      default: nil
      }
    }
    let ids = Array(Set(rows.compactMap(target)))
    guard !ids.isEmpty else { return rows }
    let items = Dictionary(try reader.items(ids: ids).map { ($0.id, $0) }) { first, _ in first }
    let board = try reader.board()
    let calendar = board.calendar
    var overruns: [ItemID: Int64] = [:]
    var near: [ItemID: Fraction] = [:]
    let years = Dictionary(grouping: items.values.filter { $0.ceiling != nil }, by: \.period)
    for (year, targets) in years {
      guard let year else { continue }
      let costs = try reader.costs(of: targets.map(\.id), months: calendar.months(of: year))
      for target in targets {
        let plan = costs[target.id]?.plan ?? 0
        let verdict = CeilingControl.verdict(
          ceiling: target.ceiling, before: plan, after: plan, rule: board.ceilingRule,
          threshold: board.warnPercent)
        if verdict.sign == .over { overruns[target.id] = verdict.over }
        if verdict.sign == .near {
          near[target.id] = Fraction(Int128(plan), over: Int128(target.ceiling ?? 1))
        }
      }
    }
    return rows.map { row in
      var row = row
      if let id = target(row) {
        (row.item, row.overrun, row.near) = (items[id], overruns[id], near[id])
      }
      return row
    }
  }
}
