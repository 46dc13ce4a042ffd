import PlanModel
import TestSupport
import Testing

@Suite struct AmountTextTests {
  private let yuan = AmountUnit.money("CNY")

  private func read(_ text: String, _ unit: AmountUnit, _ present: Int64? = nil) -> String {
    do throws(AmountFault) {
      return try AmountText.parse(text, unit: unit, present: present).map {
        DecimalText.format($0, scale: unit.scale)
      } ?? "nil"
    } catch { return "\(error)" }
  }

  @Test(arguments: [
    ("12", "12.00"), ("1200", "1200.00"), ("1,200.50", "1200.50"), ("1 200", "1200.00"),
    ("12万", "120000.00"), ("1.2亿", "120000000.00"), ("38k", "38000.00"), ("38K", "38000.00"),
    ("1.5m", "1500000.00"), ("3千", "3000.00"), ("3千万", "30000000.00"), ("12w", "120000.00"),
    ("1.2千万", "12000000.00"), ("2百万", "2000000.00"), ("0.1万亿", "100000000000.00"),
    ("12万元", "120000.00"), ("¥500", "500.00"), ("¥500", "500.00"), ("500元", "500.00"),
    ("CNY 500", "500.00"), ("500 cny", "500.00"), (" 7 ", "7.00"), (".5", "0.50"), ("5.", "5.00"),
    ("12.5", "12.50"), ("1,200", "1200.00"), ("-500", "-500.00"), ("-5", "-5.00"),
    ("−500", "-500.00"), ("(500)", "-500.00"), ("500-", "-500.00"), ("-¥500", "-500.00"),
    ("¥-500", "-500.00"), ("+500", "500.00"), ("", "nil"), ("·", "nil"), ("–", "0.00"),
    ("0", "0.00"), ("0.001万", "10.00"), ("0.000001万", "0.01"), ("12.500", "12.50"),
    ("999999999999.99", "999999999999.99"),
  ])
  func amounts(_ text: String, _ expected: String) { #expect(read(text, yuan) == expected) }

  @Test(arguments: [
    ("=12*3500", "42000.00"), ("=(3+4)*2", "14.00"), ("=(3万+4万)/2", "35000.00"),
    ("=1000*5%", "50.00"), ("=10/3", "3.33"), ("=20/3", "6.67"), ("=0.01/2", "0.01"),
    ("=(0-0.01)/2", "-0.01"), ("=1/3*3", "1.00"), ("=2*-3", "-6.00"), ("=1.005*2", "2.01"),
    ("=1.2亿-38k", "119962000.00"), ("=¥5+¥6", "11.00"), ("=2*(1+(2*3))", "14.00"),
    ("=12×3500÷2", "21000.00"), ("= 5 + 6 ", "11.00"), ("=3-2-1", "0.00"), ("=8/4/2", "1.00"),
  ])
  func arithmetic(_ text: String, _ expected: String) { #expect(read(text, yuan) == expected) }

  @Test(arguments: [
    ("=+500", "1500.00"), ("=-500", "500.00"), ("=+2*3", "1006.00"), ("+10%", "1100.00"),
    ("-5%", "950.00"), ("=+10%", "1100.00"), ("+0.1%", "1001.00"), ("+12.5 %", "1125.00"),
    ("+500", "500.00"), ("-500", "-500.00"),
  ])
  func changesOfWhatIsThere(_ text: String, _ expected: String) {
    #expect(read(text, yuan, 100_000) == expected)
  }

  @Test(arguments: [
    ("12kk", "twoUnits"), ("1km", "twoUnits"), ("12万k", "twoUnits"), ("3万万", "twoUnits"),
    ("5千百万", "twoUnits"), ("=2kk*3", "twoUnits"),
    ("abc", "notANumber"), ("1,2,3", "notANumber"), ("1,2000", "notANumber"), ("-", "notANumber"),
    ("1.2.3", "notANumber"), ("=", "notANumber"), ("=(3", "notANumber"), ("=3)", "notANumber"),
    ("=3+", "notANumber"), ("$500", "notANumber"), ("10%", "notANumber"), ("1e3", "notANumber"),
    ("--5", "notANumber"), ("(-5)", "notANumber"), ("12万3", "notANumber"), ("=3 4", "notANumber"),
    ("0.001", "tooFine"), ("12.345", "tooFine"), ("=1+0.001", "tooFine"), ("=+0.001", "tooFine"),
    ("1000000000000", "tooLarge"), ("9999万亿", "tooLarge"), ("=999999999999*2", "tooLarge"),
    ("99999999999999999999999999999999999999999", "tooLarge"), ("=5/0", "divisionByZero"),
    ("=5/(3-3)", "divisionByZero"), ("+10%", "nothingThere"), ("٣", "notANumber"),
  ])
  func faults(_ text: String, _ expected: String) { #expect(read(text, yuan) == expected) }

  @Test func unitsOfOtherKinds() {
    let percent = AmountUnit.percent(scale: 1)
    #expect(read("12.9%", percent) == "12.9")
    #expect(read("12.9", percent) == "12.9")
    #expect(read("-5%", percent, 100) == "-5.0")
    #expect(read("=+0.5%", percent, 100) == "10.5")
    #expect(read("=50%/3", percent) == "16.7")
    #expect(read("12.95%", percent) == "tooFine")
    let outlets = AmountUnit(code: "outlets", zh: "家", en: "outlets", scale: 0)
    #expect(read("120家", outlets) == "120")
    #expect(read("120 Outlets", outlets) == "120")
    #expect(read("1.5", outlets) == "tooFine")
    #expect(read("1.5k", outlets) == "1500")
    let market = AmountUnit(code: "CNY 100m", zh: "亿元", en: "CNY 100m", scale: 1)
    #expect(read("9.6亿元", market) == "9.6")
    #expect(read("9.6亿", market) == "9.6")
    #expect(AmountFault.tooFine.words(for: outlets).zh == "小数位数太多（至多0位）")
    #expect(AmountFault.tooFine.words(for: yuan).zh == "不能细分到分以下")
  }

  @Test func nothingTrapsOnHostileText() {
    #expect(read(String(repeating: "(", count: 199), yuan) == "notANumber")
    #expect(read("=" + String(repeating: "(", count: 199), yuan) == "notANumber")
    #expect(read("=" + String(repeating: "9*", count: 90) + "9", yuan) == "tooLarge")
    #expect(read("=" + String(repeating: "-", count: 190), yuan) == "notANumber")
    var seeded = Seeded(7)
    let alphabet = Array("0123456789.,=+-*/()%万亿k ¥元9·–")
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0...14, using: &seeded)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &seeded)]
        })
      _ = read(text, yuan, Int64.random(in: .min ... .max, using: &seeded))
    }
  }

  @Test func whatIsWrittenReadsBack() throws {
    var seeded = Seeded(11)
    for _ in 0..<5_000 {
      let size = Int64.random(in: 0...18, using: &seeded)
      let limit = (0..<size).reduce(Int64(1)) { a, _ in min(a * 10, DecimalText.limit) }
      let amount = Int64.random(in: -limit...limit, using: &seeded)
      for unit in [yuan, .percent(scale: 1), AmountUnit(code: "shops", scale: 0)] {
        let full = AmountFormat(unit, .chinese).full(amount)
        #expect(try AmountText.parse(full, unit: unit) == amount, "\(full)")
      }
      let exact = DecimalText.format(amount, scale: 2)
      #expect(try DecimalText.parse(exact, scale: 2) == amount)
    }
  }

  @Test(arguments: [
    ("+5%", 5, 1), ("-2.5", -5, 2), ("10 %", 10, 1), ("0%", 0, 1), ("+12%", 12, 1),
  ])
  func percentages(_ text: String, _ above: Int, _ below: Int) {
    #expect(AmountText.percentage(text) == Fraction(Int128(above), over: Int128(below)))
  }

  @Test(arguments: ["", "x", "5%%", "--5", "%"])
  func notPercentages(_ text: String) { #expect(AmountText.percentage(text) == nil) }
}
