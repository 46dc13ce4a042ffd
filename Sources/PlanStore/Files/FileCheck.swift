import CSystem
import Glibc
import PlanModel

/// Checks of a board's file by path. Nothing but SQLite ever opens the file itself: closing any
/// descriptor of it would drop SQLite's locks.
enum FileCheck {
  /// Which file a path named when it was looked at.
  struct Identity: Equatable, Sendable {
    var device: UInt64
    var inode: UInt64
  }

  /// The rules of opening: a regular file with one name, on a disk whose locks can be trusted.
  static func identity(_ path: String) throws(Refusal) -> Identity {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw Faults.missing(path) }
      throw Faults.unfit(path, "打不开；检查权限", "can't be reached; check the permissions")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK:
      throw Faults.unfit(
        path, "是符号链接；改用它指向的路径", "is a symbolic link; name the file it points to")
    default: throw Faults.notABoard(path)
    }
    guard status.st_nlink == 1 else {
      throw Faults.unfit(
        path, "有多个硬链接，不安全；复制出一份再用", "has several names (hard links); use a copy of it")
    }
    guard isTrusted(fileSystem: fileSystem(of: path)) else { throw Faults.foreignDisk(path) }
    return Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }

  /// The kind of file system a path lies on, as statfs numbers it; 0 where it can't be told.
  static func fileSystem(of path: String) -> Int {
    var status = statfs()
    return statfs(path, &status) == 0 ? Int(status.f_type) : 0
  }

  /// ext4, xfs, btrfs, f2fs, zfs, tmpfs, overlay.
  static func isTrusted(fileSystem: Int) -> Bool {
    [0xEF53, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0x2FC1_2FC1, 0x0102_1994, 0x794C_7630]
      .contains(fileSystem)
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The size in bytes; 0 where there is no such file.
  static func size(_ path: String) -> Int {
    var status = stat()
    return lstat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes the folders that are missing, for the owner only.
  static func makeFolders(_ path: String) throws(Refusal) {
    guard !path.isEmpty, !exists(path) else { return }
    try makeFolders(folder(of: path))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Faults.system(path, errno) }
  }

  /// Makes a rename or a new name in a folder last over a power cut.
  static func syncFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
