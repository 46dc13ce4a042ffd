import Glibc

/// What must hold before anything is drawn.
enum TerminalChecks {
  /// The value of TERM, if it can be the name of a terminal that places its cursor.
  static func name(_ value: String?) throws(TerminalFault) -> String {
    guard let value, !value.isEmpty else { throw .terminalUnset }
    guard value.utf8.count <= 64, value.utf8.allSatisfy(isNameByte) else {
      throw .malformedTerminalName
    }
    guard value != "dumb", value != "unknown" else { throw .dumbTerminal }
    return value
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// Chooses a UTF-8 locale for characters. A locale that isn't installed, C and POSIX are taken to
  /// mean UTF-8; another encoding is taken at its word and refused.
  static func chooseUTF8() throws(TerminalFault) {
    setlocale(LC_CTYPE, "")
    if codeset() == "ANSI_X3.4-1968" { setlocale(LC_CTYPE, "C.UTF-8") }
    guard codeset() == "UTF-8" else { throw .noUTF8 }
  }

  private static func codeset() -> String {
    nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
  }

  /// A variable of the environment.
  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
