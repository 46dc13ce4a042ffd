/// How far a copy moves in time.
public enum Shift: Hashable, Sendable {
  case days(Int)
  case months(Int)

  /// The months from one quarter's start to another's.
  public static func between(
    _ from: Period, _ to: Period, calendar: FiscalCalendar
  ) -> Shift {
    .months(monthCount(calendar.days(of: from).lowerBound, calendar.days(of: to).lowerBound))
  }

  static func monthCount(_ from: Day, _ to: Day) -> Int {
    (to.year - from.year) * 12 + to.month - from.month
  }

  func moved(_ day: Day) -> Day {
    switch self {
    case .days(let count): day.adding(days: count)
    case .months(let count): day.adding(months: count)
    }
  }
}

extension Acts {
  /// What a copy takes along as it is. References and results belong to the old one.
  private static let copied: [Field] = [
    .title, .titleEn, .lead, .owner, .stage, .priority, .region, .channel, .product, .joint, .share,
    .tags, .keynote, .notes,
  ]

  /// Activities once more in another quarter: as drafts that continue the old ones, dates shifted,
  /// reasons and expense lines kept, plans scaled and moved by whole months, nothing spent yet.
  ///
  /// With a shift by days the months move as far as the start's month does (without a start: as far
  /// as the quarter).
  /// - Parameters:
  ///   - shift: nil moves by the distance of the two quarters.
  ///   - percent: what plans change by, 5 for +5 %; each cell rounds half away from zero.
  /// - Throws: a refusal when an amount becomes too large.
  public static func copy(
    _ items: [ItemDetail], to period: Period, calendar: FiscalCalendar, shift: Shift? = nil,
    percent: Fraction = .zero, firstProvisional: Int64 = -1
  ) throws(Refusal) -> Edit {
    var next = firstProvisional
    var changes: [Change] = []
    for detail in items where detail.item.kind == .activity {
      let whole = Shift.between(detail.item.period ?? period, period, calendar: calendar)
      let copy = next
      next -= 1
      changes += head(of: detail, as: copy, in: period, shift: shift ?? whole)
      for line in detail.lines {
        changes += creation(ofLine: next, in: copy, line.fields.filter { $0.key != .ref })
        let months = monthShift(detail, shift ?? whole, whole)
        changes += try plans(of: line, in: detail, as: next, months: months, percent: percent)
        next -= 1
      }
    }
    return Edit(.copy, changes)
  }

  private static func head(
    of detail: ItemDetail, as copy: ItemID, in period: Period, shift: Shift
  ) -> [Change] {
    var fields: [Field: Value] = [:]
    for field in copied { fields[field] = detail[field] }
    fields[.status] = .integer(Status.draft.rawValue)
    fields[.period] = .integer(period.rawValue)
    fields[.continues] = .integer(detail.item.id)
    fields[.start] = Value(detail.item.start.map { shift.moved($0).rawValue })
    fields[.end] = Value(detail.item.end.map { shift.moved($0).rawValue })
    let serves = detail.parents.map { ($0.id, isMain: $0.id == detail.item.main) }
    return create(.activity, fields: fields, serves: serves, provisional: copy).changes
  }

  private static func monthShift(_ detail: ItemDetail, _ shift: Shift, _ whole: Shift) -> Int {
    switch (shift, whole) {
    case (.months(let count), _): return count
    case (.days, .months(let count)):
      guard let start = detail.item.start else { return count }
      return Shift.monthCount(start, shift.moved(start))
    case (.days, .days): return 0
    }
  }

  private static func plans(
    of line: Line, in detail: ItemDetail, as copy: LineID, months: Int, percent: Fraction
  ) throws(Refusal) -> [Change] {
    var changes: [Change] = []
    for figure in detail.figures where figure.line == line.id {
      guard let plan = figure[.plan] else { continue }
      guard let factor = percent.divided(by: 100)?.plus(1), let product = factor.times(plan),
        let scaled = product.rounded(), scaled.magnitude <= DecimalText.limit.magnitude
      else { throw Refusal(.input, AmountFault.tooLarge.words) }
      changes.append(
        Change(
          .figure(copy, .plan, figure.period.advanced(by: months)), was: .none,
          now: .integer(scaled)))
    }
    return changes
  }
}
