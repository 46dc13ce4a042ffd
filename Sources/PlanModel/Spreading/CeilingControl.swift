/// Whether a target's cost keeps below its ceiling, and what the board says to it.
public struct CeilingVerdict: Hashable, Sendable {
  public enum Sign: Hashable, Sendable {
    case fine
    /// Not yet over, but past the threshold for early warning.
    case near
    case over
  }

  public var sign: Sign
  /// By how much it is over; 0 where it isn't.
  public var over: Int64
  /// Whether the change that led here is not to be saved.
  public var isBlocked: Bool

  /// The sentence beside the cell; nil where there is nothing to say.
  public func words(_ unit: AmountUnit) -> Words? {
    let (zh, en) = SpreadRefusals.texts(Int128(over), unit)
    switch sign {
    case .fine: return nil
    case .near: return Words("接近费用上限", "close to the ceiling")
    case .over where isBlocked:
      return Words("超出费用上限\(zh)；减预算或提高上限", "\(en) above the ceiling; cut the plan or raise it")
    case .over: return Words("超出费用上限\(zh)", "\(en) above the ceiling")
    }
  }
}

public enum CeilingControl {
  /// - Parameters:
  ///   - ceiling: nil: there is none.
  ///   - before: the cost before the change; a change that doesn't raise it is never blocked.
  ///   - threshold: the percentage of the ceiling from which an early warning is given; nil: none.
  public static func verdict(
    ceiling: Int64?, before: Int64, after: Int64, rule: CeilingRule, threshold: Int? = nil
  ) -> CeilingVerdict {
    guard let ceiling, rule != .ignore else {
      return CeilingVerdict(sign: .fine, over: 0, isBlocked: false)
    }
    let over = Int128(after) - Int128(ceiling)
    if over > 0 {
      return CeilingVerdict(
        sign: .over, over: Int64(clamping: over), isBlocked: rule == .block && after > before)
    }
    let isNear = threshold.map { Int128(after) * 100 >= Int128(ceiling) * Int128($0) } ?? false
    return CeilingVerdict(sign: isNear && after > 0 ? .near : .fine, over: 0, isBlocked: false)
  }
}

/// The cost to sales, against a limit in percent.
public struct CostRatio: Hashable, Sendable {
  /// Cost and sales in the same unit.
  public var cost: Int64
  public var sales: Int64
  /// Percent of sales that the cost may reach.
  public var limit: Fraction
  /// Percent of the limit from which an early warning is given.
  public var threshold: Fraction

  public init(
    cost: Int64, sales: Int64, limit: Fraction, threshold: Fraction = Fraction(90)
  ) {
    self.cost = cost
    self.sales = sales
    self.limit = limit
    self.threshold = threshold
  }

  /// In percent; nil without sales.
  public var percent: Fraction? {
    sales > 0 ? Fraction(Int128(cost) * 100, over: Int128(sales)) : nil
  }

  /// Nil while there are no sales to compare with.
  public var sign: CeilingVerdict.Sign? {
    guard let percent, let early = threshold.divided(by: 100)?.times(limit) else { return nil }
    return percent > limit ? .over : percent >= early ? .near : .fine
  }

  /// The cost beyond what the sales allow; 0 where it is within, rounded up to the whole unit.
  public var over: Int64 {
    guard sales > 0, let allowed = limit.divided(by: 100)?.times(sales),
      let beyond = Fraction(cost).minus(allowed), beyond > .zero
    else { return 0 }
    let (whole, rest) = beyond.numerator.quotientAndRemainder(dividingBy: beyond.denominator)
    return Int64(clamping: whole + (rest > 0 ? 1 : 0))
  }
}
