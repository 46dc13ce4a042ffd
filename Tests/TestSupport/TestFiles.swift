import Glibc

/// Whole files, for tests.
public enum TestFiles {
  /// A folder of this process's own; on the memory disk where there is one.
  public static let folder: String = {
    let path = "\(access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp")/sanban-tests-\(getpid())"
    mkdir(path, 0o700)
    atexit { _ = system("rm -rf /dev/shm/sanban-tests-\(getpid()) /tmp/sanban-tests-\(getpid())") }
    return path
  }()

  /// A name nobody else in this process has.
  public static func fresh(_ name: String) -> String {
    "\(folder)/\(name)-\(UInt64.random(in: 0 ... .max))"
  }

  public static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&part, 1, part.count, file)
      guard count > 0 else { return bytes }
      bytes += part[..<count]
    }
  }

  public static func write(_ bytes: some Collection<UInt8>, to path: String) throws {
    guard let file = fopen(path, "wb") else { throw CannotWrite(path: path) }
    let bytes = Array(bytes)
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { throw CannotWrite(path: path) }
  }

  public struct CannotWrite: Error { public var path: String }
}
