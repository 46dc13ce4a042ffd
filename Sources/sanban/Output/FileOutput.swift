import Glibc
import PlanModel

/// A file that is written beside its place and takes it when it is complete: whoever reads it finds
/// the old one or the new one, never a part.
final class FileOutput {
  private let path: String
  private let temporary: String
  private let descriptor: Int32

  init(_ path: String) throws {
    self.path = path
    temporary = "\(path)-new-\(getpid())"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path) }
    Interrupted.remove(temporary)
  }

  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(path) }
      rest = rest.dropFirst(count)
    }
  }

  /// Puts the file in its place.
  func finish() throws {
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw Self.failure(path) }
    let folder = open(Self.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  deinit {
    close(descriptor)
    unlink(temporary)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func failure(_ path: String) -> Failure {
    let reason = String(cString: strerror(errno))
    return Failure(73, "不能写入：\(path)（\(reason)）", "can't write \(path): \(reason)")
  }
}

/// Ctrl-c while a file is being written: the unfinished part goes away with the program.
private enum Interrupted {
  nonisolated(unsafe) private static var path: UnsafeMutablePointer<CChar>?

  static func remove(_ file: String) {
    path = strdup(file)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        if let path = Interrupted.path { unlink(path) }
        _exit(128 + number)
      }
    }
  }
}
