import PlanModel

/// The lists that a new board begins with; it is free to change them.
public enum StarterLists {
  /// The changes that write the lists into an empty board of this currency.
  public static func changes(currency: String) -> [Change] {
    var composer = Composer()
    for kind in [ListKind.unit, .measure, .category, .region, .channel] {
      for (index, var entry) in entries(kind, currency: currency).enumerated() {
        entry.position = Int64(index + 1)
        _ = composer.entry(entry)
      }
    }
    return composer.take()
  }

  static func entries(_ kind: ListKind, currency: String) -> [Entry] {
    switch kind {
    case .unit: units(currency: currency)
    case .measure: measures(currency: currency)
    case .category: words(.category, categories)
    case .region: words(.region, [("all", "全国", "All")])
    case .channel:
      words(
        .channel,
        [("dealer", "经销商", "Dealers"), ("online", "线上", "Online"), ("project", "工程", "Projects")])
    case .product: []
    }
  }

  private static func words(_ kind: ListKind, _ list: [(String, String, String)]) -> [Entry] {
    list.map { Entry(id: 0, list: kind, code: $0.0, zh: $0.1, en: $0.2) }
  }

  private static let categories = [
    ("media", "广告投放", "Advertising and media"), ("digital", "线上推广", "Digital marketing"),
    ("pr", "公关传播", "Public relations"), ("event", "展会与活动", "Exhibitions and events"),
    ("pos", "终端物料", "Point-of-sale material (POP)"), ("promo", "促销与礼品", "Promotion and gifts"),
    ("store", "门店建设补贴", "Shop fit-out support"), ("channel", "渠道激励", "Channel incentives"),
    ("design", "设计制作", "Design and production"), ("research", "市场调研", "Market research"),
    ("training", "培训与会议", "Training and meetings"),
    ("travel", "差旅与招待", "Travel and hospitality"), ("other", "其他", "Other"),
  ]

  private static func units(currency: String) -> [Entry] {
    let scale = Board(settings: [.currency: .text(currency)]).moneyScale
    let list: [(String, String, String, Int)] = [
      (currency, currency == "CNY" ? "元" : currency, currency, scale), ("%", "%", "%", 2),
      ("times", "倍", "times", 2), ("index", "点", "points", 2), ("sets", "套", "sets", 0),
      ("days", "天", "days", 0), ("marks", "分", "marks", 2), ("leads", "条", "leads", 0),
      ("outlets", "家", "outlets", 0), ("customers", "家", "customers", 0),
      ("people", "人", "people", 0),
    ]
    return list.map {
      Entry(id: 0, list: .unit, code: $0.0, zh: $0.1, en: $0.2, scale: $0.3)
    }
  }

  private static func measures(currency: String) -> [Entry] {
    typealias Row = (String, String, String, String, AddsUp, Better, Rhythm)
    let list: [Row] = [
      ("sales_amount", "销售额", "Sales amount", currency, .sum, .up, .month),
      ("sales_volume", "销量", "Sales volume", "sets", .sum, .up, .month),
      ("sell_through", "终端动销", "Sell-through", currency, .sum, .up, .month),
      ("payment", "回款额", "Payment collected", currency, .sum, .up, .month),
      ("collection_rate", "回款率", "Collection rate", "%", .ratio, .up, .month),
      ("days_to_pay", "回款天数", "Days to pay", "days", .last, .down, .quarter),
      ("contribution", "利润贡献", "Contribution to profit", currency, .sum, .up, .quarter),
      ("incremental_sales", "增量销售", "Incremental sales", currency, .sum, .up, .quarter),
      ("share", "市场份额", "Market share", "%", .last, .up, .quarter),
      ("awareness", "品牌知名度", "Brand awareness", "%", .last, .up, .halfYear),
      ("reputation", "品牌美誉度", "Brand reputation", "%", .last, .up, .halfYear),
      ("satisfaction", "客户满意度", "Satisfaction", "marks", .last, .up, .halfYear),
      ("leads", "线索数", "Leads", "leads", .sum, .up, .month),
      ("qualified_leads", "合格线索", "Qualified leads", "leads", .sum, .up, .month),
      ("lead_acceptance", "线索接收率", "Leads accepted", "%", .ratio, .up, .quarter),
      ("conversion", "线索转化率", "Lead conversion", "%", .ratio, .up, .quarter),
      ("cost_per_lead", "线索成本", "Cost per lead", currency, .ratio, .down, .quarter),
      ("acquisition_cost", "获客成本", "Cost per customer won", currency, .ratio, .down, .quarter),
      ("win_rate", "成交率", "Win rate", "%", .ratio, .up, .quarter),
      ("order_value", "客单价", "Average order", currency, .ratio, .up, .quarter),
      ("engagement", "互动率", "Engagement", "%", .ratio, .up, .month),
      ("new_outlets", "新开网点", "New outlets", "outlets", .sum, .up, .quarter),
      ("coverage", "网点覆盖率", "Coverage", "%", .last, .up, .quarter),
      ("expense_ratio", "费用率", "Expense ratio", "%", .ratio, .down, .quarter),
      ("return_on_spend", "投入产出比", "Return on spend", "times", .ratio, .up, .quarter),
      ("milestones_on_time", "节点准时率", "Milestones on time", "%", .ratio, .up, .quarter),
      ("handoffs_on_time", "协作准时率", "Hand-offs on time", "%", .ratio, .up, .quarter),
    ]
    return list.map {
      Entry(
        id: 0, list: .measure, code: $0.0, zh: $0.1, en: $0.2, unit: $0.3, addsUp: $0.4,
        better: $0.5, rhythm: $0.6)
    }
  }
}
