import PlanExchange
import PlanModel

/// Gathers what `set` and `add` change into one edit.
struct SetEdits {
  let session: Session
  private(set) var changes: [Change] = []
  private(set) var act = Act.edit
  /// Items, periods, settings, people and words that really change.
  private(set) var changedCount = 0
  private var lastID: Int64 = 0
  private var details: [ItemCode: ItemDetail] = [:]
  private var newLines: [ItemID: [String: LineID]] = [:]

  init(_ session: Session) { self.session = session }

  mutating func newID() -> Int64 {
    lastID -= 1
    return lastID
  }

  mutating func add(_ target: ChangeTarget, was: Value, now: Value) {
    guard was != now else { return }
    // What an earlier assignment of the same edit said is what this one sees.
    if let earlier = changes.lastIndex(where: { $0.target == target }) {
      changes[earlier].now = now
    } else {
      changes.append(Change(target, was: was, now: now))
    }
  }

  /// Changes of which none was made before in this edit: many of them, without looking back.
  mutating func append(_ more: [Change]) { changes += more }

  mutating func add(_ more: [Change]) {
    for change in more { add(change.target, was: change.was, now: change.now) }
  }

  /// Applies `FIELD=VALUE` words to what is named.
  mutating func apply(_ what: String, _ assignments: [String]) throws {
    let before = changes.count
    let pairs = try assignments.map { text in
      guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
        throw Failure.usage("应写成 字段=内容：\(text)", "FIELD=VALUE expected: \(text)")
      }
      return (String(text[..<sign]), String(text[text.index(after: sign)...]))
    }
    if let code = ItemCode(what) {
      let detail = try detail(code)
      for (name, value) in pairs { try set(detail, name, value) }
    } else if let period = Period(what) {
      act = .settings
      for (name, value) in pairs { try set(period, name, value) }
    } else if what == "board" {
      act = .settings
      for (name, value) in pairs { try setBoard(name, value) }
    } else if let colon = what.firstIndex(of: ":") {
      act = .settings
      try setWord(
        String(what[..<colon]), String(what[what.index(after: colon)...]), pairs)
    } else {
      throw Failure.missing(
        "没有这样的编号或期间：\(what)", "no such code or period: \(what)")
    }
    if changes.count > before { changedCount += 1 }
  }

  private mutating func detail(_ code: ItemCode) throws -> ItemDetail {
    if let known = details[code] { return known }
    let detail = try session.item(code.description)
    details[code] = detail
    return detail
  }

  // MARK: Items

  private mutating func set(_ detail: ItemDetail, _ name: String, _ value: String) throws {
    let kind = detail.item.kind
    if let heading = FigureHeading(name) {
      return try setFigure(heading, value, of: detail)
    }
    switch name {
    case "serves": return try setServes(value, of: detail)
    case "main": return try setMain(value, of: detail)
    case "confirmed" where kind == .target:
      let parts = value.split(separator: " ", maxSplits: 1).map { String($0) }
      try setField(.confirmedBy, parts.first ?? "", of: detail)
      return try setField(.confirmedOn, parts.count > 1 ? parts[1] : "", of: detail)
    default: break
    }
    guard let field = FieldText.field(name), Field.of(kind).contains(field) else {
      let known = Field.of(kind).map(\.code).joined(separator: " ")
      throw Failure.usage(
        "\(kind.words.zh)没有字段“\(name)”；可用：\(known)",
        "\(kind.plural.en.lowercased()) have no field \(name); known are \(known)")
    }
    try setField(field, value, of: detail)
  }

  private mutating func setField(_ field: Field, _ value: String, of detail: ItemDetail) throws {
    let now = try session.fields.parse(field, value)
    add(.item(detail.item.id, field), was: detail[field], now: now)
  }

  private mutating func setServes(_ value: String, of detail: ItemDetail) throws {
    let was = detail.parents.map { ($0.id, isMain: $0.id == detail.item.main) }
    let codes = value.split(whereSeparator: { " ,".contains($0) }).map { String($0) }
    let parents = try codes.map { try session.item($0).item }
    let main = parents.first { $0.id == detail.item.main } ?? parents.first
    let now = parents.map { ($0.id, isMain: $0.id == main?.id) }
    add(Acts.link(child: detail.item.id, was: was, now: now).changes)
  }

  private mutating func setMain(_ value: String, of detail: ItemDetail) throws {
    let main = try session.item(value).item.id
    let was = detail.parents.map { ($0.id, isMain: $0.id == detail.item.main) }
    var now = detail.parents.map { ($0.id, isMain: $0.id == main) }
    if !now.contains(where: { $0.0 == main }) { now.append((main, isMain: true)) }
    add(Acts.link(child: detail.item.id, was: was, now: now).changes)
  }

  // MARK: Figures

  private mutating func setFigure(_ heading: FigureHeading, _ value: String, of detail: ItemDetail)
    throws
  {
    let kind = detail.item.kind
    guard let column = Column(name: heading.column, kind: kind) else {
      let known = Column.of(kind).map { $0.name(for: kind) }.joined(separator: " ")
      throw Failure.usage(
        "没有这一列：\(heading.column)；可用：\(known)",
        "no such column: \(heading.column); known are \(known)")
    }
    guard kind != .activity || heading.period.unit == .month && !heading.line.isEmpty else {
      throw Failure.input(
        "活动的金额写成 plan.media@2026-10", "an activity's amount is written plan.media@2026-10")
    }
    let own = detail.lines.first { $0.code == heading.line }
    let unit = own.map { session.board.amountUnit(of: $0) } ?? session.board.money
    let was = own.flatMap { detail.figure($0.id, heading.period)?[column] }
    let amount: Int64?
    do throws(AmountFault) {
      amount = try AmountText.parse(value, unit: unit, present: was)
    } catch {
      let words = error.words(for: unit)
      throw Failure.input("\(words.zh)：\(value)", "\(words.en): \(value)")
    }
    guard own != nil || amount != nil else { return }
    let line = try own?.id ?? newLine(heading.line, of: detail)
    add(.figure(line, column, heading.period), was: Value(was), now: Value(amount))
  }

  /// A line that isn't there yet: of the category that its name says, without `-2`, `-3` …
  private mutating func newLine(_ name: String, of detail: ItemDetail) throws -> LineID {
    if let made = newLines[detail.item.id]?[name] { return made }
    guard detail.item.kind == .activity else {
      throw Failure.missing("没有这样的分解：\(name)", "no such part: \(name)")
    }
    return try newLine(name, of: detail.item.id, position: detail.lines.count + 1)
  }

  mutating func newLine(_ name: String, of item: ItemID, position: Int) throws -> LineID {
    if let made = newLines[item]?[name] { return made }
    let category = session.board.category(ofLine: name)
    guard category != nil || Line.isPlaceholder(name) else {
      let known = session.board.list(.category).map(\.code).joined(separator: " ")
      throw Failure.input(
        "没有这个费用类别：\(name)；可用：\(known)", "no such category: \(name); known are \(known)")
    }
    let line = newID()
    add(
      Acts.newLine(
        in: item, code: name, category: category?.id, position: Int64(position),
        scale: session.board.moneyScale, provisional: line
      ).changes)
    newLines[item, default: [:]][name] = line
    return line
  }
}
