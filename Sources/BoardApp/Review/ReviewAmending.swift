import PlanModel

/// Whoever decides twice about an item in one review means the second: his own decision is changed
/// as long as it is only words. What moved or stopped an item, what was carried out and what somebody
/// else has decided stays, and the new decision stands beside it.
enum ReviewAmending {
  /// One's own decision of this review that a second one changes.
  static func own(_ item: Item, _ state: AppState) -> Item? {
    guard let decision = state.review.decision(about: item.id), let me = state.person?.id,
      decision.decidedBy == me, item[.decided] == .integer(decision.id)
    else { return nil }
    switch decision.verdict {
    case .goOn: return decision
    case .change: return decision.done == nil ? decision : nil
    default: return nil
    }
  }

  /// What somebody else has decided last about an item in this review.
  static func decidedByOthers(_ item: Item, _ state: AppState) -> Item? {
    guard let decision = state.review.decision(about: item.id), let who = decision.decidedBy,
      who != state.person?.id
    else { return nil }
    return decision
  }

  /// - Returns: the edit, and the one that decides anew, for when somebody else was faster.
  static func edit(
    _ resolution: Resolution, about items: [Item], _ consequences: [Change], _ state: AppState
  ) -> (edit: Edit, anew: Edit?) {
    let anew = Acts.decide(resolution, about: items, consequences: consequences)
    let amended = items.compactMap { item in own(item, state).map { (item: item, own: $0) } }
    guard !amended.isEmpty else { return (anew, nil) }
    let others = items.filter { item in !amended.contains { $0.item.id == item.id } }
    var edits = amended.map { Acts.amend($0.own, about: $0.item, resolution) }
    if !others.isEmpty { edits.append(Acts.decide(resolution, about: others)) }
    var edit = Acts.together(.decide, edits, reason: resolution.text)
    edit.changes += consequences
    return (edit, anew)
  }
}

extension Item {
  /// A decision of which nothing is said but its verdict.
  var isPlain: Bool { verdict.map { self[.title] == .text($0.words.zh) } ?? false }
}
