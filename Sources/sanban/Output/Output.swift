import Glibc
import PlanModel
import TextCanvas

/// Standard output and standard error.
enum Output {
  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The columns of the terminal; nil where there is none.
  static var columns: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Whole lines. A terminal gets nothing but visible text, whatever a colleague has written.
  static func write(_ bytes: [UInt8]) {
    write(isTerminal ? visible(bytes) : bytes, to: STDOUT_FILENO)
  }

  private static func visible(_ bytes: [UInt8]) -> [UInt8] {
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { Drawable.text(String($0)) }.joined(separator: "\t")
    }
    return Array(shown.joined(separator: "\n").utf8)
  }

  /// A line for the person, whatever stands in it.
  static func say(_ words: Words, _ language: Language) {
    write(Drawable.text(words(language)) + "\n")
  }

  /// A line on standard error.
  static func complain(_ text: String) {
    write(Array((Drawable.text(text) + "\n").utf8), to: STDERR_FILENO)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { exit(descriptor == STDOUT_FILENO && errno != EPIPE ? 73 : 0) }
      rest = rest.dropFirst(count)
    }
  }
}

/// Shows on a terminal how far long work has come; says nothing elsewhere.
final class Progress {
  private let words: Words
  private let language: Language
  private let isShown = isatty(STDERR_FILENO) == 1
  private var count = 0

  init(_ words: Words, _ language: Language) {
    self.words = words
    self.language = language
  }

  func step() {
    count += 1
    if count % 1_000 == 0 { show("\r\(words(language)) \(count)") }
  }

  func end() {
    if count >= 1_000 { show("\r\u{1B}[K") }
  }

  private func show(_ text: String) {
    guard isShown else { return }
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
