import Testing

@testable import TextCanvas

@Suite struct KeyNameTests {
  @Test(arguments: [
    (Key(.character("r"), .control), "Ctrl-r"), (Key(.character("f"), .alt), "Alt-f"),
    (Key(.tab, .shift), "Shift-Tab"), (Key(.enter), "Enter"), (Key(.escape), "Esc"),
    (Key(.pageDown), "PgDn"), (Key(.function(2)), "F2"), (Key(.character("a")), "a"),
    (Key(.character("G")), "G"), (Key(.character(" ")), "Space"), (Key(.character("F")), "F"),
    (Key(.character("-")), "-"), (Key(.character("-"), .control), "Ctrl--"),
    (Key(.character(" "), .control), "Ctrl-Space"), (Key(.character("中"), .alt), "Alt-中"),
    (Key(.left, [.control, .alt, .shift]), "Ctrl-Alt-Shift-Left"), (Key(.delete), "Del"),
  ])
  func namesBothWays(key: Key, name: String) {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test(arguments: ["", "Nowhere", "Ctrl-", "Ctrl-Nowhere", "F0", "F99", "ab", " "])
  func noSuchKey(name: String) { #expect(Key(name: name) == nil) }

  @Test func otherNames() {
    #expect(Key(name: "PageUp") == Key(.pageUp))
    #expect(Key(name: "Ctrl-Return") == Key(.enter, .control))
  }

  @Test(arguments: [
    ("ｊ", "j"), ("Ｇ", "G"), ("１", "1"), ("：", ":"), ("；", ";"), ("，", ","), ("？", "?"),
    ("／", "/"), ("、", "/"), ("【", "["), ("】", "]"), ("「", "{"), ("」", "}"), ("《", "<"),
    ("》", ">"), ("。", "."), ("＝", "="), ("－", "-"), ("！", "!"), ("\u{3000}", " "), ("中", "中"),
    ("a", "a"),
  ])
  func theKeyAnInputMethodIsOn(typed: Character, key: Character) {
    #expect(Key(.character(typed)).normalised == Key(.character(key)))
    #expect(Key(.character(typed), .alt).normalised == Key(.character(key), .alt))
  }

  @Test func otherKeysStay() { #expect(Key(.up, .shift).normalised == Key(.up, .shift)) }
}
