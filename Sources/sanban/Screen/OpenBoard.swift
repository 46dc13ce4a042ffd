import BoardApp
import CursesTerminal
import Glibc
import PlanModel
import PlanStore
import TextCanvas

/// Opens a board on the full screen and stays until the person leaves.
@MainActor enum FullScreen {
  /// - Parameters:
  ///   - language: nil is the configuration's, else the environment's.
  ///   - screen: where to begin.
  static func open(
    path: String, period: Period? = nil, screen: ScreenID = .home, who: String,
    language: Language? = nil
  ) throws {
    let configuration = Configuration.read()
    let settings = Settings(
      language: language ?? configuration.language ?? ProcessEnvironment.language,
      isLean: configuration.isLean ?? ProcessEnvironment.isOverSSH,
      isASCII: configuration.isASCII, unit: configuration.unit)
    SignalSource.block()
    guard let signals = SignalSource() else {
      throw Refusal(.unavailable, Words("系统没有可用的描述符", "The system has no descriptors left"))
    }
    let reader = try BoardReader(path: path)
    let board = try reader.board()
    let saver = try Saver(path: path)
    let bell = Bell(board: path)
    var options = TerminalOptions(theme: theme(configuration, settings))
    options.mouse = configuration.usesMouse
    options.escapeDelay = ProcessEnvironment.isOverSSH ? 150 : 50
    let terminal: Terminal
    do {
      terminal = try Terminal.enter(options)
    } catch {
      throw Refusal(.unavailable, TerminalWords.of(error))
    }
    var state = AppState(
      columns: terminal.size.columns, rows: terminal.size.rows, settings: settings, me: who,
      board: board, today: Today.day(board), period: period, screen: screen,
      keys: configuration.keys,
      drafts: (try? reader.drafts(of: who)) ?? [], held: (try? reader.holds(of: who)) ?? [])
    if let fault = configuration.faults.first { App.report(&state, fault) }
    let loop = try BoardLoop(
      terminal: terminal, reader: reader, saver: saver, bell: bell, state: state)
    loop.run(signals: signals)
  }

  private static func theme(_ configuration: Configuration, _ settings: Settings) -> Theme {
    // https://no-color.org: set and not empty means no colour, whatever the configuration says.
    if ProcessEnvironment.value("NO_COLOR") != nil { return .mono }
    let theme: Theme =
      switch configuration.theme {
      case .dark: .dark
      case .light: .light
      case .mono: .mono
      }
    return theme.dressed(settings.isLean ? .lean : .full)
  }
}

/// Why the screen can't be shown here, and what to do.
enum TerminalWords {
  static func of(_ fault: TerminalFault) -> Words {
    switch fault {
    case .notATerminal:
      Words(
        "这里没有终端；全屏界面要在终端里打开（ssh 加 -t），其他命令可直接用",
        "There is no terminal here; open the full screen in one (ssh -t), or use the other commands"
      )
    case .terminalUnset:
      Words("没有设 TERM；例如 TERM=xterm-256color", "TERM isn't set; try TERM=xterm-256color")
    case .malformedTerminalName:
      Words(
        "TERM 不是终端名；例如 TERM=xterm-256color", "TERM isn't a terminal's name; try TERM=xterm-256color"
      )
    case .dumbTerminal:
      Words(
        "这个终端不能移动光标；换一个终端，或用 sanban list",
        "This terminal can't place its cursor; use another one, or sanban list")
    case .noUTF8:
      Words("没有 UTF-8 区域设置；例如 LC_ALL=C.UTF-8", "No UTF-8 locale is to be had; try LC_ALL=C.UTF-8")
    case .noDescription:
      Words("没有终端描述；安装 ncurses-base", "No terminal description is installed; install ncurses-base")
    }
  }
}
