import Glibc

/// An sshd of its own on loopback, with keys and a configuration in a temporary folder: whoever runs
/// the tests logs in as himself with a key made for the test. Gone with it.
public final class SshServer {
  private let folder: String
  private let port: Int
  private let process: pid_t

  public init() throws {
    folder = "/tmp/sanban-ssh-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    mkdir(folder, 0o700)
    for key in ["host", "id"] {
      let made = try ChildProcess.run(
        "ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", "\(folder)/\(key)"])
      guard made.status == 0 else { throw Failure("ssh-keygen: \(made.output)") }
    }
    // A server of root's separates its privileges in this folder.
    if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
    port = try Self.freePort()
    try Self.write(
      """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(folder)/host
      PidFile none
      AuthorizedKeysFile \(folder)/id.pub
      StrictModes no
      UsePAM no
      PasswordAuthentication no
      PermitRootLogin yes
      AcceptEnv LANG LC_*
      PrintMotd no
      LogLevel ERROR

      """, to: "\(folder)/config")
    try Self.write("", to: "\(folder)/log")
    process = try ChildProcess.start(
      "/usr/sbin/sshd", ["-D", "-e", "-f", "\(folder)/config"], environment: ChildProcess.usual,
      files: [.path("/dev/null"), .path("\(folder)/log"), .copy(of: 1)])
    guard holds(within: 10, { Self.accepts(port) }) else {
      throw Failure("sshd doesn't answer; is openssh-server installed?")
    }
  }

  deinit {
    kill(process, SIGTERM)
    waitpid(process, nil, 0)
    guard folder.hasPrefix("/tmp/sanban-ssh-") else { return }
    _ = try? ChildProcess.run("rm", ["-rf", folder])
  }

  /// The words that log in and run a command there.
  /// - Parameter terminal: asks for a terminal on the other side.
  public func login(_ command: [String], terminal: Bool) -> [String] {
    let name = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "root"
    let quoted = command.map { "'\($0)'" }.joined(separator: " ")
    return [
      "ssh", terminal ? "-tt" : "-T", "-F", "none", "-i", "\(folder)/id", "-p", "\(port)",
      "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o",
      "IdentitiesOnly=yes", "-o", "LogLevel=ERROR", "\(name)@127.0.0.1",
      "env HOME=\(folder) LC_ALL=C.UTF-8 \(quoted)",
    ]
  }

  /// Runs a command there without a terminal.
  public func run(_ command: [String]) throws -> (output: String, status: Int32) {
    let words = login(command, terminal: false)
    return try ChildProcess.run(words[0], Array(words.dropFirst()))
  }

  private static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Failure("can't write \(path)") }
    fputs(text, file)
    fclose(file)
  }

  /// A port that nobody listens on: the system names one for a moment.
  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = loopback(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isNamed = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isNamed else { throw Failure("no port") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private static func accepts(_ port: Int) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = loopback(UInt16(port))
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}
