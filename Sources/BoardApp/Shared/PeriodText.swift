import PlanModel

/// Periods as they stand in heads and bars.
enum PeriodText {
  /// `2026Q4 · 10—12月`, `2026Q4 · Oct–Dec`.
  static func title(_ period: Period, _ state: AppState) -> String {
    guard period.unit == .quarter else { return period.description }
    let months = state.board.calendar.months(of: period)
    let first = months[0].part
    let last = months[months.count - 1].part
    return state.language == .chinese
      ? "\(period) · \(first)—\(last)月" : "\(period) · \(english[first - 1])–\(english[last - 1])"
  }

  static func month(_ month: Period, _ language: Language) -> String {
    language == .chinese ? "\(month.part)月" : english[max(0, month.part - 1)]
  }

  private static let english = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
