import TestSupport
import Testing

extension TerminalTests {
  @Suite struct Entering {
    @Test(arguments: [
      "xterm", "xterm-256color", "tmux-256color", "screen", "screen-256color", "linux", "vt100",
      "unknown-xyz",
    ])
    func entersAndLeavesAsItWas(term: String) throws {
      let pty = try Probe.pty(term: term)
      let before = pty.modesBefore
      try pty.wait(for: "会议")
      #expect(pty.modes != before)
      pty.type("jjq")
      #expect(try pty.waitForEnd() == 0)
      #expect(pty.text.contains("left: "))
      #expect(pty.modes == before)
      if term != "vt100", term != "linux" {
        #expect(pty.text.contains("\u{1B}[?1049h"))
        #expect(pty.text.contains("\u{1B}[?1049l"))
      }
      #expect(pty.text.contains("\u{1B}[?2004l"))
      #expect(pty.text.hasSuffix("\r\n"))
    }

    @Test(
      arguments: [
        (nil, "terminalUnset"), ("", "terminalUnset"), ("dumb", "dumbTerminal"),
        ("../../x", "malformedTerminalName"),
        (String(repeating: "x", count: 65), "malformedTerminalName"),
      ] as [(String?, String)])
    func refuses(term: String?, reason: String) throws {
      let pty = try Probe.pty(term: term)
      #expect(try pty.waitForEnd() == 69)
      #expect(pty.text == "refused: \(reason)\r\n")
    }

    @Test func refusesInputFromElsewhere() throws {
      let pty = try Probe.pty(hasTerminal: false)
      #expect(try pty.waitForEnd() == 69)
      #expect(pty.text == "refused: notATerminal\r\n")
    }

    @Test func idleIsSilent() throws {
      let pty = try Probe.pty()
      try pty.wait(for: "#0")
      pty.type("xq")
      _ = try pty.waitForEnd()
      // One waking up for each read of keys at most.
      #expect(pty.text.contains("wake-ups=1 ") || pty.text.contains("wake-ups=2 "))
    }

    @Test func aLoneEscapeIsAKeyAfterItsTime() throws {
      let pty = try Probe.pty()
      try pty.wait(for: "#0")
      let shown = pty.output.count
      pty.type("\u{1B}")
      try pty.wait(for: "1", from: shown)
      pty.type("[Aq")
      _ = try pty.waitForEnd()
      #expect(pty.text.contains("keys=4"))
    }

    @Test func anArrowIsOneKey() throws {
      let pty = try Probe.pty()
      try pty.wait(for: "#0")
      pty.type("\u{1B}[Aq")
      _ = try pty.waitForEnd()
      #expect(pty.text.contains("keys=2"))
    }
  }
}
