import Foundation
import TestSupport
import Testing

/// The program run as a process of its own.
struct Run {
  var status: Int32
  var out: String
  var err: String

  /// The program beside the tests.
  static let program = ChildProcess.built("sanban")
}

/// A folder with a board, and commands on it; gone with the test.
final class Desk {
  let folder: URL
  var board: String { folder.appendingPathComponent("board.sanban").path }
  var language = "en"

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sanban-commands-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A desk with the worked example.
  static func demo() throws -> Desk {
    let desk = try Desk()
    let made = try desk("demo", "--keep", desk.board)
    #expect(made.status == 0, "\(made.err)")
    return desk
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    return path(name)
  }

  @discardableResult
  func callAsFunction(_ arguments: String..., input: String = "") throws -> Run {
    try run(arguments, input: input)
  }

  func run(_ arguments: [String], input: String = "") throws -> Run {
    // Through files: a test must not wait for another thread, all of which may be waiting likewise.
    let typed = try write(input, to: "input-\(UUID().uuidString)")
    let errors = try write("", to: "errors-\(UUID().uuidString)")
    defer { for file in [typed, errors] { try? FileManager.default.removeItem(atPath: file) } }
    let (out, status) = try ChildProcess.run(
      Run.program, arguments,
      environment: [
        "SANBAN_BOARD=\(board)", "HOME=\(folder.path)", "TZ=Asia/Shanghai",
        "LC_ALL=\(language == "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8")",
      ], input: typed, errors: errors)
    return Run(
      status: status, out: out, err: try String(contentsOfFile: errors, encoding: .utf8))
  }
}
