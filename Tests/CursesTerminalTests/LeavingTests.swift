import CSystem
import Glibc
import TestSupport
import Testing

extension TerminalTests {
  @Suite struct Leaving {
    @Test(arguments: [(SIGTERM, "terminated"), (SIGHUP, "hung up"), (SIGINT, "interrupted")])
    func bySignal(signal: Int32, reason: String) throws {
      let pty = try Probe.pty()
      let before = pty.modesBefore
      try pty.wait(for: "#0")
      pty.signal(signal)
      #expect(try pty.waitForEnd() == 0)
      #expect(pty.text.contains("left: \(reason)"))
      #expect(pty.text.contains("\u{1B}[?1049l"))
      #expect(pty.modes == before)
    }

    @Test func whenTheTerminalIsGone() throws {
      let pty = try Probe.pty()
      try pty.wait(for: "#0")
      pty.hangUp()
      _ = try pty.waitForEnd(seconds: 2)
    }

    @Test(arguments: ["t", "o"]) func byCrash(key: String) throws {
      let pty = try Probe.pty()
      let before = pty.modesBefore
      try pty.wait(for: "#0")
      pty.type(key)
      #expect(try pty.waitForEnd() >= 128)
      #expect(pty.modes == before)
      #expect(pty.text.contains("\u{1B}[?1049l"))
      #expect(pty.text.contains("\u{1B}[?25h"))
      #expect(!pty.text.contains("Press space"))
      if key == "t" { #expect(pty.text.contains("before the trap")) }
    }

    @Test func straysAreShownAfterwards() throws {
      let pty = try Probe.pty()
      try pty.wait(for: "#0")
      pty.type("sq")
      _ = try pty.waitForEnd()
      let parts = pty.text.split(separator: "\u{1B}[?1049l")
      #expect(parts.count == 2)
      #expect(parts.first?.contains("stray words") == false)
      #expect(parts.last?.contains("stray words") == true)
    }

    @Test func aReaderThatStops() throws {
      let pty = try Probe.pty(columns: 200, rows: 60)
      try pty.wait(for: "#0")
      for _ in 0..<200 { pty.type("rw") }
      let begin = ContinuousClock.now
      // Nothing is read from here on: the terminal fills up, then the request to end arrives.
      usleep(100_000)
      pty.signal(SIGTERM)
      _ = try pty.waitForEnd(seconds: 2, reading: false)
      #expect(ContinuousClock.now - begin < .seconds(1.2))
    }

    @Test func copiesToTheClipboard() throws {
      let pty = try Probe.pty()
      try pty.wait(for: "#0")
      pty.type("c")
      try pty.wait(for: "\u{1B}]52;c;5Lit5paH\u{07}")
    }
  }
}
