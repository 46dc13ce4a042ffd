/// Why a typed text isn't a spread.
public enum SpreadFault: Error, Hashable, Sendable {
  case unknownCode(String)
  case missingValue(String)
  /// Behind a code that takes none.
  case unexpectedValue(String)
  /// A direction twice, or rows and columns at once for `SL` and `GR`.
  case badDirection(String)
  /// `+` or `~` where nothing can be added.
  case badAction(String)
  case amount(AmountFault)
  case notAPercentage(String)
  case missingReference
  case unknownReference(String)
  /// `HC`, `RC`: sums can't be held.
  case heldSums(String)

  public var words: Words {
    switch self {
    case .unknownCode(let text):
      Words(
        "没有“\(text)”这个分摊代码；可用 P S R P% SL GR RP C H RH",
        "no spread code \(text); there are P S R P% SL GR RP C H RH")
    case .missingValue(let code):
      Words(
        "\(code)后面要写数，如\(Self.example(code))", "\(code) needs a value, as in \(Self.example(code))")
    case .unexpectedValue(let code):
      Words("\(code)后面不写数", "\(code) takes no value")
    case .badDirection(let code):
      ["SL", "GR"].contains(code)
        ? Words("\(code)只能沿一行或一列：<> 或 ^|", "\(code) runs along one row or column: <> or ^|")
        : Words("方向写法不对；可用 < > ^ |，各写一次", "no such direction; use < > ^ |, each once")
    case .badAction(let code):
      Words("\(code)不能加减；去掉 + 或 ~", "\(code) adds nothing; leave out + or ~")
    case .amount(let fault): fault.words
    case .notAPercentage(let text):
      Words("“\(text)”不是百分比，如 10 或 -2.5", "\(text) is no percentage; write 10 or -2.5")
    case .missingReference:
      Words(
        "要写参照，如 RP:去年、RP1000:A12.media", "needs a reference, as in RP:last_year or RP1000:A12.media"
      )
    case .unknownReference(let text):
      Words(
        "没有“\(text)”这个参照；可用 去年、列名、费用项、A12.media",
        "no reference \(text); use last_year, a column, a line, A12.media")
    case .heldSums(let code):
      Words(
        "\(code)不可用：合计由各格相加得出；锁住其中的格子用 H，放开用 RH",
        "\(code) can't be: a sum is the sum of its cells; hold those with H, release them with RH")
    }
  }

  private static func example(_ code: String) -> String {
    ["P%": "P%+10", "SL": "SL100:200", "GR": "GR300:25", "R%": "R%5:last_year"][code]
      ?? "\(code)100"
  }
}
