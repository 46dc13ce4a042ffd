/// Turns the bytes a terminal sends into keys, pastes, mouse and focus events.
///
/// Whatever way the bytes are cut into reads, the events are the same, except that marks join the
/// letter before them only within one read. Answers of the terminal and unknown sequences are
/// swallowed; nothing of them ever arrives as text.
public struct KeyDecoder: Sendable {
  /// How long to wait for the rest of a sequence or of a character.
  public static let sequenceMilliseconds = 500
  /// A paste keeps so many bytes; what is beyond is lost.
  public static let pasteLimit = 1 << 20

  private let escapeMilliseconds: Int
  private var pending: [UInt8] = []
  private var mode = Mode.keys
  private var paste = PasteCollector(limit: pasteLimit)

  private enum Mode {
    case keys, paste
    /// Inside a sequence, or a string such as a window title, that is swallowed to its end.
    case sequence, string
  }

  /// - Parameter escapeMilliseconds: how long an escape may wait for what makes it a sequence; 50
  ///   at home, 150 over SSH.
  public init(escapeMilliseconds: Int = 50) {
    self.escapeMilliseconds = escapeMilliseconds
  }

  /// Bytes wait for more: call ``timeout()`` when none come before the deadline.
  public var isPending: Bool { deadline != nil }

  /// Milliseconds after the last byte at which to call ``timeout()``; nil if nothing waits.
  /// A paste waits for its end for ever, so that its rest is never taken for commands.
  public var deadline: Int? {
    switch mode {
    case .paste: nil
    case .sequence, .string: Self.sequenceMilliseconds
    case .keys:
      pending.isEmpty ? nil : pending == [0x1B] ? escapeMilliseconds : Self.sequenceMilliseconds
    }
  }

  /// The events that are complete with these bytes.
  public mutating func feed(_ bytes: [UInt8]) -> [InputEvent] {
    let input = pending.isEmpty ? bytes : pending + bytes
    pending = []
    var events: [InputEvent] = []
    var typed = String.UnicodeScalarView()
    func flushTyped() {
      guard !typed.isEmpty else { return }
      for character in String(typed) { events.append(.key(Key(.character(character)))) }
      typed = String.UnicodeScalarView()
    }
    var index = 0
    while index < input.count {
      switch mode {
      case .paste:
        index = paste.take(input, from: index)
        if let text = paste.finished() {
          events.append(.paste(text))
          mode = .keys
        }
      case .sequence: index = skipSequence(input, from: index)
      case .string: index = skipString(input, from: index)
      case .keys:
        switch ByteParser(bytes: input).step(at: index) {
        case .text(let scalar, let count):
          typed.append(scalar)
          index += count
        case .event(let event, let count):
          flushTyped()
          if let event { events.append(event) }
          index += count
        case .paste(let count):
          flushTyped()
          mode = .paste
          index += count
        case .longSequence(let count):
          mode = .sequence
          index += count
        case .string(let count):
          mode = .string
          index += count
        case .incomplete:
          pending = Array(input[index...])
          index = input.count
        }
      }
    }
    flushTyped()
    return events
  }

  /// What the waiting bytes mean when nothing follows them: a lone escape is the Esc key, a sequence
  /// that stops half way is dropped, a character that does is U+FFFD.
  public mutating func timeout() -> [InputEvent] {
    guard mode != .paste else { return [] }
    let bytes = pending
    pending = []
    mode = .keys
    guard let first = bytes.first else { return [] }
    guard first == 0x1B else { return [.key(Key(.character("\u{FFFD}")))] }
    if bytes.count == 1 { return [.key(Key(.escape))] }
    // Alt with one of the characters that also begin a sequence.
    guard bytes.count == 2, bytes[1] < 0x80 else { return [] }
    return [.key(Key(.character(Character(Unicode.Scalar(bytes[1]))), .alt))]
  }

  /// Skips to the byte that ends a control sequence.
  private mutating func skipSequence(_ input: [UInt8], from start: Int) -> Int {
    var index = start
    while index < input.count, (0x20...0x3F).contains(input[index]) { index += 1 }
    guard index < input.count else { return index }
    mode = .keys
    return (0x40...0x7E).contains(input[index]) ? index + 1 : index
  }

  /// Skips a string to its end: BEL, `ESC \`, or a byte that breaks it off.
  private mutating func skipString(_ input: [UInt8], from start: Int) -> Int {
    var index = start
    while index < input.count {
      switch input[index] {
      case 0x07, 0x18, 0x1A:
        mode = .keys
        return index + 1
      case 0x1B:
        guard index + 1 < input.count else {
          pending = [0x1B]
          return input.count
        }
        mode = .keys
        return input[index + 1] == 0x5C ? index + 2 : index
      default: index += 1
      }
    }
    return index
  }
}
