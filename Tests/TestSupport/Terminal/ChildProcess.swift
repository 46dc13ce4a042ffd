import CSystem
import Glibc

/// What went wrong on the way to what a test wanted.
public struct Failure: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}

/// Starting programs, with nothing of the tests' own leaking into them.
public enum ChildProcess {
  /// Where the build put a program: beside the tests.
  public static func built(_ name: String) -> String {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
    return bundle.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/" + name
  }

  /// One file a child begins with: opened by path, or a copy of another descriptor.
  enum File {
    case path(String)
    case copy(of: Int32)
  }

  /// - Parameter path: a file, or a name to look for in PATH.
  static func start(
    _ path: String, _ arguments: [String], environment: [String], files: [File],
    leadsSession: Bool = false
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      switch file {
      case .path(let path):
        posix_spawn_file_actions_addopen(&actions, Int32(number), path, O_RDWR, 0)
      case .copy(let other): posix_spawn_file_actions_adddup2(&actions, other, Int32(number))
      }
    }
    // A child that outlives its test must hold nothing of it, such as a lock or a terminal.
    posix_spawn_file_actions_addclosefrom_np(&actions, Int32(files.count))
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int16 = leadsSession ? 0x80 : 0
    posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var child: pid_t = 0
    guard posix_spawnp(&child, path, &actions, &attributes, &words, &variables) == 0 else {
      throw Failure("\(path) doesn't start")
    }
    return child
  }

  /// Runs a program to its end.
  /// - Parameters:
  ///   - environment: what comes on top of PATH and LANG.
  ///   - input: a file to read from.
  ///   - errors: a file that takes standard error; nil: it comes with the output.
  /// - Returns: what it wrote, and its exit status or 128 + signal.
  public static func run(
    _ path: String, _ arguments: [String], environment: [String] = [],
    input: String = "/dev/null", errors: String? = nil
  ) throws -> (output: String, status: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Failure("no pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let child: pid_t
    do {
      child = try start(
        path, arguments, environment: usual + environment,
        files: [
          .path(input), .copy(of: ends[1]), errors.map { .path($0) } ?? .copy(of: ends[1]),
        ])
    } catch {
      close(ends[1])
      throw error
    }
    close(ends[1])
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      output += buffer[..<count]
    }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return (String(decoding: output, as: UTF8.self), code(status))
  }

  static let usual = ["PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8"]

  static func code(_ status: Int32) -> Int32 {
    status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}

/// Looks again and again, for at most so long, until a condition holds.
/// - Returns: whether it came to hold.
public func holds(
  within seconds: Double = 10, _ condition: () throws -> Bool
) rethrows -> Bool {
  let end = ContinuousClock.now + .seconds(seconds)
  while true {
    if try condition() { return true }
    guard ContinuousClock.now < end else { return false }
    usleep(3000)
  }
}
