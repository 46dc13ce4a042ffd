import PlanModel

/// What an edit changes of the kept sums: gathered in memory, written once in the end.
struct SumChanges {
  private struct Key: Hashable {
    var group: Int64
    var key: Int64
    var period: Int64
  }
  private struct Sum {
    var count: Int64 = 0
    var money = Money()
  }
  private var sums: [Key: Sum] = [:]

  /// Adds a part to these groups, or takes it away.
  mutating func add(_ part: SumPart, _ groups: SumGroups, takesAway: Bool) throws {
    let sign: Int64 = takesAway ? -1 : 1
    for number in SumGroups.numbers {
      let group = SumGroups(rawValue: 1 << number)
      guard groups.contains(group) else { continue }
      func add(_ key: Int64, _ period: Int64, _ count: Int64, _ money: Money) throws {
        let place = Key(group: number, key: key, period: period)
        sums[place, default: Sum()].count += count * sign
        try sums[place, default: Sum()].money.add(money, sign: sign)
      }
      if group == .kind {
        try add(part.key(in: group, category: 0), part.period, 1, part.own)
        continue
      }
      guard part.kind == ItemKind.activity.rawValue else { continue }
      for amount in part.amounts {
        try add(part.key(in: group, category: amount.category), amount.month, 0, amount.money)
      }
      // An activity has no category itself.
      if group != .category { try add(part.key(in: group, category: 0), part.period, 1, Money()) }
    }
  }

  /// Writes what doesn't cancel out, in the order of the table.
  mutating func write(_ statements: Statements) throws {
    let changed = sums.filter { $0.value.count != 0 || !$0.value.money.isZero }.sorted {
      ($0.key.group, $0.key.key, $0.key.period) < ($1.key.group, $1.key.key, $1.key.period)
    }
    sums = [:]
    var batch = Batch(
      "INSERT INTO total VALUES", columns: 10,
      "ON CONFLICT DO UPDATE SET "
        + Totals.columns.map { "\($0) = \($0) + excluded.\($0)" }.joined(separator: ", "))
    for (key, sum) in changed {
      let money = sum.money
      try batch.add(
        [
          key.group, key.key, key.period, sum.count, money.approved, money.plan, money.forecast,
          money.outlook, money.committed, money.actual,
        ], statements)
    }
    try batch.flush(statements)
  }
}
