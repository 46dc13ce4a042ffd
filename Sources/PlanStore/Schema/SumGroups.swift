import PlanModel

/// Groupings of the kept sums: bit n stands for dim n of `contribution`.
struct SumGroups: OptionSet, Hashable {
  let rawValue: Int64

  static let lead = SumGroups(rawValue: 1 << 1)
  static let target = SumGroups(rawValue: 1 << 2)
  static let category = SumGroups(rawValue: 1 << 3)
  static let owner = SumGroups(rawValue: 1 << 4)
  static let region = SumGroups(rawValue: 1 << 5)
  static let kind = SumGroups(rawValue: 1 << 6)
  static let priority = SumGroups(rawValue: 1 << 7)
  static let start = SumGroups(rawValue: 1 << 8)
  static let all: SumGroups = [
    .lead, .target, .category, .owner, .region, .kind, .priority, .start,
  ]

  /// The dims of all of them.
  static let numbers: ClosedRange<Int64> = 1...8

  /// The groupings in which an item stands elsewhere once a field of it has changed.
  init(movedBy field: Field) {
    self =
      switch field {
      case .lead: [.lead, .target, .kind]
      case .owner: .owner
      case .region: .region
      case .priority: .priority
      case .start: .start
      case .period, .gone: .all
      default: []
      }
  }

  init(rawValue: Int64) { self.rawValue = rawValue }

  /// The same for a field of one of its lines.
  init(movedBy field: LineField) {
    self =
      switch field {
      case .category: .category
      case .gone: .all
      default: []
      }
  }
}
