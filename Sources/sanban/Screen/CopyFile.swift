import Glibc
import PlanModel

/// Where a copied range goes that is too large for the terminal's clipboard.
enum CopyFile {
  /// Writes the text beside the user's data, for the user alone, and says where it is.
  /// - Parameter folder: nil is the user's data folder.
  static func keep(_ text: String, in folder: String? = nil) -> Words {
    let folder = folder ?? usualFolder
    let path = "\(folder)/copied.tsv"
    guard write(Array(text.utf8), path, in: folder) else {
      return Words(
        "太长，终端剪贴板不收；也写不了 \(path)", "Too long for the terminal, and \(path) can't be written")
    }
    return Words("太长，终端剪贴板不收；已写到 \(path)", "Too long for the terminal; written to \(path)")
  }

  private static var usualFolder: String {
    let home = ProcessEnvironment.value("HOME") ?? "/"
    let data = ProcessEnvironment.value("XDG_DATA_HOME") ?? "\(home)/.local/share"
    return "\(data)/sanban"
  }

  private static func write(_ bytes: [UInt8], _ path: String, in folder: String) -> Bool {
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/\(part)"
      mkdir(made, 0o700)
    }
    let temporary = "\(path)-new-\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    close(descriptor)
    guard rest.isEmpty, rename(temporary, path) == 0 else {
      unlink(temporary)
      return false
    }
    return true
  }
}
