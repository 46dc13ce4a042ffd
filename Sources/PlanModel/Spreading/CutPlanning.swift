public enum Cut {
  /// Looks for money: in activities that were dropped, then of priority C, then B, and A only if
  /// asked. In one priority the activity with most free money goes first, so that few are touched;
  /// the last one gives part of it. In an activity every month gives in proportion to its free
  /// money. No month goes below committed + actual, closed and held ones give nothing, and
  /// `found` is exactly the smaller of what is wanted and what is free.
  ///
  /// A forecast that stood within the plan stays within it; one above it falls by what its month
  /// loses, but not below committed + actual.
  /// - Parameters:
  ///   - envelope: the granted amount, for that basis.
  /// - Throws: a refusal when there is nothing to cut by.
  public static func plan(
    _ size: CutSize, of basis: CutBasis, activities: [CutActivity], envelope: Int64? = nil,
    includesKeep: Bool = false
  ) throws(Refusal) -> CutPlan {
    let shown = try self.shown(basis, activities, envelope)
    let wanted = try self.wanted(size, of: shown)
    let ordered = activities.filter { $0.free > 0 }.sorted { a, b in
      (a.turn, b.free, a.code) < (b.turn, a.free, b.code)
    }
    var plan = CutPlan(
      basis: basis, shown: shown, wanted: wanted, found: 0, rows: [], changes: [])
    for activity in ordered {
      let isKept = activity.turn == 3 && !includesKeep
      let free = activity.free
      let cut = isKept ? 0 : min(free, wanted - plan.found)
      plan.found += cut
      plan.rows.append(
        CutPlan.Row(
          activity: activity, free: free, cut: cut, foundSoFar: plan.found, isKept: isKept))
      plan.changes += changes(activity, cut: cut)
    }
    return plan
  }

  private static func shown(
    _ basis: CutBasis, _ activities: [CutActivity], _ envelope: Int64?
  ) throws(Refusal) -> Int64 {
    var sum = Int128(0)
    var size = UInt64(0)
    for cell in activities.lazy.flatMap(\.cells) {
      let money = cell.money
      for amount in [money.plan, money.outlook, money.committed, money.actual] {
        guard amount.magnitude <= DecimalText.limit.magnitude, size < UInt64(Int64.max / 4) else {
          throw SpreadRefusals.tooLarge
        }
        size += amount.magnitude
      }
      sum += Int128(basis == .outlook ? money.outlook : money.plan)
    }
    if basis == .envelope {
      guard let envelope else {
        throw SpreadRefusals.rule(
          "这里没有额度，额度按季定；改用一季、--of plan 或先定额度",
          "no envelope here: they are a quarter's; name a quarter, use --of plan or grant one")
      }
      return envelope
    }
    guard let shown = Int64(exactly: sum), shown.magnitude <= UInt64(Int64.max / 4) else {
      throw SpreadRefusals.tooLarge
    }
    return shown
  }

  private static func wanted(_ size: CutSize, of shown: Int64) throws(Refusal) -> Int64 {
    let wanted: Int64?
    switch size {
    case .amount(let amount): wanted = amount
    case .percent(let percent): wanted = percent.times(shown)?.divided(by: 100)?.rounded()
    }
    guard let wanted, wanted.magnitude <= UInt64(Int64.max / 4) else {
      throw SpreadRefusals.tooLarge
    }
    if case .percent(let percent) = size, percent > .zero, shown == 0 {
      throw SpreadRefusals.input(
        "还没有可减的金额；g b 先录入", "there is nothing to cut from yet; g b is where it is typed")
    }
    guard wanted > 0 else {
      throw SpreadRefusals.input("追减要写大于零的数", "a cut needs an amount above zero")
    }
    return wanted
  }

  private static func changes(
    _ activity: CutActivity, cut: Int64
  ) -> [SpreadChange<ChangeTarget>] {
    guard cut > 0 else { return [] }
    let weights = activity.cells.map { Int128($0.free) }
    let shares = Apportionment.shares(
      of: Int128(cut), by: weights, weights.reduce(0, +), mirrored: false)
    var changes: [SpreadChange<ChangeTarget>] = []
    for (cell, share) in zip(activity.cells, shares) where share > 0 {
      let (figure, loss) = (cell.figure, Int64(clamping: share))
      let plan = cell.money.plan
      changes.append(
        SpreadChange(
          .figure(figure.line, .plan, figure.period), was: figure[.plan], now: plan - loss))
      guard let forecast = figure[.forecast] else { continue }
      let floor = cell.money.committed + cell.money.actual
      let lowered = forecast <= plan ? min(forecast, plan - loss) : forecast - loss
      let now = min(forecast, max(lowered, floor))
      if now != forecast {
        changes.append(
          SpreadChange(.figure(figure.line, .forecast, figure.period), was: forecast, now: now))
      }
    }
    return changes
  }
}
