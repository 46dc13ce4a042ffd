import CursesTerminal
import Glibc
import TextCanvas

/// A program that does with the terminal what tests ask for by keys.
@main
struct Probe {
  static func main() {
    SignalSource.block()
    guard let signals = SignalSource() else { exit(1) }
    do {
      var options = TerminalOptions(theme: .dark)
      options.mouse = CommandLine.arguments.contains("mouse")
      let terminal = try Terminal.enter(options)
      let ending = run(terminal, signals)
      terminal.leave()
      let written = terminal.statistics
      print("left: \(ending) frames=\(written.frames) bytes=\(written.bytes)")
      exit(0)
    } catch {
      print("refused: \(error)")
      exit(69)
    }
  }

  private static func run(_ terminal: Terminal, _ signals: borrowing SignalSource) -> String {
    var scene = Scene()
    var isDirty = true
    var wakeUps = 0
    while true {
      if isDirty, terminal.isIdle {
        terminal.present(
          scene.canvas(columns: terminal.size.columns, rows: terminal.size.rows))
        isDirty = false
      }
      let ready = Waiter.wait(terminal: terminal, signals: signals)
      wakeUps += 1
      if ready.output { terminal.flush() }
      if ready.signals {
        for signal in signals.read() {
          switch signal {
          case .terminate: return "terminated"
          case .hangup: return "hung up"
          case .interrupt: return "interrupted"
          case .resized: terminal.resize()
          case .suspend: terminal.suspend()
          case .continued: terminal.continued()
          }
          isDirty = true
        }
      }
      if ready.input {
        switch terminal.readInput() {
        case .closed: return "closed"
        case .events(let events):
          for event in events {
            scene.keys += 1
            isDirty = true
            if act(on: event, terminal, &scene) { return "keys=\(scene.keys) wake-ups=\(wakeUps)" }
          }
        }
      }
    }
  }

  /// Returns true when the probe shall end.
  private static func act(on event: InputEvent, _ terminal: Terminal, _ scene: inout Scene) -> Bool
  {
    switch event {
    case .key(Key(.character("q"))): return true
    case .key(Key(.character("j"))): scene.highlighted += 1
    case .key(Key(.character("v"))): scene.showsCursor.toggle()
    case .key(Key(.character("w"))):
      scene.addLitter(columns: terminal.size.columns, rows: terminal.size.rows)
    case .key(Key(.character("n"))): scene.clearLitter()
    case .key(Key(.character("r"))): terminal.redraw()
    case .key(Key(.character("z"))): terminal.suspend()
    case .key(Key(.character("e"))): _ = terminal.run(["sh", "-c", "echo in-editor; read line"])
    case .key(Key(.character("s"))): complain("stray words\n")
    case .key(Key(.character("c"))): _ = terminal.copyToClipboard("中文")
    case .key(Key(.character("t"))):
      complain("before the trap\n")
      _ = [Int]()[scene.keys]
    case .key(Key(.character("o"))): print(depth(scene.keys))
    default: break
    }
    return false
  }

  private static func depth(_ number: Int) -> Int {
    number < 0 ? 0 : depth(number + 1) + number % 3
  }

  private static func complain(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(2, bytes, bytes.count)
  }
}
