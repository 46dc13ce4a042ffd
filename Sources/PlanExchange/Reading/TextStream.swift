import Glibc
import PlanModel

/// The text of a file as UTF-8, piece by piece. No character is ever cut, replaced or made up:
/// what isn't of the encoding is a fault with its line.
struct TextStream {
  static var failed: iconv_t? { iconv_t(bitPattern: -1) }

  private let pieces: ByteSource.Pieces
  private let encoding: TextEncoding
  private let converter: Converter?
  private var skip: Int
  /// Bytes of a character that goes on in the next piece.
  private var tail: [UInt8] = []
  /// Line ends so far.
  private var lines = 0
  private var isOver = false

  init(_ source: ByteSource, _ encoding: TextEncoding) throws {
    pieces = try source.open()
    self.encoding = encoding
    skip = encoding.markLength
    converter = encoding.name == "UTF-8" ? nil : try Converter(encoding)
  }

  /// The next text; nil at the end.
  mutating func next() throws -> [UInt8]? {
    while !isOver {
      guard var bytes = try pieces() else {
        isOver = true
        guard tail.isEmpty else { throw fault() }
        return nil
      }
      if skip > 0 {
        let dropped = min(skip, bytes.count)
        bytes.removeFirst(dropped)
        skip -= dropped
      }
      if !tail.isEmpty { bytes = tail + bytes }
      let text = try converter.map { try convert(bytes, $0) } ?? checked(bytes)
      guard !text.isEmpty else { continue }
      for byte in text where byte == 0x0A { lines += 1 }
      return text
    }
    return nil
  }

  private mutating func checked(_ bytes: [UInt8]) throws -> [UInt8] {
    let whole = bytes.count - Self.unfinished(bytes)
    tail = Array(bytes[whole...])
    let text = tail.isEmpty ? bytes : Array(bytes[..<whole])
    guard String(validating: text, as: UTF8.self) != nil else {
      for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
        guard String(validating: line, as: UTF8.self) != nil else { throw fault() }
        lines += 1
      }
      throw fault()
    }
    return text
  }

  /// How many bytes at the end may be the beginning of a character.
  private static func unfinished(_ bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte < 0x80 { return 0 }
      guard byte >= 0xC0 else { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return length > back ? back : 0
    }
    return 0
  }

  private mutating func convert(_ bytes: [UInt8], _ converter: Converter) throws -> [UInt8] {
    let (text, rest, isBad) = converter.convert(bytes)
    tail = Array(bytes[(bytes.count - rest)...])
    guard !isBad, rest < 16 else {
      for byte in text where byte == 0x0A { lines += 1 }
      throw fault()
    }
    return text
  }

  private func fault() -> FileFault {
    var fault = FileFault(
      line: lines + 1, column: 1,
      encoding.name == "UTF-8"
        ? Words(
          "不是UTF-8，也不像GB18030；存为UTF-8再导入，或用--encoding指定",
          "neither UTF-8 nor clearly GB18030; save the file as UTF-8 or name it with --encoding")
        : Words(
          "不是\(encoding.name)的文字；存为UTF-8再导入，或用--encoding指定",
          "no text in \(encoding.name); save the file as UTF-8 or name it with --encoding"))
    fault.endsFile = true
    return fault
  }
}

/// A table of the C library that turns an encoding into UTF-8.
private final class Converter {
  private let handle: iconv_t?

  init(_ encoding: TextEncoding) throws {
    handle = iconv_open("UTF-8", encoding.name)
    guard handle != TextStream.failed else {
      throw MappingFault(
        Words("没有这种编码：\(encoding.name)", "no such encoding: \(encoding.name)"))
    }
  }

  deinit { if handle != TextStream.failed { iconv_close(handle) } }

  /// - Returns: the text, how many bytes at the end were left, and whether they are no text.
  func convert(_ bytes: [UInt8]) -> (text: [UInt8], rest: Int, isBad: Bool) {
    var input = bytes.map { CChar(bitPattern: $0) }
    var text: [UInt8] = []
    var part = [CChar](repeating: 0, count: bytes.count * 3 + 64)
    var isBad = false
    let rest = input.withUnsafeMutableBufferPointer { source in
      var from = source.baseAddress
      var left = source.count
      var goesOn = left > 0
      while goesOn {
        goesOn = false
        part.withUnsafeMutableBufferPointer { target in
          var to = target.baseAddress
          var room = target.count
          let result = iconv(handle, &from, &left, &to, &room)
          let reason = errno
          text += target[..<(target.count - room)].map { UInt8(bitPattern: $0) }
          if result == Int.max.magnitude * 2 + 1 {
            if reason == E2BIG { goesOn = true } else { isBad = reason != EINVAL }
          }
        }
      }
      return left
    }
    return (text, rest, isBad)
  }
}
