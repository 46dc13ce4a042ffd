/// What the figures of a measure say about a window: a year, a quarter or a month. Amounts are in the
/// unit's smallest parts, shares are fractions of one; nil means that there is no figure.
public struct MeasureSummary: Hashable, Sendable {
  /// The window's figure as agreed: the year's own, else what its parts make.
  public var agreed: Fraction?
  /// What the parts make by the measure's way of adding up.
  public var parts: Fraction?
  /// Over the periods of the rhythm that have ended.
  public var targetToDate: Fraction?
  public var actualToDate: Fraction?
  /// 达成率: actual to date ÷ agreed; where lower is better, agreed ÷ actual.
  public var attained: Fraction?
  public var attainedToDate: Fraction?
  /// 时间进度.
  public var timeElapsed: Fraction
  /// Target − actual, to date.
  public var gap: Fraction?
  /// 同比: actual to date ÷ the same periods' a year before − 1.
  public var yearOnYear: Fraction?
  public var sign: MeasureSign?

  public init(_ measure: Measure, within window: Period) {
    parts = measure.total(.plan, within: window)
    agreed = (window.unit == .year ? measure.figure(.plan, window) : nil) ?? parts
    actualToDate = measure.total(.actual, within: window, toDate: true)
    targetToDate = measure.targetToDate(within: window)
    timeElapsed = measure.timeElapsed(window)
    let latest = measure.addsUp == .sum ? actualToDate : measure.latest(within: window)
    attained = measure.share(latest ?? actualToDate, of: agreed)
    attainedToDate = measure.share(actualToDate, of: targetToDate)
    gap = targetToDate.flatMap { target in actualToDate.flatMap { target.minus($0) } }
    yearOnYear = measure.yearOnYear(within: window)
    sign = measure.sign(
      actual: latest ?? actualToDate, target: agreed, attained: attained, window: window)
  }
}

extension Measure {
  /// How one period's figure stands; nil where no figure is due or it runs as it should.
  public func sign(at period: Period) -> MeasureSign? {
    let (actual, target) = (figure(.actual, period), figure(.plan, period))
    return sign(
      actual: actual, target: target, attained: share(actual, of: target), window: period)
  }

  func sign(
    actual: Fraction?, target: Fraction?, attained: Fraction?, window: Period
  ) -> MeasureSign? {
    guard let actual, let target else { return nil }
    if hasEnded(window) {
      let isReached = better == .up ? actual >= target : actual <= target
      return isReached ? .reached : .missed
    }
    guard let attained, let tenth = Fraction(1, over: 10),
      let limit = timeElapsed(window).minus(tenth)
    else { return nil }
    return attained < limit ? .atRisk : nil
  }

  /// Actual ÷ target; where lower is better, target ÷ actual.
  func share(_ actual: Fraction?, of target: Fraction?) -> Fraction? {
    guard let actual, let target else { return nil }
    return better == .up ? actual.divided(by: target) : target.divided(by: actual)
  }

  /// The latest ended period's figure.
  func latest(within window: Period) -> Fraction? {
    if let typed = parts(.actual, within: window).last(where: { hasEnded($0) }) {
      return figure(.actual, typed)
    }
    return parts(.plan, within: window).filter { hasEnded($0) }.reversed()
      .lazy.compactMap { figure(.actual, $0) }.first
  }

  /// The targets of the periods that have ended.
  func targetToDate(within window: Period) -> Fraction? {
    total(.plan, within: window, toDate: true)
  }

  func yearOnYear(within window: Period) -> Fraction? {
    let ended = parts(.actual, within: window).filter { hasEnded($0) }
    let compared = addsUp == .sum ? ended : Array(ended.suffix(1))
    var (now, then) = (Fraction.zero, Fraction.zero)
    for period in compared {
      let before = period.advanced(
        by: period.unit == .month ? -12 : period.unit == .quarter ? -4 : -1)
      guard let actual = figure(.actual, period), let old = figure(.actual, before),
        let sum = now.plus(actual), let oldSum = then.plus(old)
      else { return nil }
      (now, then) = (sum, oldSum)
    }
    return compared.isEmpty ? nil : now.divided(by: then)?.minus(Fraction(1))
  }
}

extension Fraction {
  /// A share of one as a percentage with so many decimals: 12.9%.
  public func percentText(decimals: Int = 0) -> String {
    guard let power = Fraction.power(ofTen: decimals + 2), let factor = Fraction(power, over: 1),
      let parts = times(factor)?.rounded()
    else { return "·" }
    return AmountFormat(.percent(scale: decimals), .english).number(parts)
  }
}
