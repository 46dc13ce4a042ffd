import CSystem
import Glibc

/// A file without a name, read from its beginning and emptied.
struct MemoryFile {
  let descriptor: Int32

  init?(name: String) {
    descriptor = memfd_create(name, UInt32(SANBAN_MFD_CLOEXEC))
    if descriptor < 0 { return nil }
  }

  /// All that was written since the last call.
  func take() -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return [] }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, size, 0))
    }
    ftruncate(descriptor, 0)
    lseek(descriptor, 0, SEEK_SET)
    return bytes
  }
}
