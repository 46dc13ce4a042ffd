import Testing
import TextCanvas

@testable import CursesTerminal

extension TerminalTests {
  @MainActor @Suite struct Bytes {
    /// A screen of 120×40 whose cursor row has marker, code and title on the accent ground.
    private func canvas(_ highlighted: Int, marker: Bool = true, ground: Bool = true) -> Canvas {
      var canvas = Canvas(columns: 120, rows: 40)
      for row in 0..<40 {
        let isOn = row == highlighted
        canvas.put(isOn && marker ? "▸" : " ", row: row, column: 0, role: isOn ? .cursor : .text)
        canvas.put(
          "A\(10 + row) 春季新品发布 launch", row: row, column: 1,
          role: isOn && ground ? .cursor : .text, width: 22)
        canvas.put("市", row: row, column: 24, role: .marketing)
        canvas.put("12,500", row: row, column: 28, role: .money, width: 9, align: .right)
      }
      return canvas
    }

    private func measure(_ name: String, _ theme: Theme, ground: Bool) throws -> (Int, Int) {
      let size = TerminalSize(columns: 120, rows: 40)
      try TerminalChecks.chooseUTF8()
      let screen = try CursesScreen(name: name, size: size, theme: theme, colours: nil)
      defer { screen.dispose() }
      var squeezer = AttributeSqueezer(turnsOffSingly: screen.colours > 0)
      let first = screen.takeBytes() + screen.drawWithCurses(canvas(10, ground: ground))
      print("first screen: ncurses \(first.count), sent \(squeezer.squeeze(first).count)")
      let raw = screen.drawWithCurses(canvas(11, ground: ground))
      #expect(screen.drawWithCurses(canvas(11, ground: ground)).isEmpty)
      return (raw.count, squeezer.squeeze(raw).count)
    }

    @Test func movingTheCursorIsCheap() throws {
      for (name, theme) in [
        ("xterm-256color", Theme.dark), ("xterm-256color", Theme.dark.dressed(.lean)),
        ("xterm", Theme.dark), ("xterm-256color", Theme.mono), ("vt100", Theme.mono),
      ] {
        for ground in [true, false] {
          let (raw, squeezed) = try measure(name, theme, ground: ground)
          print(
            "bytes of a cursor move, \(name)", theme == .mono ? "mono" : "",
            ground ? "accent ground:" : "marker only:", "ncurses \(raw), sent \(squeezed)")
          #expect(squeezed < raw)
        }
      }
    }

    @Test func drawsAsManyColumnsAsThereAre() throws {
      let size = TerminalSize(columns: 5, rows: 2)
      try TerminalChecks.chooseUTF8()
      let screen = try CursesScreen(name: "xterm", size: size, theme: .mono, colours: nil)
      defer { screen.dispose() }
      _ = screen.takeBytes()
      var canvas = Canvas(columns: 9, rows: 4)
      canvas.put("abcd中x", row: 0, column: 0)
      let text = String(decoding: screen.draw(canvas), as: UTF8.self)
      #expect(text.contains("abcd"))
      #expect(!text.contains("中"))
    }
  }

  @Suite struct Sizes {
    @Test func areClamped() {
      #expect(TerminalSize(columns: 0, rows: -3) == TerminalSize(columns: 1, rows: 1))
      #expect(TerminalSize(columns: 65535, rows: 65535) == TerminalSize(columns: 1000, rows: 500))
    }
  }
}
