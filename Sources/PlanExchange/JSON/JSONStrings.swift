extension JSONCursor {
  /// Reads the string whose quote stands here.
  mutating func string() throws(FileFault) -> String {
    let start = index
    index += 1
    var text: [UInt8] = []
    while true {
      guard index < bytes.count else {
        throw fault(at: start, "字符串没有结束", "the string has no end")
      }
      guard text.count <= Self.stringLimit else {
        throw fault(at: start, "字符串过长", "the string is too long")
      }
      let byte = bytes[index]
      switch byte {
      case 0x22:
        index += 1
        guard let decoded = String(validating: text, as: UTF8.self) else {
          throw fault(at: start, "不是UTF-8文本", "not UTF-8 text")
        }
        return decoded
      case 0x5C: try escape(into: &text)
      case 0..<0x20: throw fault("字符串里有控制字符", "a control character inside a string")
      default:
        text.append(byte)
        index += 1
      }
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(FileFault) {
    let start = index
    let letter = index + 1 < bytes.count ? bytes[index + 1] : 0
    index += 2
    switch letter {
    case 0x22, 0x5C, 0x2F: text.append(letter)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75:
      var code = hexadecimal()
      if let high = code, (0xD800...0xDBFF).contains(high) {
        code = nil
        if index + 1 < bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x75 {
          index += 2
          if let low = hexadecimal(), (0xDC00...0xDFFF).contains(low) {
            code = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
          }
        }
      }
      guard let code, code > 0, let scalar = UnicodeScalar(code) else {
        throw fault(at: start, "不是有效的字符转义", "not a valid character escape")
      }
      text.append(contentsOf: Array(String(scalar).utf8))
    default: throw fault(at: start, "不是有效的转义", "not a valid escape")
    }
  }

  private mutating func hexadecimal() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    var code: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue, byte < 0x80 else {
        return nil
      }
      code = code << 4 | UInt32(digit)
    }
    index += 4
    return code
  }
}
