import ArgumentParser
import Glibc
import PlanModel

/// The program's command line.
@main
struct Sanban: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sanban",
    abstract: "A planning board for marketing and sales, in the terminal.",
    subcommands: [
      OpenCommand.self, DemoCommand.self, NewCommand.self, ListCommand.self, ShowCommand.self,
      AddCommand.self, SetCommand.self, AssignCommand.self, CopyCommand.self, BudgetCommand.self,
      CheckCommand.self, AcceptCommand.self, ImportCommand.self, ExportCommand.self,
      HistoryCommand.self, UndoCommand.self, RedoCommand.self, BackupCommand.self,
      VerifyCommand.self, KeysCommand.self, CompletionsCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// Runs the command and ends with its exit status; every error passes through ``Ending``.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      Glibc.exit(Ending.report(error, language(in: arguments)))
    }
  }

  /// The language for errors, also where the arguments can't be parsed.
  private static func language(in arguments: [String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--language", index + 1 < arguments.count,
        let language = Language(rawValue: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--language="),
        let language = Language(rawValue: String(argument.dropFirst("--language=".count)))
      {
        return language
      }
    }
    return ProcessEnvironment.language
  }
}
