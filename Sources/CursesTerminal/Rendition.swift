/// How characters are drawn: the state that "select graphic rendition" (`ESC [ … m`) changes.
nonisolated struct Rendition: Equatable {
  /// Bit n for code n: 1 bold, 2 dim, 3 italic, 4 underline, 5 blink, 7 reverse, 8 hidden.
  private(set) var flags: UInt16 = 0
  /// The codes of a colour, such as `38;5;75`; empty for the terminal's own.
  private(set) var foreground: [UInt8] = []
  private(set) var background: [UInt8] = []

  private static let shownByBlanks: UInt16 = 1 << 3 | 1 << 4 | 1 << 5 | 1 << 7
  private static let boldAndDim: UInt16 = 1 << 1 | 1 << 2

  /// Whether a blank looks the same in both.
  func looksTheSameBlank(as other: Rendition) -> Bool {
    if self == other { return true }
    return flags & Self.shownByBlanks == other.flags & Self.shownByBlanks
      && flags & 1 << 7 == 0 && background == other.background
      && (flags & 1 << 4 == 0 || foreground == other.foreground)
  }

  /// Takes the parameters of one sequence in; false, and nothing changed, if one is unknown.
  mutating func apply(_ parameters: ArraySlice<UInt8>) -> Bool {
    var next = self
    let parts = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    var at = 0
    while at < parts.count {
      guard let code = Self.number(parts[at]) else { return false }
      var length = 1
      switch code {
      case 0: next = Rendition()
      case 1...5, 7, 8: next.flags |= 1 << UInt16(code)
      case 10: break  // the first font, which is never left
      case 22: next.flags &= ~Self.boldAndDim
      case 23...25, 27, 28: next.flags &= ~(1 << UInt16(code - 20))
      case 39: next.foreground = []
      case 49: next.background = []
      case 38, 48:
        guard at + 1 < parts.count, let kind = Self.number(parts[at + 1]) else { return false }
        length = kind == 5 ? 3 : kind == 2 ? 5 : 0
        guard length > 0, at + length <= parts.count else { return false }
        let colour = [UInt8](parts[at..<(at + length)].joined(separator: [UInt8(ascii: ";")]))
        if code == 38 { next.foreground = colour } else { next.background = colour }
      case 30...37, 90...97: next.foreground = [UInt8](parts[at])
      case 40...47, 100...107: next.background = [UInt8](parts[at])
      default: return false
      }
      at += length
    }
    self = next
    return true
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count <= 3 else { return nil }
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  /// The codes that make this out of nothing; empty for a bare reset.
  func codesFromReset() -> [UInt8] {
    if self == Rendition() { return [] }
    var codes = Codes()
    codes.add(0)
    codes.add(flags: flags)
    codes.add(foreground)
    codes.add(background)
    return codes.bytes
  }

  /// The codes that make this out of `other`, which differs.
  func codes(from other: Rendition) -> [UInt8] {
    var codes = Codes()
    var ended = other.flags & ~flags
    var begun = flags & ~other.flags
    if ended & Self.boldAndDim != 0 {
      codes.add(22)
      begun |= flags & Self.boldAndDim
      ended &= ~Self.boldAndDim
    }
    for flag in 3...8 where ended & 1 << UInt16(flag) != 0 { codes.add(20 + flag) }
    codes.add(flags: begun)
    if foreground != other.foreground {
      if foreground.isEmpty { codes.add(39) } else { codes.add(foreground) }
    }
    if background != other.background {
      if background.isEmpty { codes.add(49) } else { codes.add(background) }
    }
    return codes.bytes
  }

  private struct Codes {
    var bytes: [UInt8] = []

    mutating func add(_ code: Int) { add([UInt8](String(code).utf8)) }

    mutating func add(_ codes: [UInt8]) {
      if codes.isEmpty { return }
      if !bytes.isEmpty { bytes.append(UInt8(ascii: ";")) }
      bytes += codes
    }

    mutating func add(flags: UInt16) {
      for flag in 1...8 where flags & 1 << UInt16(flag) != 0 { add(flag) }
    }
  }
}
