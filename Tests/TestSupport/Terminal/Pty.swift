import CSystem
import Glibc

/// A program in a terminal of its own, seen as bytes.
public final class Pty {
  public let child: pid_t
  private let master: Int32
  private let slave: Int32
  public private(set) var output: [UInt8] = []
  private var isMasterClosed = false
  public private(set) var exitStatus: Int32?

  /// - Parameters:
  ///   - environment: what comes on top of PATH, LANG and TERM.
  ///   - hasTerminal: false gives it no terminal as standard input.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String] = [],
    term: String? = "xterm-256color", columns: Int = 80, rows: Int = 24, hasTerminal: Bool = true
  ) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else { throw Failure("openpty") }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    self.master = master
    self.slave = slave
    modesBefore = Self.modes(of: slave)
    let path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    child = try ChildProcess.start(
      program, arguments,
      environment: ChildProcess.usual + (term.map { ["TERM=\($0)"] } ?? []) + environment,
      files: [.path(hasTerminal ? path : "/dev/null"), .path(path), .copy(of: 1)],
      leadsSession: true)
  }

  deinit {
    if exitStatus == nil {
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
    if master >= 0, !isMasterClosed { close(master) }
    close(slave)
  }

  public var text: String { String(decoding: output, as: UTF8.self) }

  /// Modes, as `stty -g` would print them; they can still be read after the child is gone.
  public var modes: [UInt32] { Self.modes(of: slave) }
  /// The modes before the program was started: it may be quick.
  public let modesBefore: [UInt32]

  private static func modes(of terminal: Int32) -> [UInt32] {
    var modes = termios()
    tcgetattr(terminal, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }

  public func type(_ text: String) { type(Array(text.utf8)) }

  /// Writes bytes as a terminal would; reads on while the program doesn't take them.
  public func type(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let end = ContinuousClock.now + .seconds(10)
    while !rest.isEmpty, ContinuousClock.now < end {
      let count = Array(rest.prefix(4096)).withUnsafeBytes {
        write(master, $0.baseAddress, $0.count)
      }
      if count > 0 { rest = rest.dropFirst(count) } else { read(milliseconds: 5) }
    }
  }

  public func signal(_ number: Int32) { kill(child, number) }

  /// Sets the size, which sends WINCH to the foreground.
  public func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Reads until the output holds a text; from `start` on when given.
  public func wait(for text: String, from start: Int = 0, seconds: Int = 10) throws {
    let wanted = Array(text.utf8)
    let end = ContinuousClock.now + .seconds(seconds)
    while !output.dropFirst(start).contains(wanted) {
      guard ContinuousClock.now < end else {
        throw Failure("no \(text) in \(self.text.debugDescription)")
      }
      guard !hasEnded || read(milliseconds: 20) else {
        throw Failure("ended without \(text) in \(self.text.debugDescription)")
      }
      read(milliseconds: 20)
    }
  }

  /// Reads until the child has ended.
  /// - Returns: its exit status, or 128 + signal.
  public func waitForEnd(seconds: Int = 10, reading: Bool = true) throws -> Int32 {
    let end = ContinuousClock.now + .seconds(seconds)
    while true {
      if hasEnded, let exitStatus {
        while reading, read(milliseconds: 0) {}
        return exitStatus
      }
      guard ContinuousClock.now < end else { throw Failure("still running") }
      if reading { read(milliseconds: 10) } else { usleep(2000) }
    }
  }

  /// Whether the child is gone.
  public var hasEnded: Bool {
    if exitStatus != nil { return true }
    var status: Int32 = 0
    guard waitpid(child, &status, WNOHANG) == child else { return false }
    exitStatus = ChildProcess.code(status)
    return true
  }

  /// The other side is gone.
  public func hangUp() {
    isMasterClosed = true
    close(master)
  }

  @discardableResult
  public func read(milliseconds: Int32) -> Bool {
    if isMasterClosed { return false }
    var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(master, &buffer, buffer.count)
    if count > 0 { output += buffer[..<count] }
    return count > 0
  }
}

extension Collection where Element == UInt8 {
  /// Whether these bytes hold others.
  func contains(_ other: [UInt8]) -> Bool {
    let all = Array(self)
    guard let first = other.first, all.count >= other.count else { return other.isEmpty }
    return (0...(all.count - other.count)).contains {
      all[$0] == first && all[$0..<($0 + other.count)].elementsEqual(other)
    }
  }
}
