/// The names of keys in help, settings and tests: `Ctrl-r`, `Alt-f`, `Shift-Tab`, `PgDn`, `F2`, `G`.
extension Key {
  public var name: String {
    var name = ""
    if modifiers.contains(.control) { name += "Ctrl-" }
    if modifiers.contains(.alt) { name += "Alt-" }
    if modifiers.contains(.shift) { name += "Shift-" }
    switch code {
    case .character(" "): return name + "Space"
    case .character(let character): return name + String(character)
    case .function(let number): return name + "F\(number)"
    default: return name + (Self.named.first { $0.code == code }?.name ?? "")
    }
  }

  /// The key of that name; nil if there is none. Besides the names above `Escape`, `Return`,
  /// `PageUp`, `PageDown`, `Delete` and `Insert` are read.
  public init?(name: String) {
    var rest = Substring(name)
    var modifiers: Modifiers = []
    var found = true
    while found {
      found = false
      for (prefix, modifier) in [("Ctrl-", Modifiers.control), ("Alt-", .alt), ("Shift-", .shift)]
      where rest.hasPrefix(prefix) && rest.count > prefix.count {
        rest = rest.dropFirst(prefix.count)
        modifiers.insert(modifier)
        found = true
      }
    }
    if rest.count == 1, let character = rest.first, character != " " {
      self.init(.character(character), modifiers)
    } else if rest == "Space" {
      self.init(.character(" "), modifiers)
    } else if let named = Self.named.first(where: { $0.name == rest }) {
      self.init(named.code, modifiers)
    } else if rest.first == "F", let number = Int(rest.dropFirst()), (1...24).contains(number) {
      self.init(.function(number), modifiers)
    } else {
      return nil
    }
  }

  private static let named: [(name: String, code: Code)] = [
    ("Enter", .enter), ("Tab", .tab), ("Esc", .escape), ("Backspace", .backspace),
    ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left),
    ("Right", .right), ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
    ("Escape", .escape), ("Return", .enter), ("PageUp", .pageUp), ("PageDown", .pageDown),
    ("Delete", .delete), ("Insert", .insert),
  ]
}

extension Key {
  /// The ASCII key that was pressed while an input method was on: full-width forms and Chinese
  /// punctuation count as the key they are on. For use outside text fields.
  public var normalised: Key {
    guard case .character(let character) = code, let scalar = character.unicodeScalars.first,
      character.unicodeScalars.count == 1
    else { return self }
    if (0xFF01...0xFF5E).contains(scalar.value), let ascii = Unicode.Scalar(scalar.value - 0xFEE0) {
      return Key(.character(Character(ascii)), modifiers)
    }
    guard let ascii = Self.onKey[character] else { return self }
    return Key(.character(ascii), modifiers)
  }

  private static let onKey: [Character: Character] = [
    "\u{3000}": " ", "、": "/", "。": ".", "【": "[", "】": "]", "「": "{", "」": "}", "『": "{",
    "』": "}", "《": "<", "》": ">", "〈": "<", "〉": ">", "〔": "[", "〕": "]", "‘": "'", "’": "'",
    "“": "\"", "”": "\"", "…": "^", "—": "_", "￥": "$", "¥": "$", "·": "`", "｡": ".", "､": "/",
    "｢": "{", "｣": "}",
  ]
}
