/// Amounts as people type them.
///
/// - `1200`, `1,200.50`, `12万`, `1.2亿`, `38k`, `1.5m`, `¥500`, `500元`, `12.9%` (of a percent unit),
///   `-500`, `(500)` and `500-`; full-width forms count as half-width ones. A plain `-500` is a
///   negative amount, `+500` a positive one.
/// - `=12*3500`, `=(3万+4万)/2`, `=1000*5%` compute.
/// - `=+500`, `=-12*30` add to and take from what is there; `+10%`, `-5%` and `=+10%` change it by a
///   percentage. In percent units `%` is the unit: `=+0.5%` adds half a point, `-5%` is negative.
/// - Nothing typed is nil: nobody said.
public enum AmountText {
  /// The longest text that is looked at.
  static let longest = 200

  /// Reads an amount, in the unit's smallest parts.
  ///
  /// All arithmetic is exact. Only a fraction of the smallest part that comes from `*`, `/` or `%` is
  /// rounded, once, half away from zero; a typed one is refused.
  /// - Parameter present: what is there, for changes by an amount or a percentage.
  public static func parse(
    _ text: String, unit: AmountUnit, present: Int64? = nil
  ) throws(AmountFault) -> Int64? {
    let typed = Folding.trimmed(Folding.fold(text).filter { $0 != "\u{a0}" })
    guard typed.utf8.count <= longest else { throw .notANumber }
    if typed.isEmpty || typed == "·" { return nil }
    if typed == "–" { return 0 }
    let plain = String(typed.map { "−–".contains($0) ? "-" : $0 })
    if plain.hasPrefix("=") { return try computed(plain.dropFirst(), unit, present) }
    if let percent = try relativePercent(Substring(plain), unit) {
      return try changed(present, by: percent, unit)
    }
    return try smallestParts(of: literal(plain, unit), unit)
  }

  /// Reads a signed percentage such as `+5%`, `-2.5`, `10 %`: 5 for `+5%`.
  public static func percentage(_ text: String) -> Fraction? {
    var rest = Folding.trimmed(Folding.fold(text))
    if rest.hasSuffix("%") { rest = Folding.trimmed(rest.dropLast()) }
    let negative = rest.hasPrefix("-") || rest.hasPrefix("−")
    if negative || rest.hasPrefix("+") { rest.removeFirst() }
    guard rest.count <= 20, let size = try? AmountLiteral.number(Substring(rest)) else {
      return nil
    }
    return negative ? size.negated : size
  }

  /// Reads an amount as files write it: digits with their signs and units, never a computation or
  /// a change of what is there; a dash alone is no number.
  ///
  /// - Parameter power: the power of ten by which amounts without one of their own (万, k) count,
  ///   such as 4 under a heading `万元`.
  public static func literal(
    _ text: String, unit: AmountUnit, power: Int = 0
  ) throws(AmountFault) -> Int64 {
    let typed = Folding.trimmed(
      Folding.fold(text).filter { !"\u{a0}\u{202f}\u{2009}".contains($0) })
    guard typed.utf8.count <= longest, !typed.isEmpty else { throw .notANumber }
    let plain = String(typed.map { "−–".contains($0) ? "-" : $0 })
    var scaled = unit
    if power > 0, !AmountLiteral.hasPower(plain, unit) { scaled.scale += power }
    return try smallestParts(of: literal(plain, scaled), scaled)
  }

  /// Whether a text is digits with a point and whole groups of thousands, and nothing else.
  public static func isNumber(_ digits: String) -> Bool {
    (try? AmountLiteral.number(Substring(digits))) != nil
  }

  // MARK: - Kinds of input

  private static func computed(
    _ text: Substring, _ unit: AmountUnit, _ present: Int64?
  ) throws(AmountFault) -> Int64 {
    let rest = Substring(Folding.trimmed(text))
    guard let sign = rest.first, sign == "+" || sign == "-" else {
      return try smallestParts(of: AmountExpression.value(rest, unit: unit), unit)
    }
    if let percent = try relativePercent(rest, unit) {
      return try changed(present, by: percent, unit)
    }
    let difference = try smallestParts(of: AmountExpression.value(rest, unit: unit), unit)
    let (sum, over) = (present ?? 0).addingReportingOverflow(difference)
    guard !over, sum.magnitude <= DecimalText.limit.magnitude else { throw .tooLarge }
    return sum
  }

  /// `+10%` or `-5%`, and nothing else; nil in percent units, where `%` is the unit.
  private static func relativePercent(
    _ text: Substring, _ unit: AmountUnit
  ) throws(AmountFault) -> Fraction? {
    guard !unit.isPercent, let sign = text.first, sign == "+" || sign == "-", text.last == "%"
    else { return nil }
    let digits = Folding.trimmed(text.dropFirst().dropLast())
    guard digits.allSatisfy({ "0123456789.,".contains($0) }) else { return nil }
    let size = try AmountLiteral.number(Substring(digits))
    return sign == "-" ? size.negated : size
  }

  private static func changed(
    _ present: Int64?, by percent: Fraction, _ unit: AmountUnit
  ) throws(AmountFault) -> Int64 {
    guard let present else { throw .nothingThere }
    guard let factor = percent.divided(by: 100)?.plus(1), let value = factor.times(present),
      let rounded = value.rounded(), rounded.magnitude <= DecimalText.limit.magnitude
    else { throw .tooLarge }
    return rounded
  }

  private static func literal(
    _ text: String, _ unit: AmountUnit
  ) throws(AmountFault) -> AmountExpression.Term {
    var rest = Substring(text)
    var negative = false
    if rest.hasPrefix("("), rest.hasSuffix(")") {
      negative = true
      rest = rest.dropFirst().dropLast()
      guard let first = rest.first, !"+-(".contains(first) else { throw .notANumber }
    } else if let sign = rest.first, "+-".contains(sign) {
      negative = sign == "-"
      rest = rest.dropFirst()
    } else if rest.hasSuffix("-") {
      negative = true
      rest = rest.dropLast()
    }
    let term = try AmountLiteral.term(rest, unit: unit, maySign: !negative)
    return negative ? try term.negated() : term
  }

  private static func smallestParts(
    of term: AmountExpression.Term, _ unit: AmountUnit
  ) throws(AmountFault) -> Int64 {
    guard let power = Fraction.power(ofTen: unit.scale), let factor = Fraction(power, over: 1),
      let parts = term.value.times(factor)
    else { throw .tooLarge }
    if term.isTooFine { throw .tooFine }
    guard let rounded = parts.rounded(), rounded.magnitude <= DecimalText.limit.magnitude else {
      throw .tooLarge
    }
    return rounded
  }
}
