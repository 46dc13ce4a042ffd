import CSystem
import Glibc

/// Hears every save of every process, one wake-up each, by watching the lock file.
public final class Bell {
  /// Readable when something may have been saved: for poll.
  public let descriptor: Int32
  private let path: String
  private var watch: Int32 = -1
  private var folderWatch: Int32 = -1

  public init(board path: String) {
    self.path = LockFile.path(of: path)
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    attach()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Reads what has come; whether the bell rang. Follows the file when it was replaced.
  public func drain() -> Bool {
    var rang = false
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      rang = true
    }
    if rang, folderWatch >= 0 || !isCurrent() { attach() }
    return rang
  }

  private var inode: UInt64 = 0

  private func isCurrent() -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && UInt64(status.st_ino) == inode
  }

  /// Watches the file; while there is none, the folder, until it comes.
  private func attach() {
    if watch >= 0 { inotify_rm_watch(descriptor, watch) }
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if file >= 0 { close(file) }
    let events = UInt32(IN_MODIFY | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)
    watch = inotify_add_watch(descriptor, path, events)
    var status = stat()
    inode = stat(path, &status) == 0 ? UInt64(status.st_ino) : 0
    if watch >= 0 {
      if folderWatch >= 0 { inotify_rm_watch(descriptor, folderWatch) }
      folderWatch = -1
    } else if folderWatch < 0 {
      folderWatch = inotify_add_watch(
        descriptor, FileCheck.folder(of: path), UInt32(IN_CREATE | IN_MOVED_TO))
    }
  }
}
