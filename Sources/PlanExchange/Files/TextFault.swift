import PlanModel

/// Why a text can't be the value of a field.
enum TextFault: Error, Hashable {
  case notADay, notAPeriod, notAYear, notAQuarter, notAPercent
  case notANumber, tooFine, tooLarge
  /// Either of two days.
  case ambiguousDay(Day, Day)
  /// Other dates of the column have the day and the month the other way round.
  case mixedOrders
  /// A day or a period that doesn't say its year.
  case noYear
  case notAMonth
  /// A decimal comma, where other amounts of the column have a point.
  case decimalComma
  case notACode
  /// An amount whose expense line, or whose month, isn't said.
  case noLine, noMonth, noMonthColumn
  /// Three digits behind the only point: thousands, or decimals that the unit doesn't have.
  case thousandsOrDecimals
  /// In another currency than this one.
  case otherCurrency(String)
  /// Nobody on the board is called so.
  case unknownPerson(String, [String])
  /// Not one of these.
  case unknown([String])
  /// No word of a list; those that are, by name.
  case unknownEntry([Words])

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
    case .ambiguousDay(let a, let b):
      Words(
        "可能是\(a)或\(b)；用--date-order ymd、dmy或mdy说明",
        "\(a) or \(b)? say --date-order ymd, dmy or mdy")
    case .mixedOrders:
      Words(
        "这一列日期的月日顺序不一；用--date-order说明，或改文件",
        "the column's dates are in different orders; say --date-order, or mend the file")
    case .noYear:
      Words("没有写年份；用--set year=2026说明", "the year isn't said; add --set year=2026")
    case .notAMonth: Words("不是月份；写成2026-10", "not a month; write 2026-10")
    case .decimalComma:
      Words(
        "这里是小数逗号，同列其他金额是小数点；改文件",
        "a decimal comma, where other amounts of the column have a point; mend the file")
    case .notACode: Words("不是这类内容的编号", "not a code of this kind")
    case .noLine:
      Words(
        "没有写费用类别；映射成plan.media，或加--set category=media",
        "which expense line? map it to plan.media, or add --set category=media")
    case .noMonth:
      Words(
        "没有写月份；映射成plan.media@2026-10，或映射start",
        "which month? map it to plan.media@2026-10, or map start")
    case .noMonthColumn:
      Words("没有写月份；映射month", "which month? map month")
    case .thousandsOrDecimals:
      Words(
        "点后三位：是千位分隔还是小数？写成12500或12.50",
        "thousands or decimals? write 12500 or 12.50")
    case .otherCurrency(let code):
      Words("不是本板币种\(code)；先换算", "not in the board's \(code); convert it first")
    case .unknownPerson(let name, let known):
      Words(
        "没有这个成员\(known.isEmpty ? "" : "；有：\(Self.list(known))")；先加入：g p，或 sanban set person:\(Self.word(name))",
        "nobody is called so\(known.isEmpty ? "" : "; there are \(Self.list(known))"); add the person first: g p, or sanban set person:\(Self.word(name))"
      )
    case .unknownEntry(let known):
      known.isEmpty
        ? Self.unknown([]).words
        : Words(
          "没有这一项；可用：\(Self.list(known.map(\.zh), by: "、"))",
          "unknown; known are \(Self.list(known.map(\.en), by: ", "))")
    case .unknown(let known):
      Words(
        known.isEmpty ? "没有这一项；先加入列表" : "没有这一项；可用：\(Self.list(known))",
        known.isEmpty
          ? "unknown; add it to the list first" : "unknown; known are \(Self.list(known))")
    }
  }

  /// A name as a word of a shell.
  private static func word(_ name: String) -> String {
    let short = String(name.prefix(40).filter { !$0.isNewline && $0 != "'" })
    let isPlain = short.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
    return isPlain ? short : "'\(short)'"
  }

  private static func list(_ codes: [String], by separator: String = " ") -> String {
    codes.prefix(30).joined(separator: separator) + (codes.count > 30 ? " …" : "")
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: String { Folding.trimmed(self) }
}
