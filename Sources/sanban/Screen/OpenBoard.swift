import BoardApp
import CursesTerminal
import Glibc
import PlanModel
import PlanStore
import TextCanvas

/// Opens a board on the full screen and stays until the person leaves.
@MainActor enum FullScreen {
  static func open(
    path: String, period: Period?, screen: ScreenID, who: String, settings: Settings,
    theme: Theme, mouse: Bool = true
  ) throws {
    SignalSource.block()
    guard let signals = SignalSource() else {
      throw Refusal(.unavailable, Words("系统没有可用的描述符", "The system has no descriptors left"))
    }
    let reader = try BoardReader(path: path)
    let board = try reader.board()
    let saver = try Saver(path: path)
    let bell = Bell(board: path)
    var options = TerminalOptions(theme: theme)
    options.mouse = mouse
    options.escapeDelay = settings.isLean ? 150 : 50
    let terminal: Terminal
    do {
      terminal = try Terminal.enter(options)
    } catch {
      throw Refusal(.unavailable, TerminalWords.of(error))
    }
    let state = AppState(
      columns: terminal.size.columns, rows: terminal.size.rows, settings: settings, me: who,
      board: board, today: Today.day(board), period: period, screen: screen)
    let loop = try BoardLoop(
      terminal: terminal, reader: reader, saver: saver, bell: bell, state: state)
    loop.run(signals: signals)
  }
}

/// Why the screen can't be shown here, and what to do.
enum TerminalWords {
  static func of(_ fault: TerminalFault) -> Words {
    switch fault {
    case .notATerminal:
      Words(
        "这里没有终端;全屏界面要在终端里打开,其他命令可直接用",
        "There is no terminal here; open the full screen in one, or use the other commands")
    case .terminalUnset:
      Words("没有设 TERM;例如 TERM=xterm-256color", "TERM isn't set; try TERM=xterm-256color")
    case .malformedTerminalName:
      Words(
        "TERM 不是终端名;例如 TERM=xterm-256color", "TERM isn't a terminal's name; try TERM=xterm-256color"
      )
    case .dumbTerminal:
      Words(
        "这个终端不能移动光标;换一个终端,或用 sanban list",
        "This terminal can't place its cursor; use another one, or sanban list")
    case .noUTF8:
      Words("没有 UTF-8 区域设置;例如 LC_ALL=C.UTF-8", "No UTF-8 locale is to be had; try LC_ALL=C.UTF-8")
    case .noDescription:
      Words("没有终端描述;安装 ncurses-base", "No terminal description is installed; install ncurses-base")
    }
  }
}
