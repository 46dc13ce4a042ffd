import PlanModel

/// The worked example: one company's plan for 2026, as it stands on 24 November 2026.
public enum Demo {
  /// - Throws: ``FileFault`` where the embedded plan can't be read.
  public static func board() throws -> NewBoard {
    try board(from: PackageResources.plan_json)
  }

  static func board(from text: [UInt8]) throws -> NewBoard {
    var reader = DemoReader(plan: try JSONCursor.parse(text))
    reader.readLists()
    reader.readTrends()
    reader.readTargets()
    reader.readActivities()
    reader.readStates()
    reader.readEnvelopes()
    return NewBoard(settings: reader.settings, changes: reader.composer.take())
  }
}

/// Turns the worked example's own file into changes.
struct DemoReader {
  let plan: JSONNode
  var composer = Composer()
  var entries: [ListKind: [String: EntryID]] = [:]
  var scales: [String: Int] = [:]
  var people: [String: PersonID] = [:]
  var items: [String: ItemID] = [:]
  /// The main line of each target.
  var mainLines: [String: LineID] = [:]
  /// What the transfers add to the plan, by activity, line and month.
  var transfers: [[String]: Int64] = [:]
  let closedTo: Period?
  let approved: Set<Period>
  let calendar = FiscalCalendar(firstMonth: 1)

  init(plan: JSONNode) {
    self.plan = plan
    let board = plan["board"]
    closedTo = board?["closed_months_to"]?.string.flatMap { Period($0) }
    approved = Set(
      (board?["approved"]?.elements ?? []).compactMap { $0.string.flatMap { Period($0) } })
    readTransfers()
  }

  var settings: [Setting: Value] {
    let board = plan["board"]
    return [
      .title: Value(board?["title"]?.string), .titleEn: Value(board?["title_en"]?.string),
      .currency: Value(board?["currency"]?.string),
      .firstYear: Value(board?["year"]?.numeric.flatMap { Int64($0) }),
      .fiscalStart: Value(board?["fiscal_start"]?.numeric.flatMap { Int64($0) }),
      .zone: .text("Asia/Shanghai"),
      .today: Value(board?["as_of"]?.string.flatMap { Day(iso: $0) }?.rawValue),
      .closedTo: Value(closedTo?.rawValue),
      .ceilingRule: .text(CeilingRule.warn.rawValue),
      .staleDays: Value(board?["evidence_limit_days"]?.numeric.flatMap { Int64($0) }),
      .driftPercent: .integer(3), .settleDays: .integer(30),
    ]
  }

  mutating func readLists() {
    for kind in [ListKind.unit, .measure, .category, .region, .channel, .product] {
      let nodes = plan[kind.plural]?.elements ?? []
      var words = nodes.compactMap { entry(kind, $0) }
      if kind == .category {
        words.append(Entry(id: 0, list: .category, code: "other", zh: "其他", en: "Other"))
      }
      for (index, var word) in words.enumerated() {
        word.position = Int64(index + 1)
        entries[kind, default: [:]][word.code] = composer.entry(word)
        if kind == .unit { scales[word.code] = word.scale }
      }
    }
    for node in plan["team"]?.elements ?? [] {
      guard let name = node["name"]?.string else { continue }
      people[name] = composer.person(
        Person(
          id: 0, name: name, zh: node["title"]?.string ?? "", en: node["title_en"]?.string ?? "",
          department: node["department"]?.string.flatMap { Department(code: $0) },
          post: node["post"]?.string ?? "", postEn: node["post_en"]?.string ?? ""))
    }
  }

  private func entry(_ kind: ListKind, _ node: JSONNode) -> Entry? {
    guard let code = node["key"]?.string else { return nil }
    let fine = ["CNY", "CNY 100m", "%", "index", "of list price"]
    return Entry(
      id: 0, list: kind, code: code, zh: node["title"]?.string ?? "",
      en: node["title_en"]?.string ?? "", scale: kind == .unit && fine.contains(code) ? 2 : 0,
      unit: node["unit"]?.string, addsUp: node["adds_up"]?.string.flatMap { AddsUp(code: $0) },
      better: node["better"]?.string.flatMap { Better(code: $0) },
      rhythm: node["rhythm"]?.string.flatMap { Rhythm(code: $0) })
  }

  mutating func readStates() {
    for period in approved.sorted() {
      composer.set(.state(period), .integer(PeriodState.approved.rawValue))
    }
  }

  private mutating func readTransfers() {
    for node in plan["transfers"]?.elements ?? [] {
      guard let amount = node["amount"]?.numeric.flatMap({ Int64($0) }) else { continue }
      for (end, sign) in [("from", Int64(-1)), ("to", 1)] {
        guard let place = node[end], let code = place["activity"]?.string,
          let line = place["line"]?.string, let month = place["period"]?.string
        else { continue }
        transfers[[code, line, month], default: 0] += sign * amount * 100
      }
    }
  }

  // MARK: Parts that all kinds of item share

  mutating func item(_ kind: ItemKind, _ node: JSONNode) -> ItemID? {
    guard let text = node["code"]?.string, let code = ItemCode(text) else { return nil }
    let id = composer.item(kind, number: code.number)
    items[text] = id
    for (field, key) in [
      (Field.title, "title"), (.titleEn, "title_en"), (.notes, "notes"), (.source, "source"),
    ] {
      composer.set(.item(id, field), Value(node[key]?.string))
    }
    composer.set(
      .item(id, .lead), Value(node["lead"]?.string.flatMap { Department(code: $0) }?.rawValue))
    composer.set(.item(id, .owner), Value(node["owner"]?.string.flatMap { people[$0] }))
    for (field, kind, key) in [
      (Field.region, ListKind.region, "region"), (.channel, .channel, "channel"),
      (.product, .product, "product"),
    ] {
      composer.set(.item(id, field), Value(word(kind, node[key])))
    }
    let main = node["main"]?.string
    for parent in (node["serves"]?.elements ?? []).compactMap(\.string) {
      guard let parentID = items[parent] else { continue }
      composer.set(.link(parent: parentID, child: id), .integer(parent == main ? 1 : 0))
    }
    return id
  }

  func word(_ kind: ListKind, _ node: JSONNode?) -> EntryID? {
    node?.string.flatMap { entries[kind]?[$0] }
  }

  /// The amounts of an object by period.
  func amounts(_ node: JSONNode?, scale: Int) -> [(period: Period, amount: Int64)] {
    (node?.members ?? []).compactMap { member in
      guard let period = Period(member.key), let digits = member.node.numeric,
        let amount = try? DecimalText.parse(digits, scale: scale)
      else { return nil }
      return (period, amount)
    }
  }
}
