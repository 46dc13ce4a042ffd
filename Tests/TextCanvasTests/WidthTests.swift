import CSystem
import Glibc
import Testing

@testable import TextCanvas

@Suite struct WidthTests {
  @Test func everyScalarIsAsWideAsTheLibrarySays() throws {
    #expect(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var different: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let wanted = Int(sanban_wcwidth(value))
      if ScalarWidth.of(scalar) != wanted { different.append("\(value): \(wanted)") }
    }
    #expect(different.isEmpty, "run Tests/Tools/regenerate-widths: \(different.prefix(5))")
  }

  @Test func whatIsDrawnIsAsWideAsTheLibrarySays() {
    #expect(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var wrong: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = Drawable.text(String(scalar))
      let width = shown.unicodeScalars.reduce(0) { $0 + Int(sanban_wcwidth($1.value)) }
      let isSafe = shown.unicodeScalars.allSatisfy {
        sanban_wcwidth($0.value) >= 0 && $0.properties.generalCategory != .control
          && $0.properties.generalCategory != .privateUse
          && !($0.properties.isDefaultIgnorableCodePoint && $0.value != 0xFFFD)
      }
      if !isSafe || TextFit.width(String(scalar)) != width { wrong.append(value) }
      if Drawable.text(shown) != shown { wrong.append(value) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(8).map { String($0, radix: 16) }) of \(wrong.count)")
  }

  @Test(arguments: [
    ("plain", 5), ("中文 A33", 8), ("Ａ１", 4), ("e\u{301}", 1), ("한글", 4), ("○◐●×▸…", 6),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("", 0), ("กำ", 2),
  ])
  func widthsOfTexts(text: String, width: Int) { #expect(TextFit.width(text) == width) }
}
