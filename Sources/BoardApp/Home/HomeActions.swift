import PlanModel
import TextCanvas

/// What keys do on the home screen.
enum HomeActions {
  static func unavailable(_ state: AppState, _ id: ActionID) -> Words? {
    let needsItem: Set<ActionID> = [
      .open, .edit, .toMarketing, .toSales, .toNobody, .owner, .status, .comment, .bin, .budget,
      .mark, .markRange, .yank,
    ]
    if needsItem.contains(id), state.home.selected == nil, state.home.marks.isEmpty {
      return Words("这里还没有内容。n 新建", "Nothing here yet. n new")
    }
    if id == .status || id == .copyPeriod || id == .budget, state.home.focus != .activity {
      return Words("只有活动有这个;3 去活动", "Only activities have this; 3 goes to them")
    }
    return nil
  }

  static func reduce(
    _ state: inout AppState, _ id: ActionID, _ environment: Environment
  ) -> [Effect] {
    if move(&state, id) { return [] }
    switch id {
    case .narrow: state.home.isNarrow.toggle()
    case .zoom: state.home.isZoomed.toggle()
    case .filter: state.overlays.append(HomeFilter.line(state))
    case .clear: clear(&state)
    case .mark: mark(&state)
    case .markRange: markRange(&state)
    case .toMarketing: return assign(&state, to: .marketing)
    case .toSales: return assign(&state, to: .sales)
    case .toNobody: return assign(&state, to: nil)
    case .owner: state.overlays.append(ItemPickers.owner(chosen(state)))
    case .status: state.overlays.append(StatusChoice.make(chosen(state)))
    case .bin: return bin(&state)
    case .comment: state.overlays.append(CommentLine.make(on: chosen(state)))
    case .yank: return yank(&state)
    case .new: openForm(&state, ItemForm(new: state.home.focus, state))
    case .open, .edit:
      if let detail = state.home.detail.rows { openForm(&state, ItemForm(editing: detail, state)) }
    case .budget:
      if let item = state.home.selected {
        state.amounts.show(item.id)
        state.go(to: .amounts)
      }
    case .nextHit: move(&state, by: 1)
    case .previousHit: move(&state, by: -1)
    default: break
    }
    return []
  }

  /// Opens a form, or the draft that was put aside of the same thing.
  private static func openForm(_ state: inout AppState, _ form: ItemForm) {
    guard let draft = state.drafts[form.draftKey] else {
      state.overlays.append(form)
      return
    }
    state.overlays.append(draft)
    state.say(.note, Words("接着写没写完的草稿", "Going on with the draft you put aside"))
  }

  /// The marked items, or the one under the cursor.
  static func chosen(_ state: AppState) -> [Item] {
    let pane = state.home.pane(state.home.focus)
    if !state.home.marks.isEmpty {
      return state.home.markedItems
    }
    return pane.selected.map { [$0] } ?? []
  }

  private static func assign(_ state: inout AppState, to lead: Department?) -> [Effect] {
    let items = chosen(state)
    let edit = Acts.assign(items, to: lead)
    let zh = lead?.words.zh ?? "未定"
    let en = lead?.words.en.lowercased() ?? "nobody"
    guard !edit.changes.isEmpty else {
      state.say(.note, Words("已经是\(zh)主导", "Already led by \(en)"))
      return []
    }
    let codes = items.prefix(6).map(\.code.description).joined(separator: " ")
    let more = items.count > 6 ? " …" : ""
    let notice =
      items.count == 1
      ? Words("\(codes) 交\(zh)   u 撤销", "\(codes) to \(en)   u undo")
      : Words(
        "\(items.count) 项交\(zh):\(codes)\(more)   u 撤销",
        "\(items.count) items to \(en): \(codes)\(more)   u undo")
    state.home.clearMarks()
    return [.save(edit, Purpose(notice: notice))]
  }

  private static func bin(_ state: inout AppState) -> [Effect] {
    let items = chosen(state)
    let codes = items.prefix(6).map(\.code.description).joined(separator: " ")
    state.home.clearMarks()
    return [
      .save(
        Acts.bin(items),
        Purpose(
          notice: Words(
            "\(codes) 放入回收站   u 撤销  g d 回收站", "\(codes) to the bin   u undo  g d bin")))
    ]
  }

  private static func yank(_ state: inout AppState) -> [Effect] {
    let items = chosen(state)
    let text = items.map { "\($0.code)\t\($0.title(state.language))" }.joined(separator: "\n")
    state.say(.good, Words("已复制 \(items.count) 项", "\(items.count) copied"))
    return [.copy(text)]
  }

  private static func clear(_ state: inout AppState) {
    if !state.home.marks.isEmpty || state.home.rangeStart != nil {
      state.home.clearMarks()
    } else if !state.home.filter.isEmpty {
      HomeFilter.clear(&state)
    }
  }

  private static func mark(_ state: inout AppState) {
    guard let item = state.home.selected else { return }
    state.home.toggleMark(item)
    move(&state, by: 1)
    sayMarks(&state)
  }

  private static func markRange(_ state: inout AppState) {
    guard let item = state.home.selected else { return }
    guard let start = state.home.rangeStart else {
      state.home.rangeStart = item.id
      state.say(
        .note,
        Words("从 \(item.code) 起;移到末项再按 V", "From \(item.code); go to the last one and press V"))
      return
    }
    state.home.rangeStart = nil
    let items = state.home.pane(state.home.focus).rows.rows.items
    if let a = items.firstIndex(where: { $0.id == start }),
      let b = items.firstIndex(where: { $0.id == item.id })
    {
      for marked in items[min(a, b)...max(a, b)] { state.home.mark(marked) }
    }
    sayMarks(&state)
  }

  private static func sayMarks(_ state: inout AppState) {
    let count = state.home.marks.count
    guard count > 0 else { return }
    state.say(
      .note, Words("已标记 \(count) 项;Esc 清除", "\(count) marked; Esc clears"))
  }
}
