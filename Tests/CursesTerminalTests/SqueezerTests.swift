import Testing

@testable import CursesTerminal

@Suite struct SqueezerTests {
  private func squeezed(_ text: String, singly: Bool = true) -> String {
    var squeezer = AttributeSqueezer(turnsOffSingly: singly)
    _ = squeezer.squeeze([])
    return String(decoding: squeezer.squeeze(Array(text.utf8)), as: UTF8.self)
  }

  @Test func joinsSequences() {
    #expect(
      squeezed("\u{1B}(B\u{1B}[m\u{1B}[1m\u{1B}[38;5;231m\u{1B}[48;5;24mx\u{1B}(B\u{1B}[m")
        == "\u{1B}[1;38;5;231;48;5;24mx\u{1B}[m")
  }

  @Test func endsOneAttribute() {
    #expect(
      squeezed("\u{1B}[1m\u{1B}[48;5;24mx\u{1B}(B\u{1B}[m\u{1B}[48;5;24my\u{1B}(B\u{1B}[m")
        == "\u{1B}[1;48;5;24mx\u{1B}[22my\u{1B}[m")
    #expect(
      squeezed("\u{1B}[1m\u{1B}[7mx\u{1B}[m\u{1B}[7my\u{1B}[m", singly: false)
        == "\u{1B}[0;1;7mx\u{1B}[0;7my\u{1B}[m")
  }

  @Test func blanksShowTheirGroundOnly() {
    #expect(squeezed("a\u{1B}[31m \u{1B}[m b") == "a  b")
    #expect(squeezed("a\u{1B}[41m \u{1B}[m b") == "a\u{1B}[41m \u{1B}[m b")
    #expect(squeezed("a\u{1B}[31;7m \u{1B}[m b") == "a\u{1B}[7;31m \u{1B}[m b")
    #expect(squeezed("a\u{1B}[4m \u{1B}[m b") == "a\u{1B}[4m \u{1B}[m b")
  }

  @Test func erasingUsesTheGround() {
    #expect(squeezed("\u{1B}[44m\u{1B}[K\u{1B}[m") == "\u{1B}[44m\u{1B}[K\u{1B}[m")
    #expect(squeezed("\u{1B}[31m\u{1B}[5;3H\u{1B}[m") == "\u{1B}[5;3H")
  }

  @Test func leavesWhatItDoesNotKnow() {
    for frame in ["\u{1B}[58;5;3mx", "\u{1B}[31mx\u{1B}[11mq", "\u{1B}[38;9m\u{1B}[mx"] {
      #expect(squeezed(frame) == frame)
    }
    for frame in ["\u{1B}7\u{1B}(0q\u{1B}", "\u{1B}[3", "中\r\n"] {
      #expect(squeezed(frame) == frame)
    }
    #expect(squeezed("\u{1B}[0;10;7;1mx\u{1B}[0;10m") == "\u{1B}[1;7mx\u{1B}[m")
  }
}

@Suite struct ClipboardTests {
  @Test(arguments: [("", ""), ("a", "YQ=="), ("ab", "YWI="), ("abc", "YWJj"), ("中文", "5Lit5paH")])
  func encodes(text: String, expected: String) {
    #expect(String(decoding: Clipboard.base64(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test func refusesWhatIsTooLong() {
    let most = String(repeating: "x", count: Clipboard.limit)
    #expect(Clipboard.sequence(for: most, insideTmux: false)?.count == 100_000)
    #expect(Clipboard.sequence(for: most + "x", insideTmux: false) == nil)
    let wrapped = Clipboard.sequence(for: "a", insideTmux: true) ?? []
    #expect(
      String(decoding: wrapped, as: UTF8.self)
        == "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{07}\u{1B}\\\u{1B}]52;c;YQ==\u{07}")
  }
}
