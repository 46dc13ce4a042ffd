import PlanModel

extension Board {
  /// A small board for tests: yuan, 2026, closed to October, on 24 November; a few words and people.
  public static func small(fiscalStart: Int = 1) -> Board {
    let entries = [
      Entry(id: 1, list: .region, code: "east", zh: "华东", en: "East", position: 1),
      Entry(id: 2, list: .region, code: "south", zh: "华南", en: "South", position: 2),
      Entry(id: 3, list: .category, code: "media", zh: "广告投放", en: "Media", position: 1),
      Entry(id: 4, list: .category, code: "event", zh: "展会", en: "Events", position: 2),
      Entry(id: 5, list: .unit, code: "%", zh: "%", en: "%", position: 1, scale: 1),
      Entry(id: 6, list: .region, code: "west", zh: "西部", en: "West", isGone: true),
      Entry(
        id: 7, list: .measure, code: "share", zh: "市场份额", en: "Market share", unit: "%",
        addsUp: .last, better: .up),
    ]
    let people = [
      Person(id: 1, name: "wang", zh: "王芳", en: "Wang Fang", department: .marketing),
      Person(id: 2, name: "liu", zh: "刘强", en: "Liu Qiang", department: .sales),
      Person(id: 3, name: "wang2", zh: "王芳", en: "Wang Fang the younger", department: .sales),
    ]
    return Board(
      settings: [
        .title: .text("长江家具"), .currency: .text("CNY"), .firstYear: .integer(2026),
        .fiscalStart: .integer(Int64(fiscalStart)), .closedTo: .integer(202610),
        .today: .integer(2026_1124),
      ],
      entries: Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) }),
      people: Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) }))
  }
}
