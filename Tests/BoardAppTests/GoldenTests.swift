import TestSupport
import Testing
import TextCanvas

@testable import BoardApp

/// Screens compared with what they were, cell by cell. `Tests/Tools/regenerate-goldens` writes them
/// anew; read the difference before you keep it.
@Suite struct Goldens {
  @Test(arguments: Golden.all) func screen(_ golden: Golden) throws {
    let canvas = try golden.drawn()
    for row in 0..<canvas.rows {
      let width = canvas.row(row).reduce(0) {
        $0 + ($1.isContinuation ? 0 : TextFit.width($1.glyph))
      }
      #expect(width == golden.columns, "row \(row) of \(golden.fileName)")
    }
    let found = Golden.file(canvas)
    let path = "\(Golden.folder)/\(golden.fileName)"
    if Golden.regenerates {
      try TestFiles.write(found.utf8, to: path)
      return
    }
    let wanted = TestFiles.read(path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard wanted != found else { return }
    Issue.record("\(golden.fileName) differs:\n\(Golden.difference(wanted, found))")
  }

  @Test func namesAreUnique() {
    #expect(Set(Golden.all.map(\.fileName)).count == Golden.all.count)
  }
}
