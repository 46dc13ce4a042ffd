import PlanModel

/// What people call their columns, in both languages.
enum HeadingWords {
  /// Fields with the headings that mean them, folded; of headings that only hold a word, the longest
  /// counts.
  static let fields: [(field: String, words: [String])] = [
    (
      "title",
      [
        "活动名称", "活动", "项目名称", "项目", "名称", "主题", "标题", "campaign name", "campaign", "activity",
        "event name", "event", "title", "name", "project",
      ]
    ),
    ("title_en", ["英文名称", "英文名", "english title", "english name", "title_en"]),
    (
      "lead",
      [
        "主导部门", "主办部门", "负责部门", "责任部门", "部门", "department", "dept", "led by", "lead",
      ]
    ),
    (
      "owner",
      ["负责人", "责任人", "经办人", "执行人", "owner", "responsible", "manager", "person in charge"]
    ),
    (
      "start", ["开始日期", "开始时间", "起始日期", "开始", "start date", "start", "begin", "from", "日期", "date"]
    ),
    ("end", ["结束日期", "结束时间", "截止日期", "结束", "end date", "end", "finish", "until"]),
    ("status", ["状态", "进度", "status", "state"]),
    ("priority", ["优先级", "priority"]),
    ("stage", ["漏斗阶段", "阶段", "stage"]),
    ("region", ["区域", "大区", "地区", "region", "area"]),
    ("channel", ["渠道", "channel"]),
    ("product", ["产品线", "产品", "product"]),
    ("measure", ["衡量指标", "指标", "measure", "kpi", "metric"]),
    ("tags", ["标签", "tags", "keywords"]),
    (
      "ref",
      [
        "单据号", "单号", "合同号", "订单号", "reference", "ref", "po number", "purchase order", "order no",
        "po",
      ]
    ),
    ("notes", ["说明", "备注", "描述", "notes", "remarks", "description", "comment"]),
    ("period", ["季度", "期间", "quarter", "period"]),
    ("category", ["费用类别", "费用类型", "费用科目", "类别", "科目", "category", "cost type", "expense type"]),
    ("month", ["会计期间", "月份", "month", "posting period", "accounting period"]),
    ("code", ["编号", "代码", "code"]),
  ]

  static let amounts: [(column: String, words: [String])] = [
    ("actual", ["实际费用", "实际金额", "实际", "发生额", "actual cost", "actual", "spent", "spend"]),
    ("committed", ["占用", "已签", "committed", "commitment"]),
    (
      "plan",
      [
        "预算金额", "计划金额", "预算", "费用", "金额", "budget", "planned cost", "plan", "cost", "amount",
      ]
    ),
  ]

  /// A heading without what stands in brackets, folded.
  static func plain(_ heading: String) -> String {
    let folded = Folding.fold(heading)
    let cut = folded.firstIndex { "([【/".contains($0) }
    return Folding.trimmed(cut.map { folded[..<$0] } ?? folded[...])
  }

  /// How well a heading means something: the length of the word in it; a whole heading counts most.
  static func fit(_ heading: String, _ words: [String]) -> Int {
    words.map { word in
      if heading == word { return 1_000 + word.count }
      // Short words are in many headings by chance.
      let isLong = word.allSatisfy(\.isASCII) ? word.count >= 4 : word.count >= 2
      return isLong && heading.contains(word) ? word.count : 0
    }.max() ?? 0
  }
}
