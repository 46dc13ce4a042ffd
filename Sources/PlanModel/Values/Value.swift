/// What a field or a cell holds, as the store keeps it. `none` means that nobody said.
public enum Value: Hashable, Sendable {
  case none
  case integer(Int64)
  case text(String)

  public init(_ value: Int64?) { self = value.map(Value.integer) ?? .none }
  /// An empty text is none.
  public init(_ value: String?) { self = (value ?? "").isEmpty ? .none : .text(value ?? "") }

  public var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
  public var text: String? { if case .text(let value) = self { value } else { nil } }
  public var isNone: Bool { self == .none }
}
