import Glibc
import PlanModel
import TestSupport

@testable import PlanExchange

/// A random list of activities, and a random one of the ways in which people write such a list.
struct RandomTable {
  struct Row: Equatable {
    var title: String
    var notes: String
    var lead: Department?
    var start: Day?
    var amount: Int64?
  }

  private var random: Seeded
  let rows: [Row]
  private(set) var bytes: [UInt8] = []
  private(set) var mapping = TableMapping()
  /// How it is written, for a failing test to say.
  private(set) var way: [String] = []

  private static let titles = [
    "秋季展会", "经销商大会", "国庆大促，全场", "a,b", "a;b", "he said \"now\"", "12\" screen", "Médias",
    "表情👨‍👩‍👧", "1,5", "2026-10-12", "（备用）", "NA", "市场部", "é e\u{301}", "㐂", "100%", "-", "title",
  ]
  private static let notes = [
    "", "", "两行\n第二行", "quoted \"x\", and ; more", "crlf\r\nhere", "a\tb", "说明；继续", "#1", ",,,",
    "\"",
  ]

  init(_ seed: UInt64) throws {
    random = Seeded(seed)
    var rows: [Row] = []
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      var row = Row(
        title: Self.titles.randomElement(using: &random) ?? "x",
        notes: Self.notes.randomElement(using: &random) ?? "", lead: nil, start: nil, amount: nil)
      if Int.random(in: 0..<4, using: &random) > 0 {
        row.lead = Department.allCases.randomElement(using: &random)
      }
      if Int.random(in: 0..<5, using: &random) > 0 {
        row.start = Day(ordinal: .random(in: 20_000...21_000, using: &random))
      }
      if row.start != nil, Int.random(in: 0..<5, using: &random) > 0 {
        row.amount = [0, 5, 1_50, 120_000_00, -80_000_05, 1_234_567_80].randomElement(
          using: &random)
      }
      rows.append(row)
    }
    self.rows = rows
    try write()
  }

  private mutating func choose<T>(_ name: String, _ choices: [(String, T)]) -> T {
    let choice = choices[Int.random(in: 0..<choices.count, using: &random)]
    way.append("\(name) \(choice.0)")
    return choice.1
  }

  private mutating func write() throws {
    let delimiter = choose("delimiter", [("comma", ","), ("semicolon", ";"), ("tab", "\t")])
    let end = choose("lines", [("LF", "\n"), ("CRLF", "\r\n"), ("CR", "\r")])
    let quotesAll = choose("quotes", [("all", true), ("needed", false)])
    let day = choose("days", Self.days)
    let amount = choose("amounts", Self.amounts)
    let hasHeading = choose("heading", [("yes", true), ("yes", true), ("no", false)])
    var order = [0, 1, 2, 3, 4]
    order.shuffle(using: &random)
    let names = ["活动 名称", "说明", "部门", "开始（日）", "预算"]
    let fields = ["title", "notes", "lead", "start", "plan.media"]
    mapping.kind = .activity
    mapping.hasHeading = hasHeading
    for (place, index) in order.enumerated() {
      let column = hasHeading ? names[index] : "\(place + 1)"
      mapping.maps.append(TableMapping.Map(field: fields[index], column: column))
    }
    var records: [[String]] = hasHeading ? [names] : []
    for row in rows {
      records.append([
        row.title, row.notes, row.lead.map { $0.words.zh } ?? "", row.start.map(day) ?? "",
        row.amount.map(amount) ?? "",
      ])
    }
    var text = ""
    for record in records {
      if Int.random(in: 0..<6, using: &random) == 0 { text += end }
      let cells = order.map { index -> String in
        let cell = record[index]
        let needs = cell.utf8.contains { [0x22, 0x0A, 0x0D, 0x2C, 0x3B, 0x09].contains($0) }
        return quotesAll || needs ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }
      text += cells.joined(separator: delimiter) + end
    }
    let encoding = choose(
      "encoding",
      [
        ("UTF-8", "UTF-8"), ("mark", "mark"), ("UTF-16LE", "UTF-16LE"), ("UTF-16BE", "UTF-16BE"),
        ("GB18030", "GB18030"),
      ])
    switch encoding {
    case "UTF-8": bytes = Array(text.utf8)
    case "mark": bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case "UTF-16LE":
      bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    case "UTF-16BE":
      bytes = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    default: bytes = Self.encoded(text)
    }
  }

  private static func encoded(_ text: String) -> [UInt8] {
    let handle = iconv_open("GB18030", "UTF-8")
    defer { iconv_close(handle) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    return input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var (from, left, to, room) = (
          source.baseAddress, source.count, target.baseAddress, target.count
        )
        _ = iconv(handle, &from, &left, &to, &room)
        return target[..<(target.count - room)].map { UInt8(bitPattern: $0) }
      }
    }
  }

  // MARK: Ways

  private static let days: [(String, @Sendable (Day) -> String)] = [
    ("ISO", { $0.description }), ("y/m/d", { "\($0.year)/\($0.month)/\($0.day)" }),
    ("Chinese", { "\($0.year)年\($0.month)月\($0.day)日" }),
    ("d.m.y", { "\(Digits.two($0.day)).\(Digits.two($0.month)).\($0.year)" }),
    ("m/d/y", { "\($0.month)/\($0.day)/\($0.year)" }),
    ("d-m-yy", { "\(Digits.two($0.day))-\(Digits.two($0.month))-\(Digits.two($0.year % 100))" }),
    (
      "names",
      {
        "\($0.day) \(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][$0.month - 1]) \($0.year)"
      }
    ),
    ("Excel", { "\($0.ordinal + 25_569)" }), ("eight digits", { "\($0.rawValue)" }),
    ("with time", { "\($0) 00:00:00" }),
  ]

  private static let amounts: [(String, @Sendable (Int64) -> String)] = [
    ("plain", { DecimalText.format($0, scale: 2) }),
    (
      "thousands",
      { ($0 < 0 ? "-" : "") + AmountFormat.grouped(DecimalText.format(abs($0), scale: 2)) }
    ),
    (
      "brackets",
      { $0 < 0 ? "(\(DecimalText.format(-$0, scale: 2)))" : DecimalText.format($0, scale: 2) }
    ),
    ("yuan", { "¥" + DecimalText.format($0, scale: 2) }),
    ("decimal comma", { DecimalText.format($0, scale: 2).replacing(".", with: ",") }),
    (
      "German",
      {
        ($0 < 0 ? "-" : "")
          + String(
            AmountFormat.grouped(DecimalText.format(abs($0), scale: 2)).map {
              $0 == "," ? "." : $0 == "." ? "," : $0
            })
      }
    ),
    ("万", { DecimalText.format($0, scale: 6) + "万" }),
    ("short", { $0 % 100 == 0 ? "\($0 / 100)" : DecimalText.format($0, scale: 2) }),
  ]
}
