/// Gathers the bytes of a bracketed paste up to `ESC [ 201 ~`, wherever the reads cut it.
struct PasteCollector: Sendable {
  private static let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
  private let limit: Int
  private var bytes: [UInt8] = []
  /// How many bytes of the end have been seen.
  private var matched = 0

  init(limit: Int) { self.limit = limit }

  /// Takes what belongs to the paste and returns the index behind it.
  mutating func take(_ input: [UInt8], from start: Int) -> Int {
    var index = start
    while index < input.count, matched < Self.end.count {
      let byte = input[index]
      index += 1
      if byte == Self.end[matched] {
        matched += 1
        continue
      }
      if matched > 0 {
        for passed in Self.end[..<matched] { keep(passed) }
        matched = 0
      }
      if byte == Self.end[0] { matched = 1 } else { keep(byte) }
    }
    return index
  }

  /// The text, once the end has been seen: line ends as `\n`, no other control but tabs.
  mutating func finished() -> String? {
    guard matched == Self.end.count else { return nil }
    if bytes.count == limit { dropHalfCharacter() }
    let text = Drawable.storable(String(decoding: bytes, as: UTF8.self), multiline: true)
    bytes = []
    matched = 0
    return text
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < limit { bytes.append(byte) }
  }

  /// The limit may have cut through a character.
  private mutating func dropHalfCharacter() {
    var start = bytes.count
    while start > 0, bytes.count - start < 4 {
      start -= 1
      let byte = bytes[start]
      if byte & 0xC0 == 0x80 { continue }
      let needed = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      if bytes.count - start < needed { bytes.removeSubrange(start...) }
      return
    }
  }
}
