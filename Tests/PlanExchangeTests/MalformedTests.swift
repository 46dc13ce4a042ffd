import PlanExchange
import PlanModel
import TestSupport
import Testing

/// Files that must be refused, each with its place and its reason.
struct MalformedTests {
  private func complaints(_ prepare: () throws -> PreparedImport) -> [String] {
    do {
      _ = try prepare()
      return []
    } catch let faults as FileFaults {
      return faults.faults.map { $0.text(.english) }
    } catch { return ["\(error)"] }
  }

  private func json(_ text: String) -> [String] {
    complaints { try JSONImport.prepare(Array(text.utf8), for: MemoryBoard(.small())) }
  }

  private func table(_ text: String, _ options: ImportOptions = ImportOptions()) -> [String] {
    complaints {
      try TableImport.prepare(Array(text.utf8), for: MemoryBoard(.small()), options: options)
    }
  }

  @Test(arguments: [
    ("", "1:1: the file ends too early"),
    ("[]", "1:1: “{” expected here"),
    ("{\"format\": \"sanban-1\"", "1:22: the file ends too early"),
    ("{}", "1:1: format is missing; this is no plan file"),
    ("{\"format\": \"other\"}", "1:12: not a format of this program; sanban-1 expected"),
    ("{\"format\": \"sanban-1\", \"x\": 1}", "1:24: no such key “x”"),
    ("{\"format\": \"sanban-1\"} {}", "1:24: something follows the end of the JSON"),
    ("{\"format\": \"a\u{1}\"}", "1:14: a control character inside a string"),
    ("{\"format\": \"\\ud800\"}", "1:13: not a valid character escape"),
    ("{\"format\": \"\\u0000\"}", "1:13: not a valid character escape"),
    ("{\"format\": \"\\x\"}", "1:13: not a valid escape"),
    ("{\"format\": 01}", "1:12: not a JSON value"),
    ("{\"format\": nul}", "1:12: not a JSON value"),
    (
      "{\"format\": \"sanban-1\",\n \"board\": {\"a\": 1, \"a\": 2}}",
      "2:20: the key “a” occurs twice"
    ),
    (
      "{\"format\": \"sanban-1\", \"board\": {\"fiscal_start\": 13}}",
      "1:50 fiscal_start: 1 to 12 expected"
    ),
    ("{\"format\": \"sanban-1\", \"board\": {\"colour\": 13}}", "1:44 colour: no such setting"),
  ]) func brokenJSON(text: String, complaint: String) {
    #expect(json(text).first == complaint)
  }

  @Test(arguments: [
    ("{\"kind\": \"goal\"}", "2:10 kind: trend, target, activity or decision expected"),
    ("{\"kind\": \"trend\", \"status\": 1}", "2:29 status: no such field; known are"),
    ("{\"kind\": \"trend\", \"checked\": \"2026-02-30\"}", "checked “2026-02-30”: not a day"),
    ("{\"kind\": \"trend\", \"code\": \"A1\"}", "code “A1”: not a code of this kind"),
    ("{\"kind\": \"target\", \"period\": \"2026Q1\"}", "a target's period is a year"),
    ("{\"kind\": \"target\", \"ceiling\": \"1e400\"}", "ceiling “1e400”: not a number"),
    ("{\"kind\": \"target\", \"ceiling\": \"0.001\"}", "finer than the smallest unit"),
    ("{\"kind\": \"target\", \"ceiling\": \"9223372036854775808\"}", "the amount is too large"),
    (
      "{\"kind\": \"target\", \"owner\": \"nobody\"}",
      "nobody is called so; there are liu wang wang2"
    ),
    (
      "{\"kind\": \"activity\", \"region\": \"mars\"}",
      "region “mars”: unknown; known are east south"
    ),
    ("{\"kind\": \"activity\", \"serves\": [\"Y9\"]}", "serves “Y9”: no such code"),
    (
      "{\"kind\": \"activity\", \"start\": \"2026-05-02\", \"end\": \"2026-05-01\"}",
      "end “2026-05-01”: the end is before the start"
    ),
    (
      "{\"kind\": \"activity\", \"lines\": [{\"code\": \"m\"}, {\"code\": \"m\"}]}",
      "code: the line occurs twice"
    ),
    (
      "{\"kind\": \"activity\", \"figures\": [{\"line\": \"m\", \"column\": \"cost\"}]}",
      "column “cost”: unknown; known are plan forecast committed actual"
    ),
    (
      "{\"kind\": \"activity\", \"figures\": [{\"line\": \"m\", \"column\": \"plan\", \"period\": \"2026\"}]}",
      "period “2026”: not a month"
    ),
    ("{\"kind\": \"activity\", \"title\": {\"a\": 1}}", "title: a value of the wrong type"),
  ]) func badItems(item: String, complaint: String) {
    let found = json("{\"format\": \"sanban-1\", \"items\": [\n\(item)]}")
    #expect(found.count == 1)
    #expect(found.first?.contains(complaint) == true, "\(found)")
  }

  @Test func deepJSONIsRefusedBeforeItHurts() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(json("{\"format\": \(deep)").first == "1:44: nested more than 32 deep")
  }

  @Test func everyBadItemIsNamed() {
    let items = (1...5).map { "{\"kind\": \"goal\", \"code\": \"T\($0)\"}" }.joined(
      separator: ",\n")
    #expect(json("{\"format\": \"sanban-1\", \"items\": [\n\(items)]}").count == 5)
  }

  @Test(arguments: [
    ("", "1:1: the file is empty"),
    ("title,colour\n", "1:2 colour: no such field; known are code kind title"),
    ("title,title\n", "1:2 title: the heading occurs twice"),
    ("kind,title\nactivity\n", "2:2 title: 1 fields, and the heading has 2"),
    ("kind,title\nactivity,\"open\nand more", "2:2: the quote has no end"),
    ("kind,title\nactivity,a\"b\n", "2:2: a quote in the wrong place"),
    ("kind,title\nactivity,\"a\"b\n", "2:2: a separator expected behind the quote"),
    ("kind,title\nactivity,a\rb\n", "2:2: a lone carriage return; save with LF line ends"),
    ("kind,title\nactivity,a\0b\n", "2:2: a NUL character"),
    ("kind,title\ngoal,x\n", "2:1 kind “goal”: unknown; known are trend target activity"),
    ("title\nx\n", "2:1 title “x”: of which kind? add a column kind or use --kind"),
    ("kind,title\nactivity,\n", "2:2 title: the title is missing"),
    ("code,title\nB7,x\n", "2:1 code “B7”: not a code; write A12"),
    ("kind,title,start\nactivity,x,2026-02-30\n", "2:3 start “2026-02-30”: not a day"),
    (
      "kind,title,start\nactivity,x,03/04/26\n",
      "2:3 start “03/04/26”: 2003-04-26 or 2026-04-03? say --date-order ymd, dmy or mdy"
    ),
    (
      "kind,title,checked\nactivity,x,2026-02-01\n",
      "2:3 checked “2026-02-01”: activities have no such field"
    ),
    ("kind,title,lead\nactivity,x,hr\n", "2:3 lead “hr”: unknown; known are marketing sales"),
    (
      "kind,title,plan.media@2026-10\nactivity,x,\"1,2,3\"\n",
      "2:3 plan.media@2026-10 “1,2,3”: not a number"
    ),
    ("kind,title,plan.media@2026-10\nactivity,x,1.0051\n", "finer than the smallest unit"),
    ("kind,title,plan.media@2026-10\nactivity,x,NaN\n", "“NaN”: not a number"),
    ("kind,title,plan.media@2026-10\nactivity,x,99999999999999999999\n", "the amount is too large"),
    ("kind,title,plan.toys@2026-10\nactivity,x,5\n", "unknown; known are media event"),
    ("kind,title,plan.media@2026-13\n", "no such field"),
    (
      "kind,title,target@2026-03\nactivity,x,5\n",
      "unknown; known are plan forecast committed actual"
    ),
    ("kind,title,serves\nactivity,x,Y1 Y9\n", "no such code"),
  ]) func brokenTables(text: String, complaint: String) {
    let found = table(text)
    #expect(found.first?.contains(complaint) == true, "\(found)")
  }

  @Test func thePhysicalLineIsNamed() {
    let found = table("kind,title,start\nactivity,\"two\nlines\",2026-01-01\nactivity,x,nonsense\n")
    #expect(found == ["4:3 start “nonsense”: not a day; write 2026-10-12"])
  }

  @Test func everyBadCellIsNamedOnce() {
    let found = table(
      "kind,title,start,end,lead\nactivity,x,a,b,c\nactivity,y,2026-01-01,z,sales\n")
    #expect(found.count == 4)
  }

  @Test func longValuesAreCut() {
    let long = String(repeating: "很长", count: 100)
    let found = table("kind,title,start\nactivity,x,\(long)\n")
    #expect(found.first?.contains("“\(long.prefix(39))…”") == true)
  }

  @Test func bytesThatAreNoTextAreRefusedWithTheirLine() {
    let bytes =
      Array("kind,title\nactivity,a\nactivity,".utf8) + [0xFF, 0xFE, 0x41] + Array("\n".utf8)
    let found = complaints { try TableImport.prepare(bytes, for: MemoryBoard(.small())) }
    #expect(
      found == [
        "3:1: neither UTF-8 nor clearly GB18030; save the file as UTF-8 or name it with --encoding"
      ])
  }

  @Test(arguments: [
    "\u{FEFF}kind,title\r\nactivity,x\r\n", "kind\ttitle\nactivity\tx",
    "kind;title\nactivity;x\n\n",
  ])
  func formsThatAreRead(text: String) throws {
    let prepared = try TableImport.prepare(Array(text.utf8), for: MemoryBoard(.small()))
    #expect(prepared.summary.created == 1)
  }
}
