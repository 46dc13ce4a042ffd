import PlanModel

/// What an edit's outcome means on the screen.
enum Saving {
  /// A saved cell needs its draft no more.
  private static func dropCells(of edit: Edit, _ state: inout AppState) -> [Effect] {
    let targets = edit.changes.map(\.target).filter {
      if case .figure = $0 { state.keptDrafts[$0] != nil } else { false }
    }
    for target in targets { state.keptDrafts[target] = nil }
    return targets.isEmpty ? [] : [.dropDrafts(targets)]
  }

  static func reduce(
    _ state: inout AppState, _ outcome: SaveOutcome, _ edit: Edit, _ purpose: Purpose
  ) -> [Effect] {
    state.revision += 1
    var effects: [Effect] = []
    if var top = state.overlays.last {
      let step = top.saved(outcome, &state)
      state.overlays.removeLast()
      if step.stays { state.overlays.append(top) }
      effects += step.effects
    }
    switch outcome {
    case .saved(let saved):
      ReviewArrivals.note(saved, of: edit, &state)
      effects += dropCells(of: edit, &state)
      state.saveStatus = .saved
      if let words = purpose.notice { state.say(.good, words) }
      if purpose.selectsCreated, let id = saved.ids.values.min(), let code = saved.codes.first {
        state.home.select(id, kind: code.kind)
        state.say(.good, Words("已新建 \(code)   u 撤销", "\(code) created   u undo"))
      }
    case .conflict where edit.undoes != nil:
      state.saveStatus = .saved
      state.refuse(Words("之后有人改过，不能撤销", "changed since; can't be undone"))
    case .conflict(let conflicts):
      state.saveStatus = .failed
      if case .figure(let line, let column, let period) = conflicts.first?.change.target {
        state.sheet.stand(on: CellAddress(line: line, column: column, period: period))
      }
      state.overlays.append(ConflictChoice(conflicts, edit: edit, purpose: purpose))
    case .refused(let refusal):
      state.saveStatus = .saved
      let way = purpose.way ?? Words("", "")
      state.refuse(Words(refusal.words.zh + way.zh, refusal.words.en + way.en))
    case .failed(let refusal):
      state.saveStatus = .failed
      state.refuse(refusal.words)
    }
    return effects
  }
}
