import PlanModel

/// A table file whose writing is known: how its characters are encoded and what separates its cells.
struct TableFile {
  let source: ByteSource
  let encoding: TextEncoding
  let delimiter: UInt8
  /// Physical lines before the first record.
  let skippedLines: Int

  /// Looks through the whole file.
  ///
  /// - Parameter encoding: nil finds it.
  init(_ source: ByteSource, encoding: TextEncoding? = nil, skippedLines: Int = 0) throws {
    self.source = source
    self.skippedLines = skippedLines
    let found = try encoding ?? .find(source)
    try encoding?.check(source)
    self.encoding = found
    delimiter = try DelimiterFit.find(source, found, skippedLines)
  }

  func reader() throws -> TableReader {
    try TableReader(source, encoding: encoding, delimiter: delimiter, skippedLines: skippedLines)
  }
}

/// How well a separator fits a file: with the right one, all records have as many cells as the first.
private struct DelimiterFit {
  let delimiter: UInt8
  private var counts: [Int: Int] = [:]
  private var records = 0
  private(set) var columns = 1

  /// In the order of preference where two fit alike: the rarer in texts comes first.
  private static let candidates: [UInt8] = [0x09, 0x3B, 0x2C]

  /// No separator: every line is one cell.
  private static let none: UInt8 = 0x1F

  static func find(_ source: ByteSource, _ encoding: TextEncoding, _ skipped: Int) throws -> UInt8 {
    var best: DelimiterFit?
    for delimiter in try occurring(source, encoding) {
      let fit = try DelimiterFit(source, encoding, delimiter, skipped)
      guard fit.isPossible else { continue }
      guard let known = best else {
        best = fit
        continue
      }
      if (fit.share, fit.columns) > (known.share, known.columns) { best = fit }
    }
    return best?.delimiter ?? none
  }

  private static func occurring(_ source: ByteSource, _ encoding: TextEncoding) throws -> [UInt8] {
    var seen: Set<UInt8> = []
    var stream = try TextStream(source, encoding)
    do {
      while seen.count < candidates.count, let text = try stream.next() {
        for candidate in candidates where !seen.contains(candidate) && text.contains(candidate) {
          seen.insert(candidate)
        }
      }
    } catch is FileFault {}
    return candidates.filter(seen.contains)
  }

  private init(
    _ source: ByteSource, _ encoding: TextEncoding, _ delimiter: UInt8, _ skipped: Int
  ) throws {
    self.delimiter = delimiter
    var reader = try TableReader(
      source, encoding: encoding, delimiter: delimiter, skippedLines: skipped)
    do {
      while let row = try reader.next() {
        counts[row.cells.count, default: 0] += 1
        records += 1
        if records == 1 { columns = row.cells.count }
      }
    } catch let fault as FileFault {
      // Where a record can't be read with this separator, it counts as one that doesn't fit.
      if fault.endsFile { records += 1 }
    }
    // A title above the headings: most records say how many columns there are.
    if columns == 1, let most = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
      columns = most.value * 2 > records ? most.key : 1
    }
  }

  /// More than one column, and some record beside the first that has as many.
  private var isPossible: Bool { columns > 1 && (counts[columns] ?? 0 > 1 || records <= 2) }

  private var share: Double { records == 0 ? 0 : Double(counts[columns] ?? 0) / Double(records) }
}
