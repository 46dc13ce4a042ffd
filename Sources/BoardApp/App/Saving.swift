import PlanModel

/// What an edit's outcome means on the screen.
enum Saving {
  static func reduce(
    _ state: inout AppState, _ outcome: SaveOutcome, _ edit: Edit, _ purpose: Purpose
  ) -> [Effect] {
    state.revision += 1
    if var top = state.overlays.last {
      let step = top.saved(outcome, &state)
      state.overlays.removeLast()
      if step.stays { state.overlays.append(top) }
    }
    switch outcome {
    case .saved(let saved):
      state.saveStatus = .saved
      if let words = purpose.notice { state.say(.good, words) }
      if purpose.selectsCreated, let id = saved.ids.values.min(), let code = saved.codes.first {
        state.home.select(id, kind: code.kind)
        state.say(.good, Words("已新建 \(code)   u 撤销", "\(code) created   u undo"))
      }
    case .conflict(let conflicts):
      state.saveStatus = .failed
      state.overlays.append(ConflictChoice(conflicts, edit: edit, purpose: purpose))
    case .refused(let refusal), .failed(let refusal):
      state.saveStatus = .failed
      state.refuse(refusal.words)
    }
    return []
  }
}
