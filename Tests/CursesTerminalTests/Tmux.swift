import CSystem
import Glibc

/// A tmux of its own: a real terminal that tells what it shows.
final class Tmux {
  private let name: String

  /// - Parameter command: what runs in it, for a shell.
  init(_ command: String, columns: Int = 80, rows: Int = 24) throws {
    name = "sanban-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    try run([
      "-u", "-f", "/dev/null", "new-session", "-d", "-x", String(columns), "-y", String(rows),
      command, ";", "set", "-g", "remain-on-exit", "on",
    ])
  }

  deinit {
    let socket = try? value("#{socket_path}")
    _ = try? run(["kill-server"])
    if let socket { unlink(socket) }
  }

  func type(_ keys: String...) throws { try run(["send-keys"] + keys) }

  func resize(columns: Int, rows: Int) throws {
    try run(["resize-window", "-x", String(columns), "-y", String(rows)])
  }

  func screen(withColours: Bool = false) throws -> String {
    try run(["capture-pane", "-p"] + (withColours ? ["-e", "-N"] : []))
  }

  /// The value of a format, such as `#{alternate_on}`.
  func value(_ format: String) throws -> String {
    String(try run(["display", "-p", format]).filter { $0 != "\n" })
  }

  /// Waits until the screen fulfils a condition.
  @discardableResult
  func wait(seconds: Int = 10, _ condition: (String) throws -> Bool) throws -> String {
    let end = ContinuousClock.now + .seconds(seconds)
    while true {
      let shown = try screen()
      if try condition(shown) { return shown }
      guard ContinuousClock.now < end else { throw Pty.Failure(what: "waited for in:\n\(shown)") }
      usleep(5000)
    }
  }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Pty.Failure(what: "pipe") }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    // The server outlives this call: it must hold nothing of the tests', such as a lock.
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // With TERM blocked, as it may be here, the server couldn't be ended.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] =
      (["tmux", "-L", name] + arguments).map { strdup($0) } + [nil]
    let environment = [
      "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=/tmp", "SHELL=/bin/bash", "TERM=xterm",
    ]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var child: pid_t = 0
    let failed = posix_spawnp(&child, "tmux", &actions, &attributes, &words, &variables)
    close(ends[1])
    defer { close(ends[0]) }
    guard failed == 0 else { throw Pty.Failure(what: "no tmux") }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      if count <= 0 { break }
      output += buffer[..<count]
    }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    guard status == 0 else { throw Pty.Failure(what: "tmux \(arguments)") }
    return String(decoding: output, as: UTF8.self)
  }
}
