import CSystem
import Glibc
import TextCanvas

/// The terminal, while the program has its screen.
///
/// ncurses draws into memory; this owns the terminal. It is entered once and left on every way out:
/// ``leave()``, ``suspend()``, ``withoutScreen(_:)``, and by itself when the program crashes.
public final class Terminal {
  /// Columns and rows to draw for.
  public private(set) var size: TerminalSize
  /// Colours the terminal has, 0 for none, unless the options say otherwise.
  public var colours: Int { screen.colours }
  /// What was written so far.
  public private(set) var statistics = TerminalStatistics()
  /// How roles look; a new one is seen with the next canvas.
  public var theme: Theme { didSet { screen.use(theme) } }
  /// True once the terminal is gone. There is nothing to do then but to end.
  public var isClosed: Bool { input.isClosed || output.isClosed }

  private let options: TerminalOptions
  private let screen: CursesScreen
  private var device: Device
  private var output: FrameOutput
  private var input: TerminalInput
  private var errors: StrayErrors?
  private var state = State.up
  private var showsCursor = false

  private enum State { case up, paused, left }
  /// Frames from this size on are marked, so that a terminal shows them as a whole.
  private static let synchronizedFrom = 1024
  /// How long a terminal that doesn't read is waited for.
  private static let patience = Duration.milliseconds(300)

  /// Takes the terminal: other screen, every key as bytes, pasted text in brackets.
  ///
  /// Call ``SignalSource/block()`` before.
  public static func enter(_ options: TerminalOptions) throws(TerminalFault) -> Terminal {
    try Terminal(options)
  }

  private init(_ options: TerminalOptions) throws(TerminalFault) {
    device = try Device()
    let size = device.size
    do {
      let name = try TerminalChecks.name(TerminalChecks.variable("TERM"))
      try TerminalChecks.chooseUTF8()
      screen = try CursesScreen(
        name: name, size: size, theme: options.theme, colours: options.colours)
    } catch {
      device.close()
      throw error
    }
    self.size = size
    self.options = options
    theme = options.theme
    output = FrameOutput(descriptor: device.descriptor)
    input = TerminalInput(descriptor: device.descriptor, escapeDelay: options.escapeDelay)
    takeOver()
  }

  private func takeOver() {
    errors = StrayErrors()
    CrashHandlers.arm(device: device, errors: errors)
    device.makeRaw()
    output.append(screen.takeBytes() + ControlText.enter(mouse: options.mouse))
    output.flush()
    showsCursor = false
    state = .up
  }

  private func giveBack() {
    output.append(screen.end() + ControlText.leave(mouse: options.mouse))
    if !output.flush(within: Self.patience) {
      device.discardOutput()
      output.discard()
    }
    device.restoreModes()
    CrashHandlers.disarm()
    errors?.end()
    errors = nil
    state = .paused
  }

  // MARK: Drawing

  /// Whether everything drawn so far has been written. Only then is something new drawn.
  public var isIdle: Bool { output.isIdle }

  /// Shows a canvas by writing what differs from the one before.
  /// - Returns: false, and nothing is drawn, while a frame is on its way or the screen isn't up.
  @discardableResult
  public func present(_ canvas: Canvas) -> Bool {
    guard state == .up, output.isIdle, !isClosed else { return false }
    var frame = screen.draw(canvas)
    if showsCursor != (canvas.cursor != nil) {
      showsCursor.toggle()
      frame =
        showsCursor ? frame + ControlText.showCursor : ControlText.hideCursor + frame
    }
    if frame.isEmpty { return true }
    if frame.count >= Self.synchronizedFrom {
      frame = ControlText.beginFrame + frame + ControlText.endFrame
    }
    statistics.frames += 1
    statistics.bytes += frame.count
    statistics.lastFrame = frame.count
    output.append(frame)
    output.flush()
    return true
  }

  /// Goes on writing; call it when the terminal is ready for more.
  public func flush() { output.flush() }

  /// Draws everything anew with the next canvas, whatever has happened to the screen (Ctrl-L).
  public func redraw() { screen.forget() }

  /// Asks the terminal for its size and takes it; the next canvas is drawn as a whole.
  public func resize() { resize(to: device.size) }

  /// Takes a size as the terminal's.
  public func resize(to size: TerminalSize) {
    self.size = size
    screen.resize(to: size)
  }

  /// Rings.
  public func bell() {
    guard state == .up, output.isIdle else { return }
    output.append([ControlText.bell])
    output.flush()
  }

  /// Puts a text on the clipboard of whoever sits before the terminal, if the terminal lets us.
  /// - Returns: false when the text has more than 74,994 bytes; nothing is sent then.
  public func copyToClipboard(_ text: String) -> Bool {
    let insideTmux = TerminalChecks.variable("TMUX") != nil
    guard let sequence = Clipboard.sequence(for: text, insideTmux: insideTmux) else { return false }
    if state == .up {
      output.append(sequence)
      output.flush()
    }
    return true
  }

  // MARK: Input

  /// Readable when keys have arrived, writable when ``flush()`` can go on.
  public var descriptor: Int32 { device.descriptor }

  /// When ``readInput()`` must be called even if nothing arrives: an Escape waits for its meaning.
  public var inputDeadline: ContinuousClock.Instant? { input.deadline }

  /// What has been typed since the last call. Never waits.
  public func readInput() -> InputResult { state == .left ? .closed : input.read() }

  // MARK: Leaving

  /// Gives the terminal back for good: the other screen, its modes. Waits 300 ms at most for a
  /// terminal that doesn't read. Again is harmless.
  public func leave() {
    guard state != .left else { return }
    if state == .up { giveBack() }
    state = .left
    screen.dispose()
    device.close()
  }

  /// Stops the program as the shell's job control knows it (Ctrl-Z) and comes back when it goes on.
  /// The next canvas is drawn as a whole; the size may be another.
  public func suspend() {
    guard state == .up else { return }
    giveBack()
    // Not STOP: where no shell waits it would be for ever, while TSTP is ignored there.
    SignalMask.lettingThrough(SIGTSTP) { kill(0, SIGTSTP) }
    SignalMask.forget(SIGCONT)
    waitForForeground()
    device.rememberModes()
    takeOver()
    resize()
  }

  /// Takes the terminal again after the process was stopped by somebody else and goes on.
  public func continued() {
    guard state == .up else { return }
    waitForForeground()
    device.makeRaw()
    output.append(ControlText.enter(mouse: options.mouse))
    showsCursor = false
    resize()
  }

  /// Runs something that needs the plain terminal: printing, a question, another program.
  /// The next canvas is drawn as a whole.
  public func withoutScreen<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard state == .up else { return try body() }
    giveBack()
    defer {
      waitForForeground()
      takeOver()
      resize()
    }
    return try body()
  }

  /// Runs another program on the plain terminal and waits for its end.
  /// - Parameter arguments: its name, looked up on PATH, and what it is given.
  /// - Returns: its exit status, 128 + signal if killed by one, nil if it couldn't be started.
  public func run(_ arguments: [String]) -> Int32? {
    withoutScreen { ChildProgram.run(arguments) }
  }

  /// A process woken in the background (`bg`) stops again before it touches the terminal.
  private func waitForForeground() {
    var attempts = 0
    while !device.isForeground, attempts < 100 {
      SignalMask.lettingThrough(SIGTTIN) { raise(SIGTTIN) }
      SignalMask.forget(SIGCONT)
      attempts += 1
    }
  }
}
