import CSystem
import Glibc
import PlanModel

/// The file beside the board on which writers queue, and whose one byte is the bell.
final class LockFile {
  static func path(of board: String) -> String { board + "-lock" }

  private let board: String
  private let path: String
  private var descriptor: Int32 = -1

  init(board: String) {
    self.board = board
    path = LockFile.path(of: board)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Waits until this writer is alone; a file that was removed or replaced meanwhile is opened anew.
  func lock(milliseconds: Int = 5_000) throws(Refusal) {
    while true {
      if descriptor < 0 {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Faults.system(path, errno) }
      }
      let result = sanban_lock(descriptor, Int32(milliseconds))
      guard result == 0 else {
        if result == ETIMEDOUT { throw Faults.locked(board, holder: holder()) }
        throw Faults.system(path, result)
      }
      if isCurrent() { return }
      close(descriptor)
      descriptor = -1
    }
  }

  func unlock() { flock(descriptor, LOCK_UN) }

  /// Tells everybody who watches the file that something was saved.
  func ring() {
    var byte: UInt8 = 33
    pwrite(descriptor, &byte, 1, 0)
  }

  private func isCurrent() -> Bool {
    var held = stat()
    var named = stat()
    return fstat(descriptor, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev
  }

  /// Who holds the lock, by /proc/locks: "sanban (process 4711)".
  private func holder() -> String? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    for line in Self.read("/proc/locks").split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count >= 6, words[1] == "FLOCK", words[5].hasSuffix(":\(status.st_ino)"),
        let process = Int(words[4])
      else { continue }
      let name = Self.read("/proc/\(process)/comm").prefix { $0 != "\n" }
      return name.isEmpty ? "process \(process)" : "\(name) (process \(process))"
    }
    return nil
  }

  private static func read(_ path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var all: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = Glibc.read(descriptor, &part, part.count)
      guard count > 0 else { return String(decoding: all, as: UTF8.self) }
      all += part[..<count]
    }
  }
}
