/// An exact fraction of 128-bit numbers. Whatever would not fit is nil, nothing traps.
public struct Fraction: Hashable, Sendable {
  public let numerator: Int128
  /// Above 0; the fraction is in lowest terms.
  public let denominator: Int128

  public static let zero = Fraction(0)

  public init(_ whole: Int64) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// Nil for a denominator of zero, and for numbers at the edge of what fits.
  public init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Fraction.divisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = numerator / divisor * sign
    self.denominator = denominator / divisor * sign
  }

  /// 10 to this power; nil outside 0 to 36.
  public static func power(ofTen exponent: Int) -> Int128? {
    guard (0...36).contains(exponent) else { return nil }
    return (0..<exponent).reduce(Int128(1)) { result, _ in result * 10 }
  }

  public func plus(_ other: Fraction) -> Fraction? {
    let (a, lost) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (b, lostToo) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (sum, over) = a.addingReportingOverflow(b)
    let (below, tooDeep) = denominator.multipliedReportingOverflow(by: other.denominator)
    return lost || lostToo || over || tooDeep ? nil : Fraction(sum, over: below)
  }

  public func plus(_ whole: Int64) -> Fraction? { plus(Fraction(whole)) }
  public func minus(_ other: Fraction) -> Fraction? { other.negated.flatMap { plus($0) } }
  public var negated: Fraction? { times(-1) }

  public func times(_ other: Fraction) -> Fraction? {
    guard let a = Fraction(numerator, over: other.denominator),
      let b = Fraction(other.numerator, over: denominator)
    else { return nil }
    let (above, lost) = a.numerator.multipliedReportingOverflow(by: b.numerator)
    let (below, lostToo) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    return lost || lostToo ? nil : Fraction(above, over: below)
  }

  public func times(_ whole: Int64) -> Fraction? { times(Fraction(whole)) }

  public func divided(by other: Fraction) -> Fraction? {
    Fraction(other.denominator, over: other.numerator).flatMap { times($0) }
  }

  public func divided(by whole: Int64) -> Fraction? { divided(by: Fraction(whole)) }

  public var isWhole: Bool { denominator == 1 }
  public var isNegative: Bool { numerator < 0 }

  /// The nearest whole number, halves away from zero; nil beyond 64 bits.
  public func rounded() -> Int64? {
    let (whole, rest) = numerator.magnitude.quotientAndRemainder(
      dividingBy: denominator.magnitude)
    let up = rest >= denominator.magnitude - rest
    let (size, over) = whole.addingReportingOverflow(up ? 1 : 0)
    guard !over, let value = Int64(exactly: size) else { return nil }
    return numerator < 0 ? -value : value
  }

  private static func divisor(_ a: UInt128, _ b: UInt128) -> Int128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return Int128(a)
  }
}

extension Fraction: Comparable {
  /// Exact; where a product would not fit, by repeated whole parts.
  public static func < (a: Fraction, b: Fraction) -> Bool {
    let (left, lost) = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let (right, lostToo) = b.numerator.multipliedReportingOverflow(by: a.denominator)
    if !lost && !lostToo { return left < right }
    let (wholeA, wholeB) = (a.floor, b.floor)
    if wholeA != wholeB { return wholeA < wholeB }
    let restA = a.numerator - wholeA * a.denominator
    let restB = b.numerator - wholeB * b.denominator
    if restA == 0 || restB == 0 { return restA == 0 && restB > 0 }
    guard let first = Fraction(a.denominator, over: restA),
      let second = Fraction(b.denominator, over: restB)
    else { return false }
    return second < first
  }

  private var floor: Int128 {
    let whole = numerator / denominator
    return numerator % denominator < 0 ? whole - 1 : whole
  }
}
