import Glibc
import TestSupport

/// The program as over SSH, with everything read that it has to say.
final class Line {
  /// How fast the line is.
  enum Kind {
    case near
    /// 64 kbit/s and 100 ms there and back.
    case slow
  }

  let pty: Pty
  private let kind: Kind

  init(
    _ board: TemporaryBoard, _ arguments: [String], _ language: String, columns: Int, rows: Int,
    kind: Kind = .near
  ) throws {
    self.kind = kind
    let program =
      [ChildProcess.built("sanban")] + arguments
      + ["--board", board.path, "--language", language, "--as", "wang"]
    let words = kind == .slow ? [Self.relay] + program : program
    pty = try Pty(
      words[0], Array(words.dropFirst()),
      environment: ["HOME=\(board.folder)", "SSH_CONNECTION=10.0.0.1 1 10.0.0.2 22"],
      columns: columns, rows: rows)
  }

  private static let relay =
    #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/Tools/slow-line"

  /// What one key brought.
  struct Answer {
    var bytes = 0
    var text = ""
    /// Milliseconds until the last byte was there.
    var time = 0.0

    /// What a round trip and the bytes themselves need on the slow line, in milliseconds.
    func least(typed: Int) -> Double { 100 + Double(typed + bytes) / 8 }
  }

  /// What comes until nothing follows; until this text has come, if one is named.
  @discardableResult
  func answer(until text: String? = nil, _ keys: String = "") throws -> Answer {
    let start = pty.output.count
    let begun = ContinuousClock.now
    if !keys.isEmpty { pty.type(keys) }
    if let text { try pty.wait(for: text, from: start) }
    let hasCome = holds {
      pty.read(milliseconds: 20)
      return pty.output.count > start
    }
    guard hasCome else { throw Failure("no answer to \(keys.debugDescription)") }
    var last = ContinuousClock.now
    // Longer than anything in the program waits before it draws.
    while pty.read(milliseconds: kind == .slow ? 300 : 200) { last = .now }
    let passed = begun.duration(to: last).components
    return Answer(
      bytes: pty.output.count - start,
      text: String(decoding: pty.output.dropFirst(start), as: UTF8.self),
      time: Double(passed.seconds) * 1e3 + Double(passed.attoseconds) / 1e15)
  }
}
