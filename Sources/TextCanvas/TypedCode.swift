/// A key that a terminal names by its character code (`CSI u`, and xterm's `CSI 27 ; … ~`).
struct TypedCode {
  let code: Int
  /// The code with shift held, where the terminal says it.
  let shifted: Int?
  let modifiers: Key.Modifiers

  init(_ code: Int, shifted: Int?, _ modifiers: Key.Modifiers) {
    self.code = code
    self.shifted = shifted
    self.modifiers = modifiers
  }

  var key: Key? {
    if let named = Self.named(code) { return Key(named, modifiers) }
    if let pad = Self.numberPad(code) { return Key(pad, modifiers) }
    guard let scalar = Self.scalar(code) else { return nil }
    var rest = modifiers
    var typed = scalar
    if rest.contains(.control) {
      // Control is said with the small letter, as its byte is.
      typed = Self.mapped(scalar.properties.lowercaseMapping) ?? scalar
      if rest == .control, let same = Self.sameAsByte(typed) { return same }
    } else if rest.contains(.shift) {
      typed =
        shifted.flatMap(Self.scalar) ?? Self.mapped(scalar.properties.uppercaseMapping) ?? scalar
      rest.remove(.shift)
    }
    return Key(.character(Character(typed)), rest)
  }

  private static func scalar(_ code: Int) -> Unicode.Scalar? {
    // Private use is where terminals put keys that are no characters.
    guard code >= 0x20, !(0x7F...0x9F).contains(code), !(0xE000...0xF8FF).contains(code)
    else { return nil }
    return UInt32(exactly: code).flatMap(Unicode.Scalar.init)
  }

  private static func mapped(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
  }

  private static func sameAsByte(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar {
    case "h": Key(.backspace)
    case "i": Key(.tab)
    case "j": Key(.enter, .control)
    case "m": Key(.enter)
    default: nil
    }
  }

  private static func named(_ code: Int) -> Key.Code? {
    switch code {
    case 9: .tab
    case 10, 13, 57414: .enter
    case 27: .escape
    case 8, 127: .backspace
    case 57417: .left
    case 57418: .right
    case 57419: .up
    case 57420: .down
    case 57421: .pageUp
    case 57422: .pageDown
    case 57423: .home
    case 57424: .end
    case 57425: .insert
    case 57426: .delete
    case 57376...57387: .function(code - 57363)
    default: nil
    }
  }

  private static func numberPad(_ code: Int) -> Key.Code? {
    let signs = Array("0123456789./*-+")
    if code == 57415 { return .character("=") }
    let place = code - 57399
    return signs.indices.contains(place) ? .character(signs[place]) : nil
  }
}
