import PlanModel

extension DemoReader {
  mutating func readActivities() {
    for node in plan["activities"]?.elements ?? [] {
      guard let id = item(.activity, node), let code = node["code"]?.string else { continue }
      composer.set(
        .item(id, .period), Value(node["period"]?.string.flatMap { Period($0) }?.rawValue))
      composer.set(
        .item(id, .start), Value(node["start"]?.string.flatMap { Day(iso: $0) }?.rawValue))
      composer.set(.item(id, .end), Value(node["end"]?.string.flatMap { Day(iso: $0) }?.rawValue))
      composer.set(
        .item(id, .status), Value(node["status"]?.string.flatMap { Status(code: $0) }?.rawValue))
      composer.set(
        .item(id, .stage), Value(node["stage"]?.string.flatMap { Stage(code: $0) }?.rawValue))
      composer.set(
        .item(id, .priority),
        Value(node["priority"]?.string.flatMap { Priority(code: $0) }?.rawValue))
      if let joint = node["joint"], joint.members != nil {
        composer.set(.item(id, .joint), .integer(1))
        composer.set(
          .item(id, .share), Value(joint["share"]?.numeric.flatMap { Int64($0) }))
      }
      composer.set(.item(id, .continues), Value(node["continues"]?.string.flatMap { items[$0] }))
      composer.set(.item(id, .keynote), Value(node["keynote"]?.string))
      composer.set(.item(id, .result), Value(results(node)))
      if let settled = node["settled"], let rule = settled["rule"]?.string.flatMap(Rule.init(code:))
      {
        composer.set(.accepted(id, rule), Value(settled["reason"]?.string))
      }
      for (index, line) in (node["lines"]?.elements ?? []).enumerated() {
        readLine(line, of: id, code: code, position: index + 1)
      }
    }
  }

  private mutating func readLine(_ node: JSONNode, of id: ItemID, code: String, position: Int) {
    guard let name = node["line"]?.string else { return }
    let line = composer.line(
      of: id,
      [
        .code: .text(name), .category: Value(word(.category, node["category"])),
        .title: Value(node["title"]?.string), .titleEn: Value(node["title_en"]?.string),
        .scale: .integer(2), .position: .integer(Int64(position)),
      ])
    var cells: [Period: [Column: Int64]] = [:]
    for (column, key) in [
      (Column.plan, "plan"), (.forecast, "forecast"), (.committed, "committed"),
      (.actual, "actual"),
    ] {
      for (month, amount) in amounts(node[key], scale: 2) {
        cells[month, default: [:]][column] = amount
      }
    }
    for month in cells.keys.sorted() {
      var cell = cells[month] ?? [:]
      if approved.contains(calendar.quarter(of: month)) { cell[.approved] = cell[.plan] }
      if let moved = transfers[[code, name, month.description]] {
        cell[.plan, default: 0] += moved
      }
      if let closedTo, month <= closedTo {
        cell[.forecast] = (cell[.committed] ?? 0) + (cell[.actual] ?? 0)
      }
      for column in Column.allCases {
        composer.set(.figure(line, column, month), Value(cell[column]))
      }
    }
  }

  /// What came of an activity, in words: this version holds results as a text.
  private func results(_ node: JSONNode) -> String {
    let measures = plan["measures"]?.elements ?? []
    let lines = (node["results"]?.elements ?? []).map { result in
      let key = result["measure"]?.string ?? ""
      let measure = measures.first { $0["key"]?.string == key }
      let words = [("base", "基数"), ("expected", "预期"), ("actual", "实际")].compactMap { name, word in
        result[name]?.numeric.map { "\(word)\($0)" }
      }
      return (measure?["title"]?.string ?? key) + "：" + words.joined(separator: "，")
    }
    return lines.joined(separator: "\n")
  }
}
