import Foundation
import Testing

/// The program run as a process of its own.
struct Run {
  var status: Int32
  var out: String
  var err: String

  /// The program beside the tests.
  static let program: URL = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("sanban")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder = folder.deletingLastPathComponent()
    }
    return URL(fileURLWithPath: ".build/debug/sanban")
  }()
}

/// A folder with a board, and commands on it; gone with the test.
final class Desk {
  let folder: URL
  var board: String { folder.appendingPathComponent("board.sanban").path }
  var language = "en"
  private var count = 0

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
    let process = Process()
    process.executableURL = Run.program
    process.arguments = arguments
    process.environment = [
      "SANBAN_BOARD": board, "HOME": folder.path, "TZ": "Asia/Shanghai",
      "LC_ALL": language == "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8", "PATH": "/usr/bin:/bin",
    ]
    // Files, not pipes: nobody has to read while the program writes.
    count += 1
    let (out, err, into) = (path("out-\(count)"), path("err-\(count)"), path("in-\(count)"))
    try Data(input.utf8).write(to: URL(fileURLWithPath: into))
    for file in [out, err] { FileManager.default.createFile(atPath: file, contents: nil) }
    process.standardInput = FileHandle(forReadingAtPath: into)
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: err)
    try process.run()
    process.waitUntilExit()
    func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
    return Run(status: process.terminationStatus, out: try text(out), err: try text(err))
  }
}
