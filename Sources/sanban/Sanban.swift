import ArgumentParser
import Glibc
import PlanModel

/// The program's command line.
@main
struct Sanban: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sanban",
    abstract: Words(
      "终端里的计划板，供市场部与销售部共同规划。",
      "A planning board for marketing and sales, in the terminal."
    ).spoken,
    version: "sanban \(Version.number)",
    subcommands: [
      OpenCommand.self, DemoCommand.self, NewCommand.self, ListCommand.self, ShowCommand.self,
      AddCommand.self, SetCommand.self, AssignCommand.self, CopyCommand.self, BudgetCommand.self,
      SpreadCommand.self, CutCommand.self, TransferCommand.self,
      CheckCommand.self, AcceptCommand.self, ReviewCommand.self, ImportCommand.self,
      MappingsCommand.self,
      ExportCommand.self,
      HistoryCommand.self, UndoCommand.self, RedoCommand.self, BackupCommand.self,
      VerifyCommand.self, KeysCommand.self, CompletionsCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// Runs the command and ends with its exit status; every error passes through ``Ending``.
  static func main() {
    let arguments = ImportCommand.withUpdateValue(
      inOrder(Array(CommandLine.arguments.dropFirst())))
    do {
      if let open = OpenCommand(general: arguments) { return try open.run() }
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      Glibc.exit(Ending.report(error, language(in: arguments)))
    }
  }

  /// `sanban --board PATH list …` means `sanban list … --board PATH`: the options of every command may
  /// stand before its name.
  private static func inOrder(_ arguments: [String]) -> [String] {
    let general: Set<String> = ["--board", "--language", "--as"]
    var end = 0
    while end < arguments.count {
      if general.contains(arguments[end]) {
        end += 2
      } else if general.contains(where: { arguments[end].hasPrefix("\($0)=") }) {
        end += 1
      } else {
        break
      }
    }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard end > 0, end < arguments.count, names.contains(arguments[end]) else { return arguments }
    return Array(arguments[end...]) + arguments[..<end]
  }

  /// The language of help, which is made before the arguments are parsed.
  static let helpLanguage = language(in: Array(CommandLine.arguments.dropFirst()))

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

extension Words {
  /// For texts of help: in the language that was asked for, or that of the environment.
  var spoken: String { self(Sanban.helpLanguage) }
}
