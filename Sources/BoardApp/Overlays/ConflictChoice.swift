import PlanModel
import TextCanvas

/// Somebody was faster: base, theirs and mine, and what to do about it. Nothing is written before.
struct ConflictChoice: Overlay {
  var conflicts: [Conflict]
  var edit: Edit
  var purpose: Purpose

  init(_ conflicts: [Conflict], edit: Edit, purpose: Purpose) {
    self.conflicts = conflicts
    self.edit = edit
    self.purpose = purpose
  }

  mutating func handle(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> OverlayStep {
    guard case .key(let key) = event else { return .stay }
    switch key.normalised.code {
    case .character("m"):
      // An own decision that was to be changed has theirs behind it: it is made anew.
      var mine = conflicts.contains(where: \.isDecision) ? purpose.anew ?? edit : edit
      mine.uid = Edit.newUID()
      for conflict in conflicts {
        // What was only read is theirs.
        mine.changes.removeAll { $0.target == conflict.change.target && $0.was == $0.now }
        for index in mine.changes.indices where mine.changes[index].target == conflict.change.target
        {
          mine.changes[index].was = conflict.theirs
        }
      }
      return .close([.save(mine, purpose)])
    case .character("t"):
      state.saveStatus = .saved
      state.say(.note, Words("保留了对方的值", "Theirs stays"))
      // Of several decisions only those are given up that others have made.
      let rest = edit.withoutDecisions(about: conflicts)
      return rest.changes.isEmpty ? .close : .close([.save(rest, purpose)])
    case .character("e"):
      state.saveStatus = .saved
      editAgain(&state)
      return .close
    case .escape:
      state.saveStatus = .saved
      let drafts = self.drafts(state)
      for draft in drafts { state.keptDrafts[draft.target] = draft }
      state.say(
        .note, Words("没有写入；草稿已留：\(typed)", "Not written; kept as a draft: \(typed)"))
      return .close(drafts.isEmpty ? [] : [.keep(drafts)])
    default: return .stay
    }
  }

  private var typed: String { purpose.typed ?? "" }

  /// What was typed, kept as it is whatever is chosen later.
  func drafts(_ state: AppState) -> [Draft] {
    conflicts.compactMap { conflict in
      switch conflict.change.target {
      case .item(let id, .decided):
        Draft(
          DecisionLine.draftTarget(id), base: conflict.theirs, text: typed, at: state.clock)
      case .item(_, let field):
        Draft(
          conflict.change.target, base: conflict.theirs,
          text: state.fieldText.file(field, conflict.change.now), at: state.clock)
      case .figure:
        Draft(conflict.change.target, base: conflict.theirs, text: typed, at: state.clock)
      default: nil
      }
    }
  }

  /// The decision that was to be saved.
  private func mine(_ language: Language) -> String {
    let verdict = edit.changes.lazy.compactMap { change -> Verdict? in
      guard case .item(_, .verdict) = change.target else { return nil }
      return change.now.integer.flatMap { Verdict(rawValue: $0) }
    }.first
    return [verdict?.words(language) ?? "", typed].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Back to where it was typed, with the typed text and what stands there now.
  private func editAgain(_ state: inout AppState) {
    for draft in drafts(state) { state.keptDrafts[draft.target] = draft }
    guard case .figure(let line, let column, let period) = conflicts.first?.change.target else {
      if case .item(_, .decided) = conflicts.first?.change.target {
        state.say(.note, Words("看过对方的再决定", "See what they decided, then decide"))
      } else {
        state.wantsForm = true
      }
      return
    }
    let address = CellAddress(line: line, column: column, period: period)
    guard state.sheet.place(of: address) != nil else { return }
    state.sheet.stand(on: address)
    state.sheet.grid.seen = conflicts.first?.theirs.integer
    state.sheet.grid.address = address
    state.sheet.grid.editor = LineEditor(typed)
  }

  func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let first = conflicts.first
    let who =
      first?.who.flatMap { state.board.people[$0] }?.display(language)
      ?? Words("别人", "Somebody")(language)
    let title = language == .chinese ? "\(who)刚改了这里" : "\(who) just changed this"
    let box = Box.centred(
      rows: 3 + conflicts.prefix(4).count * 5, columns: min(72, canvas.columns - 4), canvas)
    box.draw(
      into: &canvas, title: title,
      footer: Words(
        "m 用我的  t 用对方的  e 再改  Esc 稍后", "m mine  t theirs  e edit again  Esc later")(language))
    var row = box.row + 2
    for conflict in conflicts.prefix(4) {
      let name = ValueText.name(of: conflict.change.target, state)
      canvas.put(name, row: row, column: box.column + 3, role: .popHead, width: box.inner)
      let parts: [(Words, Value, Role)] = [
        (Words("原值", "before"), conflict.change.was, .popDim),
        (Words("对方", "theirs"), conflict.theirs, .popGood),
        (Words("我的", "yours"), conflict.change.now, .pop),
      ]
      for (offset, part) in parts.enumerated() {
        canvas.put(
          part.0(language), row: row + 1 + offset, column: box.column + 5, role: .popDim)
        canvas.put(
          part.1 == conflict.change.now && conflict.isDecision
            ? mine(language) : ValueText.show(part.1, for: conflict.change.target, state),
          row: row + 1 + offset,
          column: box.column + 15, role: part.2, width: max(0, box.inner - 12))
      }
      row += 5
    }
  }
}

extension Conflict {
  /// Two have decided about one item.
  var isDecision: Bool {
    if case .item(_, .decided) = change.target { true } else { false }
  }
}

extension Edit {
  /// The decisions of this edit that met nobody else's; empty where it isn't about several.
  fileprivate func withoutDecisions(about conflicts: [Conflict]) -> Edit {
    var rest = Edit(act, [], reason: reason)
    let met = Set(conflicts.map(\.change.target))
    let decided = changes.filter { if case .item(_, .decided) = $0.target { true } else { false } }
    guard act == .decide, decided.count > 1, conflicts.allSatisfy(\.isDecision) else { return rest }
    let dropped = Set(decided.filter { met.contains($0.target) }.compactMap(\.now.integer))
    rest.changes = changes.filter { change in
      guard case .item(let id, _) = change.target else { return true }
      return !met.contains(change.target) && !dropped.contains(id)
    }
    return rest
  }
}
