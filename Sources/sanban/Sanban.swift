import ArgumentParser
import BoardApp
import PlanExchange
import PlanModel
import PlanStore
import TextCanvas

/// The program's command line.
@main
struct Sanban: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sanban")
  @Option var board: String = "/tmp/demo.sanban"
  @Option var language: String = "zh"
  @Option(name: .customLong("as")) var who: String = "wang"
  @Option var theme: String = "dark"

  func run() throws {
    if (try? BoardFile.check(board)) == nil {
      try TemporaryDemo.write(board)
    }
    let (board, who, language) = (self.board, self.who, Language(rawValue: self.language))
    try MainActor.assumeIsolated {
      try FullScreen.open(path: board, who: who, language: language)
    }
  }
}
enum TemporaryDemo {
  static func write(_ path: String) throws {
    let demo = try Demo.board()
    try BoardFile.create(at: path, settings: demo.settings)
    let writer = try BoardWriter(path: path)
    let outcome = writer.save(act: .importing, reason: "demo", as: "wang", next: demo.next)
    print(outcome)
  }
}
