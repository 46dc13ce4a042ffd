/// Writes JSON bytes piece by piece in one fixed layout.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let sink: ([UInt8]) throws -> Void
  private static let chunk = 1 << 16

  init(sink: @escaping ([UInt8]) throws -> Void) { self.sink = sink }

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes what has gathered, once it is much or at the end.
  mutating func flush(always: Bool = false) throws {
    guard always || bytes.count >= Self.chunk else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// A string; what doesn't print is written as an escape.
  mutating func string(_ text: String) {
    bytes.append(0x22)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: raw("\\\"")
      case 0x5C: raw("\\\\")
      case 0x0A: raw("\\n")
      case 0x09: raw("\\t")
      case 0x0D: raw("\\r")
      case 0x20..<0x7F: bytes.append(UInt8(scalar.value))
      default:
        if Self.isPrinting(scalar) {
          bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        } else {
          escape(scalar)
        }
      }
    }
    bytes.append(0x22)
  }

  mutating func string(orNull text: String?) {
    if let text, !text.isEmpty { string(text) } else { raw("null") }
  }

  /// Members in one row: `{"a": "b", "c": 1}`; members without a value are left out.
  mutating func row(_ members: [(String, JSONValue?)]) {
    raw("{")
    var isFirst = true
    for case (let key, let value?) in members {
      if !isFirst { raw(", ") }
      isFirst = false
      string(key)
      raw(": ")
      self.value(value)
    }
    raw("}")
  }

  /// A short value in one row.
  mutating func value(_ value: JSONValue) {
    switch value {
    case .null: raw("null")
    case .bool(let flag): raw(flag ? "true" : "false")
    case .number(let digits): raw(digits)
    case .string(let text): string(text)
    case .array(let nodes):
      raw("[")
      for (index, node) in nodes.enumerated() {
        if index > 0 { raw(", ") }
        self.value(node.value)
      }
      raw("]")
    case .object(let members): row(members.map { ($0.key, $0.node.value) })
    }
  }

  /// A list with one row for each element.
  mutating func rows(_ list: [[(String, JSONValue?)]], indent: String) {
    guard !list.isEmpty else { return raw("[]") }
    raw("[\n")
    for (index, members) in list.enumerated() {
      raw(indent + "  ")
      row(members)
      raw(index == list.count - 1 ? "\n" : ",\n")
    }
    raw(indent + "]")
  }

  private mutating func escape(_ scalar: UnicodeScalar) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      raw("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
  }

  private static func isPrinting(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      false
    default: true
    }
  }
}

extension JSONValue {
  /// A string, or nothing where it is empty.
  init?(text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self = .string(text)
  }

  /// An array of strings.
  public init(strings: [String]) {
    self = .array(strings.map { JSONNode(value: .string($0), offset: 0) })
  }

  init(pairs: [(String, JSONValue)]) {
    self = .object(
      pairs.map { JSONMember(key: $0.0, node: JSONNode(value: $0.1, offset: 0)) })
  }
}

/// A plain JSON array of objects, one to a line.
public enum JSONList {
  public static func write(
    _ rows: some Sequence<[(String, JSONValue)]>, to sink: @escaping ([UInt8]) throws -> Void
  ) throws {
    var out = JSONWriter(sink: sink)
    out.raw("[")
    var isFirst = true
    for row in rows {
      out.raw(isFirst ? "\n  " : ",\n  ")
      isFirst = false
      out.row(row.map { ($0.0, $0.1) })
      try out.flush()
    }
    out.raw(isFirst ? "]\n" : "\n]\n")
    try out.flush(always: true)
  }
}
