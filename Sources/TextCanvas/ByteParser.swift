/// Reads one key, character or sequence from the bytes; the caller keeps what is incomplete.
struct ByteParser {
  let bytes: [UInt8]

  enum Step {
    case text(Unicode.Scalar, Int)
    /// Nil: swallowed.
    case event(InputEvent?, Int)
    /// A paste begins.
    case paste(Int)
    /// A sequence too long to mean anything; its rest has to be skipped.
    case longSequence(Int)
    /// A string for somebody else; its rest has to be skipped.
    case string(Int)
    case incomplete
  }

  /// A control sequence of more parameter bytes means nothing to us.
  private static let longest = 128

  func step(at index: Int) -> Step {
    let byte = bytes[index]
    switch byte {
    case 0x1B: return escape(at: index)
    case 0x00...0x1F, 0x7F: return .event(.key(Self.control(byte)), 1)
    case 0x20...0x7E: return .text(Unicode.Scalar(byte), 1)
    default: return character(at: index)
    }
  }

  /// The key of a control byte.
  static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: Key(.character(" "), .control)
    case 0x08, 0x7F: Key(.backspace)
    case 0x09: Key(.tab)
    // A terminal sends it for Ctrl-j: a line end where there are lines, else Enter.
    case 0x0A: Key(.enter, .control)
    case 0x0D: Key(.enter)
    case 0x01...0x1A: Key(.character(Character(Unicode.Scalar(byte + 0x60))), .control)
    case 0x1B: Key(.escape)
    default: Key(.character(Character(Unicode.Scalar(byte + 0x40))), .control)
    }
  }

  private func escape(at index: Int) -> Step {
    guard index + 1 < bytes.count else { return .incomplete }
    let next = bytes[index + 1]
    switch next {
    case 0x1B: return .event(.key(Key(.escape)), 1)
    case UInt8(ascii: "["): return controlSequence(at: index)
    case UInt8(ascii: "O"): return singleShift(at: index)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"):
      guard index + 2 < bytes.count else { return .incomplete }
      let third = bytes[index + 2]
      let begins =
        switch next {
        case UInt8(ascii: "P"): (0x30...0x39).contains(third) || "$+>!|".utf8.contains(third)
        case UInt8(ascii: "_"): third == UInt8(ascii: "G")
        default: (0x30...0x39).contains(third)
        }
      if begins { return .string(3) }
    default: break
    }
    switch step(at: index + 1) {
    case .text(let scalar, let count):
      if scalar == "\u{FFFD}" { return .event(nil, count + 1) }
      return .event(.key(Key(.character(Character(scalar)), .alt)), count + 1)
    case .event(.key(var key), let count):
      key.modifiers.insert(.alt)
      return .event(.key(key), count + 1)
    case .incomplete: return .incomplete
    case .event(_, let count): return .event(nil, count + 1)
    case .paste, .longSequence, .string: return .event(nil, 2)
    }
  }

  /// `ESC [` parameters, intermediates, final byte.
  private func controlSequence(at index: Int) -> Step {
    let start = index + 2
    guard start < bytes.count else { return .incomplete }
    if bytes[start] == UInt8(ascii: "[") {  // the Linux console's F1 to F5
      guard start + 1 < bytes.count else { return .incomplete }
      let letter = bytes[start + 1]
      guard (0x41...0x7E).contains(letter) else { return .event(nil, 3) }
      guard letter <= UInt8(ascii: "E") else { return .event(nil, 4) }
      return .event(.key(Key(.function(Int(letter) - 0x40))), 4)
    }
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      switch byte {
      case UInt8(ascii: "$") where ControlSequence.isShiftedKeypad(bytes[start..<end]),
        0x40...0x7E:
        return finish(ControlSequence(parameters: bytes[start..<end], final: byte), from: index)
      case 0x20...0x3F:
        end += 1
        if end - start > Self.longest { return .longSequence(end - index) }
      default: return .event(nil, end - index)  // broken off: what follows counts for itself
      }
    }
    return .incomplete
  }

  private func finish(_ sequence: ControlSequence, from index: Int) -> Step {
    let count = sequence.parameters.endIndex + 1 - index
    if sequence.isPasteBegin { return .paste(count) }
    if sequence.isOldMouse {
      guard index + count + 3 <= bytes.count else { return .incomplete }
      return .event(nil, count + 3)
    }
    return .event(sequence.event, count)
  }

  /// `ESC O` letter: arrows, function keys and the number pad in application mode.
  private func singleShift(at index: Int) -> Step {
    let start = index + 2
    var end = start
    while end < bytes.count, end - start < 8,
      (0x30...0x39).contains(bytes[end]) || bytes[end] == UInt8(ascii: ";")
    { end += 1 }
    guard end < bytes.count else { return .incomplete }
    guard (0x20...0x7E).contains(bytes[end]) else {
      // Not a sequence at all, but Alt-O and what follows.
      let alt = InputEvent.key(Key(.character("O"), .alt))
      return end == start ? .event(alt, 2) : .event(nil, end - index)
    }
    let key = ControlSequence.singleShift(bytes[end], parameters: bytes[start..<end])
    return .event(key.map { .key($0) }, end + 1 - index)
  }

  /// A character in UTF-8; what is none counts as U+FFFD.
  private func character(at index: Int) -> Step {
    let lead = bytes[index]
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: count = 4
    default: return .text("\u{FFFD}", 1)
    }
    var value = UInt32(lead) & (0xFF >> UInt32(count + 1))
    for offset in 1..<count {
      guard index + offset < bytes.count else { return .incomplete }
      let byte = bytes[index + offset]
      guard (offset == 1 ? second : 0x80...0xBF).contains(byte) else {
        return .text("\u{FFFD}", offset)
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // The control characters of the upper half are nobody's key.
    guard let scalar = Unicode.Scalar(value), value >= 0xA0 else { return .event(nil, count) }
    return .text(scalar, count)
  }
}
