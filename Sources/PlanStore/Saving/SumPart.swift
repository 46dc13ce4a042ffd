import PlanModel

/// What an item contributes to the kept sums, as its rows stand. ``Contribution`` says the same for
/// a recount; `verify` and the tests hold the two against each other.
struct SumPart {
  var id: ItemID
  var kind: Int64
  var lead: Int64
  var main: Int64
  var owner: Int64
  var region: Int64
  var priority: Int64
  /// The month it starts in, as 202610.
  var start: Int64
  var period: Int64
  var own: Money
  /// Amounts of expense lines by category and month; empty where no group asks for them.
  var amounts: [Amount] = []

  /// What one line has in one month.
  struct Amount {
    var category: Int64
    var month: Int64
    var money: Money
  }

  /// The item's own sums, from its lines.
  func recounted() throws -> Money {
    try amounts.reduce(into: Money()) { try $0.add($1.money, sign: 1) }
  }

  /// The key under which amounts of a category stand in one group.
  func key(in group: SumGroups, category: Int64) -> Int64 {
    switch group {
    case .lead: lead
    case .target: main * 4 + lead
    case .category: category
    case .owner: owner
    case .region: region
    case .priority: priority
    case .start: start
    default: kind * 4 + lead
    }
  }

  /// Parts of what isn't in the bin, so many at a time that they fit into memory.
  static func each(
    _ items: [ItemID], withAmounts: Bool, _ statements: Statements, _ body: (SumPart) throws -> Void
  ) throws {
    for start in stride(from: 0, to: items.count, by: 1_000) {
      let list = ItemQuery.list(items[start..<min(start + 1_000, items.count)])
      var parts: [SumPart] = []
      var places: [ItemID: Int] = [:]
      try statements.each(readItems, [list]) { row in
        places[row[0]] = parts.count
        parts.append(SumPart(row))
        return true
      }
      if withAmounts {
        try statements.each(readAmounts, [list]) { row in
          guard let place = places[row[0]] else { return true }
          parts[place].amounts.append(
            Amount(category: row[1], month: row[2], money: Money(row, at: 3)))
          return true
        }
      }
      for part in parts { try body(part) }
    }
  }

  private init(_ row: Cells) {
    id = row[0]
    kind = row[1]
    lead = row[2]
    main = row[3]
    owner = row[4]
    region = row[5]
    priority = row[6]
    start = row[7]
    period = row[8]
    own = Money(row, at: 9)
  }

  private static let readItems = """
    SELECT i.id, i.kind, i.lead, i.main, i.owner, i.region, i.priority, i.start / 100, i.period,
      i.approved, i.plan, i.forecast, i.outlook, i.committed, i.actual
    FROM json_each(?1) j CROSS JOIN item i ON i.id = j.value WHERE i.gone IS NULL
    """

  private static let readAmounts = """
    SELECT l.item, l.category, f.period, f.approved, f.plan, f.forecast,
      coalesce(f.forecast, f.plan), f.committed, f.actual
    FROM json_each(?1) j CROSS JOIN item i ON i.id = j.value AND i.kind = 3
    CROSS JOIN line l ON l.item = i.id AND l.gone IS NULL CROSS JOIN figure f ON f.line = l.id
    """
}

extension Money {
  /// Adds money, or takes it away.
  /// - Parameter sign: 1 or -1.
  /// - Throws: a refusal where a sum would be too large to be kept.
  mutating func add(_ money: Money, sign: Int64) throws(Refusal) {
    try Money.add(money.approved &* sign, to: &approved)
    try Money.add(money.plan &* sign, to: &plan)
    try Money.add(money.forecast &* sign, to: &forecast)
    try Money.add(money.outlook &* sign, to: &outlook)
    try Money.add(money.committed &* sign, to: &committed)
    try Money.add(money.actual &* sign, to: &actual)
  }

  private static func add(_ amount: Int64, to sum: inout Int64) throws(Refusal) {
    let (value, isTooLarge) = sum.addingReportingOverflow(amount)
    guard !isTooLarge else { throw Refusals.sumTooLarge }
    sum = value
  }
}
