/// A cell that a spread reads and may change. `ID` says where it stands; rules look only at amounts.
public struct SpreadCell<ID: Hashable & Sendable>: Hashable, Sendable {
  public var id: ID
  /// In the smallest unit; nil: nobody said, which counts as 0.
  public var amount: Int64?
  /// Held by this person: spreads leave it alone.
  public var isHeld: Bool
  /// Why nobody may change it (a closed month, an approved plan); nil if one may.
  public var lock: Words?
  /// Committed + actual: the amount may not be lowered below it. Nil where there is no floor.
  public var floor: Int64?
  /// The other cell's amount for ``SpreadCode/Method/relative(_:_:)``.
  public var reference: Int64?
  /// Cells of one run stand next to each other in order of time; `SL` and `GR` begin anew in each.
  public var run: Int
  /// How its line's periods make their total: only sums can be shared out.
  public var addsUp = AddsUp.sum

  public init(
    _ id: ID, _ amount: Int64?, isHeld: Bool = false, lock: Words? = nil, floor: Int64? = nil,
    reference: Int64? = nil, run: Int = 0
  ) {
    self.id = id
    self.amount = amount
    self.isHeld = isHeld
    self.lock = lock
    self.floor = floor
    self.reference = reference
    self.run = run
  }

  public var isFree: Bool { !isHeld && lock == nil }

  /// The lowest amount that may be written: the floor, or what is there already if that is lower.
  var lowest: Int64? { floor.map { min($0, amount ?? 0) } }
}

/// One cell that a spread changes.
public struct SpreadChange<ID: Hashable & Sendable>: Hashable, Sendable {
  public var id: ID
  public var was: Int64?
  public var now: Int64?

  public init(_ id: ID, was: Int64?, now: Int64?) {
    self.id = id
    self.was = was
    self.now = now
  }

  public var inverse: SpreadChange { SpreadChange(id, was: now, now: was) }
}

/// What a spread would do: shown as a preview, then saved as one step.
public struct SpreadResult<ID: Hashable & Sendable>: Hashable, Sendable {
  /// Only cells that really change, in the order in which they were given.
  public var changes: [SpreadChange<ID>] = []
  /// Cells to be held or released.
  public var holds: [ID] = []
  /// The sums over all cells before and after.
  public var before: Int64 = 0
  public var after: Int64 = 0
  /// Cells that kept their amount because they are held or locked.
  public var kept = 0

  public init() {}
}
