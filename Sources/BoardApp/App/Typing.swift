import PlanModel
import TextCanvas

/// Half-typed text: kept after two seconds of rest or forty characters, and when the line is lost.
struct Typing: Sendable {
  static let rest: Int64 = 2_000
  static let most = 40

  /// When what is typed is to be kept; nil: nothing new.
  private(set) var due: Int64?
  private var count = 0

  /// Called after every key.
  static func after(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> [Effect] {
    guard !drafts(state).isEmpty else {
      state.typing = Typing()
      return []
    }
    state.typing.count += 1
    if case .paste = event { state.typing.count = most }
    if state.typing.count >= most { return keep(&state) }
    state.typing.due = environment.now + rest
    return []
  }

  static func keep(_ state: inout AppState, ifDue now: Int64) -> [Effect] {
    guard let due = state.typing.due, due <= now else { return [] }
    return keep(&state)
  }

  private static func keep(_ state: inout AppState) -> [Effect] {
    state.typing = Typing()
    let drafts = drafts(state)
    for draft in drafts { state.keptDrafts[draft.target] = draft }
    return drafts.isEmpty ? [] : [.keep(drafts)]
  }

  /// Everything that is half typed now.
  static func drafts(_ state: AppState) -> [Draft] {
    state.overlays.flatMap { $0.drafts(state) } + GridEditing.drafts(state)
  }
}

extension App {
  /// What would be lost if the program ended now.
  public static func drafts(_ state: AppState) -> [Draft] { Typing.drafts(state) }
}
