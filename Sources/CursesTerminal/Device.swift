import CSystem
import Glibc

/// The terminal itself: an own, non-blocking description of it, its modes and its size.
///
/// Descriptors 0, 1 and 2 are shared with the shell, so they are never made non-blocking.
struct Device {
  let descriptor: Int32
  /// The modes it had before, and gets back.
  private(set) var originalModes: termios

  init() throws(TerminalFault) {
    guard isatty(0) == 1, isatty(1) == 1 else { throw .notATerminal }
    descriptor = open("/dev/tty", O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    originalModes = termios()
    guard descriptor >= 0 else { throw .notATerminal }
    guard tcgetattr(descriptor, &originalModes) == 0 else {
      Glibc.close(descriptor)
      throw .notATerminal
    }
  }

  /// Every key arrives as bytes, at once and unseen.
  func makeRaw() {
    var modes = originalModes
    cfmakeraw(&modes)
    setModes(modes)
  }

  /// Gives the original modes back.
  func restoreModes() { setModes(originalModes) }

  /// Takes the modes of now as the original ones: a shell may have changed them meanwhile.
  mutating func rememberModes() { tcgetattr(descriptor, &originalModes) }

  /// In the background setting modes would stop the process: not here, it may be about to end.
  private func setModes(_ modes: termios) {
    var modes = modes
    SignalMask.blocking(SIGTTOU) { _ = tcsetattr(descriptor, TCSANOW, &modes) }
  }

  var size: TerminalSize {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else { return TerminalSize(columns: 80, rows: 24) }
    return TerminalSize(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// Whether this process may use the terminal now; the shell has it otherwise.
  var isForeground: Bool {
    let group = tcgetpgrp(descriptor)
    return group < 0 || group == getpgrp()
  }

  /// Throws away what the terminal has not taken yet, so that closing it can't hang.
  func discardOutput() { SignalMask.blocking(SIGTTOU) { _ = tcflush(descriptor, TCOFLUSH) } }

  func close() { Glibc.close(descriptor) }
}
