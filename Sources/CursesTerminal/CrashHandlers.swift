import CSystem
import Glibc

/// Gives the terminal back when the program crashes.
///
/// Swift's own handler would ask questions on a terminal that nobody can read. This one writes the
/// restoring sequence, sets the modes, prints what was kept from standard error, and lets the
/// signal end the process as it would have.
enum CrashHandlers {
  private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE]

  /// From now on a crash restores the terminal.
  static func arm(device: Device, errors: StrayErrors?) {
    crash.pointee.modes = device.originalModes
    crash.pointee.terminal = device.descriptor
    crash.pointee.caught = errors?.descriptors.caught ?? -1
    crash.pointee.original = errors?.descriptors.original ?? -1
    if crash.pointee.text == nil {
      let text = UnsafeMutableBufferPointer<UInt8>.allocate(
        capacity: ControlText.afterCrash.count)
      _ = text.initialize(from: ControlText.afterCrash)
      crash.pointee.text = UnsafeRawBufferPointer(text)
      install()
    }
    crash.pointee.isArmed = true
  }

  /// From now on a crash leaves the terminal alone.
  static func disarm() { crash.pointee.isArmed = false }

  private static func install() {
    // A stack of its own, as the crash may be that the stack is used up.
    let size = 64 * 1024
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
    for signal in signals {
      var action = sigaction()
      action.sa_flags = Int32(truncatingIfNeeded: SA_RESETHAND) | SA_NODEFER | SA_ONSTACK
      action.__sigaction_handler.sa_handler = handleCrash
      sigaction(signal, &action, nil)
    }
  }
}

private nonisolated struct CrashState {
  var isArmed = false
  var modes = termios()
  var terminal: Int32 = -1
  var caught: Int32 = -1
  var original: Int32 = -1
  var text: UnsafeRawBufferPointer?
}

/// Allocated once, so that the handler touches nothing that Swift would have to set up.
private nonisolated let crash: SendableState = {
  let state = UnsafeMutablePointer<CrashState>.allocate(capacity: 1)
  state.initialize(to: CrashState())
  return SendableState(pointer: state)
}()

private nonisolated struct SendableState: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<CrashState>
  var pointee: CrashState {
    get { pointer.pointee }
    nonmutating set { pointer.pointee = newValue }
  }
}

/// Only functions that are allowed in a signal handler.
private nonisolated func handleCrash(_ signal: Int32) {
  let state = crash.pointer
  if state.pointee.isArmed {
    state.pointee.isArmed = false
    var ready = pollfd(fd: state.pointee.terminal, events: Int16(POLLOUT), revents: 0)
    poll(&ready, 1, 300)
    if let text = state.pointee.text {
      _ = write(state.pointee.terminal, text.baseAddress, text.count)
    }
    tcsetattr(state.pointee.terminal, TCSANOW, &state.pointee.modes)
    if state.pointee.caught >= 0 {
      var offset: off_t = 0
      while sendfile(state.pointee.original, state.pointee.caught, &offset, 64 * 1024) > 0 {}
    }
  }
  raise(signal)
}
