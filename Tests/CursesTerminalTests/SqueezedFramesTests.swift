import Glibc
import TestSupport
import Testing
import TextCanvas

@testable import CursesTerminal

extension TerminalTests {
  @MainActor @Suite struct SqueezedFrames {
    private static let words = ["plan", "会议室", "a", "中", "        ", "x中y", "──", "  "]
    private static let roles = Role.allCases

    /// What ncurses wrote and what was sent instead, for the same sixty frames.
    private func frames(_ name: String, _ theme: Theme) throws -> (plain: [UInt8], short: [UInt8]) {
      try TerminalChecks.chooseUTF8()
      let screen = try CursesScreen(
        name: name, size: TerminalSize(columns: 60, rows: 12), theme: theme, colours: nil)
      defer { screen.dispose() }
      var squeezer = AttributeSqueezer(turnsOffSingly: screen.colours > 0)
      var plain = screen.takeBytes()
      var short = plain
      var canvas = Canvas(columns: 60, rows: 12)
      var state: UInt64 = 7
      func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
      }
      for frame in 0..<60 {
        for _ in 0..<6 {
          canvas.put(
            Self.words[random(Self.words.count)], row: 1 + random(11), column: random(60),
            role: Self.roles[random(Self.roles.count)])
        }
        if frame % 17 == 16 { canvas.fill(row: 3, column: 0, rows: 4, columns: 60, role: .total) }
        canvas.put("frame \(frame) ", row: 0, column: 0)
        let bytes = screen.drawWithCurses(canvas)
        plain += bytes
        short += squeezer.squeeze(bytes)
      }
      return (plain, short)
    }

    private func shown(_ bytes: [UInt8], _ name: String) throws -> [[DrawnCell]] {
      var path = Array("/tmp/sanban-frames-XXXXXX".utf8CString)
      let file = mkstemp(&path)
      defer {
        close(file)
        unlink(path)
      }
      let marked = bytes + Array("\u{1B}[m\u{1B}[1;50Hall drawn".utf8)
      #expect(write(file, marked, marked.count) == marked.count)
      let text = path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
      let tmux = try Tmux("stty raw -echo; cat \(text); exec cat", columns: 60, rows: 12)
      try tmux.wait { $0.contains("all drawn") }
      return DrawnCell.rows(of: try tmux.screen(withColours: true))
    }

    @Test(arguments: ["tmux-256color", "xterm-256color", "xterm", "screen"])
    func showTheSame(name: String) throws {
      for theme in [Theme.dark, .light, .mono] {
        let (plain, short) = try frames(name, theme)
        #expect(short.count < plain.count)
        #expect(try shown(short, name) == shown(plain, name))
      }
    }
  }
}
