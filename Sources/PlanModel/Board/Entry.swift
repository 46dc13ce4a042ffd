/// A list that every board keeps for itself.
public enum ListKind: Int64, Coded {
  case category = 1
  case region, channel, product, measure, unit

  /// The name in JSON; `plural` of it names the whole list there.
  public var code: String {
    ["category", "region", "channel", "product", "measure", "unit"][Int(rawValue) - 1]
  }
  public var plural: String {
    ["categories", "regions", "channels", "products", "measures", "units"][Int(rawValue) - 1]
  }
  public var words: Words {
    [
      Words("费用类别", "Category"), Words("区域", "Region"), Words("渠道", "Channel"),
      Words("产品", "Product"), Words("衡量指标", "Measure"), Words("单位", "Unit"),
    ][Int(rawValue) - 1]
  }
}

/// One word of a board's own list: a category, a region, a measure …
public struct Entry: Hashable, Sendable {
  public var id: Int64
  public var list: ListKind
  /// Stable, unique in its list.
  public var code: String
  public var zh: String
  public var en: String
  public var position: Int64
  /// In the bin: kept for what refers to it, offered no more.
  public var isGone: Bool
  /// Decimals of an amount in this unit (units), else 0.
  public var scale: Int
  /// The unit's code (measures).
  public var unit: String?
  public var addsUp: AddsUp?
  public var better: Better?
  public var rhythm: Rhythm?

  public init(
    id: Int64, list: ListKind, code: String, zh: String, en: String, position: Int64 = 0,
    isGone: Bool = false, scale: Int = 0, unit: String? = nil, addsUp: AddsUp? = nil,
    better: Better? = nil, rhythm: Rhythm? = nil
  ) {
    self.id = id
    self.list = list
    self.code = code
    self.zh = zh
    self.en = en
    self.position = position
    self.isGone = isGone
    self.scale = scale
    self.unit = unit
    self.addsUp = addsUp
    self.better = better
    self.rhythm = rhythm
  }

  public func name(_ language: Language) -> String {
    let (first, second) = language == .chinese ? (zh, en) : (en, zh)
    return first.isEmpty ? (second.isEmpty ? code : second) : first
  }
}

extension Entry {
  /// What the usual expense categories are called for short.
  private static let shortNames: [String: String] = [
    "media": "广告", "digital": "线上", "pr": "公关", "event": "展会", "pos": "物料", "promo": "促销",
    "store": "门店", "channel": "激励", "design": "设计", "research": "调研", "training": "培训",
    "travel": "差旅", "other": "其他",
  ]

  /// The entry that a word means: by its code, else by one of its names, else by its short one.
  public static func meant(by word: String, in entries: [Entry]) -> Entry? {
    let folded = Folding.fold(word)
    return entries.first { Folding.fold($0.code) == folded }
      ?? entries.first { entry in
        [entry.zh, entry.en].contains { !$0.isEmpty && Folding.fold($0) == folded }
      }
      ?? entries.first { $0.list == .category && shortNames[$0.code] == folded }
  }
}

/// Somebody who owns items or has changed something.
public struct Person: Hashable, Sendable {
  public var id: Int64
  /// The login or short name, unique.
  public var name: String
  public var zh: String
  public var en: String
  public var department: Department?
  /// The post as people call it, in both languages.
  public var post: String
  public var postEn: String
  public var isGone: Bool

  public init(
    id: Int64, name: String, zh: String = "", en: String = "", department: Department? = nil,
    post: String = "", postEn: String = "", isGone: Bool = false
  ) {
    self.id = id
    self.name = name
    self.zh = zh
    self.en = en
    self.department = department
    self.post = post
    self.postEn = postEn
    self.isGone = isGone
  }

  public func display(_ language: Language) -> String {
    let (first, second) = language == .chinese ? (zh, en) : (en, zh)
    return first.isEmpty ? (second.isEmpty ? name : second) : first
  }
}
