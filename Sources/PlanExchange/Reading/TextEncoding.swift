import Glibc
import PlanModel

/// How the characters of a table file are written.
public struct TextEncoding: Hashable, Sendable {
  /// As the C library knows it: `UTF-8`, `GB18030`, `UTF-16LE`, `BIG5` …
  public let name: String
  /// Bytes before the text that only say how it is written.
  let markLength: Int

  static let utf8 = TextEncoding(name: "UTF-8", markLength: 0)

  private init(name: String, markLength: Int = 0) {
    self.name = name
    self.markLength = markLength
  }

  /// An encoding that somebody named; nil where the system has no table for it.
  public init?(named name: String) {
    let known: Substring
    switch Folding.fold(name).filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8": known = "UTF-8"
    case "gbk", "gb2312", "gb18030", "cp936": known = "GB18030"
    case "utf16": known = "UTF-16"
    default: known = Substring(name)
    }
    guard !known.isEmpty,
      known.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) }),
      let converter = iconv_open("UTF-8", String(known)), converter != TextStream.failed
    else { return nil }
    iconv_close(converter)
    self.init(name: String(known))
  }

  /// Finds the encoding of a file: by its mark, else UTF-8 if all of it is, else GB18030 if all of
  /// it is and reads like Chinese.
  ///
  /// - Throws: a fault that names the first line that is no UTF-8.
  static func find(_ source: ByteSource) throws -> TextEncoding {
    if let marked = try marked(source) {
      try marked.check(source)
      return marked
    }
    do {
      try readThrough(source, as: .utf8) { _ in }
      return .utf8
    } catch let fault as FileFault {
      let chinese = TextEncoding(name: "GB18030")
      var share = ChineseShare()
      do { try readThrough(source, as: chinese) { share.take($0) } } catch is FileFault {
        throw fault
      }
      guard share.isChinese else { throw fault }
      return chinese
    }
  }

  /// What the first bytes say.
  private static func marked(_ source: ByteSource) throws -> TextEncoding? {
    let start = try source.beginning(4)
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return TextEncoding(name: "UTF-8", markLength: 3) }
    if start.starts(with: [0xFF, 0xFE]) { return TextEncoding(name: "UTF-16LE", markLength: 2) }
    if start.starts(with: [0xFE, 0xFF]) { return TextEncoding(name: "UTF-16BE", markLength: 2) }
    return nil
  }

  /// Reads all of a file, so that whatever is no text is told before anything else.
  func check(_ source: ByteSource) throws { try Self.readThrough(source, as: self) { _ in } }

  private static func readThrough(
    _ source: ByteSource, as encoding: TextEncoding, _ body: ([UInt8]) -> Void
  ) throws {
    var stream = try TextStream(source, encoding)
    while let text = try stream.next() { body(text) }
  }
}

/// Whether a text that could be GB18030 is: other encodings often make valid pairs, too, but rare
/// characters of them. Half of what isn't ASCII must be Chinese signs or characters in common use.
private struct ChineseShare {
  private var common = 0
  private var others = 0
  private var kana = 0
  private var found: Set<Unicode.Scalar> = []

  /// Half of what isn't ASCII is common, and it is no other language's common characters: Korean in
  /// EUC-KR lies where characters from A to R are by their sound, Japanese has its kana.
  var isChinese: Bool {
    guard common >= others, common > 0, kana <= 2 + common / 20 else { return false }
    return found.count < 10 || found.contains { CommonHanzi.isLate($0) }
  }

  mutating func take(_ text: [UInt8]) {
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where !scalar.isASCII {
      if isCommon(scalar) { common += 1 } else { others += 1 }
      if (0x3041...0x30FF).contains(scalar.value) { kana += 1 }
      if (0x4E00...0x9FA5).contains(scalar.value) { found.insert(scalar) }
    }
  }

  private func isCommon(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2010...0x2027, 0x3000...0x3011, 0xFF01...0xFF5E, 0xFFE5, 0xA5, 0xB7: true
    case 0x4E00...0x9FA5: CommonHanzi.contains(scalar)
    default: false
    }
  }
}

/// The 3,755 characters in common use: level 1 of GB2312, whose pairs begin with B0 to D7.
private enum CommonHanzi {
  private static let all = characters(0xB0...0xD7)
  /// Those that Korean syllables in EUC-KR are read as.
  private static let early = characters(0xB0...0xC8)

  private static func characters(_ rows: ClosedRange<UInt8>) -> Set<Unicode.Scalar> {
    var bytes: [UInt8] = []
    for first in rows {
      for second in UInt8(0xA1)...0xFE where first < 0xD7 || second <= 0xF9 {
        bytes += [first, second]
      }
    }
    guard let encoding = TextEncoding(named: "GB18030"),
      var stream = try? TextStream(ByteSource(bytes), encoding)
    else { return [] }
    var found: Set<Unicode.Scalar> = []
    while let text = try? stream.next() {
      found.formUnion(String(decoding: text, as: UTF8.self).unicodeScalars)
    }
    return found
  }

  /// No Korean syllable is read as this one.
  static func isLate(_ scalar: Unicode.Scalar) -> Bool { !early.contains(scalar) }

  static func contains(_ scalar: Unicode.Scalar) -> Bool { all.contains(scalar) }
}
