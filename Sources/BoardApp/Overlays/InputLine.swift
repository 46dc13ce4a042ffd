import PlanModel
import TextCanvas

/// One line of typing in the notice row: a filter, a comment, a reason.
struct InputLine: Overlay {
  var prompt: Words
  var editor: LineEditor
  /// Why what was typed can't be taken; the line stays and keeps it.
  private var fault: Words?
  /// What stands behind the typed text: what it means, what Enter does.
  var hint: @Sendable (String, AppState) -> Words
  /// Called after each key, for what follows while one types.
  var changed: @Sendable (String, inout AppState) -> Void
  var accept: @Sendable (String, inout AppState, Environment) -> [Effect]
  var cancel: @Sendable (inout AppState) -> Void
  /// What the text is meant for; with it half-typed text is kept as a draft.
  var draft: ChangeTarget?
  var draftBase = Value.none

  /// - Parameter selected: the first character typed takes the place of `text`.
  init(
    prompt: Words, text: String = "", selected: Bool = false,
    hint: @escaping @Sendable (String, AppState) -> Words = { _, _ in
      Words("Enter 保存  Esc 放弃", "Enter save  Esc give up")
    },
    changed: @escaping @Sendable (String, inout AppState) -> Void = { _, _ in },
    cancel: @escaping @Sendable (inout AppState) -> Void = { _ in },
    accept: @escaping @Sendable (String, inout AppState, Environment) -> [Effect]
  ) {
    self.prompt = prompt
    editor = LineEditor(text, selected: selected)
    self.hint = hint
    self.changed = changed
    self.cancel = cancel
    self.accept = accept
  }

  mutating func handle(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> OverlayStep {
    switch event {
    case .key(Key(.escape)):
      cancel(&state)
      return .close(dropDraft(&state))
    case .key(Key(.enter)):
      let before = state.notice
      state.notice = nil
      let effects = accept(editor.text, &state, environment)
      if effects.isEmpty, let notice = state.notice, notice.kind == .bad {
        (fault, state.notice) = (notice.words, before)
        return .stay
      }
      return .close(effects + dropDraft(&state))
    case .key(let key): _ = editor.handle(key)
    case .paste(let text): editor.insert(text)
    default: return .stay
    }
    fault = nil
    changed(editor.text, &state)
    return .stay
  }

  func drafts(_ state: AppState) -> [Draft] {
    guard let draft, !editor.text.isEmpty else { return [] }
    return [Draft(draft, base: draftBase, text: editor.text, at: state.clock)]
  }

  private func dropDraft(_ state: inout AppState) -> [Effect] {
    guard let draft, state.keptDrafts.removeValue(forKey: draft) != nil else { return [] }
    return [.dropDrafts([draft])]
  }

  func draw(_ state: AppState, _ canvas: inout Canvas) {
    let row = Layout(state).notice
    canvas.fill(row: row, column: 0, rows: 1, columns: canvas.columns, role: .text)
    let start = canvas.put(" \(prompt(state.language)) ", row: row, column: 0, role: .key)
    let said = KeyLine.split(hint(editor.text, state)(state.language))
    let usual = Words("Enter 保存  Esc 放弃", "Enter save  Esc give up")(state.language)
    KeyLine.draw(said.keys.isEmpty ? usual : said.keys, into: &canvas)
    var hint = said.rest
    if let fault { hint = "✗ \(fault(state.language))" }
    let wanted = TextFit.width(hint) + 3
    let room = max(8, canvas.columns - start - 1)
    let fits = room - wanted >= 12
    let width = fits ? room - wanted : fault == nil ? room : min(room, 12)
    editor.draw(
      into: &canvas, row: row, column: start, width: width, role: .text, focused: true)
    if width < room, !hint.isEmpty {
      canvas.put(
        TextFit.cut(hint, columns: room - width - 2), row: row, column: start + width + 2,
        role: fault == nil ? .hint : .bad)
    }
  }
}
