import PlanModel

/// Words of other people's files that stand for one of our codes, in both languages, beside the
/// names that every code has. What was found once is remembered: a column has few words and many
/// rows.
final class KnownWords {
  private let text: FieldText
  private let names: FileNames
  private var values: [Field: [String: Value]] = [:]
  private var entries: [ListKind: [String: Entry]] = [:]
  private static let most = 10_000

  init(_ names: FileNames) {
    self.names = names
    // No day is ever read through it.
    text = FieldText(names.board, .english, today: Day(ordinal: 0))
  }

  private static let words: [FieldType: [String: String]] = [
    .department: [
      "市场中心": "marketing", "市场": "marketing", "mkt": "marketing", "marketing dept": "marketing",
      "marketing department": "marketing", "销售中心": "sales", "sls": "sales", "sales dept": "sales",
      "sales department": "sales",
    ],
    .status: [
      "草稿": "draft", "待审": "submitted", "待审批": "submitted", "已批准": "approved", "执行中": "running",
      "进行中": "running", "in progress": "running", "ongoing": "running", "已完成": "done",
      "completed": "done", "complete": "done", "finished": "done", "已结案": "closed",
      "已暂停": "paused", "on hold": "paused", "已取消": "dropped", "cancelled": "dropped",
      "canceled": "dropped",
    ],
    .priority: ["高": "A", "high": "A", "中": "B", "medium": "B", "低": "C", "low": "C"],
  ]

  /// The value of a field that a word means.
  func value(_ word: String, _ field: Field, of kind: ItemKind) throws(TextFault) -> Value {
    switch field.type {
    case .text, .longText: return try found(word, field, of: kind)
    default: break
    }
    if let known = values[field]?[word] { return known }
    let value = try found(word, field, of: kind)
    if values[field, default: [:]].count < Self.most { values[field, default: [:]][word] = value }
    return value
  }

  private func found(_ word: String, _ field: Field, of kind: ItemKind) throws(TextFault) -> Value {
    if let known = try? text.parse(field, word) { return known }
    let code = Self.words[field.type]?[Folding.fold(word)]
    return try names.value(code ?? word, field.type, of: kind)
  }

  /// The code of a word of one of the board's lists, by its code or its name.
  func code(_ word: String, in list: ListKind) throws(TextFault) -> String {
    guard let entry = entry(word, in: list) else {
      throw .unknownEntry(
        names.board.list(list).map { Words($0.name(.chinese), $0.name(.english)) })
    }
    return entry.code
  }

  func entry(_ word: String, in list: ListKind) -> Entry? {
    if let known = entries[list]?[word] { return known }
    let found = find(word, in: list)
    if let found, entries[list, default: [:]].count < Self.most {
      entries[list, default: [:]][word] = found
    }
    return found
  }

  private func find(_ word: String, in list: ListKind) -> Entry? {
    Entry.meant(by: word, in: names.board.list(list))
  }
}
