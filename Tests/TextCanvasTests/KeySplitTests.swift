import Testing

@testable import TextCanvas

/// However the bytes are cut, the same arrives.
@Suite struct KeySplitTests {
  @Test func byteByByteIsAsAtOnce() {
    let pieces = [
      "a", "中文", "\u{1B}[A", "\u{1B}OP", "\u{1B}[1;5C", "\u{1B}[200~p\r\nq\u{1B}[201~", "\u{1B}x",
      "\u{1B}[<0;10;5M", "\u{1B}]0;t\u{7}", "\u{1B}P1$r\u{1B}\\", "\u{1B}", "\u{1B}[", "\u{1B}[[A",
      "\u{1B}[97;5u", "\r\n", "\0", "\u{1B}[M abc", "\u{1B}[7$", "\u{1B}O1;5A", "\u{1B}_G", "é",
      "e\u{301}", "👨\u{200D}👩", "\u{1B}[?1;2c", "\u{1B}[" + String(repeating: "1", count: 140), "$",
      "~", "[", "O", "M", ";",
    ].map { Array($0.utf8) }
    var random = Seeded(seed: 11)
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes += pieces[Int.random(in: pieces.indices, using: &random)]
        // Now and then a piece is torn.
        if Int.random(in: 0...5, using: &random) == 0, !bytes.isEmpty { bytes.removeLast() }
      }
      check(bytes, &random)
    }
  }

  @Test func randomBytes() {
    var random = Seeded(seed: 12)
    let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3B, 0x31, 0x32, 0x7E, 0x4D, 0xE4, 0xB8, 0xAD, 0x3C]
    for _ in 0..<6_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...24, using: &random) {
        bytes.append(
          Bool.random(using: &random)
            ? likely[Int.random(in: likely.indices, using: &random)]
            : UInt8.random(in: 0...255, using: &random))
      }
      check(bytes, &random)
    }
  }

  private func check(_ bytes: [UInt8], _ random: inout Seeded) {
    var whole = KeyDecoder()
    let expected = joined(whole.feed(bytes) + whole.timeout())
    var single = KeyDecoder()
    var events: [InputEvent] = []
    for byte in bytes { events += single.feed([byte]) }
    #expect(joined(events + single.timeout()) == expected, "\(bytes)")
    var split = KeyDecoder()
    let cut = bytes.isEmpty ? 0 : Int.random(in: 0...bytes.count, using: &random)
    let parts = split.feed(Array(bytes[..<cut])) + split.feed(Array(bytes[cut...]))
    #expect(joined(parts + split.timeout()) == expected, "\(bytes) at \(cut)")
    #expect(whole.deadline == nil && single.deadline == nil && split.deadline == nil)
  }

  /// Characters in a row count as one text: where marks join depends on the reads.
  private func joined(_ events: [InputEvent]) -> [String] {
    var result: [String] = []
    var typed = ""
    for event in events {
      if case .key(let key) = event, case .character(let character) = key.code,
        key.modifiers.isEmpty
      {
        typed += String(character)
        continue
      }
      if !typed.isEmpty { result.append(typed) }
      typed = ""
      result.append("<\(describe(event))>")
    }
    return typed.isEmpty ? result : result + [typed]
  }
}
