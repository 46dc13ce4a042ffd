/// Exact decimals as text: how amounts are written in files and commands, never through binary.
public enum DecimalText {
  /// The largest amount a cell may hold, in its smallest unit (999,999,999,999.99 of money).
  /// Ninety thousand such cells still add up without overflow.
  public static let limit: Int64 = 99_999_999_999_999

  /// Ten to the power of the decimals: how many smallest parts one whole has.
  public static func power(of scale: Int) -> Int64 {
    (0..<min(max(scale, 0), 18)).reduce(Int64(1)) { result, _ in result * 10 }
  }

  public enum Fault: Error, Equatable, Sendable { case notANumber, tooFine, tooLarge }

  /// Reads `-1234.5` at a scale of decimals; separators and units are not its business.
  public static func parse(_ text: String, scale: Int) throws(Fault) -> Int64 {
    var digits = Substring(text)
    var negative = false
    if let sign = digits.first, sign == "-" || sign == "+" || sign == "−" {
      negative = sign != "+"
      digits = digits.dropFirst()
    }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !digits.isEmpty, parts.contains(where: { !$0.isEmpty }),
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { throw .notANumber }
    var fraction = parts.count > 1 ? parts[1] : ""
    while fraction.last == "0" { fraction = fraction.dropLast() }
    guard fraction.count <= scale else { throw .tooFine }
    let padded = whole + fraction + String(repeating: "0", count: scale - fraction.count)
    let significant = padded.drop { $0 == "0" }
    guard significant.count <= 18 else { throw .tooLarge }
    let value = Int64(significant.isEmpty ? "0" : significant) ?? 0
    guard value <= limit else { throw .tooLarge }
    return negative ? -value : value
  }

  /// Writes with all decimals of the scale: `120000.00`, `-0.50`.
  public static func format(_ value: Int64, scale: Int) -> String {
    guard scale > 0 else { return String(value) }
    var digits = String(value.magnitude)
    if digits.count <= scale {
      digits = String(repeating: "0", count: scale + 1 - digits.count) + digits
    }
    return "\(value < 0 ? "-" : "")\(digits.dropLast(scale)).\(digits.suffix(scale))"
  }
}
