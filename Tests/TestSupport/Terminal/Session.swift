import Glibc

/// One person at the real program in a real terminal.
///
/// A journey names keys as the manual does (`2 j Enter`, `Ctrl-r`, `d d`) and what must come to be
/// seen; whatever isn't seen in time is thrown with the whole screen. Ends with the test: its program,
/// its terminal and its folder are gone afterwards.
public final class Session {
  private let tmux: Tmux
  private let folder: String
  private let isUnderShell: Bool

  /// - Parameters:
  ///   - board: the board to open; nil lets the program choose.
  ///   - underShell: started by typing into an interactive shell, for suspending.
  ///   - server: logs in there and runs the program on the other side; the process is then ssh's.
  public init(
    _ board: TemporaryBoard?, as who: String = "wang", language: String = "zh",
    columns: Int = 120, rows: Int = 40, arguments: [String] = [], underShell: Bool = false,
    over server: SshServer? = nil
  ) throws {
    folder = "/tmp/sanban-session-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    mkdir(folder, 0o700)
    isUnderShell = underShell
    var words = [ChildProcess.built("sanban")]
    if let board { words += ["--board", board.path] }
    words += ["--language", language, "--as", who] + arguments
    if let server { words = server.login(words, terminal: true) }
    let command = words.map { "'\($0.replacing("'", with: #"'\''"#))'" }.joined(separator: " ")
    let script = """
      cd \(folder); export HOME=\(folder); stty -g > before
      sh -c 'echo $$ > pid; exec "$@"' - \(command); echo $? > status; stty -g > after
      exec cat > /dev/null
      """
    if underShell {
      tmux = try Tmux("exec bash --norc --noprofile", columns: columns, rows: rows)
      try tmux.wait { $0.contains("$") || $0.contains("#") }
      try tmux.write("cd \(folder); PS1='ready: '; clear; stty -g > before")
      try tmux.type("Enter")
      try tmux.wait { $0.hasPrefix("ready:") }
      try tmux.write("HOME=\(folder) \(command); echo $? > status; stty -g > after")
      try tmux.type("Enter")
    } else {
      tmux = try Tmux(script, columns: columns, rows: rows)
    }
    // Keys before the first screen would be lost with the terminal's old modes.
    try tmux.wait { shown in
      try tmux.value("#{alternate_on}") == "1" && shown.contains { !$0.isWhitespace }
    }
  }

  deinit {
    if let pid = try? pid() { kill(pid, SIGKILL) }
    tmux.end()
    guard folder.hasPrefix("/tmp/sanban-session-") else { return }
    _ = try? ChildProcess.run("rm", ["-rf", folder])
  }

  /// Presses keys, named as in the manual and apart by spaces.
  public func keys(_ names: String, line: Int = #line) throws {
    for name in names.split(separator: " ") {
      let before = name == "Esc" ? try tmux.screen() : ""
      try tmux.type(Self.tmuxName(String(name)))
      // The next byte would make an Alt key of a lone Esc: wait until the program has acted on it.
      if name == "Esc", !(try holds(within: 2) { try tmux.screen() != before }) {
        throw Failure("line \(line): Esc changed nothing in:\n\(before)")
      }
    }
  }

  /// Types text into a field.
  public func type(_ text: String) throws { try tmux.write(text) }

  public func paste(_ text: String) throws { try tmux.paste(text) }

  public func resize(columns: Int, rows: Int) throws {
    try tmux.resize(columns: columns, rows: rows)
  }

  public var screen: String { get throws { try tmux.screen() } }

  /// Waits until all of these texts stand on the screen and none of the others.
  @discardableResult
  public func see(
    _ wanted: String..., not unwanted: [String] = [], seconds: Double = 10, line: Int = #line
  ) throws -> String {
    var shown = ""
    let isSeen = try holds(within: seconds) {
      shown = try tmux.screen()
      return wanted.allSatisfy(shown.contains) && !unwanted.contains(where: shown.contains)
    }
    guard isSeen else {
      let missing = wanted.filter { !shown.contains($0) }
      let there = unwanted.filter { shown.contains($0) }
      throw Failure(
        "line \(line): missing \(missing)\(there.isEmpty ? "" : ", still there \(there)") in:\n\(shown)"
      )
    }
    return shown
  }

  /// Waits until one row of the screen holds all of these texts.
  @discardableResult
  public func seeRow(_ wanted: String..., seconds: Double = 10, line: Int = #line) throws -> String
  {
    var shown = ""
    var found: Substring?
    _ = try holds(within: seconds) {
      shown = try tmux.screen()
      found = shown.split(separator: "\n").first { row in wanted.allSatisfy(row.contains) }
      return found != nil
    }
    guard let found else { throw Failure("line \(line): no row with \(wanted) in:\n\(shown)") }
    return String(found)
  }

  /// A value of tmux's, such as `#{alternate_on}`.
  public func terminal(_ format: String) throws -> String { try tmux.value(format) }

  /// The running program's process.
  public func pid() throws -> pid_t {
    if isUnderShell {
      let children = try ChildProcess.run("pgrep", ["-P", try tmux.value("#{pane_pid}")]).output
      guard let pid = pid_t(children.filter { $0 != "\n" }) else { throw Failure("no program") }
      return pid
    }
    var pid: pid_t?
    _ = try holds {
      pid = try contents("pid").flatMap { pid_t($0) }
      return pid != nil
    }
    guard let pid else { throw Failure("no program") }
    return pid
  }

  /// Waits until the program has ended; the terminal must then be as it was.
  /// - Returns: its exit status, or 128 + signal.
  public func waitForEnd(seconds: Double = 10, line: Int = #line) throws -> Int32 {
    var status: Int32?
    let hasEnded = try holds(within: seconds) {
      status = try contents("status").flatMap { Int32($0) }
      return try status != nil && contents("after") != nil
    }
    guard hasEnded, let status else {
      throw Failure("line \(line): the program goes on:\n\(try screen)")
    }
    guard try contents("before") == contents("after") else {
      throw Failure("line \(line): the terminal's modes were left changed")
    }
    // The pane lives on, so that tmux shows what the program left; its last bytes may be on their way.
    let isAsBefore = try holds(within: 2) {
      try tmux.value("#{alternate_on}#{cursor_flag}#{mouse_any_flag}") == "010"
    }
    guard isAsBefore else {
      throw Failure("line \(line): the terminal was left on the other screen:\n\(try screen)")
    }
    return status
  }

  /// Presses q until the program has ended well.
  public func quit(line: Int = #line) throws {
    try keys("q")
    let status = try waitForEnd(line: line)
    guard status == 0 else { throw Failure("line \(line): ended with \(status)") }
  }

  /// Closes the terminal's window while the program runs.
  public func closeTerminal() { tmux.end() }

  private func contents(_ name: String) throws -> String? {
    guard let file = fopen("\(folder)/\(name)", "r") else { return nil }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = fread(&buffer, 1, buffer.count, file)
    guard count > 0, buffer[count - 1] == 10 else { return nil }
    return String(decoding: buffer[..<(count - 1)], as: UTF8.self)
  }

  private static func tmuxName(_ name: String) -> String {
    let special = [
      "Esc": "Escape", "PgDn": "PageDown", "PgUp": "PageUp", "Shift-Tab": "BTab",
      "Backspace": "BSpace", "Delete": "DC",
    ]
    if let other = special[name] { return other }
    if name.hasPrefix("Ctrl-") { return "C-" + name.dropFirst(5) }
    return name == ";" ? "\\;" : name
  }
}
