import ArgumentParser
import BoardApp
import Glibc
import PlanExchange
import PlanModel
import PlanStore

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: Words(
      "在全屏打开计划板。",
      "Open the board on the full screen."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @Option(help: "The quarter or year to begin with.")
  var period: String?
  @Option(help: "The screen to begin with.")
  var screen: String?

  func run() throws {
    let path = try common.path
    let period = try period.map(Session.period)
    var begin = ScreenID.home
    if let screen {
      guard let known = ScreenID(rawValue: screen) else {
        let names = ScreenID.allCases.map(\.rawValue).joined(separator: " ")
        throw Failure.usage(
          "没有这个界面：\(screen)；可用：\(names)", "no such screen: \(screen); known are \(names)")
      }
      begin = known
    }
    let language = common.language.flatMap { Language(rawValue: $0.rawValue) }
    if access(path, F_OK) != 0, isatty(STDIN_FILENO) == 1, Output.isTerminal {
      return try welcome(path, language)
    }
    try FullScreenStart.run(
      path: path, period: period, screen: begin, who: actor.name, language: language)
  }

  /// There is no board yet: the demo, a new one, or another one.
  private func welcome(_ path: String, _ language: Language?) throws {
    let choice = try MainActor.assumeIsolated {
      try Welcome.ask(path: path, language: language ?? ProcessEnvironment.language, theme: .dark)
    }
    var arguments: [String] = language.map { ["--language", $0.rawValue] } ?? []
    if let who = actor.who { arguments += ["--as", who] }
    switch choice {
    case .quit: return
    case .demo:
      let demo = try DemoCommand.parse(arguments)
      try demo.run()
    case .new:
      let new = try NewCommand.parse([path])
      try new.run()
      try FullScreenStart.run(path: path, who: actor.name, language: language)
    case .open(let other):
      let open = try OpenCommand.parse(["--board", other] + arguments)
      try open.run()
    }
  }
}

extension OpenCommand {
  /// The command when nothing but the general options is given: the screen then opens without
  /// the grammar of all commands, a fifth of its start. Nil: the grammar has to look.
  init?(general arguments: [String]) {
    guard arguments.count.isMultiple(of: 2) else { return nil }
    var common = CommonOptions()
    var actor = ActorOptions()
    (common.board, common.language, actor.who) = (nil, nil, nil)
    for index in stride(from: 0, to: arguments.count, by: 2) {
      let value = arguments[index + 1]
      guard !value.hasPrefix("-") else { return nil }
      switch arguments[index] {
      case "--board": common.board = value
      case "--language":
        guard let language = LanguageOption(rawValue: value) else { return nil }
        common.language = language
      case "--as": actor.who = value
      default: return nil
      }
    }
    self.init()
    (self.common, self.actor) = (common, actor)
    (period, screen) = (nil, nil)
  }
}

/// The way from a command to the full screen.
enum FullScreenStart {
  static func run(
    path: String, period: Period? = nil, screen: ScreenID = .home, who: String, language: Language?
  ) throws {
    try MainActor.assumeIsolated {
      try FullScreen.open(
        path: path, period: period, screen: screen, who: who, language: language)
    }
  }
}

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: Words(
      "一块做好的示例计划板。",
      "A worked example board."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @Option(help: "A large board of so many activities instead of the worked example.")
  var activities: Int?
  @Option(help: "Keep the board at this path; never overwrites.")
  var keep: String?

  func run() throws {
    if let activities, !(1...2_000_000).contains(activities) {
      throw Failure.usage("--activities 应是1到2000000", "--activities takes 1 to 2000000")
    }
    let hasTerminal = isatty(STDIN_FILENO) == 1 && Output.isTerminal
    guard keep != nil || hasTerminal else {
      throw Failure(
        69, "这里没有终端；用 --keep 路径 只写出例子",
        "there is no terminal here; --keep PATH only writes the example")
    }
    let folder = try keep == nil ? Self.temporaryFolder() : nil
    defer { if let folder { Self.remove(folder) } }
    let path = keep ?? "\(folder ?? "/tmp")/demo.sanban"
    try write(path)
    guard hasTerminal else {
      return Output.say(Words("例子在 \(path)", "the example is at \(path)"), common.spoken)
    }
    try FullScreenStart.run(
      path: path, who: actor.who ?? "wang",
      language: common.language.flatMap { Language(rawValue: $0.rawValue) })
  }

  private func write(_ path: String) throws {
    let board = try activities.map { try LargeDemo.board(activities: $0) } ?? Demo.board()
    try BoardFile.create(at: path, settings: board.settings)
    let progress = Progress(Words("生成例子", "making the example"), common.spoken)
    let outcome = try BoardWriter(path: path).save(
      act: .importing, reason: "demo", as: actor.who ?? "chen"
    ) {
      let changes = try board.next()
      for _ in 0..<(changes?.count ?? 0) / 50 { progress.step() }
      return changes
    }
    progress.end()
    switch outcome {
    case .saved: return
    case .refused(let refusal), .failed(let refusal): throw refusal
    case .conflict: throw Failure(69, "例子写不出来", "the example can't be written")
    }
  }

  private static func temporaryFolder() throws -> String {
    let base = ProcessEnvironment.value("TMPDIR") ?? "/tmp"
    var template = Array("\(base)/sanban-demo-XXXXXX".utf8CString)
    guard let folder = mkdtemp(&template) else {
      throw Failure(73, "不能写入：\(base)", "can't write in \(base)")
    }
    return String(cString: folder)
  }

  private static func remove(_ folder: String) {
    for suffix in ["", "-wal", "-shm", "-lock"] { unlink("\(folder)/demo.sanban\(suffix)") }
    rmdir(folder)
  }
}
