/// A month of an expense line that money is taken from or given to, as it stands.
public struct TransferCell: Hashable, Sendable {
  public var figure: Figure
  /// The department that leads its activity: its envelope moves along.
  public var lead: Department?
  public var isClosed: Bool
  public var isHeld: Bool

  public init(_ figure: Figure, lead: Department?, isClosed: Bool, isHeld: Bool = false) {
    self.figure = figure
    self.lead = lead
    self.isClosed = isClosed
    self.isHeld = isHeld
  }

  /// What can be taken away: plan − committed − actual, never below 0.
  public var free: Int64 { isClosed ? 0 : max(0, Money(figure).left) }
}

/// Where moved money comes from or goes to.
public enum MoneyPlace: Hashable, Sendable {
  case line(TransferCell)
  case reserve(Period)
  /// Those above who grant the whole: money that is granted or given up.
  case outside
}

/// The name of a transfer, by its two places.
public enum TransferKind: String, Coded {
  case increase, cut, move, `return`, grant

  public var code: String { rawValue }
  public var words: Words {
    switch self {
    case .increase: Words("追加", "Increase")
    case .cut: Words("追减", "Cut")
    case .move: Words("调剂", "Move")
    case .return: Words("退回", "Return to reserve")
    case .grant: Words("核增机动", "Grant to the reserve")
    }
  }
}

/// Moved money: what stays, what changes.
public struct MoneyMove: Hashable, Sendable {
  public var kind: TransferKind
  public var amount: Int64
  public var reason: String
  /// The lines' plans. What was approved is untouched.
  public var plans: [SpreadChange<ChangeTarget>]
  /// The departments' envelopes and reserves that move along.
  public var envelopes: [SpreadChange<EnvelopeCell>]

  public var edit: Edit {
    Edit(
      .transfer,
      plans.map { Change($0.id, was: Value($0.was), now: Value($0.now)) }
        + envelopes.map {
          Change(
            .envelope($0.id.quarter, $0.id.purse), was: Value($0.was), now: Value($0.now))
        }, reason: reason)
  }
}

public enum Transfer {
  /// Moves money between two places: from the reserve into a line (追加), out of a line for good
  /// (追减), between lines (调剂), back to the reserve (退回).
  ///
  /// Both plans change by the amount, `approved` stays. A line's department carries its envelope
  /// along: between departments or quarters the envelopes change as the plans do, so that what a
  /// department has left to plan is the same before and after. A quarter without an envelope for the
  /// department stays without. The sum of lines and reserves stays, but for `outside`.
  /// - Throws: a refusal: no amount above zero, no reason, twice the same place, a closed month, held,
  ///   below committed + actual, not enough in the reserve, too large.
  public static func move(
    _ amount: Int64, from source: MoneyPlace, to destination: MoneyPlace, reason: String,
    envelopes: Envelopes, calendar: FiscalCalendar, unit: AmountUnit
  ) throws(Refusal) -> MoneyMove {
    guard amount > 0 else {
      throw SpreadRefusals.input("调剂要写大于零的数", "moving money needs an amount above zero")
    }
    guard amount <= DecimalText.limit else { throw SpreadRefusals.tooLarge }
    let reason = Folding.trimmed(reason)
    guard !reason.isEmpty else {
      throw SpreadRefusals.input("调剂要写原因", "moving money needs a reason")
    }
    guard !isSame(source, destination) else {
      throw SpreadRefusals.input(
        "转出和转入是同一处；换一处", "source and destination are the same; choose another")
    }
    try checkOpen(source)
    try checkOpen(destination)
    try checkEnough(amount, source, envelopes, unit)
    var move = MoneyMove(
      kind: kind(source, destination), amount: amount, reason: reason, plans: [], envelopes: [])
    var granted = envelopes
    for (place, difference) in [(source, -amount), (destination, amount)] {
      if case .line(let cell) = place {
        let was = cell.figure[.plan]
        move.plans.append(
          SpreadChange(
            .figure(cell.figure.line, .plan, cell.figure.period), was: was,
            now: try sum(was, difference)))
      }
      guard let touched = envelope(place, calendar) else { continue }
      // A department that nobody granted anything stays without a limit.
      if touched.purse != .reserve, envelopes.amounts[touched] == nil { continue }
      granted.amounts[touched] = try sum(granted.amounts[touched], difference)
    }
    move.envelopes = [source, destination].compactMap { envelope($0, calendar) }
      .filter { envelopes.amounts[$0] != granted.amounts[$0] }
      .map { SpreadChange($0, was: envelopes.amounts[$0], now: granted.amounts[$0]) }
    return move
  }

  private static func kind(_ source: MoneyPlace, _ destination: MoneyPlace) -> TransferKind {
    switch (source, destination) {
    case (.line, .line), (.reserve, .reserve): .move
    case (.line, .reserve): .return
    case (.outside, .reserve), (.outside, .outside): .grant
    case (_, .line): .increase
    case (_, .outside): .cut
    }
  }

  private static func isSame(_ a: MoneyPlace, _ b: MoneyPlace) -> Bool {
    switch (a, b) {
    case (.line(let first), .line(let second)):
      first.figure.line == second.figure.line && first.figure.period == second.figure.period
    case (.reserve(let first), .reserve(let second)): first == second
    case (.outside, .outside): true
    default: false
    }
  }

  private static func checkOpen(_ place: MoneyPlace) throws(Refusal) {
    guard case .line(let cell) = place else { return }
    if cell.isClosed {
      throw SpreadRefusals.rule(
        "\(cell.figure.period)已月结，不能调剂；改用以后的月份",
        "\(cell.figure.period) is closed and moves no money; use a later month")
    }
    if cell.isHeld {
      throw SpreadRefusals.rule("这一格锁住了；用 RH 放开后再试", "the cell is held; release it with RH")
    }
  }

  private static func checkEnough(
    _ amount: Int64, _ source: MoneyPlace, _ envelopes: Envelopes, _ unit: AmountUnit
  ) throws(Refusal) {
    switch source {
    case .outside: return
    case .line(let cell):
      let (short, over) = amount.subtractingReportingOverflow(cell.free)
      guard !over, short > 0 else { return }
      let money = Money(cell.figure)
      let floor = Int128(money.committed) + Int128(money.actual)
      let (zh, en) = SpreadRefusals.texts(floor, unit)
      let missing = SpreadRefusals.texts(Int128(short), unit)
      guard floor > 0 else {
        throw SpreadRefusals.rule("余额不足，还差\(missing.zh)", "\(missing.en) short")
      }
      throw SpreadRefusals.rule(
        "不能低于占用与实际之和\(zh)，还差\(missing.zh)",
        "not below committed and actual: \(en); \(missing.en) short")
    case .reserve(let quarter):
      let there = Int128(envelopes[quarter, .reserve] ?? 0)
      guard there < Int128(amount) else { return }
      let (zh, en) = SpreadRefusals.texts(Int128(amount) - there, unit)
      throw SpreadRefusals.rule(
        "\(quarter)机动余额不足，还差\(zh)", "the reserve of \(quarter) is \(en) short")
    }
  }

  private static func envelope(_ place: MoneyPlace, _ calendar: FiscalCalendar) -> EnvelopeCell? {
    switch place {
    case .line(let cell):
      cell.lead.map { EnvelopeCell(calendar.quarter(of: cell.figure.period), .department($0)) }
    case .reserve(let quarter): EnvelopeCell(quarter, .reserve)
    case .outside: nil
    }
  }

  private static func sum(_ amount: Int64?, _ difference: Int64) throws(Refusal) -> Int64 {
    let (sum, over) = (amount ?? 0).addingReportingOverflow(difference)
    guard !over, sum.magnitude <= DecimalText.limit.magnitude else { throw SpreadRefusals.tooLarge }
    return sum
  }
}
