import CSystem
import Glibc

/// Sleeps until there is something to do. Without anything to do there is no waking up.
public enum Waiter {
  /// What there is to do.
  public struct Ready: Equatable, Sendable {
    /// Call ``Terminal/readInput()``: something was typed, an Escape's time is over, or the terminal
    /// is gone.
    public var input = false
    /// Call ``Terminal/flush()``.
    public var output = false
    /// Call ``SignalSource/read()``.
    public var signals = false
    /// Those of the caller's descriptors that are readable or broken.
    public var others: Set<Int32> = []
    /// The caller's deadline is past.
    public var deadline = false
  }

  /// Waits for the terminal (also to take more output, if some is on its way), signals, readable
  /// descriptors of the caller, or a moment, whichever comes first.
  public static func wait(
    terminal: Terminal, signals: borrowing SignalSource, others: [Int32] = [],
    until deadline: ContinuousClock.Instant? = nil
  ) -> Ready {
    var entries = [pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0)]
    // A terminal that is gone would always be ready: a negative descriptor is passed over.
    let watched = terminal.isClosed ? -1 : terminal.descriptor
    let events = terminal.isIdle ? Int16(POLLIN) : Int16(POLLIN | POLLOUT)
    entries.append(pollfd(fd: watched, events: events, revents: 0))
    for other in others { entries.append(pollfd(fd: other, events: Int16(POLLIN), revents: 0)) }
    let first = [deadline, terminal.inputDeadline].compactMap { $0 }.min()
    let found = poll(&entries, nfds_t(entries.count), Milliseconds.until(first))

    var ready = Ready()
    if found > 0 {
      ready.signals = entries[0].revents != 0
      ready.input = entries[1].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0
      ready.output = entries[1].revents & Int16(POLLOUT) != 0
      ready.others = Set(entries.dropFirst(2).filter { $0.revents != 0 }.map(\.fd))
    }
    let now = ContinuousClock.now
    if let moment = terminal.inputDeadline, moment <= now { ready.input = true }
    if let deadline, deadline <= now { ready.deadline = true }
    return ready
  }
}
