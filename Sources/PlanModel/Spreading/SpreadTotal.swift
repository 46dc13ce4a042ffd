/// A spread that keeps a total: `P`, `S`, `RP`.
struct SpreadTotal<ID: Hashable & Sendable> {
  private let code: SpreadCode
  private let cells: [SpreadCell<ID>]
  private let unit: AmountUnit
  private let free: [Int]

  init(_ code: SpreadCode, _ cells: [SpreadCell<ID>], _ unit: AmountUnit) {
    self.code = code
    self.cells = cells
    self.unit = unit
    free = cells.indices.filter { cells[$0].isFree }
  }

  func amounts() throws(Refusal) -> [Int64?] {
    let present = cells.reduce(Int128(0)) { $0 + Int128($1.amount ?? 0) }
    let value = try value(present)
    // Adding nothing says nothing where nobody said an amount.
    if code.action != .replace, value == 0 { return cells.map(\.amount) }
    let total: Int128 =
      switch code.action {
      case .replace: value
      case .add: present + value
      case .subtract: present - value
      }
    guard !free.isEmpty else {
      guard total == present else { throw unabsorbed(total - present) }
      return cells.map(\.amount)
    }
    let weights = try weights()
    let there = free.map { Int128(cells[$0].amount ?? 0) }
    // A proportional spread moves amounts; so does one that adds. The others write them anew.
    let isShift = code.action != .replace || isProportional
    let bases = isShift ? there : there.map { _ in 0 }
    let kept = present - there.reduce(0, +)
    let wanted = total - kept
    let results = Apportionment.distribute(
      wanted - bases.reduce(0, +), weights: weights, bases: bases,
      lowest: lowest(total: total, isReplaced: code.action == .replace),
      mirrored: code.action == .replace ? wanted < 0 : total < present)
    guard let results else { throw unabsorbed(wanted, present: there) }
    var amounts = cells.map(\.amount)
    for (part, index) in free.enumerated() {
      guard let amount = Int64(exactly: results[part]) else { throw SpreadRefusals.tooLarge }
      // What nobody said stays unsaid where nothing can come.
      let staysUnsaid = amount == 0 && amounts[index] == nil && weights[part] == 0
      if !staysUnsaid { amounts[index] = amount }
    }
    return amounts
  }

  private func value(_ present: Int128) throws(Refusal) -> Int128 {
    let value: Int64? =
      switch code.method {
      case .proportional(let value), .equal(let value): value
      case .relative(let value, _): value
      default: 0
      }
    guard let value else {
      guard code.action == .replace else {
        throw Refusal(.input, SpreadFault.missingValue("RP").words)
      }
      return present
    }
    guard value.magnitude <= UInt64(DecimalText.limit) * 1000 else { throw SpreadRefusals.tooLarge }
    return Int128(value)
  }

  private func weights() throws(Refusal) -> [Int128] {
    let sizes: [Int128]
    switch code.method {
    case .proportional: sizes = free.map { Int128((cells[$0].amount ?? 0).magnitude) }
    case .relative: sizes = free.map { Int128((cells[$0].reference ?? 0).magnitude) }
    default: return free.map { _ in 1 }
    }
    if sizes.contains(where: { $0 > 0 }) { return sizes }
    if case .relative = code.method { throw SpreadRefusals.emptyReference }
    return free.map { _ in 1 }
  }

  /// Whether the shares are those of what is there (and something is).
  private var isProportional: Bool {
    guard case .proportional = code.method else { return false }
    return free.contains { (cells[$0].amount ?? 0) != 0 }
  }

  private func lowest(total: Int128, isReplaced: Bool) -> [Int128?] {
    free.map { index in
      let floor = cells[index].lowest.map { Int128($0) }
      guard isReplaced, total >= 0, (cells[index].amount ?? 0) >= 0 else { return floor }
      return max(floor ?? 0, 0)
    }
  }

  // MARK: Refusals

  private func unabsorbed(_ amount: Int128) -> Refusal {
    if cells.contains(where: \.isHeld) { return SpreadRefusals.unabsorbed(amount, unit) }
    return cells.lazy.compactMap(\.lock).first.map { Refusal(.rule, $0) }
      ?? SpreadRefusals.unabsorbed(amount, unit)
  }

  /// Held cells take too much of the total, or the floors together do.
  private func unabsorbed(_ wanted: Int128, present: [Int128]) -> Refusal {
    let floors = free.compactMap { cells[$0].lowest }
    guard floors.contains(where: { $0 > 0 }) else {
      return SpreadRefusals.unabsorbed(wanted, unit)
    }
    let sum = floors.reduce(Int128(0)) { $0 + Int128($1) }
    return SpreadRefusals.belowFloor(sum, unit, cells: floors.count)
  }
}
