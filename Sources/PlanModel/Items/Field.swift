/// A field of an item. The raw value is the number the history keeps; it never changes.
public enum Field: Int64, CaseIterable, Sendable {
  /// Presence: none → the kind's number creates the item.
  case kind = 1
  /// None, or 1 while the item is in the bin.
  case gone = 2
  case title = 3
  case titleEn = 4
  case lead = 5
  case owner = 6
  case status = 7
  case stage = 8
  /// A target's year, an activity's home quarter; none for a trend.
  case period = 9
  case start = 10
  case end = 11
  /// The place in the list of a trend or a target (an activity's is its start).
  case position = 12
  case ceiling = 13
  case tags = 14
  case region = 15
  case channel = 16
  case product = 17
  case priority = 18
  /// 1: both departments work on it.
  case joint = 19
  /// The other department's share of a joint activity, in percent.
  case share = 20
  case ref = 21
  /// The item this one goes on from.
  case continues = 22
  case notes = 23
  case source = 24
  case measure = 25
  case unit = 26
  case better = 27
  case addsUp = 28
  case rhythm = 29
  case confidence = 30
  case checked = 31
  case confirmedBy = 32
  case confirmedOn = 33
  case keynote = 34
  case result = 35
  /// The item that a decision is about.
  case about = 40
  case verdict = 41
  /// The day until which a decision is to be carried out, and the day it was.
  case due = 42
  case done = 43
  /// Who decided: whoever saved it; only an import says otherwise.
  case decidedBy = 44
  case decidedOn = 45
  /// The decision about this item that its deciders saw last: two who decide at once meet here.
  case decided = 46
}

/// What a field takes and how it is written for people.
public enum FieldType: Hashable, Sendable {
  case text, longText, tags
  case department, status, stage, priority, confidence, better, addsUp, rhythm, verdict
  case day, period, money, percent, yesNo
  case person, item
  case entry(ListKind)
  /// Kept by the program, never typed.
  case hidden
}

extension Field {
  /// The name in JSON, CSV and on the command line.
  public var code: String { Self.table[self]?.code ?? "" }
  public var type: FieldType { Self.table[self]?.type ?? .hidden }
  public var words: Words { Self.table[self]?.words ?? Words("", "") }

  public init?(code: String) {
    guard let match = Self.table.first(where: { $0.value.code == code && $0.value.type != .hidden })
    else { return nil }
    self = match.key
  }

  /// Long texts live apart from the rows of lists.
  public var isLong: Bool { type == .longText }

  /// The fields that people fill in, in the order of forms and files.
  public static func of(_ kind: ItemKind) -> [Field] {
    switch kind {
    case .trend:
      [
        .title, .titleEn, .lead, .owner, .unit, .source, .confidence, .checked, .region, .channel,
        .product, .tags, .notes,
      ]
    case .target:
      [
        .title, .titleEn, .lead, .owner, .period, .measure, .unit, .better, .addsUp, .rhythm,
        .ceiling, .confirmedBy, .confirmedOn, .region, .channel, .product, .tags, .notes,
      ]
    case .activity:
      [
        .title, .titleEn, .lead, .owner, .period, .start, .end, .status, .stage, .priority, .region,
        .channel, .product, .joint, .share, .tags, .ref, .continues, .keynote, .result, .notes,
      ]
    case .decision:
      [
        .title, .titleEn, .about, .verdict, .owner, .period, .due, .done, .decidedBy, .decidedOn,
        .notes,
      ]
    }
  }

  private static let table: [Field: (code: String, type: FieldType, words: Words)] = [
    .kind: ("kind", .hidden, Words("类型", "Kind")),
    .gone: ("gone", .hidden, Words("回收站", "Bin")),
    .title: ("title", .text, Words("名称", "Title")),
    .titleEn: ("title_en", .text, Words("英文名称", "English title")),
    .lead: ("lead", .department, Words("主导部门", "Led by")),
    .owner: ("owner", .person, Words("负责人", "Owner")),
    .status: ("status", .status, Words("状态", "Status")),
    .stage: ("stage", .stage, Words("漏斗阶段", "Funnel stage")),
    .period: ("period", .period, Words("期间", "Period")),
    .start: ("start", .day, Words("开始", "Start")),
    .end: ("end", .day, Words("结束", "End")),
    .position: ("position", .hidden, Words("位置", "Place")),
    .ceiling: ("ceiling", .money, Words("费用上限", "Ceiling")),
    .tags: ("tags", .tags, Words("标签", "Tags")),
    .region: ("region", .entry(.region), Words("区域", "Region")),
    .channel: ("channel", .entry(.channel), Words("渠道", "Channel")),
    .product: ("product", .entry(.product), Words("产品", "Product")),
    .priority: ("priority", .priority, Words("优先级", "Priority")),
    .joint: ("joint", .yesNo, Words("联合活动", "Joint")),
    .share: ("share", .percent, Words("对方占比", "Other's share")),
    .ref: ("ref", .text, Words("单据号", "Reference")),
    .continues: ("continues", .item, Words("续自", "Continues")),
    .notes: ("notes", .longText, Words("说明", "Notes")),
    .source: ("source", .longText, Words("来源", "Source")),
    .measure: ("measure", .entry(.measure), Words("衡量指标", "Measure")),
    .unit: ("unit", .entry(.unit), Words("单位", "Unit")),
    .better: ("better", .better, Words("方向", "Better")),
    .addsUp: ("adds_up", .addsUp, Words("汇总方式", "Adds up")),
    .rhythm: ("rhythm", .rhythm, Words("统计周期", "Measured")),
    .confidence: ("confidence", .confidence, Words("可信度", "Confidence")),
    .checked: ("checked", .day, Words("核对日期", "Checked")),
    .confirmedBy: ("confirmed_by", .person, Words("确认人", "Confirmed by")),
    .confirmedOn: ("confirmed_on", .day, Words("确认日期", "Confirmed on")),
    .keynote: ("keynote", .longText, Words("如何体现基调", "Carries the keynote")),
    .result: ("result", .longText, Words("效果", "Result")),
    .about: ("about", .item, Words("所议事项", "About")),
    .verdict: ("verdict", .verdict, Words("决定", "Verdict")),
    .due: ("due", .day, Words("期限", "Due")),
    .done: ("done", .day, Words("办结", "Done")),
    .decidedBy: ("decided_by", .person, Words("决议人", "Decided by")),
    .decidedOn: ("decided_on", .day, Words("决议日期", "Decided on")),
    .decided: ("decided", .item, Words("决议", "Decision")),
  ]
}
