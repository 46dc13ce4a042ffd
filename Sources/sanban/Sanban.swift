import ArgumentParser

/// The program's command line.
@main
struct Sanban: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sanban")
}
