import GRDB
import Glibc
import PlanModel

/// What goes wrong with a board's file, as sentences: what, where, what to do.
enum Faults {
  static func missing(_ path: String) -> Refusal {
    Refusal(
      .missing,
      Words(
        "没有这个计划板：\(path)；用 sanban new 新建，或用 --board 指定",
        "no such board: \(path); make one with sanban new, or name another with --board"))
  }

  static func exists(_ path: String) -> Refusal {
    Refusal(
      .cannotWrite,
      Words(
        "文件已存在，未作改动：\(path)；换一个路径", "already there, left as it is: \(path); choose another path"))
  }

  static func notABoard(_ path: String) -> Refusal {
    Refusal(
      .unavailable,
      Words("不是计划板：\(path)；检查路径", "not a board: \(path); check the path"))
  }

  static func newer(_ path: String, _ version: Int64) -> Refusal {
    Refusal(
      .unavailable,
      Words(
        "计划板由更新的版本写成（格式\(version)）：\(path)；升级 sanban",
        "the board was written by a newer sanban (format \(version)): \(path); upgrade sanban"))
  }

  static func unfit(_ path: String, _ zh: String, _ en: String) -> Refusal {
    Refusal(.unavailable, Words("计划板不能使用：\(path) \(zh)", "the board can't be used: \(path) \(en)"))
  }

  static func foreignDisk(_ path: String) -> Refusal {
    unfit(
      path, "所在的文件系统不能可靠地加锁；移到本机磁盘（ext4、xfs、btrfs、f2fs、zfs）",
      "lies on a file system without reliable locks; move it to a local disk "
        + "(ext4, xfs, btrfs, f2fs, zfs)")
  }

  static func replaced(_ path: String) -> Refusal {
    unfit(
      path, "已被移走或替换，未保存；退出后重新打开",
      "was moved or replaced, nothing was saved; quit and open it again")
  }

  static func damaged(_ path: String) -> Refusal {
    unfit(
      path, "已损坏，只能查看；运行 sanban verify，用备份恢复",
      "is damaged and can only be read; run sanban verify, restore a backup")
  }

  static func locked(_ path: String, holder: String?) -> Refusal {
    Refusal(
      .unavailable,
      Words(
        "等了5秒，计划板仍被\(holder ?? "别的程序")占用：\(path)；稍后再试",
        "the board was held by \(holder ?? "another program") for 5 seconds: \(path); try again later"
      ))
  }

  static func system(_ path: String, _ number: Int32) -> Refusal {
    let reason = String(cString: strerror(number))
    return Refusal(
      .cannotWrite,
      Words("不能写入：\(path)（\(reason)）；检查权限与磁盘", "can't write \(path) (\(reason)); check the disk"))
  }

  /// The sentence for any error that came out of SQLite or out of ourselves.
  static func refusal(_ error: any Error, _ path: String) -> Refusal {
    if let refusal = error as? Refusal { return refusal }
    guard let error = error as? DatabaseError else {
      return unfit(path, "(\(error));再试一次", "(\(error)); try again")
    }
    switch error.resultCode {
    case .SQLITE_FULL:
      return Refusal(
        .cannotWrite,
        Words(
          "磁盘已满，未保存：\(path)；腾出空间后再试",
          "the disk is full, not saved: \(path); free some space, try again"))
    case .SQLITE_CORRUPT: return damaged(path)
    case .SQLITE_NOTADB: return notABoard(path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return locked(path, holder: nil)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      return Refusal(
        .cannotWrite,
        Words(
          "计划板只读，未保存：\(path)；检查文件与文件夹的权限",
          "the board is read-only, not saved: \(path); check the permissions of file and folder"))
    case .SQLITE_CANTOPEN:
      return unfit(
        path, "打不开；检查它和它旁边的 -wal、-shm 文件的权限",
        "can't be opened; check its permissions and those of the -wal and -shm files beside it")
    case .SQLITE_IOERR:
      return Refusal(
        .cannotWrite,
        Words(
          "读写磁盘出错，未保存：\(path)；检查磁盘后再试", "the disk failed, not saved: \(path); check it, try again"))
    case .SQLITE_CONSTRAINT:
      return Refusal(
        .input,
        Words(
          "与计划板上的其他内容不符，未保存（\(error.message ?? "")）",
          "doesn't fit the rest of the board, not saved (\(error.message ?? ""))"))
    case .SQLITE_TOOBIG:
      return Refusal(.input, Words("内容太长，未保存", "the text is too long, not saved"))
    default:
      let text = error.message ?? "\(error.resultCode)"
      if text.contains("integer overflow") {
        return Refusals.sumTooLarge
      }
      return unfit(path, "(\(text));再试一次", "(\(text)); try again")
    }
  }
}
