/// Shortens what ncurses writes about colours and attributes, a sixth of a small frame.
///
/// ncurses resets everything (`ESC ( B ESC [ m`), then sets each attribute and colour in a sequence
/// of its own, also where nothing is drawn before the next change. Here a change is held back until
/// something is drawn that shows it, and then sent as one sequence, the shorter of two: from a reset
/// or from what holds. The terminal shows the same afterwards.
nonisolated struct AttributeSqueezer {
  /// Whether the terminal knows the codes that end one attribute (22 to 28, 39, 49).
  let turnsOffSingly: Bool
  private var wanted = Rendition()
  /// What the terminal draws with; nil when unknown.
  private var actual: Rendition?
  private var output: [UInt8] = []
  private var isUnderstood = true

  init(turnsOffSingly: Bool) { self.turnsOffSingly = turnsOffSingly }

  /// Assumes nothing about the terminal any more.
  mutating func forget() {
    wanted = Rendition()
    actual = nil
  }

  /// - Parameter bytes: a whole frame, which ends with nothing switched on. One with a code that
  ///   isn't known here is left as it is.
  mutating func squeeze(_ bytes: [UInt8]) -> [UInt8] {
    isUnderstood = true
    output.removeAll(keepingCapacity: true)
    output.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x1B: at = escape(bytes, at)
      case 0x0F: at += 1  // back to the first character set, which is never left
      case UInt8(ascii: " "):
        showBlank()
        output.append(byte)
        at += 1
      case UInt8(ascii: "\n"):  // may scroll, and fills with the background
        showBlank()
        output.append(byte)
        at += 1
      case 0..<0x20:
        output.append(byte)
        at += 1
      default:
        show()
        output.append(byte)
        at += 1
      }
    }
    show()
    if isUnderstood { return output }
    forget()
    return bytes
  }

  /// Handles the sequence at `start` and returns where the next begins.
  private mutating func escape(_ bytes: [UInt8], _ start: Int) -> Int {
    guard start + 1 < bytes.count else { return copy(bytes, start, bytes.count) }
    if bytes[start + 1] == UInt8(ascii: "("), start + 2 < bytes.count {
      if bytes[start + 2] == UInt8(ascii: "B") { return start + 3 }
      return copy(bytes, start, start + 3)
    }
    guard bytes[start + 1] == UInt8(ascii: "[") else {
      show()
      return copy(bytes, start, start + 2)
    }
    var end = start + 2
    while end < bytes.count, bytes[end] < 0x40 { end += 1 }
    guard end < bytes.count else { return copy(bytes, start, bytes.count) }
    let parameters = bytes[(start + 2)..<end]
    switch bytes[end] {
    case UInt8(ascii: "m"):
      if !wanted.apply(parameters) { isUnderstood = false }
      return end + 1
    case UInt8(ascii: "A")...UInt8(ascii: "H"), UInt8(ascii: "d"), UInt8(ascii: "f"),
      UInt8(ascii: "h"), UInt8(ascii: "l"), UInt8(ascii: "b"):
      break  // moves, modes, "repeat": drawn with what holds
    case UInt8(ascii: "J"), UInt8(ascii: "K"), UInt8(ascii: "X"): showBlank()
    default: show()
    }
    return copy(bytes, start, end + 1)
  }

  private mutating func copy(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    output.append(contentsOf: bytes[start..<end])
    return end
  }

  /// A blank shows its ground only, unless it is reversed.
  private mutating func showBlank() {
    if let actual, actual.looksTheSameBlank(as: wanted) { return }
    show()
  }

  private mutating func show() {
    if actual == wanted { return }
    let reset = wanted.codesFromReset()
    var codes = reset
    if turnsOffSingly, let actual {
      let change = wanted.codes(from: actual)
      if change.count < reset.count { codes = change }
    }
    output += [0x1B, UInt8(ascii: "[")]
    output += codes
    output.append(UInt8(ascii: "m"))
    actual = wanted
  }
}
