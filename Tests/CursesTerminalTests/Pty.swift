import CSystem
import Glibc

/// The probe in a terminal of its own, seen as bytes.
final class Pty {
  let child: pid_t
  private let master: Int32
  private let slave: Int32
  private(set) var output: [UInt8] = []

  struct Failure: Error { let what: String }

  /// - Parameter hasTerminal: false to give it input from elsewhere.
  init(
    _ arguments: [String] = [], term: String? = "xterm-256color", columns: Int = 80, rows: Int = 24,
    hasTerminal: Bool = true
  ) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else { throw Failure(what: "openpty") }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    self.master = master
    self.slave = slave

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    posix_spawn_file_actions_addopen(&actions, 0, hasTerminal ? path : "/dev/null", O_RDWR, 0)
    posix_spawn_file_actions_addopen(&actions, 1, path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int16 = 0x80
    posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] =
      ([Pty.probe] + arguments).map { strdup($0) } + [nil]
    var environment = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8"]
    if let term { environment.append("TERM=\(term)") }
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var child: pid_t = 0
    guard posix_spawn(&child, Pty.probe, &actions, &attributes, &words, &variables) == 0 else {
      throw Failure(what: "spawn \(Pty.probe)")
    }
    self.child = child
  }

  deinit {
    if exitStatus == nil {
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
    if master >= 0, !isMasterClosed { close(master) }
    close(slave)
  }

  private var isMasterClosed = false
  private(set) var exitStatus: Int32?

  /// Where the build put the probe: beside the tests.
  static var probe: String {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
    return bundle.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/TerminalProbe"
  }

  var text: String { String(decoding: output, as: UTF8.self) }

  /// Modes and size, as `stty -g` would print them.
  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(slave, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  func signal(_ number: Int32) { kill(child, number) }

  /// Sets the size, which sends WINCH to the foreground.
  func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Reads until the output holds a text; from `start` on when given.
  func wait(for text: String, from start: Int = 0, seconds: Int = 10) throws {
    let wanted = Array(text.utf8)
    let end = ContinuousClock.now + .seconds(seconds)
    while !output.dropFirst(start).contains(wanted) {
      guard ContinuousClock.now < end else {
        throw Failure(what: "no \(text) in \(self.text.debugDescription)")
      }
      read(milliseconds: 20)
    }
  }

  /// Reads until the child has ended.
  /// - Returns: its exit status, or 128 + signal.
  func waitForEnd(seconds: Int = 10, reading: Bool = true) throws -> Int32 {
    let end = ContinuousClock.now + .seconds(seconds)
    while true {
      var status: Int32 = 0
      if waitpid(child, &status, WNOHANG) == child {
        while reading, read(milliseconds: 0) {}
        let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
        exitStatus = code
        return code
      }
      guard ContinuousClock.now < end else { throw Failure(what: "still running") }
      if reading { read(milliseconds: 10) } else { usleep(2000) }
    }
  }

  /// The other side is gone.
  func hangUp() {
    isMasterClosed = true
    close(master)
  }

  @discardableResult
  private func read(milliseconds: Int32) -> Bool {
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
