import PlanModel
import TextCanvas

/// What is said of an item in words, the most needed first.
struct DetailFacts {
  struct Part {
    var text: String
    var role: Role
    init(_ text: String, _ role: Role = .text) {
      self.text = text
      self.role = role
    }
  }

  var name: Words
  var parts: [Part]

  static func of(_ detail: ItemDetail, _ state: AppState) -> [DetailFacts] {
    let item = detail.item
    var facts = [lead(item, state)]
    switch item.kind {
    case .activity: facts += activity(item, state)
    case .target: facts += target(detail, state)
    case .trend: facts += trend(detail, state)
    case .decision: break
    }
    facts.append(contentsOf: links(detail, state))
    facts += more(detail, state)
    return facts
  }

  private static func lead(_ item: Item, _ state: AppState) -> DetailFacts {
    let language = state.language
    var parts: [Part] = []
    if let lead = item.lead {
      parts.append(Part(lead.words(language), LeadSign.role(of: lead)))
    } else {
      parts.append(Part(Words("未定", "none")(language), .unassigned))
    }
    if let owner = item.owner.flatMap({ state.board.people[$0] }) {
      parts.append(Part(" · \(owner.display(language))"))
    }
    if item.lead == nil {
      parts.append(Part(Words("   m 市场部  s 销售部", "   m marketing  s sales")(language), .hint))
    }
    if let lead = item.lead {
      parts.append(Part("   \(Words("顾问", "adviser")(language)) ", .dim))
      parts.append(Part(lead.other.words(language), LeadSign.role(of: lead.other)))
    }
    if item.isJoint {
      let share = item[.share].integer.map { " \($0)%" } ?? ""
      parts.append(Part("   \(Words("联合", "joint")(language))\(share)", .joint))
    }
    return DetailFacts(name: Words("主导", "led by"), parts: parts)
  }

  private static func activity(_ item: Item, _ state: AppState) -> [DetailFacts] {
    let language = state.language
    var parts: [Part] = []
    if let start = item.start { parts.append(Part(start.short(beside: state.today))) }
    if let end = item.end { parts.append(Part(" – \(end.short(beside: state.today))")) }
    if let status = item.status {
      parts.append(Part("   \(status.sign) \(status.words(language).lowercased())"))
    }
    if let stage = item.stage {
      parts.append(Part("   \(Words("漏斗：", "funnel: ")(language))", .dim))
      parts.append(Part(stage.words(language).lowercased()))
    }
    if let priority = item.priority {
      parts.append(Part("   \(priority.code) \(priority.words(language))", .dim))
    }
    return [DetailFacts(name: Words("日期", "dates"), parts: parts)]
  }

  private static func target(_ detail: ItemDetail, _ state: AppState) -> [DetailFacts] {
    let item = detail.item
    let language = state.language
    var measure: [Part] = []
    if let entry = item[.measure].integer.flatMap({ state.board.entries[$0] }) {
      measure.append(Part(entry.name(language)))
    }
    if let better = item[.better].integer.flatMap({ Better(rawValue: $0) }) {
      measure.append(Part("   \(better.words(language))", .dim))
    }
    if let adds = item[.addsUp].integer.flatMap({ AddsUp(rawValue: $0) }) {
      measure.append(Part("   \(adds.words(language))", .dim))
    }
    if let rhythm = item[.rhythm].integer.flatMap({ Rhythm(rawValue: $0) }) {
      measure.append(Part("   \(rhythm.words(language))", .dim))
    }
    let figures = TargetFigures(detail, state)
    var attained = [
      Part("\(Words("年累", "YTD")(language)) ", .dim),
      Part(
        (figures.attainedToDate?.percentText() ?? "·") + (figures.sign?.mark ?? ""),
        figures.isBehind ? .warn : .good),
    ]
    if let percent = figures.percent {
      attained.append(Part("   \(Words("全年", "of the year")(language)) ", .dim))
      attained.append(Part("\(percent)%"))
    }
    if let elapsed = figures.timeElapsed {
      attained.append(Part("   \(Words("时间进度", "time elapsed")(language)) ", .dim))
      attained.append(Part(elapsed.percentText()))
    }
    if let growth = figures.yearOnYear {
      attained.append(Part("   \(Words("同比", "year on year")(language)) ", .dim))
      attained.append(
        Part((growth < .zero ? "" : "+") + growth.percentText(), growth < .zero ? .warn : .text))
    }
    let plan = Amounts.money(detail.cost.plan, state)
    var cost = [Part("\(Words("预算", "plan")(language)) \(plan)")]
    if let ceiling = item.ceiling {
      cost.append(Part("   \(Words("上限", "ceiling")(language)) \(Amounts.money(ceiling, state))"))
      if detail.cost.plan > ceiling {
        let over = Amounts.money(detail.cost.plan - ceiling, state)
        cost.append(Part("   \(Words("超 \(over)", "\(over) over")(language))", .bad))
      }
    }
    cost.append(Part("   \(Amounts.head(state))", .dim))
    return [
      DetailFacts(name: Words("达成率", "attained"), parts: attained),
      DetailFacts(name: Words("指标", "measure"), parts: measure),
      DetailFacts(name: Words("费用", "cost"), parts: cost),
    ]
  }

  private static func trend(_ detail: ItemDetail, _ state: AppState) -> [DetailFacts] {
    let item = detail.item
    let language = state.language
    var source = [Part(detail.texts[.source] ?? "·")]
    if let confidence = item[.confidence].integer.flatMap({ Confidence(rawValue: $0) }) {
      source.append(
        Part("   \(Words("可信度", "confidence")(language)) \(confidence.words(language))", .dim))
    }
    var checked = [Part("·", .faint)]
    if let day = item[.checked].integer.flatMap({ Day(rawValue: $0) }) {
      let age = state.today.ordinal - day.ordinal
      let limit = state.board.staleDays
      let words = Words("\(age) 天前，期限 \(limit)", "\(Plural.count(age, "day")) ago, limit \(limit)")
      checked = [Part("\(day)"), Part("   \(words(language))", age > limit ? .bad : .dim)]
    }
    return [
      DetailFacts(name: Words("来源", "source"), parts: source),
      DetailFacts(name: Words("核对", "checked"), parts: checked),
    ]
  }

  private static func links(_ detail: ItemDetail, _ state: AppState) -> [DetailFacts] {
    let language = state.language
    func list(_ items: some Sequence<Item>) -> String {
      items.map { "\($0.code) \($0.title(language))" }.joined(separator: "   ")
    }
    var facts: [DetailFacts] = []
    if detail.item.kind.parent != nil {
      let parts =
        detail.parents.isEmpty
        ? [
          Part(
            Words("没有支撑任何\(detail.item.kind == .activity ? "目标" : "趋势")", "nothing yet")(language),
            .warn)
        ]
        : [Part(list(detail.parents))]
      facts.append(DetailFacts(name: Words("支撑", "serves"), parts: parts))
    }
    if detail.item.kind.child != nil {
      let more = detail.childCount > 4 ? " …" : ""
      let parts =
        detail.children.isEmpty
        ? [Part("–", .faint)]
        : [Part("\(detail.childCount)  ", .dim), Part(list(detail.children.prefix(4)) + more)]
      facts.append(DetailFacts(name: Words("带动", "carries"), parts: parts))
    }
    return facts
  }

  private static func more(_ detail: ItemDetail, _ state: AppState) -> [DetailFacts] {
    let item = detail.item
    let language = state.language
    var facts: [DetailFacts] = []
    let places = [Field.region, .channel, .product].compactMap { field in
      item[field].integer.flatMap { state.board.entries[$0] }?.name(language)
    }
    let tags = item.tags.joined(separator: " ")
    if !places.isEmpty || !tags.isEmpty {
      facts.append(
        DetailFacts(
          name: Words("范围", "where"),
          parts: [
            Part(places.joined(separator: " · ")), Part(tags.isEmpty ? "" : "   \(tags)", .dim),
          ]))
    }
    if let notes = detail.texts[.notes], !notes.isEmpty {
      facts.append(DetailFacts(name: Words("说明", "notes"), parts: [Part(notes, .text)]))
    }
    if let last = detail.comments.last {
      let who = state.board.people[last.who]?.display(language) ?? "?"
      facts.append(
        DetailFacts(
          name: Words("留言 \(detail.comments.count)", "talk \(detail.comments.count)"),
          parts: [Part("\(who): ", .other), Part(last.body)]))
    }
    return facts
  }
}
