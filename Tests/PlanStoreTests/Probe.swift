import CSystem
import Glibc

@testable import PlanStore

/// A process of `StoreProbe` whose output is read line by line.
final class Probe {
  let process: pid_t
  private let output: Int32
  private var rest: [UInt8] = []
  private(set) var status: Int32?

  /// - Parameter shell: commands before it, such as `ulimit -f 8`.
  init(_ arguments: [String], shell: String = "") {
    var pipes: [Int32] = [0, 0]
    pipe(&pipes)
    _ = fcntl(pipes[0], F_SETFD, FD_CLOEXEC)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, pipes[1], 1)
    posix_spawn_file_actions_addclose(&actions, pipes[1])
    let command =
      "\(shell)\nexec '\(Probe.program)' "
      + arguments.map { "'\($0)'" }
      .joined(separator: " ")
    // Test threads block signals; the probe must not inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var mask = sigset_t()
    sigemptyset(&mask)
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = []
    for word in ["sh", "-c", command] { words.append(strdup(word)) }
    words.append(nil)
    var process: pid_t = 0
    posix_spawn(&process, "/bin/sh", &actions, &attributes, &words, sanban_environ())
    for word in words { free(word) }
    posix_spawn_file_actions_destroy(&actions)
    close(pipes[1])
    output = pipes[0]
    self.process = process
  }

  deinit {
    if status == nil { kill(SIGKILL) }
    close(output)
  }

  private static var program: String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = String(
      decoding: buffer[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return FileCheck.folder(of: path) + "/StoreProbe"
  }

  /// The next line; nil at the end.
  func line() -> String? {
    var part = [UInt8](repeating: 0, count: 4_096)
    while true {
      if let end = rest.firstIndex(of: 10) {
        let line = String(decoding: rest[..<end], as: UTF8.self)
        rest.removeSubrange(...end)
        return line
      }
      let count = read(output, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      rest += part[..<count]
    }
  }

  /// Everything until the process ends.
  func lines() -> [String] {
    var all: [String] = []
    while let line = line() { all.append(line) }
    wait()
    return all
  }

  func signal(_ number: Int32) { Glibc.kill(process, number) }

  func kill(_ number: Int32) {
    signal(number)
    wait()
  }

  func wait() {
    guard status == nil else { return }
    var code: Int32 = 0
    waitpid(process, &code, 0)
    status = code
  }
}
