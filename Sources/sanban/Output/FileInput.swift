import Glibc
import PlanExchange
import PlanModel

/// A file that is read piece by piece, as often as wanted; standard input, and a pipe with a name
/// where somebody waits for it, is put aside in a file without a name first. Other pipes and devices
/// are refused: opening or reading one may never end.
final class FileInput {
  private let path: String
  private let descriptor: Int32
  private let start: FileState
  private static let pieceSize = 1 << 18

  /// What a file is as long as nobody writes to it.
  private struct FileState: Equatable {
    var size: Int
    var seconds: Int
    var nanoseconds: Int

    init(_ descriptor: Int32) {
      var state = stat()
      fstat(descriptor, &state)
      size = Int(state.st_size)
      seconds = Int(state.st_mtim.tv_sec)
      nanoseconds = Int(state.st_mtim.tv_nsec)
    }
  }

  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - waitsForPipe: a pipe with a name, such as a shell makes for `<(command)`, is read to its end.
  init(_ path: String, waitsForPipe: Bool = false) throws {
    self.path = path
    let isPipe = waitsForPipe && Self.isPipe(path)
    let opened =
      path == "-"
      ? dup(STDIN_FILENO)
      : open(path, isPipe ? O_RDONLY | O_CLOEXEC : O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw Self.failure(path) }
    var state = stat()
    guard fstat(opened, &state) == 0 else { throw Self.failure(path) }
    guard state.st_mode & S_IFMT != S_IFDIR else {
      close(opened)
      throw Failure.missing("这是文件夹：\(path)", "this is a folder: \(path)")
    }
    let isRegular = state.st_mode & S_IFMT == S_IFREG
    guard isRegular || isPipe || path == "-" else {
      close(opened)
      throw Failure.missing(
        "不是普通文件：\(path)；先存成文件", "not a regular file: \(path); save it as a file first")
    }
    // What can't be read twice is kept.
    descriptor = isRegular ? opened : try Self.keep(opened, path)
    start = FileState(descriptor)
  }

  deinit { close(descriptor) }

  private static func isPipe(_ path: String) -> Bool {
    var state = stat()
    return stat(path, &state) == 0 && state.st_mode & S_IFMT == S_IFIFO
  }

  /// All of a file or of standard input.
  static func read(_ path: String) throws -> [UInt8] { try FileInput(path).source.whole() }

  var source: ByteSource {
    ByteSource { [self] in
      var offset = 0
      return {
        var piece = [UInt8](repeating: 0, count: Self.pieceSize)
        var count = pread(self.descriptor, &piece, piece.count, off_t(offset))
        while count < 0, errno == EINTR {
          count = pread(self.descriptor, &piece, piece.count, off_t(offset))
        }
        guard count >= 0 else { throw Self.failure(self.path) }
        guard FileState(self.descriptor) == self.start else {
          throw Failure.input(
            "文件在读的时候变了：\(self.path)；再试一次",
            "the file changed while it was read: \(self.path); try again")
        }
        offset += count
        return count == 0 ? nil : count == piece.count ? piece : Array(piece[..<count])
      }
    }
  }

  /// The whole of a pipe in a file without a name.
  private static func keep(_ pipe: Int32, _ path: String) throws -> Int32 {
    defer { close(pipe) }
    let folder = ProcessEnvironment.value("TMPDIR") ?? "/tmp"
    var template = Array("\(folder)/sanban-import-XXXXXX".utf8CString)
    let kept = mkstemp(&template)
    guard kept >= 0 else { throw failure(folder) }
    unlink(&template)
    var part = [UInt8](repeating: 0, count: pieceSize)
    while true {
      let count = Glibc.read(pipe, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      if count == 0 { return kept }
      var written = 0
      while written < count {
        let more = part[written..<count].withUnsafeBytes { write(kept, $0.baseAddress, $0.count) }
        guard more > 0 else { throw failure(folder) }
        written += more
      }
    }
  }

  private static func failure(_ path: String) -> Failure {
    let reason = String(cString: strerror(errno))
    return Failure.missing("读不到文件：\(path)（\(reason)）", "can't read \(path): \(reason)")
  }
}
