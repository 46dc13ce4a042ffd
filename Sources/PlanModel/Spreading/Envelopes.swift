/// Who may spend a quarter's money that no activity has, or all of it.
public enum Purse: Hashable, Sendable {
  /// What a department may spend in the quarter.
  case department(Department)
  /// Granted, and not yet given to an activity (机动).
  case reserve

  /// Stable: `marketing`, `sales`, `reserve`.
  public var code: String {
    if case .department(let department) = self { department.code } else { "reserve" }
  }
  /// The number that a store may keep: the department's, 0 for the reserve.
  public var number: Int64 {
    if case .department(let department) = self { department.rawValue } else { 0 }
  }
  public var words: Words {
    if case .department(let department) = self { department.words } else { Words("机动", "Reserve") }
  }

  /// Departments first, then the reserve.
  public static let all = Department.allCases.map { Purse.department($0) } + [.reserve]

  public init?(code: String) {
    guard let purse = Purse.all.first(where: { $0.code == code }) else { return nil }
    self = purse
  }

  public init?(number: Int64) {
    guard number != 0 else {
      self = .reserve
      return
    }
    guard let department = Department(rawValue: number) else { return nil }
    self = .department(department)
  }
}

/// One granted amount: a quarter's, of a department or the reserve.
public struct EnvelopeCell: Hashable, Sendable {
  public var quarter: Period
  public var purse: Purse

  public init(_ quarter: Period, _ purse: Purse) {
    self.quarter = quarter
    self.purse = purse
  }
}

/// What was granted, in the smallest unit of the board's money. What isn't here nobody has granted:
/// a department without an envelope has no limit, a quarter without a reserve has nothing in it.
public struct Envelopes: Hashable, Sendable {
  public var amounts: [EnvelopeCell: Int64]

  public init(_ amounts: [EnvelopeCell: Int64] = [:]) { self.amounts = amounts }

  public subscript(quarter: Period, purse: Purse) -> Int64? {
    get { amounts[EnvelopeCell(quarter, purse)] }
    set { amounts[EnvelopeCell(quarter, purse)] = newValue }
  }

  /// The quarters for which something was granted, in order.
  public var quarters: [Period] { Set(amounts.keys.map(\.quarter)).sorted() }

  /// All that was granted for a quarter, the reserve included; nil if nothing was.
  public func total(_ quarter: Period) -> Int64? {
    let granted = amounts.filter { $0.key.quarter == quarter }.values
    guard !granted.isEmpty else { return nil }
    return granted.reduce(Int64(0)) { sum, amount in
      let (result, over) = sum.addingReportingOverflow(amount)
      return over ? (amount < 0 ? .min : .max) : result
    }
  }

  /// What a department may still plan; negative is over. Nil without an envelope.
  public func left(_ quarter: Period, _ department: Department, plan: Int64) -> Int64? {
    self[quarter, .department(department)].map { Int64(clamping: Int128($0) - Int128(plan)) }
  }

  /// With these changes made.
  public func applying(_ changes: [SpreadChange<EnvelopeCell>]) -> Envelopes {
    var result = self
    for change in changes { result.amounts[change.id] = change.now }
    return result
  }
}
