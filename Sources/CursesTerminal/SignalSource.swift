import CSystem
import Glibc

/// The signals of a program with a screen, read from a descriptor like everything else.
public struct SignalSource: ~Copyable {
  public enum Signal: Equatable, Sendable {
    /// The terminal has another size.
    case resized
    /// Asked to end (TERM, QUIT).
    case terminate
    /// The terminal is gone.
    case hangup
    /// Ctrl-C sent from outside; typed it is a key.
    case interrupt
    /// Asked to stop; answer with ``Terminal/suspend()``.
    case suspend
    /// Woken after a stop; answer with ``Terminal/continued()``.
    case continued
  }

  /// Becomes readable when a signal arrives.
  public let descriptor: Int32

  private static let numbers: [(Int32, Signal)] = [
    (SIGWINCH, .resized), (SIGTERM, .terminate), (SIGQUIT, .terminate), (SIGHUP, .hangup),
    (SIGINT, .interrupt), (SIGTSTP, .suspend), (SIGCONT, .continued),
  ]

  /// Blocks the signals. Call it first thing in `main`: threads inherit what is blocked.
  /// Writing to a closed pipe becomes an error instead of the end.
  public static func block() {
    var mask = SignalMask.set(of: numbers.map(\.0))
    pthread_sigmask(SIG_BLOCK, &mask, nil)
    signal(SIGPIPE, SIG_IGN)
  }

  /// Opens the descriptor; nil when the system has none left.
  public init?() {
    Self.block()
    var mask = SignalMask.set(of: Self.numbers.map(\.0))
    descriptor = signalfd(-1, &mask, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// What has arrived since the last call, each kind once, in the order of arrival.
  public func read() -> [Signal] {
    var signals: [Signal] = []
    var information = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    while Glibc.read(descriptor, &information, size) == size {
      let number = Int32(bitPattern: information.ssi_signo)
      guard let signal = Self.numbers.first(where: { $0.0 == number })?.1 else { continue }
      if !signals.contains(signal) { signals.append(signal) }
    }
    return signals
  }
}
