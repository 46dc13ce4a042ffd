import Foundation
import Glibc
import PlanModel
import Testing

@testable import sanban

/// A copied range that no terminal's clipboard takes goes to a file.
@Suite struct CopyFileTests {
  @Test func aLargeRangeIsWrittenForTheUserAlone() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sanban-copied-\(UUID().uuidString)/deeper").path
    defer {
      try? FileManager.default.removeItem(atPath: (folder as NSString).deletingLastPathComponent)
    }
    let text = String(repeating: "120000\t30000\n", count: 20_000)
    for wanted in [text, "short"] {
      #expect(CopyFile.keep(wanted, in: folder).en.contains("written to \(folder)/copied.tsv"))
      #expect(try String(contentsOfFile: "\(folder)/copied.tsv", encoding: .utf8) == wanted)
    }
    var status = stat()
    stat("\(folder)/copied.tsv", &status)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(CopyFile.keep("x", in: "\(folder)/copied.tsv").en.contains("can't be written"))
  }
}
