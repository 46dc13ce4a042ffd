import BoardApp
import CursesTerminal
import PlanModel
import TextCanvas

/// What a person sees who has no board yet: look at the demo, make a board, open another one.
@MainActor
struct Welcome {
  enum Choice: Equatable {
    case demo
    /// A new board at the usual place.
    case new
    /// The board at a path.
    case open(String)
    case quit
  }

  private let path: String
  private let language: Language
  /// The path being typed; nil while choosing.
  private var typed: LineEditor?

  /// Asks on the full screen.
  /// - Parameter path: where the board would be.
  static func ask(path: String, language: Language, theme: Theme) throws -> Choice {
    SignalSource.block()
    guard let signals = SignalSource() else { return .quit }
    let terminal: Terminal
    do {
      terminal = try Terminal.enter(TerminalOptions(theme: theme))
    } catch {
      throw Refusal(.unavailable, TerminalWords.of(error))
    }
    defer { terminal.leave() }
    var welcome = Welcome(path: path, language: language)
    while true {
      terminal.present(welcome.draw(terminal.size))
      let ready = Waiter.wait(terminal: terminal, signals: signals)
      if ready.output { terminal.flush() }
      if ready.signals {
        for signal in signals.read() {
          switch signal {
          case .resized: terminal.resize()
          case .suspend: terminal.suspend()
          case .continued: terminal.continued()
          case .terminate, .hangup, .interrupt: return .quit
          }
        }
      }
      guard ready.input else { continue }
      guard case .events(let events) = terminal.readInput() else { return .quit }
      for event in events {
        if let choice = welcome.take(event) { return choice }
      }
    }
  }

  private init(path: String, language: Language) {
    self.path = path
    self.language = language
  }

  private mutating func take(_ event: InputEvent) -> Choice? {
    if typed != nil {
      switch event {
      case .key(Key(.escape)): typed = nil
      case .key(Key(.enter)): return .open(typed?.text ?? "")
      case .key(let key): _ = typed?.handle(key)
      case .paste(let text): typed?.insert(text)
      default: break
      }
      return nil
    }
    guard case .key(let key) = event else { return nil }
    switch key.normalised.code {
    case .character("d"): return .demo
    case .character("n"): return .new
    case .character("o"): typed = LineEditor()
    case .character("q"), .escape: return .quit
    default: break
    }
    return nil
  }

  private func draw(_ size: TerminalSize) -> Canvas {
    var canvas = Canvas(columns: size.columns, rows: size.rows)
    canvas.fill(row: 0, column: 0, rows: 1, columns: size.columns, role: .title)
    canvas.put(" \(Words("三板", "Sanban")(language))", row: 0, column: 0, role: .title)
    let lines: [(key: String, words: Words)] = [
      ("", Words("还没有计划板。", "There is no board yet.")),
      ("", Words("", "")),
      ("d", Words("看看一块做好的板：长江家具", "look at a finished board: Changjiang Furniture")),
      ("n", Words("新建一块板：\(path)", "make a new board: \(path)")),
      ("o", Words("打开另一块板…", "open another board…")),
      ("q", Words("退出", "quit")),
    ]
    let top = max(1, (size.rows - lines.count) / 2 - 2)
    let column = max(1, min(10, size.columns / 8))
    for (offset, line) in lines.enumerated() {
      canvas.put(line.key, row: top + offset, column: column, role: .key)
      canvas.put(
        TextFit.cut(line.words(language), columns: max(0, size.columns - column - 4)),
        row: top + offset, column: line.key.isEmpty ? column : column + 3,
        role: line.key.isEmpty ? .strong : .text)
    }
    if let typed {
      let row = max(0, size.rows - 3)
      let at = canvas.put(
        " \(Words("文件", "File")(language)) › ", row: row, column: 0, role: .key)
      typed.draw(
        into: &canvas, row: row, column: at, width: max(4, size.columns - at - 2), role: .text,
        focused: true)
    }
    return canvas
  }
}
