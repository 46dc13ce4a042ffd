/// What a list is narrowed to: words and conditions that all must hold. ``FilterText`` reads it.
public struct Filter: Hashable, Sendable {
  public var terms: [Term]

  public init(_ terms: [Term] = []) { self.terms = terms }

  public var isEmpty: Bool { terms.isEmpty }

  public struct Term: Hashable, Sendable {
    public var isNegated: Bool
    public var test: Test
    public init(_ test: Test, isNegated: Bool = false) {
      self.test = test
      self.isNegated = isNegated
    }
  }

  public enum Test: Hashable, Sendable {
    /// Occurs in code, titles or tags; folded (lower case, half width).
    case word(String)
    /// The field holds one of these.
    case field(Field, [Value])
    case amount(Amount, Comparison, Int64)
  }

  public enum Amount: String, CaseIterable, Sendable {
    case plan, outlook, committed, actual, left, variance
  }

  public enum Comparison: String, Sendable {
    case less = "<"
    case greater = ">"
  }
}
