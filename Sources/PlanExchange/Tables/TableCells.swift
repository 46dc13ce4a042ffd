/// Forms of days and amounts that spreadsheets write and that can't be misread.
enum TableCells {
  /// `2026/10/2`, `2026.10.2` and `20261002` as `2026-10-02`; everything else as it is.
  static func day(_ text: String) -> String {
    var parts = text.split(whereSeparator: { "/.-".contains($0) }).map { String($0) }
    if parts.count == 1, text.count == 8, text.allSatisfy({ $0.isASCII && $0.isNumber }) {
      parts = [String(text.prefix(4)), String(text.dropFirst(4).prefix(2)), String(text.suffix(2))]
    }
    guard parts.count == 3, parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2 else {
      return text
    }
    return parts.map { $0.count == 1 ? "0" + $0 : $0 }.joined(separator: "-")
  }

  /// `120,000.00` without its separators; groups that aren't of three stay, and are refused.
  static func amount(_ text: String) -> String {
    let restored = TableText.restored(text)
    guard restored.contains(",") else { return restored }
    let parts = restored.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    let first = groups[0].drop { "+-−".contains($0) }
    guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      return restored
    }
    return ([groups.joined()] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }
}
