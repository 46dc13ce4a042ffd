import BoardApp
import Glibc
import PlanModel

/// What a path leads to, for choosing a file.
enum Folders {
  static func visit(_ typed: String) -> FileAnswer {
    let path = whole(typed)
    var state = stat()
    guard stat(path, &state) == 0 else { return problem(path) }
    guard state.st_mode & S_IFMT == S_IFDIR else { return .chosen(path) }
    return .folder(list(path))
  }

  private static func problem(_ path: String) -> FileAnswer {
    let reason = String(cString: strerror(errno))
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    var list = list("/" + folder)
    list.problem = Words("读不到：\(path)（\(reason)）", "can't read \(path): \(reason)")
    list.entries = []
    return .folder(list)
  }

  /// An absolute path without `~`, `.` and `..`.
  private static func whole(_ typed: String) -> String {
    var path = typed
    if path == "~" || path.hasPrefix("~/") {
      path = (ProcessEnvironment.value("HOME") ?? "/") + path.dropFirst()
    }
    guard let resolved = realpath(path, nil) else {
      return path.hasPrefix("/") ? path : "\(here())/\(path)"
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func here() -> String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  private static let endings = [".csv", ".tsv", ".txt", ".json"]

  private static func list(_ path: String) -> FolderList {
    guard let directory = opendir(path) else {
      let reason = String(cString: strerror(errno))
      return FolderList(
        path: path, entries: [],
        problem: Words("读不到文件夹：\(reason)", "can't read the folder: \(reason)"))
    }
    defer { closedir(directory) }
    var files: [FolderList.Entry] = []
    var folders: [FolderList.Entry] = []
    while let entry = readdir(directory), files.count + folders.count < 5_000 {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      var state = stat()
      guard stat("\(path)/\(name)", &state) == 0 else { continue }
      if state.st_mode & S_IFMT == S_IFDIR {
        folders.append(FolderList.Entry(name: name, isFolder: true))
      } else if state.st_mode & S_IFMT == S_IFREG,
        endings.contains(where: { Folding.fold(name).hasSuffix($0) })
      {
        files.append(FolderList.Entry(name: name, isFolder: false))
      }
    }
    return FolderList(
      path: path, entries: files.sorted { $0.name < $1.name } + folders.sorted { $0.name < $1.name }
    )
  }
}
