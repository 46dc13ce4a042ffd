import CNcursesw
import CSystem
import Glibc
import TextCanvas

/// ncurses, drawing into memory. It never sees the terminal; its bytes are handed to the caller.
///
/// There can be one at a time: ncurses keeps its state in the process.
final class CursesScreen {
  /// Colours the terminal's description promises; 0 for none.
  let colours: Int
  private let screen: OpaquePointer
  private let files: [UnsafeMutablePointer<FILE>]
  private let memory: MemoryFile
  private var pairs: ColourPairs
  private var glyphs: GlyphCells
  private var squeezer: AttributeSqueezer
  private var line: [cchar_t] = []
  private var shown: Canvas?
  private var size: TerminalSize

  /// - Parameter name: of the terminal's description; xterm-256color is taken when it is unknown.
  init(name: String, size: TerminalSize, theme: Theme, colours: Int?) throws(TerminalFault) {
    guard let memory = MemoryFile(name: "screen"), let output = fdopen(memory.descriptor, "w"),
      let input = fopen("/dev/null", "re")
    else { throw .noDescription }
    guard let screen = Self.open(name, size, output, input) else {
      fclose(output)
      fclose(input)
      throw .noDescription
    }
    guard let place = tigetstr("cup"), Int(bitPattern: place) != -1 else {
      endwin()
      delscreen(screen)
      fclose(output)
      fclose(input)
      throw .dumbTerminal
    }
    self.memory = memory
    self.screen = screen
    self.size = size
    files = [output, input]
    typeahead(-1)
    keypad(sanban_stdscr(), true)
    let coloured = start_color() != ERR && use_default_colors() != ERR
    self.colours = colours ?? (coloured ? Int(sanban_colors()) : 0)
    pairs = ColourPairs(limit: coloured ? Int(sanban_color_pairs()) : 0)
    glyphs = GlyphCells(theme: theme.adapted(toColours: self.colours), pairs: &pairs)
    squeezer = AttributeSqueezer(turnsOffSingly: coloured)
  }

  private static func open(
    _ name: String, _ size: TerminalSize, _ output: UnsafeMutablePointer<FILE>,
    _ input: UnsafeMutablePointer<FILE>
  ) -> OpaquePointer? {
    // A file in memory has no size: ncurses is told by the environment, and children are not.
    setenv("LINES", String(size.rows), 1)
    setenv("COLUMNS", String(size.columns), 1)
    defer {
      unsetenv("LINES")
      unsetenv("COLUMNS")
    }
    // ncurses installs handlers of its own; signals are read from a descriptor here.
    let signals = [SIGTSTP, SIGINT, SIGTERM, SIGWINCH]
    let actions = signals.map { signal in
      var action = sigaction()
      sigaction(signal, nil, &action)
      return action
    }
    defer {
      for (signal, action) in zip(signals, actions) {
        var action = action
        sigaction(signal, &action, nil)
      }
    }
    return newterm(name, output, input) ?? newterm("xterm-256color", output, input)
  }

  /// Takes another look; all is drawn anew.
  func use(_ theme: Theme) {
    glyphs = GlyphCells(theme: theme.adapted(toColours: colours), pairs: &pairs)
    shown = nil
  }

  /// The bytes that lead from what the terminal shows to this canvas.
  func draw(_ canvas: Canvas) -> [UInt8] { squeezer.squeeze(drawWithCurses(canvas)) }

  /// The same as ncurses writes it.
  func drawWithCurses(_ canvas: Canvas) -> [UInt8] {
    if let shown, shown == canvas { return [] }
    let window = sanban_stdscr()
    let before = shown.flatMap { $0.columns == canvas.columns && $0.rows == canvas.rows ? $0 : nil }
    if before == nil { werase(window) }
    for row in 0..<min(canvas.rows, size.rows) where before?.row(row) != canvas.row(row) {
      line.removeAll(keepingCapacity: true)
      glyphs.append(canvas.row(row), columns: size.columns, to: &line)
      mvwadd_wchnstr(window, Int32(row), 0, line, Int32(line.count))
    }
    // A hidden cursor stays where drawing left it.
    leaveok(window, canvas.cursor == nil)
    if let cursor = canvas.cursor {
      wmove(
        window, Int32(min(max(cursor.row, 0), size.rows - 1)),
        Int32(min(max(cursor.column, 0), size.columns - 1)))
    }
    shown = canvas
    wnoutrefresh(window)
    doupdate()
    return memory.take()
  }

  /// Trusts nothing that the terminal shows: the next canvas is drawn as a whole.
  func forget() {
    shown = nil
    clearok(sanban_curscr(), true)
  }

  func resize(to size: TerminalSize) {
    self.size = size
    resizeterm(Int32(size.rows), Int32(size.columns))
    forget()
  }

  /// Bytes that ncurses wrote outside of drawing, such as those that begin its screen.
  func takeBytes() -> [UInt8] { memory.take() }

  /// The bytes that end ncurses's screen; the next canvas begins it again.
  func end() -> [UInt8] {
    endwin()
    forget()
    squeezer.forget()
    return memory.take()
  }

  /// Frees ncurses. Nothing may be called afterwards.
  func dispose() {
    endwin()
    delscreen(screen)
    for file in files { fclose(file) }
  }
}
