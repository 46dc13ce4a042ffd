import CSystem
import Glibc

/// Which signals the calling thread lets through.
enum SignalMask {
  static func set(of signals: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    return set
  }

  /// Runs `body` with one signal blocked.
  static func blocking(_ signal: Int32, _ body: () -> Void) {
    var mask = set(of: [signal])
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &mask, &before)
    body()
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  /// Runs `body` with the default action of one signal let through.
  static func lettingThrough(_ signal: Int32, _ body: () -> Void) {
    var byDefault = sigaction()
    byDefault.__sigaction_handler.sa_handler = SIG_DFL
    var action = sigaction()
    sigaction(signal, &byDefault, &action)
    var mask = set(of: [signal])
    var before = sigset_t()
    pthread_sigmask(SIG_UNBLOCK, &mask, &before)
    body()
    pthread_sigmask(SIG_SETMASK, &before, nil)
    sigaction(signal, &action, nil)
  }

  /// Takes a blocked signal that has arrived off the list of those to be handled.
  static func forget(_ signal: Int32) {
    var mask = set(of: [signal])
    var none = timespec()
    while sigtimedwait(&mask, nil, &none) > 0 {}
  }
}
