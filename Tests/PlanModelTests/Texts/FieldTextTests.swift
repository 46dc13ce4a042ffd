import PlanModel
import TestSupport
import Testing

@Suite struct FieldTextTests {
  private let fields: FieldText

  init() throws {
    let today = try #require(Day(rawValue: 2026_1124))
    fields = FieldText(
      .small(), .chinese, today: today,
      codeOf: { $0 == 33 ? ItemCode(kind: .activity, number: 3) : nil },
      idOf: { $0.description == "A3" ? 33 : nil })
  }

  @Test(
    arguments: [
      (.status, "running", .integer(4)), (.status, "执行", .integer(4)), (.status, "4", .integer(4)),
      (.status, "Running", .integer(4)), (.stage, "deal", .integer(5)), (.stage, "成交", .integer(5)),
      (.priority, "a", .integer(1)), (.priority, "A", .integer(1)), (.lead, "m", .integer(1)),
      (.lead, "市", .integer(1)), (.lead, "销售部", .integer(2)), (.lead, "none", Value.none),
      (.lead, "S", .integer(2)), (.owner, "WANG", .integer(1)), (.owner, "刘强", .integer(2)),
      (.owner, "none", .none), (.region, "east", .integer(1)), (.region, "华南", .integer(2)),
      (.region, "East", .integer(1)), (.measure, "市场份额", .integer(7)),
      (.tags, "a; b;a;;c", .text("a;b;c")), (.tags, "新品;春节", .text("新品;春节")),
      (.share, "40%", .integer(40)), (.share, "40", .integer(40)), (.joint, "是", .integer(1)),
      (.joint, "no", .none), (.start, "10-25", .integer(2026_1025)),
      (.period, "2026年四季度", .integer(202624)), (.period, "26Q4", .integer(202624)),
      (.period, "2026Q4", .integer(202624)), (.ceiling, "12万", .integer(12_000_000)),
      (.ceiling, "", .none), (.title, " 展\t会 ", .text("展 会")), (.notes, "a\nb", .text("a\nb")),
      (.continues, "a3", .integer(33)), (.better, "down", .integer(2)),
      (.addsUp, "累计", .integer(1)), (.rhythm, "half-year", .integer(3)),
      (.confidence, "高", .integer(1)),
    ] as [(Field, String, Value)])
  func typed(_ field: Field, _ text: String, _ expected: Value) throws {
    #expect(try fields.parse(field, text) == expected)
  }

  @Test(
    arguments: [
      (.title, " "), (.status, "fast"), (.status, "9"), (.lead, "hr"), (.owner, "zhang"),
      (.owner, "王芳"), (.region, "west"), (.region, "x"), (.share, "120"), (.share, "1.5"),
      (.joint, "maybe"), (.start, "2026-02-30"), (.period, "2026Q5"), (.ceiling, "1,2,3"),
      (.ceiling, "0.001"), (.continues, "A4"), (.continues, "x"), (.kind, "trend"), (.gone, "1"),
      (.position, "3"),
    ] as [(Field, String)])
  func refused(_ field: Field, _ text: String) {
    #expect(throws: Refusal.self) { try fields.parse(field, text) }
  }

  @Test func faultsSayWhatIsKnown() {
    func words(_ field: Field, _ text: String) -> Words? {
      do { _ = try fields.parse(field, text) } catch { return error.words }
      return nil
    }
    #expect(
      words(.region, "西部")
        == Words(
          "没有这样的区域：西部（有：east 华东、south 华南）", "no such region: 西部 (known: east, south)"))
    #expect(words(.owner, "王芳")?.zh == "有2位王芳，用短名：wang、wang2")
    #expect(words(.ceiling, "0.001")?.zh == "不能细分到分以下：0.001")
    #expect(words(.lead, "hr")?.en.contains("marketing, sales, none") == true)
  }

  @Test func shownAndWritten() {
    #expect(fields.display(.lead, .none) == "未定" && fields.file(.lead, .none) == "none")
    #expect(
      fields.display(.status, .integer(4)) == "执行" && fields.file(.status, .integer(4)) == "running"
    )
    #expect(
      fields.display(.priority, .integer(1)) == "A 必保" && fields.file(.priority, .integer(1)) == "A"
    )
    #expect(
      fields.display(.owner, .integer(1)) == "王芳" && fields.file(.owner, .integer(1)) == "wang")
    #expect(
      fields.display(.region, .integer(6)) == "西部" && fields.file(.region, .integer(6)) == "west")
    #expect(fields.display(.ceiling, .integer(12_000_000)) == "120,000")
    #expect(fields.file(.ceiling, .integer(12_000_000)) == "120000.00")
    #expect(fields.display(.period, .integer(202624)) == "2026年四季度")
    #expect(
      fields.display(.tags, .text("a;b")) == "a、b" && fields.display(.share, .integer(40)) == "40%")
    #expect(fields.display(.continues, .integer(33)) == "A3" && fields.display(.notes, .none) == "")
    #expect(fields.display(.status, .integer(99)) == "")
  }

  @Test func whatIsWrittenReadsBack() throws {
    let values: [Field: Value] = [
      .title: .text("展会"), .lead: .integer(2), .owner: .integer(3), .status: .integer(8),
      .stage: .integer(3), .period: .integer(202624), .start: .integer(2026_1025),
      .ceiling: .integer(-1_234_56), .tags: .text("a;b"), .region: .integer(2),
      .priority: .integer(3), .joint: .integer(1), .share: .integer(0), .continues: .integer(33),
      .measure: .integer(7), .unit: .integer(5), .better: .integer(2), .addsUp: .integer(3),
      .rhythm: .integer(3), .confidence: .integer(2), .notes: .text("a\n b"), .ref: .text("HT-1"),
    ]
    for (field, value) in values {
      #expect(try fields.parse(field, fields.file(field, value)) == value, "\(field)")
    }
    #expect(try fields.parse(.lead, fields.file(.lead, .none)) == .none)
  }

  @Test func fieldNames() {
    #expect(FieldText.field("Status") == .status && FieldText.field("状态") == .status)
    #expect(FieldText.field("led by") == .lead && FieldText.field("confirmed") == .confirmedBy)
    #expect(FieldText.field("kind") == nil && FieldText.field("foo") == nil)
    for kind in ItemKind.allCases {
      for field in Field.of(kind) { #expect(FieldText.field(field.code) == field) }
    }
  }
}
