/// How much is to be cut.
public enum CutSize: Hashable, Sendable {
  case amount(Int64)
  /// Of what the cut is measured by.
  case percent(Fraction)

  /// Reads `10%` or an amount.
  public init(_ text: String, unit: AmountUnit) throws(AmountFault) {
    if Folding.trimmed(Folding.fold(text)).hasSuffix("%") {
      guard let percent = AmountText.percentage(text) else { throw .notANumber }
      self = .percent(percent)
    } else {
      guard let amount = try AmountText.parse(text, unit: unit) else { throw .notANumber }
      self = .amount(amount)
    }
  }
}

/// What a percentage is taken of, and what the money left is shown against.
public enum CutBasis: String, Coded {
  case plan, outlook, envelope

  public var code: String { rawValue }
  public var words: Words {
    switch self {
    case .plan: Words("预算", "plan")
    case .outlook: Words("预计支出", "outlook")
    case .envelope: Words("额度", "envelope")
    }
  }
}

/// A month of an expense line that a cut may touch.
public struct CutCell: Hashable, Sendable {
  public var figure: Figure
  /// In a closed month there is nothing to find.
  public var isClosed: Bool
  public var isHeld: Bool

  public init(_ figure: Figure, isClosed: Bool, isHeld: Bool = false) {
    self.figure = figure
    self.isClosed = isClosed
    self.isHeld = isHeld
  }

  public var money: Money { Money(figure) }
  /// What can still be cut: plan − committed − actual of an open, unheld month, never below 0.
  public var free: Int64 { isClosed || isHeld ? 0 : max(0, money.left) }
}

/// An activity with its months of the period that is cut.
public struct CutActivity: Hashable, Sendable {
  public var id: ItemID
  public var code: ItemCode
  /// Nobody said: counts as B.
  public var priority: Priority?
  public var status: Status?
  public var cells: [CutCell]

  public init(
    id: ItemID, code: ItemCode, priority: Priority?, status: Status?, cells: [CutCell]
  ) {
    self.id = id
    self.code = code
    self.priority = priority
    self.status = status
    self.cells = cells
  }

  public var money: Money { cells.reduce(Money()) { $0 + $1.money } }
  public var free: Int64 { cells.reduce(0) { $0 + $1.free } }

  /// The order in which money is looked for: what was dropped, then C, B and last A.
  var turn: Int {
    guard status != .dropped else { return 0 }
    switch priority {
    case .wait: return 1
    case .ought, nil: return 2
    case .keep: return 3
    }
  }
}

/// What a cut finds, to be looked at before it is made.
public struct CutPlan: Hashable, Sendable {
  /// One activity in the order in which its money is looked for.
  public struct Row: Hashable, Sendable {
    public var activity: CutActivity
    public var free: Int64
    /// What it loses.
    public var cut: Int64
    /// Found with this row and those before it.
    public var foundSoFar: Int64
    /// Kept out because it has priority A and nobody asked for that.
    public var isKept: Bool
  }

  public var basis: CutBasis
  /// The whole amount of the basis.
  public var shown: Int64
  public var wanted: Int64
  public var found: Int64
  public var rows: [Row]
  /// Plans, and the forecasts that must go down with them.
  public var changes: [SpreadChange<ChangeTarget>]

  public var missing: Int64 { wanted - found }
  /// What activities of priority A could give, where they were kept out.
  public var keptFree: Int64 { rows.filter(\.isKept).reduce(0) { $0 + $1.free } }
}
