import Testing

@testable import TextCanvas

@Suite struct DrawableTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("中文 ○", "中文 ○"),
    ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("\u{9B}31m", "\u{FFFD}31m"),
    ("\u{7}\u{7F}", "\u{FFFD}\u{FFFD}"),
    ("a\tb\nc\r\nd\re", "a b c d e"), ("a\u{2028}b\u{85}c", "a b c"),
    ("a\u{202E}b\u{2066}c\u{200F}d\u{61C}", "abcd"),
    ("a\u{200B}b\u{FEFF}c\u{2060}d\u{AD}e", "abcde"),
    ("❤\u{FE0F} 葛\u{E0100}", "❤ 葛"), ("👍🏽!", "👍!"),
    ("👨\u{200D}👩\u{200D}👧 x", "👨 x"), ("👨🏽\u{200D}❤\u{FE0F}\u{200D}👨x", "👨x"),
    ("क\u{94D}\u{200D}ष", "क\u{94D}ष"), ("1\u{FE0F}\u{20E3}", "1\u{20E3}"),
    ("\u{E000}\u{F0000}\u{FFFF}\u{1FADF}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{E0001}\u{E0061}x", "x"), ("\u{301}a", " \u{301}a"),
    ("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}b", "a\u{301}\u{302}\u{303}\u{304}b"),
    ("\u{3164}\u{FFA0}", "\u{FFFD}\u{FFFD}"), ("🇩🇪", "🇩🇪"),
  ])
  func shown(text: String, shown: String) {
    #expect(Array(Drawable.text(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test(arguments: [
    ("a\u{1B}[31mb", "a[31mb", "a[31mb"), ("a\tb\r\nc\rd\ne", "a b c d e", "a\tb\nc\nd\ne"),
    ("x\u{202E}y\u{9B}z\u{2069}", "xyz", "xyz"), ("👨\u{200D}👩", "👨\u{200D}👩", "👨\u{200D}👩"),
    ("plain", "plain", "plain"),
  ])
  func kept(text: String, line: String, several: String) {
    #expect(Array(Drawable.storable(text).unicodeScalars) == Array(line.unicodeScalars))
    #expect(
      Array(Drawable.storable(text, multiline: true).unicodeScalars)
        == Array(several.unicodeScalars))
  }

  @Test func doingItTwiceChangesNothingMore() {
    var random = Seeded(seed: 7)
    let corpus: [Unicode.Scalar] = [
      "a", " ", "中", "\u{301}", "\u{200D}", "👨", "👩", "\u{FE0F}", "🏽", "\u{1B}", "\n", "\r",
      "\t", "\u{202E}", "\u{E000}", "❤", "क", "\u{94D}", "\u{AD}", "\u{1161}",
    ]
    for _ in 0..<4_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        text.append(corpus[Int.random(in: corpus.indices, using: &random)])
      }
      let once = Drawable.text(String(text))
      #expect(Array(Drawable.text(once).unicodeScalars) == Array(once.unicodeScalars))
      #expect(Glyphs(String(text)).allSatisfy { $0.text.unicodeScalars.count <= 5 && $0.width > 0 })
      for multiline in [false, true] {
        let kept = Drawable.storable(String(text), multiline: multiline)
        #expect(
          Array(Drawable.storable(kept, multiline: multiline).unicodeScalars)
            == Array(kept.unicodeScalars))
      }
    }
  }
}

/// The same numbers in every run.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
