import PlanModel
import Testing

@Suite struct AmountFormatTests {
  private let yuan = AmountUnit.money("CNY")

  @Test(arguments: [
    (Int64(12_500_000), ShownUnit.tenThousand, "12.5"), (12_549_999, .tenThousand, "12.5"),
    (12_550_000, .tenThousand, "12.6"), (-12_550_000, .tenThousand, "−12.6"),
    (1_234_567_890, .tenThousand, "1,234.6"), (12_345_600_000, .hundredMillion, "1.2"),
    (30_000, .tenThousand, "0.0"), (-30_000, .tenThousand, "0.0"), (0, .tenThousand, "–"),
    (60_000_000, .thousand, "600"), (60_050_000, .thousand, "601"), (60_049_999, .thousand, "600"),
    (1_200_050, .one, "12,001"), (120_000_000, .million, "1.2"),
    (Int64.max, .one, "92,233,720,368,547,758"),
    (Int64.min, .one, "−92,233,720,368,547,758"),
  ])
  func cells(_ amount: Int64, _ shown: ShownUnit, _ expected: String) {
    #expect(AmountFormat(yuan, .chinese, shown: shown)(amount) == expected)
  }

  @Test func signsAndHeads() {
    let zh = AmountFormat(yuan, .chinese)
    let en = AmountFormat(yuan, .english)
    #expect(zh(nil) == "·")
    #expect(zh.number(0) == "0.0")
    #expect(zh.head == "万元")
    #expect(en.head == "k CNY")
    #expect(AmountFormat(yuan, .chinese, shown: .one).head == "元")
    #expect(AmountFormat(.money("CHF"), .chinese).head == "万 CHF")
    #expect(zh.inText(12_500_000) == "12.5万")
    #expect(en.inText(3_800_000) == "38 k")
    #expect(zh.full(12_000_000) == "120,000")
    #expect(zh.full(-12_000_050) == "−120,000.50")
    let ascii = AmountFormat(yuan, .english, isASCII: true)
    #expect([ascii(-3_800_000), ascii(0), ascii(nil)] == ["-38", "-", "."])
  }

  @Test func otherUnits() {
    #expect(AmountFormat(.percent(scale: 1), .chinese)(129) == "12.9%")
    let outlets = AmountUnit(code: "outlets", zh: "家", en: "outlets", scale: 0)
    #expect(AmountFormat(outlets, .english, shown: .thousand)(12_000) == "12,000")
    let market = AmountUnit(code: "CNY 100m", zh: "亿元", en: "CNY 100m", scale: 1)
    #expect(AmountFormat(market, .chinese)(96) == "9.6")
    #expect(AmountFormat(market, .english).head == "CNY 100m")
  }

  @Test func yenHasNoDecimals() throws {
    let yen = AmountUnit.money("JPY", scale: 0)
    #expect(AmountFormat(yen, .english)(38_000) == "38")
    #expect(AmountFormat(yen, .english).full(38_000) == "38,000")
    #expect(try AmountText.parse("¥38k", unit: yen) == 38_000)
    #expect(throws: AmountFault.tooFine) { try AmountText.parse("0.5", unit: yen) }
  }
}
