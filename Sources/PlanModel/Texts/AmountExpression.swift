/// Sums and products of typed amounts: `(3万+4万)/2`.
struct AmountExpression {
  /// A value, and whether it holds a typed amount finer than the smallest part.
  struct Term {
    var value: Fraction
    var isTooFine: Bool

    func negated() throws(AmountFault) -> Term {
      guard let value = value.negated else { throw .tooLarge }
      return Term(value: value, isTooFine: isTooFine)
    }
  }

  private var rest: Substring
  private let unit: AmountUnit
  /// How many brackets and signs may still open.
  private var depth = 40

  static func value(_ text: Substring, unit: AmountUnit) throws(AmountFault) -> Term {
    var expression = AmountExpression(rest: text, unit: unit)
    let value = try expression.sum()
    expression.skipBlanks()
    guard expression.rest.isEmpty else { throw .notANumber }
    return value
  }

  private init(rest: Substring, unit: AmountUnit) {
    self.rest = rest
    self.unit = unit
  }

  private mutating func sum() throws(AmountFault) -> Term {
    var total = try product()
    while let sign = next("+-") {
      let term = try product()
      let fine = total.isTooFine || term.isTooFine
      guard let value = sign == "+" ? total.value.plus(term.value) : total.value.minus(term.value)
      else { throw .tooLarge }
      total = Term(value: value, isTooFine: fine)
    }
    return total
  }

  private mutating func product() throws(AmountFault) -> Term {
    var total = try factor()
    while let sign = next("*×/÷") {
      let term = try factor()
      if "/÷".contains(sign), term.value == .zero { throw .divisionByZero }
      guard
        let value = "*×".contains(sign)
          ? total.value.times(term.value) : total.value.divided(by: term.value)
      else { throw .tooLarge }
      total = Term(value: value, isTooFine: false)
    }
    return total
  }

  private mutating func factor() throws(AmountFault) -> Term {
    depth -= 1
    guard depth > 0 else { throw .notANumber }
    defer { depth += 1 }
    if let sign = next("+-") {
      let term = try factor()
      return sign == "-" ? try term.negated() : term
    }
    var term: Term
    if next("(") != nil {
      term = try sum()
      guard next(")") != nil else { throw .notANumber }
    } else {
      skipBlanks()
      let typed = rest.prefix { !"+-*×/÷()".contains($0) && (unit.isPercent || $0 != "%") }
      rest = rest.dropFirst(typed.count)
      term = try AmountLiteral.term(typed, unit: unit)
    }
    while !unit.isPercent, next("%") != nil {
      guard let value = term.value.divided(by: 100) else { throw .tooLarge }
      term = Term(value: value, isTooFine: false)
    }
    return term
  }

  private mutating func next(_ choices: String) -> Character? {
    skipBlanks()
    guard let first = rest.first, choices.contains(first) else { return nil }
    rest = rest.dropFirst()
    return first
  }

  private mutating func skipBlanks() {
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
  }
}
