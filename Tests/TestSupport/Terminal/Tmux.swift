import CSystem
import Glibc

/// A tmux of its own: a real terminal that tells what it shows.
public final class Tmux {
  private let socket: String

  /// - Parameter command: what runs in it, for a shell.
  public init(_ command: String, columns: Int = 80, rows: Int = 24) throws {
    socket = "/tmp/sanban-tmux-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    try run([
      "-u", "-f", "/dev/null", "new-session", "-d", "-x", String(columns), "-y", String(rows),
      command, ";", "set", "-g", "remain-on-exit", "on",
    ])
  }

  deinit { end() }

  /// Ends the terminal as closing its window would.
  public func end() {
    let process = (try? value("#{pid}")).flatMap { pid_t($0) }
    _ = try? run(["kill-server"])
    unlink(socket)
    guard let process else { return }
    let isGone = holds(within: 2) { kill(process, 0) != 0 }
    if !isGone { kill(process, SIGKILL) }
  }

  /// Keys by tmux's names: `j`, `Enter`, `C-r`.
  public func type(_ keys: String...) throws { try run(["send-keys"] + keys) }

  public func type(keys: [String]) throws { try run(["send-keys"] + keys) }

  /// Text as it stands.
  public func write(_ text: String) throws { try run(["send-keys", "-l", text]) }

  /// Text pasted from a clipboard, in brackets where the program asked for them.
  public func paste(_ text: String) throws {
    try run(["set-buffer", text, ";", "paste-buffer", "-p"])
  }

  public func resize(columns: Int, rows: Int) throws {
    try run(["resize-window", "-x", String(columns), "-y", String(rows)])
  }

  public func screen(withColours: Bool = false) throws -> String {
    try run(["capture-pane", "-p"] + (withColours ? ["-e", "-N"] : []))
  }

  /// The value of a format, such as `#{alternate_on}`.
  public func value(_ format: String) throws -> String {
    String(try run(["display", "-p", format]).filter { $0 != "\n" })
  }

  /// Waits until the screen fulfils a condition.
  @discardableResult
  public func wait(seconds: Double = 10, _ condition: (String) throws -> Bool) throws -> String {
    var shown = ""
    let isSeen = try holds(within: seconds) {
      shown = try screen()
      return try condition(shown)
    }
    guard isSeen else { throw Failure("waited for something else in:\n\(shown)") }
    return shown
  }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    let (output, status) = try ChildProcess.run(
      "tmux", ["-S", socket] + arguments,
      environment: ["HOME=/tmp", "SHELL=/bin/bash", "TERM=xterm"])
    guard status == 0 else { throw Failure("tmux \(arguments): \(output)") }
    return output
  }
}
