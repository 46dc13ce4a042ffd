extension Acts {
  /// A spread, a fill or a paste as one step. What was read beside the changed cells is compared
  /// too: a change from a value to the same value writes nothing, and meets another person's.
  /// - Parameters:
  ///   - changes: as a preview showed them.
  ///   - read: cells whose amounts the changes were computed from, with these amounts.
  public static func spread(
    _ changes: [SpreadChange<ChangeTarget>], read: [SpreadCell<ChangeTarget>] = [],
    act: Act = .spread, reason: String = ""
  ) -> Edit {
    guard !changes.isEmpty else { return Edit(act, [], reason: reason) }
    let changed = Set(changes.map(\.id))
    let compared = read.filter { !changed.contains($0.id) }.map {
      Change($0.id, was: Value($0.amount), now: Value($0.amount))
    }
    return Edit(
      act, changes.map { Change($0.id, was: Value($0.was), now: Value($0.now)) } + compared,
      reason: reason)
  }

  /// A cut as one step.
  public static func cut(_ plan: CutPlan, reason: String = "") -> Edit {
    spread(plan.changes, act: .cut, reason: reason)
  }
}
