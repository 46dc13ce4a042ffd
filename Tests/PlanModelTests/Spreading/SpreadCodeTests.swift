import PlanModel
import TestSupport
import Testing

@Suite struct SpreadCodeTests {
  private let yuan = AmountUnit.money("CNY")

  private func parse(_ text: String) throws -> SpreadCode {
    try SpreadCode.parse(text, unit: yuan)
  }

  @Test(arguments: [
    ("P<>100", SpreadCode(.proportional(100_00), directions: [.left, .right])),
    ("S+200", SpreadCode(.equal(200_00), action: .add)),
    ("S+|^200", SpreadCode(.equal(200_00), action: .add, directions: [.up, .down])),
    ("R>500", SpreadCode(.repeated(500_00), directions: .right)),
    ("R~<50", SpreadCode(.repeated(50_00), action: .subtract, directions: .left)),
    ("GR300:25", SpreadCode(.growth(from: 300_00, percent: Fraction(25)))),
    ("GR|300:25", SpreadCode(.growth(from: 300_00, percent: Fraction(25)), directions: .down)),
    ("SL100:200", SpreadCode(.straightLine(from: 100_00, to: 200_00))),
    ("SL>100:200", SpreadCode(.straightLine(from: 100_00, to: 200_00), directions: .right)),
    ("P%+10", SpreadCode(.percent(Fraction(10)), action: .add)),
    (
      "P%+|^<>10",
      SpreadCode(.percent(Fraction(10)), action: .add, directions: [.up, .down, .left, .right])
    ),
    ("C", SpreadCode(.clear)), ("H", SpreadCode(.hold)), ("RH", SpreadCode(.release)),
    ("RA", SpreadCode(.releaseAll)),
    ("RP9999:forecast", SpreadCode(.relative(9999_00, SpreadReference(column: .forecast)))),
  ])
  func codesOfTM1(_ text: String, _ code: SpreadCode) throws {
    #expect(try parse(text) == code)
    #expect(try parse("!" + text.lowercased()) == code)
    #expect(SpreadCode.isMeant(text))
  }

  @Test func fullWidthAndShortForms() throws {
    #expect(try parse("Ｓ＋１２万") == SpreadCode(.equal(120_000_00), action: .add))
    #expect(try parse("s 38k") == SpreadCode(.equal(38_000_00)))
    #expect(try parse("r -500") == SpreadCode(.repeated(-500_00)))
    #expect(try parse("P%-2.5%") == SpreadCode(.percent(try #require(Fraction(-5, over: 2)))))
    #expect(try parse("SL 1万：1,200.50") == SpreadCode(.straightLine(from: 1_000_000, to: 120_050)))
  }

  @Test func references() throws {
    let lastYear = SpreadReference(isLastYear: true, column: .actual)
    #expect(
      try parse("RP<>last_year")
        == SpreadCode(.relative(nil, lastYear), directions: [.left, .right]))
    #expect(try parse("RP:去年") == SpreadCode(.relative(nil, lastYear)))
    #expect(
      try parse("RP12万:media.plan").reference == SpreadReference(line: "media", column: .plan))
    #expect(
      try parse("R%5:A12.media").method
        == .relativePercent(
          Fraction(5),
          SpreadReference(item: ItemCode(kind: .activity, number: 12), line: "media")))
    #expect(SpreadReference("last_year.plan")?.column == .plan)
    #expect(SpreadReference("plan.plan") == nil && SpreadReference("a..b") == nil)
  }

  @Test(arguments: [
    ("X5", SpreadFault.unknownCode("X5")), ("", .unknownCode("")), ("PX", .unknownCode("PX")),
    ("S", .missingValue("S")), ("S+", .missingValue("S")), ("GR300", .missingValue("GR")),
    ("SL100:", .missingValue("SL")), ("P%", .missingValue("P%")),
    ("P<<100", .badDirection("P")), ("SL>|1:2", .badDirection("SL")), ("C+", .badAction("C")),
    ("H5", .unexpectedValue("H")), ("S++5", .amount(.notANumber)), ("S1.005", .amount(.tooFine)),
    ("S99999999999999", .amount(.tooLarge)), ("S=1/0", .amount(.divisionByZero)),
    ("P%abc", .unknownCode("P%ABC")), ("GR1:x", .notAPercentage("x")),
    ("RP100", .missingReference), ("RP", .missingReference),
    ("RP5:a..b", .unknownReference("a..b")),
    ("HC", .heldSums("HC")), ("rc", .heldSums("RC")),
  ])
  func faults(_ text: String, _ fault: SpreadFault) {
    #expect(throws: fault) { try parse(text) }
    #expect(!fault.words.zh.isEmpty && !fault.words.en.isEmpty)
  }

  @Test func amountsAreNoCodes() {
    for text in ["12", "CNY500", "rmb 500", "=5", "+10%", "hk$5", "", "¥5", "pcs", "GBP5"] {
      #expect(!SpreadCode.isMeant(text), "\(text)")
    }
  }

  @Test func whatDirectionsReach() throws {
    func reach(_ directions: SpreadDirections) -> [Int]? {
      directions.reach(row: 1, column: 2, rows: 3, columns: 4).map {
        [$0.rows.lowerBound, $0.rows.upperBound, $0.columns.lowerBound, $0.columns.upperBound]
      }
    }
    #expect(reach(.right) == [1, 2, 2, 4])
    #expect(reach([.left, .right]) == [1, 2, 0, 4])
    #expect(reach(.up) == [0, 2, 2, 3])
    #expect(reach([.right, .down]) == [1, 3, 2, 4])
    #expect(reach([.left, .right, .up, .down]) == [0, 3, 0, 4])
    #expect(reach([]) == nil)
    #expect(SpreadDirections.left.reach(row: 5, column: 0, rows: 3, columns: 4) == nil)
  }

  @Test func randomTextsNeverTrap() {
    var generator = Seeded(8)
    let signs = Array("PSRCHLGA%+~<>^|:.-=0123456789万k ！去年_x")
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0...9, using: &generator)).map { _ in
          signs.randomElement(using: &generator) ?? "P"
        })
      _ = try? parse(text)
      _ = SpreadCode.isMeant(text)
    }
  }
}
