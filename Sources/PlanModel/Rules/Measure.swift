/// How a figure stands against its target.
public enum MeasureSign: Hashable, Sendable {
  /// The period has ended and the actual reaches the target.
  case reached
  case missed
  /// The period runs, and what is attained is more than ten points behind the time elapsed.
  case atRisk

  public var mark: String {
    switch self {
    case .reached: "✓"
    case .missed: "✗"
    case .atRisk: "!"
    }
  }

  public var words: Words {
    switch self {
    case .reached: Words("达成", "reached")
    case .missed: Words("未达", "missed")
    case .atRisk: Words("有风险", "at risk")
    }
  }
}

/// The two sums that a ratio is made of, in major units by month or quarter.
public struct RatioSource: Hashable, Sendable {
  public var above: [Period: Fraction]
  public var below: [Period: Fraction]

  public init(above: [Period: Fraction], below: [Period: Fraction]) {
    self.above = above
    self.below = below
  }

  /// Amounts of a line's column as a side of a ratio.
  public static func side(
    _ figures: [Figure], _ column: Column, scale: Int
  ) -> [Period: Fraction] {
    var side: [Period: Fraction] = [:]
    guard let power = Fraction.power(ofTen: scale) else { return side }
    for figure in figures {
      guard let amount = figure[column], figure.period.unit != .year else { continue }
      side[figure.period] = Fraction(Int128(amount), over: power)
    }
    return side
  }
}

/// The figures of a target's (or a breakdown's) line with all that is needed to add them up.
public struct Measure: Sendable {
  public var addsUp: AddsUp
  public var better: Better
  /// How often a figure is due; nil: as often as there are figures.
  public var rhythm: Rhythm?
  public var unit: AmountUnit
  public var ratio: RatioSource?
  public var calendar: FiscalCalendar
  /// The last month whose actuals are complete.
  public var closedTo: Period?
  public var today: Day
  private var figures: [Period: Figure]

  /// - Parameter figures: of one line; those of other lines must not be among them.
  public init(
    _ figures: [Figure], addsUp: AddsUp, better: Better = .up, rhythm: Rhythm? = nil,
    unit: AmountUnit, ratio: RatioSource? = nil, calendar: FiscalCalendar, closedTo: Period?,
    today: Day
  ) {
    self.figures = Dictionary(figures.map { ($0.period, $0) }) { first, _ in first }
    self.addsUp = addsUp
    self.better = better
    self.rhythm = rhythm
    self.unit = unit
    self.ratio = ratio
    self.calendar = calendar
    self.closedTo = closedTo
    self.today = today
  }

  /// The measure of one of an item's lines. What the line doesn't say, the item does.
  public init(
    _ line: Line, of detail: ItemDetail, board: Board, today: Day, ratio: RatioSource? = nil
  ) {
    func value(_ field: LineField, _ itemField: Field) -> Int64? {
      line[field].integer ?? detail.item[itemField].integer
    }
    self.init(
      detail.figures.filter { $0.line == line.id },
      addsUp: value(.addsUp, .addsUp).flatMap { AddsUp(rawValue: $0) } ?? .sum,
      better: value(.better, .better).flatMap { Better(rawValue: $0) } ?? .up,
      rhythm: detail.item[.rhythm].integer.flatMap { Rhythm(rawValue: $0) },
      unit: board.figureUnit(of: line), ratio: ratio, calendar: board.calendar,
      closedTo: board.closedTo, today: today)
  }

  /// Whether all months of a period are closed.
  public func hasEnded(_ period: Period) -> Bool {
    guard let closedTo, let last = calendar.months(of: period).last else { return false }
    return last <= closedTo
  }

  /// The share of a period's days that have passed, today included: 0 to 1.
  public func timeElapsed(_ period: Period) -> Fraction {
    let days = calendar.days(of: period)
    let (first, last) = (days.lowerBound.ordinal, days.upperBound.ordinal)
    let passed = min(max(today.ordinal - first + 1, 0), last - first + 1)
    return Fraction(Int128(passed), over: Int128(last - first + 1)) ?? .zero
  }

  /// The figure of one period in smallest units: typed, or a ratio's own from its two sums.
  public func figure(_ column: Column, _ period: Period) -> Fraction? {
    if let typed = figures[period]?[column] { return Fraction(typed) }
    return column == .actual && addsUp == .ratio ? quotient(within: period, endedOnly: true) : nil
  }

  /// The periods of the rhythm inside a window that have a figure, in order of time. Where the rhythm
  /// has none, months, else quarters are taken; the year's own figure is never a part.
  public func parts(_ column: Column, within window: Period) -> [Period] {
    let inside = Set(calendar.months(of: window))
    let known = figures.values.filter { figure in
      figure[column] != nil && (figure.period.unit != .year || rhythm == .year)
        && calendar.months(of: figure.period).allSatisfy { inside.contains($0) }
    }.map(\.period)
    let wanted: Period.Unit? =
      switch rhythm {
      case .month: .month
      case .quarter, .halfYear: .quarter
      case .year: .year
      case nil: nil
      }
    for unit in [wanted, .month, .quarter] {
      let parts = known.filter { $0.unit == unit }
      if !parts.isEmpty { return parts.sorted() }
    }
    return []
  }

  /// A window's figure by the measure's way of adding up; nil where there is none.
  public func total(_ column: Column, within window: Period, toDate: Bool = false) -> Fraction? {
    if addsUp == .ratio, column == .actual, ratio != nil {
      return quotient(within: window, endedOnly: toDate)
    }
    let periods = parts(column, within: window).filter { !toDate || hasEnded($0) }
    let values = periods.compactMap { figures[$0]?[column] }
    guard let last = values.last else { return nil }
    guard addsUp == .sum else { return Fraction(last) }
    return values.reduce(Fraction.zero as Fraction?) { $0?.plus($1) }
  }

  private func quotient(within window: Period, endedOnly: Bool) -> Fraction? {
    guard let ratio else { return nil }
    let inside = Set(calendar.months(of: window))
    func sum(_ side: [Period: Fraction]) -> Fraction? {
      let values = side.filter { period, _ in
        (!endedOnly || hasEnded(period))
          && calendar.months(of: period).allSatisfy { inside.contains($0) }
      }.values
      return values.isEmpty ? nil : values.reduce(Fraction.zero as Fraction?) { $0?.plus($1) }
    }
    guard let above = sum(ratio.above), let below = sum(ratio.below), below != .zero,
      let power = Fraction.power(ofTen: unit.scale + (unit.isPercent ? 2 : 0)),
      let factor = Fraction(power, over: 1)
    else { return nil }
    return above.divided(by: below)?.times(factor)
  }
}
