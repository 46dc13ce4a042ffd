import PlanModel
import TestSupport
import Testing

@Suite struct FilterTextTests {
  private let fields: FieldText

  init() throws {
    fields = FieldText(.small(), .chinese, today: try #require(Day(rawValue: 2026_1124)))
  }

  private func read(_ text: String) -> [Filter.Term] {
    let read = FilterText(text, fields)
    #expect(read.faults.isEmpty, "\(text): \(read.faults)")
    return read.filter.terms
  }

  @Test(
    arguments: [
      ("展会 FAIR", [.word("展会"), .word("fair")]), ("A33", [.word("a33")]),
      ("\"两 词\" x", [.word("两 词"), .word("x")]), ("“lead:m”", [.word("lead:m")]),
      ("lead:m", [.field(.lead, [.integer(1)])]), ("Lead:S", [.field(.lead, [.integer(2)])]),
      ("lead:none", [.field(.lead, [.none])]), ("owner:", [.field(.owner, [.none])]),
      ("status:running,done", [.field(.status, [.integer(4), .integer(5)])]),
      ("状态:执行", [.field(.status, [.integer(4)])]), ("owner:wang", [.field(.owner, [.integer(1)])]),
      ("region:east", [.field(.region, [.integer(1)])]),
      ("priority:A", [.field(.priority, [.integer(1)])]), ("title:展会", [.word("展会")]),
      ("owner:\"wang fang\"", [.field(.owner, [.integer(1)])]),
      ("plan>500k", [.amount(.plan, .greater, 50_000_000)]), ("left<0", [.amount(.left, .less, 0)]),
      (">50万", [.amount(.plan, .greater, 50_000_000)]),
      ("余额<-1万", [.amount(.left, .less, -1_000_000)]),
      ("plan >= 500k", [.amount(.plan, .greater, 49_999_999)]),
      ("plan > 500k fair", [.amount(.plan, .greater, 50_000_000), .word("fair")]),
      ("actual<=1", [.amount(.actual, .less, 101)]),
      ("period:2026Q4", [.field(.period, [.integer(202624)])]),
      ("", []), ("   ", []), ("-", []),
    ] as [(String, [Filter.Test])])
  func terms(_ text: String, _ expected: [Filter.Test]) {
    #expect(read(text) == expected.map { Filter.Term($0) })
  }

  @Test func not() {
    #expect(read("-lead:m") == [Filter.Term(.field(.lead, [.integer(1)]), isNegated: true)])
    #expect(
      read("-\"a b\" -c d-e") == [
        Filter.Term(.word("a b"), isNegated: true), Filter.Term(.word("c"), isNegated: true),
        Filter.Term(.word("d-e")),
      ])
    #expect(read("-plan>1") == [Filter.Term(.amount(.plan, .greater, 100), isNegated: true)])
  }

  @Test(arguments: ["foo:x", "status:fast", "foo>3", "plan>x", "plan>", "notes:x", "plan>1,2,3"])
  func whatIsNotUnderstoodHidesNothing(_ text: String) {
    let read = FilterText("展会 \(text)", fields)
    #expect(read.faults.count == 1)
    #expect(read.filter.terms == [Filter.Term(.word("展会"))])
  }

  @Test func matching() {
    let item = Item(
      id: 1, code: ItemCode(kind: .activity, number: 33),
      fields: [
        .title: .text("秋季展会ABC"), .titleEn: .text("Autumn Fair"), .tags: .text("春节;新品"),
        .lead: .integer(1),
      ],
      money: Money(plan: 100, committed: 150))
    for text in ["a33", "展会 fair", "ABC", "abc", "春节", "lead:m,s", "-lead:s", "left<0", "-foo"] {
      #expect(FilterText(text, fields).filter.matches(item), "\(text)")
    }
    for text in ["a34", "展会 冬季", "-fair", "lead:s", "owner:wang", "left>0", "plan>1"] {
      #expect(!FilterText(text, fields).filter.matches(item), "\(text)")
    }
  }

  @Test func folding() {
    #expect(Folding.fold("ABC 123") == "abc 123")
    #expect(Folding.fold("ÀÉΣЖ家具") == "àéσж家具")
    #expect(Folding.fold("¥5,000") == "¥5,000")
    var seeded = Seeded(17)
    for _ in 0..<500 {
      let text = String(
        String.UnicodeScalarView(
          (0..<8).compactMap { _ in Unicode.Scalar(UInt32.random(in: 1...0xFFFF, using: &seeded)) })
      )
      let once = Folding.fold(text)
      #expect(Folding.fold(once) == once)
    }
  }

  @Test func anyTextIsRead() {
    var seeded = Seeded(23)
    let alphabet = Array("ab: ,-\"“>< =0k万lead展")
    for _ in 0..<5_000 {
      let text = String(
        (0..<Int.random(in: 0...16, using: &seeded)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &seeded)]
        })
      _ = FilterText(text, fields)
    }
  }
}
