import Testing

@testable import TextCanvas

@Suite struct KeyDecoderTests {
  /// What arrives for bytes in one read, and once more with nothing following.
  private func keys(_ text: String) -> [String] {
    var decoder = KeyDecoder()
    return (decoder.feed(Array(text.utf8)) + decoder.timeout()).map(describe)
  }

  @Test(arguments: [
    ("a", "a"), ("G", "G"), (" ", "Space"), ("中", "中"), ("e\u{301}", "e\u{301}"), ("\r", "Enter"),
    ("\n", "Ctrl-Enter"), ("\t", "Tab"), ("\u{7F}", "Backspace"), ("\u{8}", "Backspace"),
    ("\0", "Ctrl-Space"), ("\u{1}", "Ctrl-a"), ("\u{1A}", "Ctrl-z"), ("\u{1F}", "Ctrl-_"),
    ("\u{1C}", "Ctrl-\\"), ("\u{1B}", "Esc"), ("\u{1B}x", "Alt-x"), ("\u{1B}中", "Alt-中"),
    ("\u{1B}\r", "Alt-Enter"), ("\u{1B}\u{7F}", "Alt-Backspace"), ("\u{1B}\u{1}", "Ctrl-Alt-a"),
    ("\u{1B}\u{1B}", "Esc Esc"), ("\u{1B}\u{1B}[A", "Esc Up"), ("\u{1B}[", "Alt-["),
    ("\u{1B}O", "Alt-O"), ("\u{1B}]", "Alt-]"), ("\u{1B}]x", "Alt-] x"), ("\u{1B}P", "Alt-P"),
    // Arrows: xterm normal and application mode, with modifiers, rxvt.
    ("\u{1B}[A", "Up"), ("\u{1B}OB", "Down"), ("\u{1B}[1;5C", "Ctrl-Right"),
    ("\u{1B}[1;2D", "Shift-Left"), ("\u{1B}[1;3A", "Alt-Up"), ("\u{1B}[1;8A", "Ctrl-Alt-Shift-Up"),
    ("\u{1B}O5A", "Ctrl-Up"), ("\u{1B}O1;5A", "Ctrl-Up"), ("\u{1B}Oa", "Ctrl-Up"),
    ("\u{1B}[a", "Shift-Up"), ("\u{1B}[1;65A", "Up"),
    // Home, End and their neighbours in all forms.
    ("\u{1B}[H", "Home"), ("\u{1B}OH", "Home"), ("\u{1B}[1~", "Home"), ("\u{1B}[7~", "Home"),
    ("\u{1B}[F", "End"), ("\u{1B}OF", "End"), ("\u{1B}[4~", "End"), ("\u{1B}[8~", "End"),
    ("\u{1B}[2~", "Ins"), ("\u{1B}[3~", "Del"), ("\u{1B}[5~", "PgUp"), ("\u{1B}[6~", "PgDn"),
    ("\u{1B}[3;5~", "Ctrl-Del"), ("\u{1B}[7^", "Ctrl-Home"), ("\u{1B}[7$", "Shift-Home"),
    ("\u{1B}[3@", "Ctrl-Shift-Del"), ("\u{1B}[Z", "Shift-Tab"), ("\u{1B}[1;2Z", "Shift-Tab"),
    // Function keys: xterm, rxvt, Linux console.
    ("\u{1B}OP", "F1"), ("\u{1B}[11~", "F1"), ("\u{1B}[[A", "F1"), ("\u{1B}[[E", "F5"),
    ("\u{1B}[15~", "F5"), ("\u{1B}[17~", "F6"), ("\u{1B}[24~", "F12"), ("\u{1B}[1;2P", "Shift-F1"),
    ("\u{1B}OR", "F3"), ("\u{1B}[1;5R", "Ctrl-F3"), ("\u{1B}[24;5~", "Ctrl-F12"),
    // The number pad.
    ("\u{1B}OM", "Enter"), ("\u{1B}Op", "0"), ("\u{1B}Oy", "9"), ("\u{1B}Ok", "+"),
    // By code.
    ("\u{1B}[97;5u", "Ctrl-a"), ("\u{1B}[97;2u", "A"), ("\u{1B}[97:65;2u", "A"),
    ("\u{1B}[49:33;2u", "!"), ("\u{1B}[97u", "a"), ("\u{1B}[13;2u", "Shift-Enter"),
    ("\u{1B}[27u", "Esc"), ("\u{1B}[9;2u", "Shift-Tab"), ("\u{1B}[127;5u", "Ctrl-Backspace"),
    ("\u{1B}[105;5u", "Tab"), ("\u{1B}[104;5u", "Backspace"), ("\u{1B}[97;6u", "Ctrl-Shift-a"),
    ("\u{1B}[20013u", "中"), ("\u{1B}[97;1:3u", ""), ("\u{1B}[97;9u", ""), ("\u{1B}[57400u", "1"),
    ("\u{1B}[57441u", ""), ("\u{1B}[27;5;13~", "Ctrl-Enter"), ("\u{1B}[27;2;65~", "A"),
    ("\u{1B}[99999999999999999999u", ""),
    // Focus, mouse.
    ("\u{1B}[I", "focus"), ("\u{1B}[O", "blur"), ("\u{1B}[<0;10;5M", "press 4,9"),
    ("\u{1B}[<0;299;1m", "release 0,298"), ("\u{1B}[<32;2;2M", "drag 1,1"),
    ("\u{1B}[<64;1;1M", "wheelUp 0,0"), ("\u{1B}[<69;3;4M", "wheelDown 3,2 Shift"),
    ("\u{1B}[<35;3;4M", ""), ("\u{1B}[<2;3;4M", ""), ("\u{1B}[<0;0;4M", ""), ("\u{1B}[M !!", ""),
    // Answers and strangers.
    ("\u{1B}[?62;22c", ""), ("\u{1B}[>0;276;0c", ""), ("\u{1B}[24;80R", ""), ("\u{1B}[0n", ""),
    ("\u{1B}[?2026;1$y", ""), ("\u{1B}[4;1$y", ""), ("\u{1B}[?1u", ""), ("\u{1B}[12;34;56z", ""),
    ("\u{1B}]11;rgb:0000/0000/0000\u{7}x", "x"), ("\u{1B}]52;c;YWJj\u{1B}\\x", "x"),
    ("\u{1B}P1$r0m\u{1B}\\x", "x"), ("\u{1B}_Gi=1;OK\u{1B}\\x", "x"),
    ("\u{1B}P>|tmux 3.3a\u{1B}\\", ""),
    ("\u{1B}[99~", ""), ("\u{1B}[1;5", ""), ("\u{1B}[5\u{1B}[A", "Up"), ("\u{1B}[5中", "中"),
    ("\u{1B}[201~", ""), ("\u{85}\u{9B}a", "a"), ("\u{1B}[[\u{1B}[A", "Up"), ("\u{1B}[[Z", ""),
  ])
  func oneRead(text: String, names: String) {
    #expect(keys(text).joined(separator: " ") == names)
  }

  @Test func aLongSequenceIsSkippedToItsEnd() {
    #expect(keys("\u{1B}[" + String(repeating: "1;", count: 400) + "Ax") == ["x"])
  }

  @Test(
    arguments: [
      ([0xE4, 0xB8], ["\u{FFFD}"]), ([0xFF, 0x61], ["\u{FFFD}", "a"]),
      ([0xC0, 0xAF], ["\u{FFFD}", "\u{FFFD}"]),
      ([0xED, 0xA0, 0x80], ["\u{FFFD}", "\u{FFFD}", "\u{FFFD}"]),
      ([0xF4, 0x90], ["\u{FFFD}", "\u{FFFD}"]), ([0xE4, 0x61], ["\u{FFFD}", "a"]),
      ([0x1B, 0xE4], []),
    ] as [([UInt8], [String])])
  func brokenCharacters(bytes: [UInt8], names: [String]) {
    var decoder = KeyDecoder()
    let events = decoder.feed(bytes) + decoder.timeout()
    #expect(events.map(describe) == names)
  }

  @Test func deadlines() {
    var decoder = KeyDecoder(escapeMilliseconds: 150)
    #expect(decoder.deadline == nil && !decoder.isPending)
    _ = decoder.feed([0x1B])
    #expect(decoder.deadline == 150)
    let events = decoder.timeout()
    #expect(events == [.key(Key(.escape))])
    #expect(decoder.deadline == nil)
    for started in [[0xE4], [0x1B, 0x5B, 0x31], [0x1B, 0x5D, 0x31]] as [[UInt8]] {
      _ = decoder.feed(started)
      #expect(decoder.deadline == 500 && decoder.isPending)
      _ = decoder.timeout()
      #expect(decoder.deadline == nil)
    }
    let after = decoder.feed([0x61])
    #expect(after.map(describe) == ["a"])
  }

  @Test func manyCharactersInOddReads() {
    let bytes = Array(String(repeating: "中", count: 20_000).utf8)
    var decoder = KeyDecoder()
    var count = 0
    for start in stride(from: 0, to: bytes.count, by: 1_000) {
      count += decoder.feed(Array(bytes[start..<min(start + 1_000, bytes.count)])).count
    }
    #expect(count == 20_000)
  }
}

func describe(_ event: InputEvent) -> String {
  switch event {
  case .key(let key): key.name
  case .paste(let text): "paste(\(text))"
  case .focus(let isIn): isIn ? "focus" : "blur"
  case .mouse(let mouse):
    "\(mouse.action) \(mouse.row),\(mouse.column)" + (mouse.modifiers == .shift ? " Shift" : "")
  }
}
