import PlanModel

/// What is half typed in a form, field by field, so that it outlives the program.
extension ItemForm {
  /// A new item has no id yet: its kind stands for it.
  private var draftItem: ItemID { detail?.item.id ?? -kind.rawValue }

  func drafts(_ state: AppState) -> [Draft] {
    fields.filter { $0.isChanged && !$0.isLinks }.map {
      Draft(
        .item(draftItem, $0.field), base: $0.was, text: $0.text(state), at: state.clock)
    }
  }

  /// Everything that may have been kept of this form.
  var draftTargets: [ChangeTarget] {
    fields.filter { !$0.isLinks }.map { .item(draftItem, $0.field) }
  }

  /// Puts kept texts back; true when there were some.
  mutating func restore(_ state: AppState) -> Bool {
    var found = false
    for index in fields.indices {
      guard let draft = state.keptDrafts[.item(draftItem, fields[index].field)] else { continue }
      fields[index].restore(draft.text, state)
      found = true
    }
    return found
  }
}
