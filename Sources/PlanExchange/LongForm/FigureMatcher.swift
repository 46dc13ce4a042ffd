import PlanModel

/// Finds what an amount of somebody's export is about: an expense line by its code or reference, a
/// target by its measure and region. Where several would do, none is chosen.
final class FigureMatcher {
  /// The item, and its line by its own name.
  struct Match: Hashable {
    var item: ItemID
    var code: ItemCode
    var line: String
  }

  /// Why nothing was found, and the column that says what was looked for.
  struct Mismatch: Error {
    var words: Words
    var meaning: ColumnMeaning
  }

  private let reading: any BoardReading
  private let names: FileNames
  private let words: KnownWords
  private var lines: [ItemID: [Line]] = [:]
  private var byReference: [String: [(item: Item, line: String?)]]?
  private var targets: [ItemDetail]?

  init(_ reading: any BoardReading, _ names: FileNames) {
    self.reading = reading
    self.names = names
    words = KnownWords(names)
  }

  /// What a row says of itself.
  struct Wanted {
    var code = ""
    var reference = ""
    var line = ""
    var measure = ""
    var region = ""
    var channel = ""
    var product = ""
    var month: Period
  }

  func find(_ wanted: Wanted) throws -> Match {
    if !wanted.code.isEmpty { return try find(byCode: wanted) }
    if !wanted.reference.isEmpty { return try find(byReference: wanted) }
    if !wanted.measure.isEmpty { return try find(byMeasure: wanted) }
    throw Mismatch(
      words: Words(
        "这一行没有编号、单据号或指标", "neither a code, nor a reference, nor a measure"),
      meaning: .amount)
  }

  /// The unit of a line's amounts.
  func unit(of match: Match) throws -> AmountUnit {
    let own = try lines(of: match.item)
    if let line = own.first(where: { $0.code == match.line }) {
      return names.board.amountUnit(of: line)
    }
    guard match.code.kind != .activity, let main = own.first else { return names.board.money }
    return names.board.amountUnit(of: main)
  }

  // MARK: Ways

  private func find(byCode wanted: Wanted) throws -> Match {
    let meaning = ColumnMeaning.key(.code)
    guard let code = ItemCode(wanted.code) else {
      throw Mismatch(words: Words("不是编号；写成A12", "not a code; write A12"), meaning: meaning)
    }
    guard let id = try reading.id(of: code), let item = try reading.items(ids: [id]).first,
      !item.isGone
    else { throw Mismatch(words: Words("没有这样的编号", "no such code"), meaning: meaning) }
    return try match(item, wanted, meaning)
  }

  private func find(byReference wanted: Wanted) throws -> Match {
    let meaning = ColumnMeaning.key(.field(.ref))
    let found = try references()[Folding.fold(wanted.reference)] ?? []
    guard let first = found.first else {
      throw Mismatch(
        words: Words(
          "没有活动或费用项有这个单据号；先填上，或用--skip-unmatched略过",
          "no activity and no expense line has this reference; fill it in, or --skip-unmatched"),
        meaning: meaning)
    }
    guard found.count == 1 else {
      let places = found.prefix(6).map { "\($0.item.code) \($0.line ?? "")".trimmed }
      throw Mismatch(
        words: Words(
          "有\(found.count)处用这个单据号：\(places.joined(separator: "、"))",
          "\(found.count) have this reference: \(places.joined(separator: ", "))"),
        meaning: meaning)
    }
    if let line = first.line {
      return Match(item: first.item.id, code: first.item.code, line: line)
    }
    return try match(first.item, wanted, meaning)
  }

  /// The line of an item that the row's category names, else its only one.
  private func match(_ item: Item, _ wanted: Wanted, _ meaning: ColumnMeaning) throws -> Match {
    let own = try lines(of: item.id)
    if item.kind != .activity {
      return Match(item: item.id, code: item.code, line: try part(own, wanted, meaning))
    }
    if !wanted.line.isEmpty {
      return Match(item: item.id, code: item.code, line: try line(wanted.line, own))
    }
    guard own.count == 1, let only = own.first else {
      let known = own.map(\.code).joined(separator: " ")
      throw Mismatch(
        words: Words(
          own.isEmpty ? "\(item.code)没有费用项；映射category" : "\(item.code)有几个费用项：\(known)；映射category",
          own.isEmpty
            ? "\(item.code) has no expense line; map category"
            : "\(item.code) has several expense lines: \(known); map category"),
        meaning: meaning)
    }
    return Match(item: item.id, code: item.code, line: only.code)
  }

  private func line(_ name: String, _ own: [Line]) throws -> String {
    if own.contains(where: { $0.code == name }) { return name }
    if let entry = words.entry(name, in: .category) {
      let of = own.filter { $0.category == entry.id }
      guard of.count > 1 else { return of.first?.code ?? entry.code }
      let known = of.map(\.code).joined(separator: " ")
      throw Mismatch(
        words: Words("有几个这一类的费用项：\(known)", "several lines of this category: \(known)"),
        meaning: .line)
    }
    if names.category(ofLine: name) != nil { return name }
    throw Mismatch(
      words: TextFault.unknown(names.board.list(.category).map(\.code)).words, meaning: .line)
  }

  /// The part of a target that a region names; the whole without one.
  private func part(_ own: [Line], _ wanted: Wanted, _ meaning: ColumnMeaning) throws -> String {
    let name = wanted.region.isEmpty ? wanted.line : wanted.region
    guard !name.isEmpty else { return own.first { $0.code.isEmpty }?.code ?? "" }
    let region = words.entry(name, in: .region)
    let found = own.filter { line in
      line.code == name || line.code == region?.code
        || (region != nil && line[.region].integer == region?.id)
    }
    guard found.count == 1, let line = found.first else {
      throw Mismatch(
        words: Words("没有分解到这个区域", "not broken down to this region"),
        meaning: .key(.field(.region)))
    }
    return line.code
  }

  private func find(byMeasure wanted: Wanted) throws -> Match {
    let meaning = ColumnMeaning.key(.field(.measure))
    guard let measure = words.entry(wanted.measure, in: .measure) else {
      throw Mismatch(
        words: TextFault.unknown(names.board.list(.measure).map(\.code)).words, meaning: meaning)
    }
    let year = names.board.calendar.year(of: wanted.month)
    let (channel, product) = (
      words.entry(wanted.channel, in: .channel)?.id, words.entry(wanted.product, in: .product)?.id
    )
    let possible = try allTargets().filter {
      $0.item[.measure].integer == measure.id && $0.item.period == year
        && $0.item[.channel].integer == channel && $0.item[.product].integer == product
    }
    var found: [Match] = []
    if wanted.region.isEmpty {
      found = possible.filter { $0.item[.region].isNone }.map {
        Match(item: $0.item.id, code: $0.item.code, line: "")
      }
    } else {
      guard let region = words.entry(wanted.region, in: .region) else {
        throw Mismatch(
          words: TextFault.unknown(names.board.list(.region).map(\.code)).words,
          meaning: .key(.field(.region)))
      }
      for target in possible {
        if target.item[.region].integer == region.id {
          found.append(Match(item: target.item.id, code: target.item.code, line: ""))
        }
        for line in target.lines
        where !line.code.isEmpty && (line[.region].integer == region.id || line.code == region.code)
        {
          found.append(Match(item: target.item.id, code: target.item.code, line: line.code))
        }
      }
    }
    guard found.count == 1, let match = found.first else {
      let codes = found.prefix(6).map(\.code.description).joined(separator: " ")
      throw Mismatch(
        words: found.isEmpty
          ? Words(
            "\(year)没有这个指标和区域的目标；或用--skip-unmatched略过",
            "no target of \(year) has this measure and region; --skip-unmatched leaves it out")
          : Words("有几个这样的目标：\(codes)", "several targets: \(codes)"), meaning: meaning)
    }
    return match
  }

  // MARK: What the board has

  private func lines(of item: ItemID) throws -> [Line] {
    if let known = lines[item] { return known }
    let found = try reading.detail(item)?.lines ?? []
    lines[item] = found
    return found
  }

  private func references() throws -> [String: [(item: Item, line: String?)]] {
    if let byReference { return byReference }
    var found: [String: [(item: Item, line: String?)]] = [:]
    try reading.forEachItem([.activity]) { plan in
      let item = plan.detail.item
      if let own = item[.ref].text { found[Folding.fold(own), default: []].append((item, nil)) }
      for line in plan.detail.lines {
        guard let own = line[.ref].text else { continue }
        found[Folding.fold(own), default: []].append((item, line.code))
      }
    }
    byReference = found
    return found
  }

  private func allTargets() throws -> [ItemDetail] {
    if let targets { return targets }
    var found: [ItemDetail] = []
    try reading.forEachItem([.target]) { found.append($0.detail) }
    targets = found
    return found
  }
}
