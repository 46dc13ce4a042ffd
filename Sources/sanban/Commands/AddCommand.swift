import ArgumentParser
import PlanModel
import PlanStore

struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: Words(
      "新建趋势、目标、活动或决议，并写出编号。",
      "Add a trend, target, activity or decision; prints its code."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @Argument(help: "trend, target, activity or decision.")
  var kind: String
  @Argument(help: "The title.")
  var title: String
  @Option(help: "marketing, sales or none.")
  var lead: String?
  @Option(help: "An activity's quarter, a target's year.")
  var period: String?
  @Option(help: "What it serves; the first one is the main reason.")
  var serves: [String] = []
  @Option(help: "The first day.")
  var start: String?
  @Option(help: "The last day.")
  var end: String?
  @Option(help: "Who is responsible.")
  var owner: String?
  @Option(help: "CATEGORY=AMOUNT@MONTH, as media=120000@2026-10.")
  var budget: [String] = []
  @Option(name: .customLong("set"), help: "Any other field, FIELD=VALUE.")
  var others: [String] = []

  func run() throws {
    let kind = try Session.kind(kind)
    let session = try Session(common, as: actor)
    let values = try fields(kind, session)
    var edits = SetEdits(session)
    let parents = try serves.flatMap { $0.split(whereSeparator: { ", ".contains($0) }) }.map {
      try session.item(String($0)).item.id
    }
    let links = parents.enumerated().map { ($0.element, isMain: $0.offset == 0) }
    let item = edits.newID()
    if kind.hasMainLine { _ = edits.newID() }
    let unit = values[.unit]?.integer.flatMap { session.board.entries[$0]?.code }
    edits.add(
      Acts.create(
        kind, fields: values, serves: links, unit: unit,
        scale: session.board.scale(ofUnit: unit), provisional: item
      ).changes)
    for (index, text) in budget.enumerated() { try addLine(text, to: item, index, &edits, session) }
    if kind == .decision, let about = values[.about]?.integer,
      let decided = try session.reader.items(ids: [about]).first
    {
      edits.add(.item(about, .decided), was: decided[.decided], now: .integer(item))
    }
    let saved = try session.save(Edit(kind == .decision ? .decide : .create, edits.changes))
    for code in saved.codes { Output.write("\(code)\n") }
  }

  private func fields(_ kind: ItemKind, _ session: Session) throws -> [Field: Value] {
    let text = session.fields
    var values: [Field: Value] = [:]
    var given: [(Field, String?)] = [
      (.title, title), (.lead, lead), (.period, period), (.start, start), (.end, end),
      (.owner, owner),
    ]
    for other in others {
      guard let sign = other.firstIndex(of: "="),
        let field = FieldText.field(String(other[..<sign]))
      else { throw Failure.usage("应写成 字段=内容：\(other)", "FIELD=VALUE expected: \(other)") }
      given.append((field, String(other[other.index(after: sign)...])))
    }
    for case (let field, let value?) in given {
      guard Field.of(kind).contains(field) else {
        throw Failure.usage(
          "\(kind.words.zh)没有字段“\(field.code)”",
          "\(kind.plural.en.lowercased()) have no field \(field.code)")
      }
      values[field] = try text.parse(field, value)
    }
    addDefaults(kind, &values, session)
    return values
  }

  private func addDefaults(_ kind: ItemKind, _ values: inout [Field: Value], _ session: Session) {
    let board = session.board
    switch kind {
    case .activity:
      if values[.status] == nil { values[.status] = .integer(Status.draft.rawValue) }
      let day = values[.start]?.integer.flatMap { Day(rawValue: $0) } ?? session.today
      if values[.period] == nil {
        values[.period] = .integer(board.calendar.quarter(of: day).rawValue)
      }
    case .target:
      if values[.period] == nil {
        values[.period] = .integer(Period(year: board.firstYear).rawValue)
      }
      if let measure = values[.measure]?.integer.flatMap({ board.entries[$0] }) {
        let unit = measure.unit.flatMap { board.entry(.unit, code: $0) }
        for (field, value) in [
          (Field.unit, Value(unit?.id)), (.addsUp, Value(measure.addsUp?.rawValue)),
          (.better, Value(measure.better?.rawValue)), (.rhythm, Value(measure.rhythm?.rawValue)),
        ] where values[field] == nil {
          values[field] = value
        }
      }
    case .decision:
      let day = values[.decidedOn]?.integer.flatMap { Day(rawValue: $0) } ?? session.today
      values[.decidedOn] = .integer(day.rawValue)
      if values[.verdict] == nil { values[.verdict] = .integer(Verdict.change.rawValue) }
      if values[.period] == nil {
        values[.period] = .integer(board.calendar.quarter(of: day).rawValue)
      }
    case .trend: break
    }
  }

  private func addLine(
    _ text: String, to item: ItemID, _ index: Int, _ edits: inout SetEdits, _ session: Session
  ) throws {
    let sides = text.split(separator: "=", maxSplits: 1).map { String($0) }
    let ends = sides.count == 2 ? sides[1].split(separator: "@").map { String($0) } : []
    guard ends.count == 2, let month = Period(ends[1]), month.unit == .month else {
      throw Failure.input(
        "预算写成 media=120000@2026-10：\(text)", "a budget is written media=120000@2026-10: \(text)")
    }
    let amount: Int64?
    do throws(AmountFault) {
      amount = try AmountText.parse(ends[0], unit: session.board.money)
    } catch {
      let words = error.words(for: session.board.money)
      throw Failure.input("\(words.zh)：\(ends[0])", "\(words.en): \(ends[0])")
    }
    let line = try edits.newLine(sides[0], of: item, position: index + 1)
    edits.add(.figure(line, .plan, month), was: .none, now: Value(amount))
  }
}
