import TestSupport
import Testing

@testable import CursesTerminal

extension TerminalTests {
  /// tmux is the judge: what stands on its screen must be what a full redraw shows.
  @Suite struct Screen {
    private func shows(_ keys: Int, _ tmux: Tmux) throws {
      try tmux.wait { $0.contains("#\(keys) ") || $0.contains("#\(keys)\n") }
    }

    @Test(arguments: [(80, 24), (120, 40), (21, 7)])
    func differencesAddUpToTheWhole(columns: Int, rows: Int) throws {
      let tmux = try Tmux(Probe.path, columns: columns, rows: rows)
      try shows(0, tmux)
      var keys = 0
      for round in 0..<12 {
        try tmux.type(round % 5 == 4 ? "n" : "w", "j", "v")
        keys += 3
        try shows(keys, tmux)
        let before = try drawn(tmux)
        try tmux.type("r")
        keys += 1
        try shows(keys, tmux)
        #expect(try drawn(tmux) == before, "round \(round)")
      }
    }

    /// The rows above the count of keys.
    private func drawn(_ tmux: Tmux) throws -> [[DrawnCell]] {
      DrawnCell.rows(of: try tmux.screen(withColours: true)).dropLast()
    }

    @Test func sizesDownToOneAndBack() throws {
      let tmux = try Tmux(Probe.path)
      try shows(0, tmux)
      try tmux.type("w")
      try shows(1, tmux)
      let before = try drawn(tmux)
      for (columns, rows) in [(10, 3), (1, 1), (200, 60), (1, 24), (80, 1), (40, 12), (80, 24)] {
        try tmux.resize(columns: columns, rows: rows)
      }
      // Wait for the sizes to have arrived: the count of keys is drawn in the last row again.
      try tmux.wait { ($0.split(separator: "\n").last ?? "").hasPrefix("#1") }
      try tmux.wait { _ in try drawn(tmux) == before }
      try tmux.type("r")
      try shows(2, tmux)
      #expect(try drawn(tmux) == before)
    }

    @Test func suspendsAndComesBack() throws {
      let tmux = try Tmux("bash --norc --noprofile")
      try tmux.wait { $0.contains("bash") }
      try tmux.type("stty -g > /tmp/$PPID.before; \(Probe.path)", "Enter")
      try shows(0, tmux)
      #expect(try tmux.value("#{alternate_on}") == "1")
      try tmux.type("z")
      try tmux.wait { $0.contains("Stopped") }
      #expect(try tmux.value("#{alternate_on}#{cursor_flag}") == "01")
      try tmux.type("stty -g | cmp - /tmp/$PPID.before && echo same-$((40+2))", "Enter")
      try tmux.wait { $0.contains("same-42") }
      try tmux.type("bg", "Enter")
      try tmux.wait { $0.components(of: "Stopped") > 1 || $0.contains("&") }
      try tmux.type("fg", "Enter")
      try shows(1, tmux)
      try tmux.type("j")
      try shows(2, tmux)
      #expect(try tmux.value("#{alternate_on}") == "1")
      try tmux.type("q")
      try tmux.wait { $0.contains("left: ") }
      try tmux.type("stty -g | cmp - /tmp/$PPID.before && echo again-$((40+2))", "Enter")
      try tmux.wait { $0.contains("again-42") }
      try tmux.type("rm /tmp/$PPID.before; exit", "Enter")
    }

    @Test func anEditorHasTheTerminal() throws {
      let tmux = try Tmux(Probe.path)
      try shows(0, tmux)
      try tmux.type("e")
      try tmux.wait { $0.contains("in-editor") }
      #expect(try tmux.value("#{alternate_on}") == "0")
      try tmux.type("Enter")
      try shows(1, tmux)
      #expect(try tmux.value("#{alternate_on}") == "1")
    }

    @Test func mouseIsReportedWhenWished() throws {
      let tmux = try Tmux("\(Probe.path) mouse")
      try shows(0, tmux)
      #expect(try tmux.value("#{mouse_any_flag}") == "1")
    }
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = Substring(self)
    while let found = rest.firstRange(of: part) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
