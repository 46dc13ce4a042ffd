/// The sequences that the program sends itself, beside what ncurses writes.
enum ControlText {
  static let hideCursor = bytes("\u{1B}[?25l")
  static let showCursor = bytes("\u{1B}[?25h")
  static let beginFrame = bytes("\u{1B}[?2026h")
  static let endFrame = bytes("\u{1B}[?2026l")
  static let bell: UInt8 = 0x07

  /// Plain character set, pasted text in brackets, cursor hidden, and the mouse if wished.
  static func enter(mouse: Bool) -> [UInt8] {
    bytes("\u{1B}(B\u{0F}\u{1B}[?2004h\u{1B}[?25l" + (mouse ? "\u{1B}[?1002h\u{1B}[?1006h" : ""))
  }

  static func leave(mouse: Bool) -> [UInt8] {
    bytes("\u{1B}[m" + (mouse ? "\u{1B}[?1006l\u{1B}[?1002l" : "") + "\u{1B}[?2004l\u{1B}[?25h")
  }

  /// Everything undone at once, for a program that crashes; whatever was on its way before is ended.
  static let afterCrash = bytes(
    "\u{18}\u{1B}[?2026l\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?2004l\u{1B}[r\u{1B}[m\u{1B}[?1049l"
      + "\u{1B}[?1l\u{1B}>\u{1B}[?25h\r\n")

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
