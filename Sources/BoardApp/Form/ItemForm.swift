import PlanModel
import TextCanvas

/// An item whole: every field on its line, its reasons, saved in one step.
struct ItemForm: Overlay {
  /// Nil while the item is new.
  let detail: ItemDetail?
  let kind: ItemKind
  var fields: [FormField]
  var focus = 0
  var serves: [FormLink]
  let servesBefore: [FormLink]
  /// The reasons it opened with: those of the item, or the one a new item begins with.
  private(set) var servesAtFirst: [FormLink] = []
  var fault: Words?
  var isSaving = false

  struct FormLink: Hashable, Sendable {
    var id: ItemID
    var code: ItemCode
    var title: String
    var isMain: Bool
  }

  init(editing detail: ItemDetail, _ state: AppState) {
    self.detail = detail
    kind = detail.item.kind
    fields = Field.of(kind).map { FormField($0, detail[$0], state) }
    serves = detail.parents.map {
      FormLink(
        id: $0.id, code: $0.code, title: $0.title(state.language),
        isMain: $0.id == detail.item.main)
    }
    servesBefore = serves
    servesAtFirst = serves
    if kind.parent != nil { fields.insert(FormField(links: kind), at: min(8, fields.count)) }
  }

  init(new kind: ItemKind, _ state: AppState) {
    detail = nil
    self.kind = kind
    var values: [Field: Value] = [:]
    switch kind {
    case .trend, .decision: break
    case .target:
      values[.period] = .integer(state.year.rawValue)
    case .activity:
      let days = state.board.calendar.days(of: state.period)
      values[.period] = .integer(state.period.rawValue)
      values[.status] = .integer(Status.draft.rawValue)
      values[.start] = .integer(max(days.lowerBound, min(state.today, days.upperBound)).rawValue)
      values[.end] = .integer(days.upperBound.rawValue)
    }
    if let department = state.person?.department { values[.lead] = .integer(department.rawValue) }
    if let person = state.person { values[.owner] = .integer(person.id) }
    fields = Field.of(kind).map { FormField($0, values[$0] ?? .none, state) }
    serves = []
    if let parent = kind.parent, let item = state.home.pane(parent).selected {
      serves = [
        FormLink(
          id: item.id, code: item.code, title: item.title(state.language), isMain: true)
      ]
    }
    servesBefore = []
    servesAtFirst = serves
    if kind.parent != nil { fields.insert(FormField(links: kind), at: min(8, fields.count)) }
  }

  mutating func handle(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> OverlayStep {
    fault = nil
    switch event {
    case .key(Key(.escape)):
      if isChanged(state) {
        state.drafts[draftKey] = self
        state.say(
          .note, Words("草稿已留；再打开时接着写", "Draft kept; open it again to go on"))
        let kept = drafts(state)
        for draft in kept { state.keptDrafts[draft.target] = draft }
        return .close([.keep(kept)])
      }
      return .close
    case .key(Key(.character("s"), .control)): return save(&state)
    case .key(Key(.enter)):
      if fields[focus].opensPicker { return .push(picker(state)) }
      return save(&state)
    case .key(Key(.down)) where goesInside(1, state): break
    case .key(Key(.up)) where goesInside(-1, state): break
    case .key(Key(.tab)), .key(Key(.down)): move(1, state)
    case .key(Key(.tab, .shift)), .key(Key(.up)): move(-1, state)
    case .key(Key(.pageDown)): move(8, state)
    case .key(Key(.pageUp)): move(-8, state)
    case .key(let key):
      if fields[focus].isLinks {
        if key == Key(.backspace) || key == Key(.delete) { dropLastLink() }
        if key == Key(.character("*")) { rotateMain() }
        if case .character(let typed) = key.code, key.modifiers.isEmpty, typed != "*" {
          return .push(picker(state))
        }
      } else if fields[focus].opensPicker, case .character = key.code, key.modifiers.isEmpty {
        return .push(picker(state))
      } else {
        fields[focus].handle(key)
      }
    case .paste(let text): fields[focus].insert(text)
    default: break
    }
    return .stay
  }

  /// Up or down inside of a text of several lines; false at its end.
  private mutating func goesInside(_ step: Int, _ state: AppState) -> Bool {
    guard fields[focus].isLong else { return false }
    return fields[focus].editor.moveRow(step, columns: FormLayout(self, state).fieldWidth)
  }

  var takesLineEnds: Bool { fields[focus].isLong }

  /// To another field; what is wrong with the one that is left is said at once.
  private mutating func move(_ step: Int, _ state: AppState) {
    if fields[focus].isTyped {
      do throws(Refusal) { _ = try fields[focus].value(state) } catch {
        fault = Words(
          "\(current.words.zh)：\(error.words.zh)", "\(current.words.en): \(error.words.en)")
      }
    }
    focus = min(max(focus + step, 0), fields.count - 1)
  }

  private mutating func dropLastLink() {
    guard !serves.isEmpty else { return }
    let dropped = serves.removeLast()
    if dropped.isMain, !serves.isEmpty { serves[0].isMain = true }
  }

  private mutating func rotateMain() {
    guard serves.count > 1, let index = serves.firstIndex(where: \.isMain) else { return }
    for other in serves.indices { serves[other].isMain = other == (index + 1) % serves.count }
  }

  /// The field one is in.
  var current: Field { fields[focus].field }

  var draftKey: String { detail.map { "\($0.item.code)" } ?? "new \(kind.code)" }

  private func picker(_ state: AppState) -> any Overlay {
    let field = fields[focus]
    if field.isLinks, let parent = kind.parent {
      return ItemPickers.item(
        parent, title: Words("支撑\(parent.words.zh)", "Serves \(parent.words.en.lowercased())")
      ) {
        item, state in
        guard var form = state.overlays.last as? ItemForm else { return [] }
        form.addLink(item, state.language)
        state.overlays[state.overlays.count - 1] = form
        return []
      }
    }
    return ItemPickers.value(for: field.field, state) { value, state in
      guard var form = state.overlays.last as? ItemForm else { return [] }
      form.fields[form.focus].set(value, state)
      state.overlays[state.overlays.count - 1] = form
      return []
    }
  }

  private mutating func addLink(_ item: Item, _ language: Language) {
    guard !serves.contains(where: { $0.id == item.id }) else { return }
    serves.append(
      FormLink(
        id: item.id, code: item.code, title: item.title(language), isMain: serves.isEmpty))
  }

  mutating func saved(_ outcome: SaveOutcome, _ state: inout AppState) -> OverlayStep {
    guard isSaving else { return .stay }
    isSaving = false
    switch outcome {
    case .saved:
      state.drafts[draftKey] = nil
      let targets = draftTargets.filter { state.keptDrafts[$0] != nil }
      for target in targets { state.keptDrafts[target] = nil }
      return .close(targets.isEmpty ? [] : [.dropDrafts(targets)])
    case .refused(let refusal), .failed(let refusal):
      fault = refusal.words
      return .stay
    case .conflict: return .close
    }
  }
}
