/// Sums of money in the currency's smallest unit. Every one is linear in the cells (FORMULAS: plan,
/// outlook, left and variance are), so that sums of sums are sums of cells.
public struct Money: Hashable, Sendable {
  public var approved: Int64 = 0
  public var plan: Int64 = 0
  /// The sum of the forecasts that were typed.
  public var forecast: Int64 = 0
  /// Forecast, else plan, month by month.
  public var outlook: Int64 = 0
  public var committed: Int64 = 0
  public var actual: Int64 = 0

  public init(
    approved: Int64 = 0, plan: Int64 = 0, forecast: Int64 = 0, outlook: Int64 = 0,
    committed: Int64 = 0, actual: Int64 = 0
  ) {
    self.approved = approved
    self.plan = plan
    self.forecast = forecast
    self.outlook = outlook
    self.committed = committed
    self.actual = actual
  }

  /// The money of one cell row of an expense line.
  public init(_ figure: Figure) {
    approved = figure[.approved] ?? 0
    plan = figure[.plan] ?? 0
    forecast = figure[.forecast] ?? 0
    outlook = figure[.forecast] ?? plan
    committed = figure[.committed] ?? 0
    actual = figure[.actual] ?? 0
  }

  /// plan − committed − actual; negative is over.
  public var left: Int64 { plan &- committed &- actual }
  /// plan − outlook.
  public var variance: Int64 { plan &- outlook }
  public var isZero: Bool { self == Money() }

  public static func + (a: Money, b: Money) -> Money {
    Money(
      approved: a.approved &+ b.approved, plan: a.plan &+ b.plan,
      forecast: a.forecast &+ b.forecast, outlook: a.outlook &+ b.outlook,
      committed: a.committed &+ b.committed, actual: a.actual &+ b.actual)
  }
  public static func += (a: inout Money, b: Money) { a = a + b }
}
