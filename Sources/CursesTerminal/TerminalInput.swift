import CSystem
import Glibc
import TextCanvas

/// What reading from the terminal gives.
public nonisolated enum InputResult: Equatable, Sendable {
  /// Keys, pasted text and the like; may be none.
  case events([InputEvent])
  /// The terminal is gone.
  case closed
}

/// Bytes from the terminal, and what they mean.
struct TerminalInput {
  private let descriptor: Int32
  private var decoder: KeyDecoder
  /// When a begun sequence counts as ended.
  private(set) var deadline: ContinuousClock.Instant?
  private(set) var isClosed = false
  /// One call takes no more than this, so that a long paste doesn't keep the program from drawing.
  private static let limit = 64 * 1024

  init(descriptor: Int32, escapeDelay: Int) {
    self.descriptor = descriptor
    decoder = KeyDecoder(escapeMilliseconds: escapeDelay)
  }

  mutating func read() -> InputResult {
    if isClosed { return .closed }
    let bytes = available()
    var events: [InputEvent] = []
    if !bytes.isEmpty {
      events = decoder.feed(bytes)
    } else if let deadline, deadline <= .now {
      events = decoder.timeout()
    } else {
      return isClosed ? .closed : .events([])
    }
    deadline = decoder.deadline.map { .now + .milliseconds($0) }
    return isClosed && events.isEmpty ? .closed : .events(events)
  }

  private mutating func available() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while bytes.count < Self.limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
        if count < buffer.count { break }
      } else if count < 0, errno == EINTR {
        continue
      } else {
        if count == 0 || errno != EAGAIN { isClosed = true }
        break
      }
    }
    return bytes
  }
}
