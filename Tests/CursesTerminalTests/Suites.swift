import TestSupport
import Testing

/// Programs are started one at a time: a descriptor that slips into another child keeps a terminal
/// open. ncurses, too, is one for the whole process.
@Suite(.serialized) enum TerminalTests {}

/// The program these tests look at: a loop around the terminal, and little else.
enum Probe {
  static let path = ChildProcess.built("TerminalProbe")

  static func pty(
    term: String? = "xterm-256color", columns: Int = 80, rows: Int = 24, hasTerminal: Bool = true
  ) throws -> Pty {
    try Pty(path, term: term, columns: columns, rows: rows, hasTerminal: hasTerminal)
  }
}
