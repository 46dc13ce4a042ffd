/// A decision in the making: what a review says about one item.
public struct Resolution: Hashable, Sendable {
  public var verdict: Verdict
  /// What is to be done; where nothing is said, the verdict's own word stands.
  public var text: String
  public var owner: PersonID?
  public var due: Day?
  /// The quarter under review.
  public var quarter: Period
  public var day: Day

  public init(
    _ verdict: Verdict, text: String = "", owner: PersonID? = nil, due: Day? = nil,
    quarter: Period, day: Day
  ) {
    self.verdict = verdict
    self.text = text
    self.owner = owner
    self.due = due
    self.quarter = quarter
    self.day = day
  }

  /// Nothing is left to do: going on needs nobody, moving and stopping are done by deciding them.
  private var isDoneAtOnce: Bool { verdict != .change && owner == nil && due == nil }

  fileprivate func fields(about item: ItemID) -> [Field: Value] {
    [
      .title: .text(text.isEmpty ? verdict.words.zh : text),
      .titleEn: text.isEmpty ? .text(verdict.words.en) : .none,
      .about: .integer(item), .verdict: .integer(verdict.rawValue), .owner: Value(owner),
      .period: .integer(quarter.rawValue), .due: Value(due?.rawValue),
      .done: isDoneAtOnce ? .integer(day.rawValue) : .none,
      .decidedOn: .integer(day.rawValue),
    ]
  }
}

extension Acts {
  /// Decides about items, each with a decision of its own, as one step. Whoever decided about the same
  /// item since its author looked is met as a conflict.
  /// - Parameter consequences: what follows at once: the activity moves or stops.
  public static func decide(
    _ resolution: Resolution, about items: [Item], consequences: [Change] = []
  ) -> Edit {
    var changes: [Change] = []
    for (index, item) in items.enumerated() {
      let id = ItemID(-1 - index)
      changes +=
        create(
          .decision, fields: resolution.fields(about: item.id), provisional: id
        ).changes
      changes.append(Change(.item(item.id, .decided), was: item[.decided], now: .integer(id)))
    }
    return Edit(.decide, changes + consequences, reason: resolution.text)
  }

  /// Says one's own decision about an item otherwise; the history keeps how it was. Whoever decided
  /// about the item since its author looked is met as a conflict.
  public static func amend(_ decision: Item, about item: Item, _ resolution: Resolution) -> Edit {
    var meant = resolution
    // Whoever had a change to carry out has it still.
    if meant.verdict == .change, meant.owner == nil { meant.owner = decision.owner }
    if meant.verdict == .change, meant.due == nil { meant.due = decision.due }
    let fields = meant.fields(about: item.id)
    let told: [Field] = [.title, .titleEn, .verdict, .owner, .due, .done, .decidedOn]
    var made = edit(
      .decide,
      told.map { field in
        change(.item(decision.id, field), was: decision[field], now: fields[field] ?? .none)
      }, reason: resolution.text)
    guard !made.changes.isEmpty else { return made }
    made.changes.append(
      Change(.item(item.id, .decided), was: item[.decided], now: item[.decided]))
    return made
  }

  /// Gives a decision to somebody, until a day; it is open again.
  public static func entrust(_ decision: Item, to owner: PersonID?, due: Day?, text: String) -> Edit
  {
    edit(
      .decide,
      [
        change(.item(decision.id, .owner), was: decision[.owner], now: Value(owner)),
        change(.item(decision.id, .due), was: decision[.due], now: Value(due?.rawValue)),
        change(.item(decision.id, .done), was: decision[.done], now: .none),
        text.isEmpty
          ? nil : change(.item(decision.id, .title), was: decision[.title], now: .text(text)),
        text.isEmpty || decision[.title] == .text(text)
          ? nil : change(.item(decision.id, .titleEn), was: decision[.titleEn], now: .none),
      ])
  }

  /// Says that a decision was carried out on a day, or (nil) that it wasn't.
  public static func carryOut(_ decision: Item, on day: Day?) -> Edit {
    edit(
      .decide, [change(.item(decision.id, .done), was: decision[.done], now: Value(day?.rawValue))])
  }
}
