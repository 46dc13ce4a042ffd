/// The sequence that puts a text on the clipboard of whoever sits before the terminal (OSC 52).
nonisolated enum Clipboard {
  /// Terminals take a sequence of 100,000 bytes: that much text fits when encoded.
  static let limit = 74_994

  /// - Parameter insideTmux: sent both plainly and wrapped, as tmux may be set to take either.
  /// - Returns: nil when the text is longer than ``limit`` bytes.
  static func sequence(for text: String, insideTmux: Bool) -> [UInt8]? {
    guard text.utf8.count <= limit else { return nil }
    let plain = Array("\u{1B}]52;c;".utf8) + base64(Array(text.utf8)) + [0x07]
    guard insideTmux else { return plain }
    return Array("\u{1B}Ptmux;\u{1B}".utf8) + plain + Array("\u{1B}\\".utf8) + plain
  }

  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var value = 0
      for place in 0..<3 {
        value = value << 8 | (place < group.count ? Int(group[start + place]) : 0)
      }
      for place in 0..<4 {
        let digit = digits[value >> (18 - 6 * place) & 63]
        output.append(place <= group.count ? digit : UInt8(ascii: "="))
      }
    }
    return output
  }
}
