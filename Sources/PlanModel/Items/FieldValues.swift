/// The values of an item's fields: a place for each field, so that reading one is no search.
public struct FieldValues: Hashable, Sendable {
  private var values: [Value]
  private static let count = Int(Field.allCases.map(\.rawValue).max() ?? 0) + 1

  public init() { values = [Value](repeating: .none, count: Self.count) }

  public init(_ fields: [Field: Value]) {
    self.init()
    for (field, value) in fields { self[field] = value }
  }

  public subscript(field: Field) -> Value {
    get { values[Int(field.rawValue)] }
    set { values[Int(field.rawValue)] = newValue }
  }

  /// The fields that somebody filled.
  public var filled: [Field: Value] {
    var fields: [Field: Value] = [:]
    for field in Field.allCases where !self[field].isNone { fields[field] = self[field] }
    return fields
  }
}
