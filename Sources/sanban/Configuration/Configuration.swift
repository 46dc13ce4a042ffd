import BoardApp
import Glibc
import PlanModel
import TOMLKit

/// How one person likes Sanban, from `sanban/config.toml` in the configuration folder.
///
/// A line that can't be understood is reported and left out; the rest counts.
struct Configuration {
  var language: Language?
  var theme = ProcessEnvironment.hasLightGround ? ThemeName.light : .dark
  var isASCII = false
  var unit: ShownUnit?
  /// Nil: few bytes over SSH, all colours at home.
  var isLean: Bool?
  var usesMouse = true
  var keys: [ActionID: [String]] = [:]
  /// What couldn't be understood, with its line.
  var faults: [Words] = []

  enum ThemeName: String { case dark, light, mono }

  /// The file of this person; `XDG_CONFIG_HOME`, else `~/.config`.
  static var path: String {
    let home = ProcessEnvironment.value("HOME") ?? "/"
    let folder = ProcessEnvironment.value("XDG_CONFIG_HOME") ?? "\(home)/.config"
    return "\(folder)/sanban/config.toml"
  }

  /// What the file says; nothing when there is none.
  static func read(path: String = Configuration.path) -> Configuration {
    guard let text = TextFile.read(path) else { return Configuration() }
    return Configuration(text)
  }

  init() {}

  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // Each unreadable line is taken out and named, until the rest can be read.
    for _ in 0..<100 {
      do {
        take(try TOMLTable(string: lines.joined(separator: "\n")))
        return
      } catch let error as TOMLParseError {
        let line = min(max(Int(error.source.begin.line), 1), lines.count)
        faults.append(
          Words("配置第 \(line) 行读不懂；已略过", "line \(line) of the configuration can't be read; left out")
        )
        lines[line - 1] = ""
      } catch {
        faults.append(Words("配置读不懂：\(error)", "the configuration can't be read: \(error)"))
        return
      }
    }
  }

  private mutating func take(_ table: TOMLTable) {
    for key in table.keys {
      switch key {
      case "language": language = choice(table, key, of: ["zh": .chinese, "en": .english])
      case "theme":
        theme = choice(table, key, of: ["dark": .dark, "light": .light, "mono": .mono]) ?? theme
      case "glyphs": isASCII = choice(table, key, of: ["unicode": false, "ascii": true]) ?? false
      case "dress": isLean = choice(table, key, of: ["full": false, "lean": true])
      case "mouse": usesMouse = table[key]?.bool ?? true
      case "unit":
        unit = choice(
          table, key,
          of: [
            "1": .one, "k": .thousand, "m": .million, "万": .tenThousand, "亿": .hundredMillion,
          ])
      case "keys":
        if let own = table[key]?.table { takeKeys(own) }
      default:
        faults.append(Words("配置里没有“\(key)”这一项", "the configuration has no “\(key)”"))
      }
    }
  }

  private mutating func choice<T>(_ table: TOMLTable, _ key: String, of choices: [String: T]) -> T?
  {
    let typed = table[key]?.string ?? ""
    if let choice = choices[typed] { return choice }
    let known = choices.keys.sorted().joined(separator: ", ")
    faults.append(Words("配置 \(key)：可用 \(known)", "configuration, \(key): one of \(known)"))
    return nil
  }

  /// `[keys]` with the names of actions: `toSales = "s"`, `undo = ["u", "Ctrl-z"]`.
  private mutating func takeKeys(_ table: TOMLTable) {
    for name in table.keys {
      guard let action = ActionID(rawValue: name) else {
        faults.append(Words("没有“\(name)”这个操作", "there is no action “\(name)”"))
        continue
      }
      if let one = table[name]?.string {
        keys[action] = [one]
      } else if let several = table[name]?.array {
        keys[action] = several.compactMap { $0.string }
      }
    }
  }
}
