import PlanModel
import TextCanvas

/// Esc and a key that follows it at once look like Alt and that key. Where nothing has that Alt, the
/// two were meant.
private enum EscapeFirst {
  static func key(_ event: InputEvent, _ state: AppState) -> Key? {
    guard case .key(var key) = event, key.modifiers.contains(.alt) else { return nil }
    key.modifiers.remove(.alt)
    let editing: Set<Key.Code> = [
      .character("b"), .character("f"), .character("d"), .backspace, .left, .right,
    ]
    let isTyping = !state.overlays.isEmpty || state.sheet.grid.editor != nil
    return isTyping && editing.contains(key.code) ? nil : key
  }
}

/// The program: input and state in, state and effects out.
public enum App {
  /// Takes one input. Call ``refresh(_:reader:)`` before the next one.
  public static func reduce(
    _ state: inout AppState, _ input: Input, _ environment: Environment
  ) -> [Effect] {
    state.today = state.board.fixedToday ?? environment.today
    state.clock = environment.clock
    state.now = environment.now
    switch input {
    case .event(let event):
      let effects = reduce(&state, event, environment)
      Boxes.after(&state)
      return effects + Typing.after(event, &state, environment) + state.keepReviewPlace()
    case .resized(let columns, let rows):
      (state.columns, state.rows) = (max(1, columns), max(1, rows))
      return []
    case .saving:
      state.saveStatus = .saving
      return []
    case .saved(let outcome, let edit, let purpose):
      return Saving.reduce(&state, outcome, edit, purpose)
    case .file(let answer): return ImportScreen.take(answer, &state)
    case .changed(let changes):
      state.revision += 1
      state.show(changes, now: environment.now)
      ReviewArrivals.note(changes, &state)
      return []
    case .tick(let now):
      state.flashes.goOut(now: now)
      state.boxes.appear(now: now)
      if let rests = state.home.restsAt, rests <= now { state.home.restsAt = nil }
      let isPlaceDue = state.review.keepsAt.map { $0 <= now } ?? false
      return Typing.keep(&state, ifDue: now) + (isPlaceDue ? state.takeReviewPlace() : [])
    }
  }

  /// Reads what is shown and isn't there yet.
  public static func refresh(_ state: inout AppState, reader: any BoardReading) throws {
    try state.screen.refresh(&state, reader)
    if state.wantsForm {
      state.wantsForm = false
      _ = ItemActions.reduce(&state, .edit)
    }
    guard var top = state.overlays.last else { return }
    try top.refresh(state, reader)
    state.overlays[state.overlays.count - 1] = top
  }

  private static func reduce(
    _ state: inout AppState, _ event: InputEvent, _ environment: Environment
  ) -> [Effect] {
    if event == .key(Key(.character("l"), .control)) { return [.redraw] }
    if event == .key(Key(.enter, .control)), state.overlays.last?.takesLineEnds != true {
      return reduce(&state, .key(Key(.enter)), environment)
    }
    if let key = EscapeFirst.key(event, state) {
      return reduce(&state, .key(Key(.escape)), environment)
        + reduce(&state, .key(key), environment)
    }
    if var overlay = state.overlays.popLast() {
      let step = overlay.handle(event, &state, environment)
      if step.stays { state.overlays.append(overlay) }
      if let pushed = step.pushes { state.overlays.append(pushed) }
      return step.effects
    }
    if state.pendingKeys.isEmpty, let effects = state.screen.typed(&state, event, environment) {
      return effects
    }
    guard case .key(let key) = event else { return [] }
    return reduce(&state, key.normalised, environment)
  }

  private static func reduce(
    _ state: inout AppState, _ key: Key, _ environment: Environment
  ) -> [Effect] {
    if key == Key(.escape), !state.pendingKeys.isEmpty {
      state.pendingKeys = []
      return []
    }
    state.pendingKeys.append(key)
    switch match(&state) {
    case .pending: return []
    case .action(let id):
      state.pendingKeys = []
      return perform(&state, id, environment)
    case .none:
      let keys = state.pendingKeys.map(\.name).joined(separator: " ")
      state.pendingKeys = []
      state.say(
        .note, Words("\(keys) 在这里没有用处；? 看按键", "\(keys) does nothing here; ? shows the keys"))
      return []
    }
  }

  /// Does an action, or says why it can't be done now.
  static func perform(
    _ state: inout AppState, _ id: ActionID, _ environment: Environment
  ) -> [Effect] {
    if let reason = state.screen.unavailable(state, id) {
      state.refuse(reason)
      return []
    }
    state.notice = nil
    state.home.restsAt = nil
    if Actions.action(id).group == .change, ![.undo, .redo, .repeatLast].contains(id) {
      state.lastAction = id
      state.again = nil
    }
    return GlobalActions.reduce(&state, id, environment)
      ?? state.screen.reduce(&state, id, environment)
  }

  private static func match(_ state: inout AppState) -> Keymap.Match {
    let id = state.screen.id
    let keymap = state.keymaps[id] ?? keymap(of: state)
    if state.keymaps[id] == nil { state.keymaps[id] = keymap }
    return keymap.match(state.pendingKeys)
  }

  static func keymap(of state: AppState) -> Keymap {
    Keymap(state.screen.actions + GlobalActions.all, overrides: state.keyOverrides)
  }
}
