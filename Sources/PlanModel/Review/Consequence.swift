/// What follows at once when a review moves an activity to the next quarter or stops it: shown before
/// it is done, and saved with the decision as one step.
///
/// What is spent or committed stays in its month. The rest of open months moves by three months, or
/// goes back. Where a quarter's plan is locked its forecast says so instead, so that the outlook is
/// right and no plan is made or lost.
public struct Consequence: Hashable, Sendable {
  public var home: (was: Period?, now: Period?) { (item.period, period) }
  public var start: (was: Day?, now: Day?) { (item.start, newStart) }
  public var end: (was: Day?, now: Day?) { (item.end, newEnd) }
  public var status: (was: Status?, now: Status?) { (item.status, newStatus) }
  /// The outlook that moves on, or goes back.
  public private(set) var amount: Int64 = 0
  /// The part of it that is plan, where plans aren't locked.
  public private(set) var plan: Int64 = 0

  private let item: Item
  private var period: Period?
  private var newStart: Day?
  private var newEnd: Day?
  private var newStatus: Status?
  private var cells: [Change] = []

  private init(_ item: Item) {
    self.item = item
    (period, newStart, newEnd, newStatus) = (item.period, item.start, item.end, item.status)
  }

  /// The activity goes to the quarter after its own. What has begun keeps its first day and ends
  /// three months later; what hasn't moves whole.
  public static func moving(_ detail: ItemDetail, board: Board) throws(Refusal) -> Consequence {
    let item = detail.item
    try check(item)
    guard let home = item.period else {
      throw Refusal(.rule, Words("没有所在季度；先用 e 填期间", "It has no quarter; give it one with e"))
    }
    var result = Consequence(item)
    let isSpent = item.money.committed != 0 || item.money.actual != 0
    let isBegun = isSpent || item.status == .running || item.status == .paused
    result.period = home.advanced(by: 1)
    if !isBegun || item.end == nil { result.newStart = item.start?.adding(months: 3) }
    result.newEnd = item.end?.adding(months: 3)
    if item.status == .running, !isSpent { result.newStatus = .approved }
    result.shift(detail, by: 3, board)
    return result
  }

  /// The activity is dropped and what is free goes back.
  public static func stopping(_ detail: ItemDetail, board: Board) throws(Refusal) -> Consequence {
    try check(detail.item)
    var result = Consequence(detail.item)
    result.newStatus = .dropped
    result.shift(detail, by: nil, board)
    return result
  }

  private static func check(_ item: Item) throws(Refusal) {
    guard item.kind == .activity else {
      throw Refusal(.rule, Words("只有活动能顺延或停止", "Only an activity can move or stop"))
    }
    guard let status = item.status, [.done, .closed, .dropped].contains(status) else { return }
    throw Refusal(
      .rule,
      Words(
        "\(item.code) 已是“\(status.words.zh)”；先用 t 改状态",
        "\(item.code) is \(status.words.en.lowercased()); change its status with t first"))
  }

  /// All changes of the activity and its money.
  public var changes: [Change] {
    func field(_ field: Field, _ now: Value) -> Change? {
      item[field] == now ? nil : Change(.item(item.id, field), was: item[field], now: now)
    }
    return [
      field(.period, Value(period?.rawValue)), field(.start, Value(newStart?.rawValue)),
      field(.end, Value(newEnd?.rawValue)), field(.status, Value(newStatus?.rawValue)),
    ].compactMap { $0 } + cells
  }

  // MARK: Money

  /// Takes the free money of every open month away and, with a distance, puts it so many months later.
  private mutating func shift(_ detail: ItemDetail, by months: Int?, _ board: Board) {
    func isLocked(_ month: Period) -> Bool {
      let state = board.state(of: board.calendar.quarter(of: month))
      return state == .approved || state == .closed
    }
    for line in detail.lines {
      let before = Dictionary(
        detail.figures.filter { $0.line == line.id }.map { ($0.period, $0) }
      ) { a, _ in a }
      var after = before
      // The last month first, so that what moves on doesn't move twice.
      for month in before.keys.sorted(by: >) where month.unit == .month && !board.isClosed(month) {
        guard let cell = after[month] else { continue }
        let spent = (cell[.committed] ?? 0) &+ (cell[.actual] ?? 0)
        let outlook = cell[.forecast] ?? cell[.plan] ?? 0
        let free = outlook &- spent
        guard free > 0 else { continue }
        let target = months.map { month.advanced(by: $0) }
        let movesPlan = !isLocked(month) && !(target.map(isLocked) ?? false)
        let planFree = movesPlan ? max(0, (cell[.plan] ?? 0) &- spent) : 0
        var rest = cell
        if planFree > 0 { rest[.plan] = spent == 0 ? nil : spent }
        if planFree > 0, spent == 0 { rest[.forecast] = nil }
        if (rest[.forecast] ?? rest[.plan] ?? 0) != spent { rest[.forecast] = spent }
        after[month] = rest
        amount = amount &+ free
        plan = plan &+ planFree
        guard let target else { continue }
        var later = after[target] ?? Figure(line: line.id, period: target)
        let wanted = (later[.forecast] ?? later[.plan] ?? 0) &+ free
        if planFree > 0 { later[.plan] = (later[.plan] ?? 0) &+ planFree }
        if later[.forecast] != nil || (later[.plan] ?? 0) != wanted { later[.forecast] = wanted }
        after[target] = later
      }
      note(line.id, before, after)
    }
  }

  private mutating func note(
    _ line: LineID, _ before: [Period: Figure], _ after: [Period: Figure]
  ) {
    for month in after.keys.sorted() {
      for column in [Column.plan, .forecast] {
        let (was, now) = (before[month]?[column], after[month]?[column])
        guard was != now else { continue }
        cells.append(Change(.figure(line, column, month), was: Value(was), now: Value(now)))
      }
    }
  }

  public static func == (a: Consequence, b: Consequence) -> Bool {
    a.item == b.item && a.changes == b.changes
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(item.id)
    hasher.combine(changes)
  }
}
