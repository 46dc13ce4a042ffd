import PlanModel

/// The same numbers in every run (SplitMix64).
struct Chance {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(max(limit, 1)))
  }

  mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }

  /// Earlier quarters are mostly closed, the last one is under way.
  mutating func status(in quarter: Int) -> Status {
    let dice = below(100)
    if dice < 2 { return .dropped }
    if quarter < 4 { return dice < 90 ? .closed : .done }
    return dice < 15 ? .draft : dice < 30 ? .submitted : dice < 55 ? .approved : .running
  }
}

/// What titles of a large board are composed of.
enum LargeDemoWords {
  typealias Part = (code: String, zh: String, en: String)

  static let regions: [Part] = [
    ("east", "华东", "East"), ("central", "华中", "Central"), ("south", "华南", "South"),
    ("north", "华北", "North"),
  ]
  static let products: [Part] = [("jiangan", "江岸", "Jiang’an"), ("yunqi", "云栖", "Yunqi")]
  static let trends: [Part] = [
    ("", "定制家具渗透率", "Share of custom furniture"), ("", "线上渠道占比", "Online share"),
    ("", "环保材料偏好", "Preference for green materials"), ("", "旧房翻新占比", "Share of renovation"),
    ("", "整装渠道占比", "Share of whole-home partners"),
  ]
  static let goals: [Part] = [
    ("sales_amount", "销售额", "Sales"), ("payment", "回款额", "Payment collected"),
    ("contract_value", "合同额", "Contract value"),
  ]
  static let deeds: [(zh: String, en: String, stage: Int64)] = [
    ("品牌墙投放", "brand wall", 1), ("短视频种草", "short videos", 2), ("秋季展会", "autumn fair", 1),
    ("设计师沙龙", "designers’ evening", 3), ("小区推广", "housing estate round", 3),
    ("老客回访", "visits to former customers", 6), ("经销商培训", "dealers’ training", 4),
    ("门店焕新", "shop refit", 5), ("节日促销", "holiday promotion", 5),
    ("回款专项", "collection drive", 5), ("整装对接会", "partners’ meeting", 4),
    ("直播专场", "live sale", 2),
  ]
  static let categories = [
    "media", "digital", "pr", "event", "pos", "promo", "store", "channel", "design", "research",
    "training", "travel",
  ]
}
