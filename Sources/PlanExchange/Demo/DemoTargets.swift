import PlanModel

extension DemoReader {
  mutating func readTrends() {
    for (index, node) in (plan["trends"]?.elements ?? []).enumerated() {
      guard let id = item(.trend, node) else { continue }
      let unit = node["unit"]?.string
      let scale = scales[unit ?? ""] ?? 2
      composer.set(.item(id, .position), .integer(Int64(index + 1)))
      composer.set(.item(id, .unit), Value(word(.unit, node["unit"])))
      composer.set(
        .item(id, .confidence),
        Value(node["confidence"]?.string.flatMap { Confidence(code: $0) }?.rawValue))
      composer.set(
        .item(id, .checked), Value(node["checked"]?.string.flatMap { Day(iso: $0) }?.rawValue))
      let line = composer.line(
        of: id,
        [.unit: Value(unit), .scale: .integer(Int64(scale)), .position: .integer(1)])
      for key in ["history", "actual"] { figures(line, .actual, node[key], scale: scale) }
      for member in node["years"]?.members ?? [] {
        guard let year = Period(member.key) else { continue }
        for (column, key) in [
          (Column.base, "baseline"), (.low, "low"), (.forecast, "expected"), (.high, "high"),
        ] {
          guard let digits = member.node[key]?.numeric,
            let amount = try? DecimalText.parse(digits, scale: scale)
          else { continue }
          composer.set(.figure(line, column, year), .integer(amount))
        }
      }
    }
  }

  mutating func readTargets() {
    for (index, node) in (plan["targets"]?.elements ?? []).enumerated() {
      guard let id = item(.target, node), let code = node["code"]?.string else { continue }
      let unit = node["unit"]?.string
      let scale = scales[unit ?? ""] ?? 2
      let addsUp = Value(node["adds_up"]?.string.flatMap { AddsUp(code: $0) }?.rawValue)
      let better = Value(node["better"]?.string.flatMap { Better(code: $0) }?.rawValue)
      let year = Period(year: Int(settings[.firstYear]?.integer ?? 2026))
      composer.set(.item(id, .position), .integer(Int64(index + 1)))
      composer.set(.item(id, .period), .integer(year.rawValue))
      composer.set(.item(id, .measure), Value(word(.measure, node["measure"])))
      composer.set(.item(id, .unit), Value(word(.unit, node["unit"])))
      composer.set(.item(id, .addsUp), addsUp)
      composer.set(.item(id, .better), better)
      composer.set(
        .item(id, .rhythm), Value(node["rhythm"]?.string.flatMap { Rhythm(code: $0) }?.rawValue))
      composer.set(
        .item(id, .ceiling), Value(node["ceiling"]?.numeric.flatMap { Int64($0) }.map { $0 * 100 }))
      let confirmed = node["confirmed"]
      composer.set(
        .item(id, .confirmedBy), Value(confirmed?["by"]?.string.flatMap { people[$0] }))
      composer.set(
        .item(id, .confirmedOn),
        Value(confirmed?["date"]?.string.flatMap { Day(iso: $0) }?.rawValue))

      let line = composer.line(
        of: id,
        [
          .unit: Value(unit), .scale: .integer(Int64(scale)), .addsUp: addsUp, .better: better,
          .above: node["ratio"]?["above"]?.string == "expense actual"
            ? .text("money.actual") : .none,
          .below: Value(
            node["ratio"]?["below"]?.string.flatMap { mainLines[String($0.prefix { $0 != " " })] }),
          .position: .integer(1),
        ])
      mainLines[code] = line
      figures(line, .actual, node["last_year"], scale: scale)
      if let start = node["start"], let period = start["period"]?.string.flatMap({ Period($0) }),
        let amount = start["value"]?.numeric.flatMap({ try? DecimalText.parse($0, scale: scale) })
      {
        composer.set(.figure(line, .actual, period), .integer(amount))
      }
      if let digits = node["year_target"]?.numeric,
        let amount = try? DecimalText.parse(digits, scale: scale)
      {
        composer.set(.figure(line, .plan, year), .integer(amount))
      }
      figures(line, .plan, node["target"], scale: scale)
      figures(line, .actual, node["actual"], scale: scale)
      readParts(of: id, node, unit: unit, scale: scale, addsUp: addsUp, better: better)
    }
  }

  /// A target's breakdown: one line for each part, named by its key.
  private mutating func readParts(
    of id: ItemID, _ node: JSONNode, unit: String?, scale: Int, addsUp: Value, better: Value
  ) {
    for (index, part) in (node["breakdown"]?.elements ?? []).enumerated() {
      let dimension = part["dimension"]?.string
      func word(_ name: String, _ kind: ListKind) -> Value {
        dimension == name ? Value(self.word(kind, part["key"])) : .none
      }
      let line = composer.line(
        of: id,
        [
          .code: Value(part["key"]?.string), .title: Value(part["title"]?.string),
          .titleEn: Value(part["title_en"]?.string), .unit: Value(unit),
          .scale: .integer(Int64(scale)), .addsUp: addsUp, .better: better,
          .region: word("region", .region), .channel: word("channel", .channel),
          .product: word("product", .product), .position: .integer(Int64(index + 2)),
        ])
      figures(line, .plan, part["target"], scale: scale)
      figures(line, .actual, part["actual"], scale: scale)
    }
  }

  private mutating func figures(_ line: LineID, _ column: Column, _ node: JSONNode?, scale: Int) {
    for (period, amount) in amounts(node, scale: scale) {
      composer.set(.figure(line, column, period), .integer(amount))
    }
  }
}
