import ArgumentParser
import BoardApp
import PlanModel
import PlanStore

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: Words(
      "备份计划板，别人可同时使用；从不覆盖文件。",
      "Copy the board while others work on it; never overwrites."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @Argument(help: "Where the copy is to lie.")
  var path: String

  func run() throws {
    try BoardFile.backup(try common.path, to: path)
    Output.say(Words("已备份到 \(path)", "backed up to \(path)"), common.spoken)
  }
}

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: Words(
      "核对整块计划板：文件、合计、变更记录。有错时退出码为 1。",
      "Look at the whole board: the file, the sums, the history. Exit status 1 if unsound."
    ).spoken)

  @OptionGroup var common: CommonOptions

  func run() throws {
    let verification = try BoardFile.verify(try common.path)
    for finding in verification.findings { Output.say(finding, common.spoken) }
    let words =
      verification.isSound
      ? Words("计划板完好", "the board is sound")
      : Words("计划板有问题；用备份恢复", "the board is unsound; restore a backup")
    Output.say(words, common.spoken)
    Output.say(
      Words("SQLite \(verification.sqlite)", "SQLite \(verification.sqlite)"), common.spoken)
    if !verification.isSound { throw ExitCode(1) }
  }
}

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: Words(
      "全屏界面的按键。",
      "The keys of the full screen."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let language = common.spoken
    let own = Configuration.read().keys
    var report = Report([
      Report.Heading("group", Words("组", "Group")), Report.Heading("keys", Words("键", "Keys")),
      Report.Heading("action", Words("操作", "Action")),
      Report.Heading("name", Words("配置里的名称", "Name in the configuration")),
    ])
    for group in ActionGroup.allCases {
      for action in Actions.all where action.group == group {
        report.rows.append([
          .text("\(group)", shown: group.words(language)),
          .codes(own[action.id] ?? action.keys),
          .text(action.words(language)), .text(action.id.rawValue),
        ])
      }
    }
    try report.print(output.format, language)
  }
}

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: Words(
      "bash、zsh 或 fish 的补全脚本。",
      "A completion script for bash, zsh or fish."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @Argument(help: "bash, zsh or fish.")
  var shell: String

  func run() throws {
    guard let known = CompletionShell(rawValue: shell) else {
      throw Failure.usage(
        "没有这个shell：\(shell)；可用：bash zsh fish", "no such shell: \(shell); known are bash, zsh, fish")
    }
    Output.write(Sanban.completionScript(for: known) + "\n")
  }
}
