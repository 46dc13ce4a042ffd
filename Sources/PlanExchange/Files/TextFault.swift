import PlanModel

/// Why a text can't be the value of a field.
enum TextFault: Error, Hashable {
  case notADay, notAPeriod, notAYear, notAQuarter, notAPercent
  case notANumber, tooFine, tooLarge
  /// Not one of these.
  case unknown([String])

  /// Reads an exact decimal.
  static func amount(_ text: String, scale: Int) throws(TextFault) -> Int64 {
    do { return try DecimalText.parse(text, scale: scale) } catch {
      switch error {
      case .notANumber: throw .notANumber
      case .tooFine: throw .tooFine
      case .tooLarge: throw .tooLarge
      }
    }
  }

  var words: Words {
    switch self {
    case .notADay: Words("不是日期；写成2026-10-12", "not a day; write 2026-10-12")
    case .notAPeriod: Words("不是期间；写成2026、2026Q4", "not a period; write 2026 or 2026Q4")
    case .notAYear: Words("目标的期间是年；写成2026", "a target's period is a year; write 2026")
    case .notAQuarter:
      Words("活动的期间是季度；写成2026Q4", "an activity's period is a quarter; write 2026Q4")
    case .notAPercent: Words("不是0到100的整数", "not a whole number from 0 to 100")
    case .notANumber: Words("不是数字；写成120000.00", "not a number; write 120000.00")
    case .tooFine: Words("不能细分到最小单位以下", "finer than the smallest unit")
    case .tooLarge: Words("金额太大（上限9,999亿）", "the amount is too large")
    case .unknown(let known):
      Words(
        known.isEmpty ? "没有这一项；先加入列表" : "没有这一项；可用：\(Self.list(known))",
        known.isEmpty
          ? "unknown; add it to the list first" : "unknown; known are \(Self.list(known))")
    }
  }

  private static func list(_ codes: [String]) -> String {
    codes.prefix(30).joined(separator: " ") + (codes.count > 30 ? " …" : "")
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: String {
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}
