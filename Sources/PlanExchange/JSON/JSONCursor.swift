import PlanModel

/// Reads a JSON text step by step: a whole value, or the members and elements one by one, so that
/// a large file never stands in memory as values.
public struct JSONCursor: Sendable {
  /// Deeper texts are refused.
  public static let depthLimit = 32
  /// Longer strings are refused, in bytes.
  public static let stringLimit = 1_000_000

  let bytes: [UInt8]
  var index: Int

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Reads the whole text as one value.
  public static func parse(_ bytes: [UInt8]) throws(FileFault) -> JSONNode {
    var cursor = JSONCursor(bytes)
    let node = try cursor.value()
    try cursor.end()
    return node
  }

  /// Line and column, from 1, of a byte; columns count characters of the text.
  public func place(of offset: Int) -> (line: Int, column: Int) {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return (line, before[start...].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 })
  }

  func fault(at offset: Int? = nil, _ zh: String, _ en: String) -> FileFault {
    let (line, column) = place(of: offset ?? index)
    return FileFault(line: line, column: column, Words(zh, en))
  }

  private mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  /// The next byte that isn't blank; nil at the end.
  mutating func peek() -> UInt8? {
    skipBlanks()
    return index < bytes.count ? bytes[index] : nil
  }

  private mutating func expect(_ byte: UInt8) throws(FileFault) {
    guard let next = peek() else { throw fault("文件不完整", "the file ends too early") }
    guard next == byte else {
      let sign = String(UnicodeScalar(byte))
      throw fault("这里应是“\(sign)”", "“\(sign)” expected here")
    }
    index += 1
  }

  /// Nothing but blanks may follow.
  public mutating func end() throws(FileFault) {
    if peek() != nil { throw fault("JSON结束后还有内容", "something follows the end of the JSON") }
  }

  /// The start of an object or an array.
  public mutating func open(_ bracket: Character) throws(FileFault) {
    try expect(bracket.asciiValue ?? 0)
  }

  /// Steps to the next key of an object; nil at its end.
  public mutating func nextKey(first: Bool) throws(FileFault) -> (key: String, offset: Int)? {
    guard try hasNext(first: first, close: 0x7D) else { return nil }
    _ = peek()
    let offset = index
    guard peek() == 0x22 else { throw fault("这里应是键", "a key expected here") }
    let key = try string()
    try expect(0x3A)
    return (key, offset)
  }

  /// Steps to the next element of an array; false at its end.
  public mutating func nextElement(first: Bool) throws(FileFault) -> Bool {
    try hasNext(first: first, close: 0x5D)
  }

  private mutating func hasNext(first: Bool, close: UInt8) throws(FileFault) -> Bool {
    if peek() == close {
      index += 1
      return false
    }
    if !first { try expect(0x2C) }
    return true
  }

  /// Reads the value that begins here.
  public mutating func value(depth: Int = 1) throws(FileFault) -> JSONNode {
    guard depth <= Self.depthLimit else {
      throw fault("嵌套超过\(Self.depthLimit)层", "nested more than \(Self.depthLimit) deep")
    }
    guard let byte = peek() else { throw fault("文件不完整", "the file ends too early") }
    let offset = index
    switch byte {
    case 0x7B: return JSONNode(value: .object(try object(depth: depth)), offset: offset)
    case 0x5B:
      index += 1
      var nodes: [JSONNode] = []
      while try nextElement(first: nodes.isEmpty) { nodes.append(try value(depth: depth + 1)) }
      return JSONNode(value: .array(nodes), offset: offset)
    case 0x22: return JSONNode(value: .string(try string()), offset: offset)
    default: return JSONNode(value: try bareWord(), offset: offset)
    }
  }

  private mutating func object(depth: Int) throws(FileFault) -> [JSONMember] {
    index += 1
    var members: [JSONMember] = []
    var seen: Set<String> = []
    while let (key, offset) = try nextKey(first: members.isEmpty) {
      guard seen.insert(key).inserted else {
        throw fault(at: offset, "键“\(key)”重复", "the key “\(key)” occurs twice")
      }
      members.append(JSONMember(key: key, node: try value(depth: depth + 1)))
    }
    return members
  }

  private mutating func bareWord() throws(FileFault) -> JSONValue {
    let start = index
    while index < bytes.count, !Self.endsWord(bytes[index]) { index += 1 }
    let word = String(decoding: bytes[start..<index].prefix(400), as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      guard Self.isNumber(Array(bytes[start..<index])) else {
        throw fault(at: start, "不是JSON值", "not a JSON value")
      }
      return .number(word)
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x0A, 0x0D, 0x09, 0x2C, 0x3A, 0x5D, 0x7D, 0x5B, 0x7B, 0x22: true
    default: false
    }
  }

  /// JSON's grammar of numbers, at most 300 digits long.
  private static func isNumber(_ word: [UInt8]) -> Bool {
    guard word.count <= 300 else { return false }
    var rest = word[...]
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func digits() -> Int {
      let run = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(run)
      return run
    }
    if rest.first == 0x2D { rest = rest.dropFirst() }
    let leadingZero = rest.first == 0x30
    let whole = digits()
    guard whole > 0, !leadingZero || whole == 1 else { return false }
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      if digits() == 0 { return false }
    }
    if rest.first == 0x65 || rest.first == 0x45 {
      rest = rest.dropFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }
}
