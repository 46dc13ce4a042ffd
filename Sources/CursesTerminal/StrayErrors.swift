import CSystem
import Glibc

/// Keeps what libraries print to standard error off the screen, and prints it afterwards.
struct StrayErrors {
  private let memory: MemoryFile
  private let original: Int32
  /// More than this is not shown.
  private static let limit = 64 * 1024

  /// Begins to catch. Nil, and nothing changed, when standard error doesn't go to a terminal.
  init?() {
    guard isatty(2) == 1, let memory = MemoryFile(name: "errors") else { return nil }
    original = fcntl(2, F_DUPFD_CLOEXEC, 3)
    guard original >= 0, dup2(memory.descriptor, 2) == 2 else {
      close(memory.descriptor)
      return nil
    }
    self.memory = memory
  }

  var descriptors: (caught: Int32, original: Int32) { (memory.descriptor, original) }

  /// Ends catching and prints what was caught.
  func end() {
    dup2(original, 2)
    close(original)
    let caught = memory.take().prefix(Self.limit)
    close(memory.descriptor)
    _ = caught.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }
}
