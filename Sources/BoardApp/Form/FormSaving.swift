import PlanModel

/// From what was typed to an edit.
extension ItemForm {
  func isChanged(_ state: AppState) -> Bool {
    serves != servesAtFirst
      || fields.contains { $0.isChanged }
  }

  mutating func save(_ state: inout AppState) -> OverlayStep {
    var values: [(field: FormField, value: Value)] = []
    for index in fields.indices where !fields[index].isLinks {
      do {
        values.append((fields[index], try fields[index].value(state)))
      } catch {
        fault = Words(
          "\(fields[index].field.words.zh)：\(error.words.zh)",
          "\(fields[index].field.words.en): \(error.words.en)")
        focus = index
        return .stay
      }
    }
    let title = values.first { $0.field.field == .title }?.value
    guard title?.isNone == false else {
      fault = Words("先写名称", "Type a title first")
      focus = 0
      return .stay
    }
    if let start = day(.start, in: values), let end = day(.end, in: values), end < start {
      fault = Words(
        "结束日期早于开始日期；改到 \(start.short) 或之后",
        "The end is before the start; make it \(start.short) or later")
      focus = fields.firstIndex { $0.field == .end } ?? focus
      return .stay
    }
    let edit = detail.map { changes(of: $0, values) } ?? creation(values, state)
    guard !edit.changes.isEmpty else {
      state.say(.note, Words("没有改动", "Nothing was changed"))
      return .close
    }
    isSaving = true
    let notice = detail.map { detail in
      Words("\(detail.item.code) 已保存   u 撤销", "\(detail.item.code) saved   u undo")
    }
    return OverlayStep(
      stays: true, effects: [.save(edit, Purpose(notice: notice, selectsCreated: detail == nil))])
  }

  private func day(_ field: Field, in values: [(field: FormField, value: Value)]) -> Day? {
    values.first { $0.field.field == field }?.value.integer.flatMap { Day(rawValue: $0) }
  }

  private func changes(
    of detail: ItemDetail, _ values: [(field: FormField, value: Value)]
  ) -> Edit {
    let edits =
      values.map {
        Acts.setText($0.field.field, was: $0.field.was, to: $0.value, of: detail.item.id)
      }
      + [
        Acts.link(
          child: detail.item.id, was: servesBefore.map { ($0.id, $0.isMain) },
          now: serves.map { ($0.id, $0.isMain) })
      ]
    return Acts.together(.edit, edits)
  }

  private func creation(
    _ values: [(field: FormField, value: Value)], _ state: AppState
  ) -> Edit {
    let filled = Dictionary(uniqueKeysWithValues: values.map { ($0.field.field, $0.value) })
    let unit = filled[.unit]?.integer.flatMap { state.board.entries[$0] }?.code
    return Acts.create(
      kind, fields: filled, serves: serves.map { ($0.id, $0.isMain) }, unit: unit,
      scale: state.board.scale(ofUnit: unit))
  }
}
