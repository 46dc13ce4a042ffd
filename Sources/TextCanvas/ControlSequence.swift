/// A control sequence `ESC [ … final` and what it means.
struct ControlSequence {
  let parameters: ArraySlice<UInt8>
  let final: UInt8

  /// A bracketed paste begins.
  var isPasteBegin: Bool { final == UInt8(ascii: "~") && parameters.elementsEqual("200".utf8) }
  /// A mouse report of the old kind, with three raw bytes behind it.
  var isOldMouse: Bool { final == UInt8(ascii: "M") && parameters.isEmpty }

  /// rxvt ends shifted keys in `$`, which elsewhere is followed by another letter.
  static func isShiftedKeypad(_ parameters: ArraySlice<UInt8>) -> Bool {
    !parameters.isEmpty && parameters.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Nil for an answer of the terminal and for what nobody knows.
  var event: InputEvent? {
    guard let first = parameters.first else { return plain }
    switch first {
    case UInt8(ascii: "<"): return mouse
    case 0x30...0x3B:
      guard !parameters.contains(where: { $0 < 0x30 }) else { return nil }
      return key.map { .key($0) }
    default: return nil
    }
  }

  private var plain: InputEvent? {
    switch final {
    case UInt8(ascii: "I"): return .focus(true)
    case UInt8(ascii: "O"): return .focus(false)
    case UInt8(ascii: "a")...UInt8(ascii: "d"):  // rxvt
      return Self.arrow(final - 0x20).map { .key(Key($0, .shift)) }
    case UInt8(ascii: "Z"): return .key(Key(.tab, .shift))
    case UInt8(ascii: "R"): return .key(Key(.function(3)))
    default: return Self.letter(final).map { .key(Key($0)) }
    }
  }

  private var key: Key? {
    let numbers = Self.numbers(parameters)
    let first = numbers[0][0] ?? 1
    let second = numbers.count > 1 ? numbers[1] : [nil]
    guard var modifiers = Self.modifiers(second[0] ?? 1) else { return nil }
    // The release of a key.
    if second.count > 1, second[1] == 3 { return nil }
    switch final {
    case UInt8(ascii: "~"):
      if first == 27, numbers.count > 2 {
        return TypedCode(numbers[2][0] ?? 0, shifted: nil, modifiers).key
      }
      return Self.numbered(first).map { Key($0, modifiers) }
    case UInt8(ascii: "^"): return Self.numbered(first).map { Key($0, .control) }
    case UInt8(ascii: "@"): return Self.numbered(first).map { Key($0, [.control, .shift]) }
    case UInt8(ascii: "$"): return Self.numbered(first).map { Key($0, .shift) }
    case UInt8(ascii: "u"):
      let shifted = numbers[0].count > 1 ? numbers[0][1] : nil
      return TypedCode(first, shifted: shifted, modifiers).key
    case UInt8(ascii: "Z"):
      modifiers.insert(.shift)
      return Key(.tab, modifiers)
    case UInt8(ascii: "R"):  // F3 with a modifier, or the answer where the cursor stands
      guard first == 1, numbers.count == 2, (2...8).contains(second[0] ?? 0) else { return nil }
      return Key(.function(3), modifiers)
    default:
      guard first == 1 else { return nil }
      return Self.letter(final).map { Key($0, modifiers) }
    }
  }

  /// Left button and wheel, in the form `< button ; column ; row`.
  private var mouse: InputEvent? {
    let numbers = Self.numbers(parameters.dropFirst())
    guard numbers.count == 3, let button = numbers[0][0], let column = numbers[1][0],
      let row = numbers[2][0], column > 0, row > 0
    else { return nil }
    var modifiers: Key.Modifiers = []
    if button & 4 != 0 { modifiers.insert(.shift) }
    if button & 8 != 0 { modifiers.insert(.alt) }
    if button & 16 != 0 { modifiers.insert(.control) }
    let action: InputEvent.Mouse.Action
    switch (button & ~28, final) {
    case (0, UInt8(ascii: "M")): action = .press
    case (0, UInt8(ascii: "m")): action = .release
    case (32, UInt8(ascii: "M")): action = .drag
    case (64, UInt8(ascii: "M")): action = .wheelUp
    case (65, UInt8(ascii: "M")): action = .wheelDown
    default: return nil
    }
    return .mouse(
      InputEvent.Mouse(action: action, row: row - 1, column: column - 1, modifiers: modifiers))
  }

  static func singleShift(_ final: UInt8, parameters: ArraySlice<UInt8>) -> Key? {
    // Old terminals put the modifier alone or behind `1;`.
    let last = numbers(parameters).last?[0] ?? 1
    guard let modifiers = modifiers(last) else { return nil }
    switch final {
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return arrow(final - 0x20).map { Key($0, .control) }
    case UInt8(ascii: "M"): return Key(.enter, modifiers)
    case UInt8(ascii: "I"): return Key(.tab, modifiers)
    case UInt8(ascii: " "): return Key(.character(" "), modifiers)
    case UInt8(ascii: "X"): return Key(.character("="), modifiers)
    // The number pad: * + , - . / 0 to 9.
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return Key(.character(Character(Unicode.Scalar(final - 0x40))), modifiers)
    case UInt8(ascii: "R"): return Key(.function(3), modifiers)
    default: return letter(final).map { Key($0, modifiers) }
    }
  }

  private static func arrow(_ letter: UInt8) -> Key.Code? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    default: nil
    }
  }

  private static func letter(_ letter: UInt8) -> Key.Code? {
    switch letter {
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "S"): .function(4)
    default: arrow(letter)
    }
  }

  private static func numbered(_ number: Int) -> Key.Code? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// From one more than the sum of shift 1, alt 2, control 4, super 8, hyper 16, meta 32 and the
  /// locks; nil where a key is held that is not ours.
  private static func modifiers(_ number: Int) -> Key.Modifiers? {
    let bits = max(0, number - 1)
    guard bits & 24 == 0 else { return nil }
    var modifiers = Key.Modifiers(rawValue: UInt8(bits & 7))
    if bits & 32 != 0 { modifiers.insert(.alt) }
    return modifiers
  }

  /// Numbers between `;`, each with its parts between `:`; nil where none stands.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [[Int?]] {
    var numbers: [[Int?]] = [[nil]]
    for byte in parameters {
      switch byte {
      case UInt8(ascii: ";"): numbers.append([nil])
      case UInt8(ascii: ":"): numbers[numbers.count - 1].append(nil)
      case 0x30...0x39:
        let last = numbers.count - 1
        let part = numbers[last].count - 1
        numbers[last][part] = min((numbers[last][part] ?? 0) * 10 + Int(byte - 0x30), 9_999_999)
      default: break
      }
    }
    return numbers
  }
}
