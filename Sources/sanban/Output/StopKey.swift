import Glibc
import PlanModel

/// Esc while a command works: looked for between two records, so that nothing is left half done.
/// Ctrl-c ends the program as ever, with the terminal as it was.
enum StopKey {
  nonisolated(unsafe) private static var before = termios()
  nonisolated(unsafe) private static var isWatching = false
  nonisolated(unsafe) private static var steps = 0

  /// Begins to look, where a person sits at a terminal.
  static func watch() {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1,
      tcgetattr(STDIN_FILENO, &before) == 0
    else { return }
    var changed = before
    changed.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard tcsetattr(STDIN_FILENO, TCSANOW, &changed) == 0 else { return }
    isWatching = true
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        tcsetattr(STDIN_FILENO, TCSANOW, &StopKey.before)
        _exit(128 + number)
      }
    }
  }

  /// - Parameter always: looks now, not only every so many records.
  /// - Throws: a refusal once Esc was pressed.
  static func check(always: Bool = false) throws {
    guard isWatching else { return }
    steps += 1
    guard always || steps % 64 == 0 else { return }
    var poll = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while Glibc.poll(&poll, 1, 0) > 0 {
      var byte: UInt8 = 0
      guard read(STDIN_FILENO, &byte, 1) == 1 else { return }
      guard byte == 0x1B else { continue }
      throw Refusal(.rule, Words("已停下，没有任何改动", "stopped; nothing has happened"))
    }
  }

  /// Leaves the terminal as it was.
  static func end() {
    guard isWatching else { return }
    isWatching = false
    tcsetattr(STDIN_FILENO, TCSANOW, &before)
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
  }
}
