import PlanModel

/// Where a row stands in the tree of a budget: its groups, its activity, its line.
struct BudgetPath: Hashable, Sendable {
  var groups: [BudgetGroupKey]
  /// The activity by its key in the group; rows are the same whatever their key's order is.
  var activity: RowKey?
  var line: LineID?

  init(_ groups: [BudgetGroupKey], activity: RowKey? = nil, line: LineID? = nil) {
    self.groups = groups
    self.activity = activity
    self.line = line
  }

  static func == (a: BudgetPath, b: BudgetPath) -> Bool {
    a.groups == b.groups && a.activity?.id == b.activity?.id && a.line == b.line
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(groups)
    hasher.combine(activity?.id)
    hasher.combine(line)
  }
}

/// A row of a budget as it was read.
struct BudgetRow: Sendable {
  var path: BudgetPath
  var money: BudgetMoney
  /// The activity, or the target that a group is about.
  var item: Item?
  var line: Line?
  /// The months of a line.
  var figures: [Period: Figure] = [:]
  /// Nil where nothing lies below.
  var isOpen: Bool?
  /// By how much a target's plan passes its ceiling.
  var overrun: Int64?
  /// How much of its ceiling a target's plan takes, where that is nearly all.
  var near: Fraction?

  var isGroup: Bool { path.activity == nil }
  var depth: Int {
    path.groups.count - 1 + (path.activity == nil ? 0 : 1) + (path.line == nil ? 0 : 1)
  }
}

/// Which rows of a budget are open.
struct BudgetFolds: Hashable, Sendable {
  /// Set by hand.
  private var chosen: [BudgetPath: Bool] = [:]
  /// All open or all closed; nil: as it begins.
  private(set) var all: Bool?
  /// A small plan begins open.
  var isSmall = true

  func isOpen(_ path: BudgetPath, _ grouping: BudgetGrouping) -> Bool {
    if let chosen = chosen[path] { return chosen }
    let isDepartment = grouping == .lead && path.groups.count == 1 && path.activity == nil
    return isDepartment ? all ?? true : all ?? isSmall
  }

  mutating func set(_ path: BudgetPath, open: Bool) { chosen[path] = open }

  mutating func setAll(open: Bool) {
    chosen = [:]
    all = open
  }
}
