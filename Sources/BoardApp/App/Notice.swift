import PlanModel

/// One line that says what happened and what can be done.
public struct Notice: Hashable, Sendable {
  public enum Kind: Sendable { case good, bad, note }
  public var kind: Kind
  public var words: Words

  public init(_ kind: Kind, _ words: Words) {
    self.kind = kind
    self.words = words
  }

  var sign: String {
    switch kind {
    case .good: "✓ "
    case .bad: "✗ "
    case .note: ""
    }
  }
}
