import Glibc
import PlanModel

/// What the process was started with.
enum ProcessEnvironment {
  /// A variable that is set and not empty.
  static func value(_ name: String) -> String? {
    guard let pointer = getenv(name) else { return nil }
    let text = String(cString: pointer)
    return text.isEmpty ? nil : text
  }

  /// The language by `LC_ALL`, `LC_MESSAGES`, `LANG`, by name, even where that locale isn't installed.
  static var language: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = value(name) { return value.hasPrefix("zh") ? .chinese : .english }
    }
    return .english
  }

  /// Whether the terminal says that its ground is light: `COLORFGBG` ends in the ground's number.
  static var hasLightGround: Bool {
    guard let ground = value("COLORFGBG")?.split(separator: ";").last.flatMap({ Int($0) }) else {
      return false
    }
    return ground == 7 || (10...15).contains(ground)
  }

  static var isOverSSH: Bool { value("SSH_CONNECTION") != nil }
}

/// Small files read whole.
enum TextFile {
  static func read(_ path: String, limit: Int = 1 << 20) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = fread(&bytes, 1, limit, file)
    return String(decoding: bytes[0..<count], as: UTF8.self)
  }
}
