/// Why the screen can't be shown here. The sentences, in either language, are the caller's.
public nonisolated enum TerminalFault: Error, Equatable, Sendable {
  /// Input or output is not a terminal, or the process has no controlling terminal.
  case notATerminal
  /// TERM is not set or empty.
  case terminalUnset
  /// TERM is not 1 to 64 of `A-Z a-z 0-9 . _ + -`.
  case malformedTerminalName
  /// The terminal can't place its cursor.
  case dumbTerminal
  /// No UTF-8 locale could be had.
  case noUTF8
  /// There is a name, but neither its description nor the one of xterm-256color is installed.
  case noDescription
}
