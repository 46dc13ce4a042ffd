import PlanModel
import TextCanvas

/// `:`: every action by its name; what can't act says why.
enum Palette {
  static func make(_ state: AppState) -> Picker<ActionID> {
    let ids = state.screen.actions + GlobalActions.all
    return Picker(
      title: Words("命令", "Commands"),
      search: { text, state, _ in
        let words = Folding.fold(text).split(separator: " ")
        return ids.compactMap { id in
          let action = Actions.action(id)
          let body = Folding.fold("\(action.words.zh) \(action.words.en) \(id.rawValue)")
          guard id != .palette, words.allSatisfy({ body.contains($0) }) else { return nil }
          let reason = state.screen.unavailable(state, id).map { "   \($0(state.language))" } ?? ""
          return Picker<ActionID>.Row(
            key: state.keyOverrides[id]?.first ?? action.keys.first ?? "",
            text: action.words(state.language) + reason, choice: id)
        }
      },
      pick: { id, state in
        App.perform(&state, id, Environment(now: 0, today: state.today))
      })
  }
}
