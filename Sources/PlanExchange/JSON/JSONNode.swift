/// A value of a JSON text. Numbers keep their digits, so that no amount goes through binary.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONNode])
  case object([JSONMember])
}

/// A value with the offset of its first byte.
public struct JSONNode: Hashable, Sendable {
  public var value: JSONValue
  public var offset: Int

  /// The member of an object; nil where it is absent or this is no object.
  public subscript(key: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.node
  }

  public var isNull: Bool { value == .null }
  public var string: String? { if case .string(let text) = value { text } else { nil } }
  /// The digits of a number, or a string.
  public var numeric: String? { if case .number(let text) = value { text } else { string } }
  public var bool: Bool? { if case .bool(let flag) = value { flag } else { nil } }
  public var elements: [JSONNode]? { if case .array(let nodes) = value { nodes } else { nil } }
  public var members: [JSONMember]? { if case .object(let list) = value { list } else { nil } }
}

/// A key with its value, in the order of the text.
public struct JSONMember: Hashable, Sendable {
  public var key: String
  public var node: JSONNode
}
