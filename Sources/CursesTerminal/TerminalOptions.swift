import TextCanvas

/// What a program wishes for when it enters the terminal.
public nonisolated struct TerminalOptions: Sendable {
  /// How roles look; it is adapted to the colours the terminal has.
  public var theme: Theme
  /// Colours to assume instead of what the terminal's description says (0 for none).
  public var colours: Int?
  /// Milliseconds after which a lone Escape is the key Escape: 50 at home, 150 over SSH.
  public var escapeDelay = 50
  /// Whether the mouse is reported.
  public var mouse = false

  public init(theme: Theme) { self.theme = theme }
}

/// Columns and rows, each from 1 on.
public nonisolated struct TerminalSize: Equatable, Sendable {
  public let columns: Int
  public let rows: Int

  /// Brings any two numbers into 1...1000 columns and 1...500 rows.
  public init(columns: Int, rows: Int) {
    self.columns = min(max(columns, 1), 1000)
    self.rows = min(max(rows, 1), 500)
  }
}

/// What was written to the terminal so far.
public nonisolated struct TerminalStatistics: Equatable, Sendable {
  /// Frames that changed something.
  public internal(set) var frames = 0
  /// Bytes of all frames.
  public internal(set) var bytes = 0
  /// Bytes of the frame before.
  public internal(set) var lastFrame = 0
}
