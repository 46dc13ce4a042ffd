/// What came of a review.
public struct ReviewSummary: Hashable, Sendable {
  public var quarter: Period
  /// Its first and its last day.
  public var days: ClosedRange<Day>
  /// Who was there: whoever went through it or decided something.
  public var present: [PersonID]
  /// In the order in which they were decided.
  public var decisions: [Item]
  /// The quarter's activities that nobody has decided about, by code.
  public var undecided: [Item]
  /// The quarter's money when the review began, if anybody's screen noted it, and as it is now.
  public var before: Money?
  public var after: Money

  /// The decisions that one person made.
  public func decisions(by person: PersonID) -> [Item] {
    decisions.filter { $0.decidedBy == person }
  }

  /// What stands about every item that was decided about: the newest decision of each.
  public var standing: [ItemID: Item] {
    Dictionary(decisions.compactMap { decision in decision.about.map { ($0, decision) } }) { $1 }
  }

  /// How many items go on, change, move or stop; together they are those that were decided about.
  public func count(_ verdict: Verdict) -> Int { standing.values.count { $0.verdict == verdict } }

  /// How many items were gone through: those decided about, also where they moved on, and the rest.
  public var all: Int { standing.count + undecided.count }

  /// Looks at what was decided since a day.
  /// - Parameters:
  ///   - since: nil is the last day on which anything was decided about the quarter.
  ///   - limit: how many of the newest decisions are looked at.
  public init(
    of quarter: Period, since: Day?, _ reader: some BoardReading, today: Day, limit: Int = 2_000
  ) throws {
    let board = try reader.board()
    let all = try reader.decisions(.of(quarter), limit: limit)
    let places = try reader.reviewPlaces(of: quarter)
    let last = all.compactMap(\.decidedOn).max()
    let first = since ?? last ?? places.map(\.place.begun).max() ?? today
    self.quarter = quarter
    days = first...max(first, last ?? first)
    decisions = all.filter { $0.decidedOn.map { $0 >= first } ?? false }.sorted {
      $0.code < $1.code
    }
    let there = places.filter { $0.place.begun >= first }
    var people: [PersonID] = []
    for name in there.compactMap({ board.person(named: $0.who)?.id })
      + decisions.compactMap(\.decidedBy)
    where !people.contains(name) { people.append(name) }
    present = people
    let decided = Set(decisions.compactMap(\.about))
    undecided = try ReviewList.all(quarter, reader, today: today).map(\.item)
      .filter { !decided.contains($0.id) }.sorted { $0.code < $1.code }
    // The earliest of them saw the money before anything was decided.
    before = there.min { $0.place.begun < $1.place.begun }?.place.before
    after = try reader.money(of: quarter)
  }
}

extension BoardReading {
  /// The money of a quarter's months, from kept sums.
  public func money(of quarter: Period) throws -> Money {
    let months = try board().calendar.months(of: quarter)
    return try sums(by: .lead, months: months).reduce(Money()) { $0 + $1.money }
  }
}
