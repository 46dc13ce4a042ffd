import Glibc
import PlanExchange
import PlanModel
import PlanStore
import Testing

/// A board in a folder of its own that goes away with it.
final class TestBoard {
  let folder: String
  let path: String

  init(_ new: NewBoard) throws {
    var template = Array("/tmp/sanban-exchange-XXXXXX".utf8CString)
    folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    path = folder + "/board.sanban"
    try BoardFile.create(at: path, settings: new.settings)
    let outcome = try BoardWriter(path: path).save(act: .importing, as: "chen", next: new.next)
    guard case .saved = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  deinit {
    for suffix in ["", "-wal", "-shm", "-lock"] { unlink(path + suffix) }
    rmdir(folder)
  }

  func reader() throws -> BoardReader { try BoardReader(path: path) }

  /// Imports a JSON text; answers what it did.
  @discardableResult
  func importing(
    _ text: [UInt8], _ options: ImportOptions = ImportOptions(), as who: String = "chen"
  ) throws -> ImportSummary {
    let prepared = try JSONImport.prepare(text, for: try reader(), options: options)
    try save(prepared, as: who)
    return prepared.summary
  }

  func save(_ prepared: PreparedImport, as who: String = "chen") throws {
    let outcome = try BoardWriter(path: path).save(act: .importing, as: who, next: prepared.next)
    guard case .saved = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  func json(_ export: JSONExport = JSONExport()) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try export.write(try reader()) { bytes += $0 }
    return bytes
  }
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}
