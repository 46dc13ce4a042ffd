import CSystem
import Glibc

/// Another program in the foreground of the terminal, such as an editor.
enum ChildProgram {
  /// Starts a program found on PATH, with no signal blocked, and waits for its end. When it is
  /// stopped (Ctrl-Z), this process stops with it.
  /// - Returns: its exit status, 128 + signal if killed by one, nil if it couldn't be started.
  static func run(_ arguments: [String]) -> Int32? {
    guard let program = arguments.first else { return nil }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    guard posix_spawnp(&child, program, nil, &attributes, words, sanban_environ()) == 0 else {
      return nil
    }
    return wait(for: child)
  }

  private static func wait(for child: pid_t) -> Int32? {
    var status: Int32 = 0
    while true {
      let found = waitpid(child, &status, WUNTRACED)
      if found < 0, errno == EINTR { continue }
      guard found == child else { return nil }
      if status & 0xFF == 0x7F {  // stopped
        SignalMask.forget(SIGTSTP)
        SignalMask.lettingThrough(SIGTSTP) { raise(SIGTSTP) }
        SignalMask.forget(SIGCONT)
        kill(child, SIGCONT)
        continue
      }
      let signal = status & 0x7F
      return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }
  }
}
