import CSystem
import Glibc

/// What is on its way to the terminal. Writing never waits, unless asked to for a limited time.
struct FrameOutput {
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var written = 0
  /// True once the terminal is gone; what is on its way is thrown away then.
  private(set) var isClosed = false

  init(descriptor: Int32) { self.descriptor = descriptor }

  var isIdle: Bool { pending.isEmpty }

  mutating func append(_ bytes: [UInt8]) {
    if !isClosed { pending += bytes }
  }

  /// Writes as much as the terminal takes now.
  mutating func flush() {
    while written < pending.count {
      let count = pending[written...].withUnsafeBytes {
        write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        written += count
      } else if count < 0, errno == EINTR {
        continue
      } else if count < 0, errno == EAGAIN {
        return
      } else {
        isClosed = true
        break
      }
    }
    pending.removeAll(keepingCapacity: true)
    written = 0
  }

  /// Forgets what has not been written.
  mutating func discard() {
    pending.removeAll()
    written = 0
  }

  /// Writes all, or gives up when the time is over.
  /// - Returns: whether all was written.
  mutating func flush(within limit: Duration) -> Bool {
    let end = ContinuousClock.now + limit
    flush()
    while !isIdle {
      let left = Milliseconds.until(end)
      if left == 0 { return false }
      var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&entry, 1, left)
      flush()
    }
    return !isClosed
  }
}

/// Times for poll(2).
enum Milliseconds {
  /// Milliseconds until a moment, rounded up; 0 when it is past, -1 (for ever) without one.
  static func until(_ moment: ContinuousClock.Instant?) -> Int32 {
    guard let moment else { return -1 }
    let left = moment - .now
    if left <= .zero { return 0 }
    let (seconds, attoseconds) = left.components
    let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: milliseconds)
  }
}
