import PlanModel
import TestSupport

@testable import PlanExchange

/// A random board: all kinds of values, hostile texts, gaps everywhere.
struct RandomPlan {
  private var random: Seeded
  private var composer = Composer()
  private var entries: [ListKind: [EntryID]] = [:]
  private var people: [PersonID] = []
  private let forTables: Bool

  /// - Parameter forTables: only what a table can hold.
  init(_ seed: UInt64, forTables: Bool = false) {
    random = Seeded(seed)
    self.forTables = forTables
  }

  private static let texts = [
    "秋季展会", "=1+1", "-2", "+cmd|' /C calc'!A0", "@sum", "'=x", "''", "’quoted’", "a,b;c\td",
    "two\nlines", "ends in CR\r", "\"quoted\"", "表情👨‍👩‍👧 ok", "\u{202E}left", "\u{1B}[31mred",
    "é e\u{301}",
    " blanks ", "\u{7F}", "\\u0041", "null", "＝全角", "100", "2026-10", "\u{2028}",
  ]

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func text() -> String {
    let text = Self.texts.randomElement(using: &random) ?? ""
    // A table can hold neither of these.
    return forTables && (text.contains("\r")) ? "plain" : text
  }

  private mutating func pick(_ kind: ListKind) -> Value {
    Value(entries[kind]?.randomElement(using: &random))
  }

  private mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
    .random(in: range, using: &random)
  }

  mutating func board() -> NewBoard {
    for kind in ListKind.fileOrder {
      for index in 0..<3 {
        var entry = Entry(
          id: 0, list: kind, code: "\(kind.code)-w\(index)", zh: text(), en: text(),
          position: Int64(index + 1))
        if kind == .unit { entry.scale = forTables ? 2 : index }
        if kind == .measure {
          entry.unit = "unit-w\(index)"
          entry.addsUp = AddsUp.allCases[index]
        }
        entries[kind, default: []].append(composer.entry(entry))
      }
    }
    for name in ["chen", "wang", "liu"] {
      people.append(
        composer.person(Person(id: 0, name: name, zh: text(), department: .marketing)))
    }
    var parents: [ItemID] = []
    for kind in ItemKind.allCases {
      var made: [ItemID] = []
      for number in 1...4 where chance(80) { made.append(item(kind, number, parents, made)) }
      parents = made
    }
    composer.set(.state(Period(year: 2026, quarter: 2)), .integer(3))
    for purse in Purse.all where !forTables && chance(60) {
      composer.set(
        .envelope(Period(year: 2026, quarter: 2), purse), .integer(number(-9...99_999_999)))
    }
    return NewBoard(
      settings: [
        .title: .text("随机"), .currency: .text("CNY"), .firstYear: .integer(2026),
        .fiscalStart: .integer(4), .zone: .text("Asia/Shanghai"),
      ], changes: composer.take())
  }

  private mutating func item(
    _ kind: ItemKind, _ number: Int, _ parents: [ItemID], _ earlier: [ItemID]
  ) -> ItemID {
    let id = composer.item(kind, number: Int64(number * 3))
    if kind != .activity, chance(80) {
      composer.set(.item(id, .position), .integer(Int64(9 - number)))
    }
    for field in Field.of(kind) where field == .title || chance(50) {
      composer.set(.item(id, field), value(field, kind, field == .about ? parents : earlier))
    }
    let chosen = kind.parent == nil ? [] : parents.filter { _ in chance(50) }
    for (index, parent) in chosen.enumerated() {
      composer.set(.link(parent: parent, child: id), .integer(index == 0 ? 1 : 0))
    }
    if !Column.of(kind).isEmpty { lines(of: id, kind) }
    if !forTables {
      if chance(40) {
        let comment = composer.newID()
        composer.set(.comment(comment, .item), .integer(id))
        composer.set(.comment(comment, .body), .text(text()))
        composer.set(.comment(comment, .who), Value(people.randomElement(using: &random)))
        composer.set(.comment(comment, .at), .integer(self.number(0...2_000_000_000)))
      }
      if chance(30) { composer.set(.accepted(id, .noLead), .text(text())) }
    }
    return id
  }

  private mutating func value(_ field: Field, _ kind: ItemKind, _ earlier: [ItemID]) -> Value {
    switch field.type {
    case .text, .longText: return .text(text())
    case .tags: return .text("新品;b c")
    case .department, .better: return .integer(number(1...2))
    case .confidence, .addsUp, .priority: return .integer(number(1...3))
    case .rhythm, .verdict: return .integer(number(1...4))
    case .status: return .integer(number(1...8))
    case .stage: return .integer(number(1...6))
    case .day:
      return .integer(field == .start ? 2026_0401 : 2026_0500 + number(1...28))
    case .period:
      return .integer(
        kind == .target ? Period(year: 2026).rawValue : Period(year: 2026, quarter: 2).rawValue)
    case .money: return .integer(number(-10_000...10_000_000))
    case .percent: return .integer(number(0...100))
    case .yesNo: return .integer(1)
    case .person: return Value(people.randomElement(using: &random))
    case .item: return Value(earlier.randomElement(using: &random))
    case .entry(let list): return pick(list)
    case .hidden: return .none
    }
  }

  private mutating func lines(of id: ItemID, _ kind: ItemKind) {
    let names =
      kind == .activity
      ? ["category-w0", "category-w1", "category-w0-2"] : forTables ? [""] : ["", "east"]
    for (index, name) in names.enumerated() where chance(80) || (forTables && kind != .activity) {
      let line = composer.line(
        of: id,
        [
          .code: Value(name), .position: .integer(Int64(index + 1)), .scale: .integer(2),
          .category: kind == .activity ? Value(entries[.category]?[index % 2]) : .none,
          .title: forTables ? .none : .text(text()), .ref: forTables ? .none : Value(text()),
          .above: kind == .target && !forTables && chance(30) ? .text("money.actual") : .none,
        ])
      let columns = Column.of(kind) + (kind == .activity ? [.approved] : [])
      for month in 1...3 where chance(60) {
        for column in columns where chance(50) {
          composer.set(
            .figure(line, column, Period(year: 2026, month: 3 + month)),
            .integer(number(-99_999...99_999_999)))
          if !forTables, chance(20) {
            composer.set(
              .note(line, column, Period(year: 2026, month: 3 + month)), .text(text()))
          }
        }
      }
    }
  }
}
