import PlanModel
import Testing

@Suite struct DateTextTests {
  /// A Tuesday.
  private let today = Day(rawValue: 2026_1124)

  @Test(
    arguments: [
      ("2026-10-25", 2026_1025), ("2026/10/25", 2026_1025), ("20261025", 2026_1025),
      ("2026年10月25日", 2026_1025), ("26-10-25", 2026_1025), ("10-25", 2026_1025),
      ("10/25", 2026_1025), ("10.25", 2026_1025), ("10月25日", 2026_1025), ("10月25", 2026_1025),
      ("10-25", 2026_1025), ("1-5", 2027_0105), ("2月29日", 2028_0229), ("25日", 2026_1125),
      ("今天", 2026_1124), ("明天", 2026_1125), ("后天", 2026_1126), ("昨天", 2026_1123),
      ("today", 2026_1124), ("Tomorrow", 2026_1125), ("下周一", 2026_1130), ("本周五", 2026_1127),
      ("周一", 2026_1123), ("上周日", 2026_1122), ("下下周三", 2026_1209), ("星期五", 2026_1127),
      ("下星期天", 2026_1206), ("next monday", 2026_1130), ("monday", 2026_1130),
      ("friday", 2026_1127), ("fri", 2026_1127), ("last friday", 2026_1120),
      ("+3周", 2026_1215), ("+2w", 2026_1208), ("+10d", 2026_1204), ("+3天", 2026_1127),
      ("-1d", 2026_1123), ("+1月", 2026_1224), ("+3 months", 2027_0224), ("+3周", 2026_1215),
      ("+0", 2026_1124), ("月底", 2026_1130), ("+1y", 2027_1124),
    ] as [(String, Int64)])
  func days(_ text: String, _ expected: Int64) throws {
    #expect(DateText.parse(text, today: try #require(today))?.rawValue == expected)
  }

  @Test(arguments: [
    "", "x", "2026-02-29", "13-01", "10-32", "2026-10", "2026", "1-2-3-4", "10-", "+", "+3x", "周八",
    "一", "1", "next", "32日", "99999999", "+999999d", "٣-٤",
  ])
  func notDays(_ text: String) throws {
    #expect(DateText.parse(text, today: try #require(today)) == nil)
  }

  @Test func periodsInWords() {
    let calendar = FiscalCalendar(firstMonth: 1)
    let quarter = Period(year: 2026, quarter: 4)
    let month = Period(year: 2026, month: 10)
    #expect(quarter.long(.chinese) == "2026年四季度" && quarter.long(.english) == "Q4 2026")
    #expect(quarter.short(.chinese) == "四季度" && quarter.short(.english) == "Q4")
    #expect(month.long(.chinese) == "2026年10月" && month.long(.english) == "Oct 2026")
    #expect(month.short(.chinese) == "10月" && month.short(.english) == "Oct")
    #expect(Period(year: 2026).long(.chinese) == "2026年" && Period(year: 2026).narrow == "2026")
    #expect(quarter.narrow == "26Q4" && month.narrow == "26-10")
    #expect(quarter.monthRange(calendar, .chinese) == "10—12月")
    #expect(quarter.monthRange(calendar, .english) == "Oct–Dec")
    let april = FiscalCalendar(firstMonth: 2)
    #expect(quarter.monthRange(april, .chinese) == "11—次年1月")
    #expect(month.monthRange(calendar, .english) == "Oct")
  }

  @Test func daysInWords() throws {
    let first = try #require(Day(rawValue: 2026_1012))
    let other = try #require(Day(rawValue: 2027_0102))
    #expect(Day.range(first, first.adding(days: 4), .chinese) == "10月12—16日")
    #expect(Day.range(first, first.adding(days: 4), .english) == "12–16 Oct")
    #expect(Day.range(first, first.adding(days: 24), .chinese) == "10月12日—11月5日")
    #expect(Day.range(first, first.adding(days: 24), .english) == "12 Oct – 5 Nov")
    #expect(Day.range(first, other, .chinese) == "2026年10月12日—2027年1月2日")
    #expect(Day.range(first, first, .english) == "12 Oct")
    let today = try #require(today)
    #expect(today.weekText(.chinese) == "第48周" && today.weekText(.english) == "wk 48")
    #expect(today.weekdayText(.chinese) == "周二" && today.weekdayText(.english) == "Tue")
  }
}
