import PlanModel

/// What all dates of a column say together: the order of their numbers, and whether they are
/// Excel's serial numbers.
struct DateColumn {
  /// The orders in which every date of the column is one.
  private var orders = Set(DateOrder.allCases)
  private let isSaid: Bool
  private let dates = KnownDates()
  private var serials = 0
  private var others = 0

  /// - Parameter order: the order that somebody said; nil finds it.
  init(order: DateOrder? = nil) {
    isSaid = order != nil
    if let order { orders = [order] }
  }

  /// Takes a cell that isn't empty into account.
  mutating func take(_ text: String) {
    guard let date = dates.date(text) else {
      others += 1
      return
    }
    if case .serial(let number) = date, Self.serialRange.contains(number) {
      serials += 1
      return
    }
    others += 1
    guard case .numbers = date, !isSaid else { return }
    orders = orders.filter { date.day(in: $0) != nil }
  }

  /// From 1982 to 2119: whoever plans means no other days.
  private static let serialRange = 30_000...80_000

  var isSerial: Bool { serials > 0 && others == 0 }

  /// The day of a cell.
  ///
  /// - Parameter year: the year of dates that don't say it.
  func day(_ text: String, year: Int?) throws(TextFault) -> Day {
    guard let date = dates.date(text) else { throw .notADay }
    switch date {
    case .day(let day): return day
    case .serial(let number):
      guard isSerial else { throw .notADay }
      // Day 60 never was (1900 is no leap year): from 61 on the count is the calendar's.
      return Day(ordinal: number - 25_569)
    case .withoutYear(let month, let day):
      guard let year else { throw .noYear }
      guard let found = Day(year: year, month: month, day: day) else { throw .notADay }
      return found
    case .numbers(_, _, _, let own):
      let days = DateOrder.allCases.filter(orders.contains).compactMap { date.day(in: $0) }
      guard let first = days.first else {
        if isSaid { throw .notADay }
        throw own.filter({ date.day(in: $0) != nil }).count > 0 ? .mixedOrders : .notADay
      }
      if let other = days.first(where: { $0 != first }) { throw .ambiguousDay(first, other) }
      return first
    }
  }
}

/// Dates that were read before: a column has few days and many rows.
private final class KnownDates {
  private var known: [String: CellDate?] = [:]
  private static let most = 10_000

  func date(_ text: String) -> CellDate? {
    if let date = known[text] { return date }
    let date = CellDate(text)
    if known.count < Self.most { known[text] = .some(date) }
    return date
  }
}
