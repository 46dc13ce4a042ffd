import PlanModel

/// What can be done to items wherever they are looked at: on the home screen and on their page.
enum ItemActions {
  static let all: [ActionID] = [
    .edit, .toMarketing, .toSales, .status, .budget, .toNobody, .owner, .comment, .bin, .yank,
  ]

  /// The marked items, or the one that is looked at.
  static func chosen(_ state: AppState) -> [Item] {
    if state.trail.last == .page { return state.page.loaded.rows.map { [$0.detail.item] } ?? [] }
    if state.trail.last == .review { return state.review.current.map { [$0] } ?? [] }
    if !state.home.marked.isEmpty { return state.home.markedItems }
    return state.home.selected.map { [$0] } ?? []
  }

  /// Why it can't be done now; nil when it can, or when it isn't one of these.
  static func unavailable(_ state: AppState, _ id: ActionID) -> Words? {
    guard all.contains(id) else { return nil }
    let items = chosen(state)
    guard let first = items.first else {
      return Words("这里还没有内容。n 新建", "Nothing here yet. n new")
    }
    if first.kind == .decision, [.toMarketing, .toSales, .toNobody, .status, .budget].contains(id) {
      return Words("决议没有这一项；e 改内容", "A decision has none of this; e changes it")
    }
    if id == .status, first.kind != .activity {
      return Words("只有活动有状态；3 去活动", "Only activities have a status; 3 goes to them")
    }
    return nil
  }

  /// Nil: not one of these.
  static func reduce(_ state: inout AppState, _ id: ActionID) -> [Effect]? {
    let items = chosen(state)
    switch id {
    case .toMarketing: return assign(&state, items, to: .marketing)
    case .toSales: return assign(&state, items, to: .sales)
    case .toNobody: return assign(&state, items, to: nil)
    case .owner: state.overlays.append(ItemPickers.owner(items))
    case .status: state.overlays.append(StatusChoice.make(items))
    case .comment: state.overlays.append(CommentLine.make(on: items, state))
    case .bin: return bin(&state, items)
    case .yank: return yank(&state, items)
    case .edit:
      let shown =
        switch state.trail.last {
        case .page: state.page.loaded.rows?.detail
        case .review: state.review.content.rows?.detail
        default: state.home.detail.rows
        }
      if let shown, shown.item.id == items.first?.id || !state.home.marked.isEmpty {
        state.openForm(ItemForm(editing: shown, state))
      } else {
        state.wantsForm = true
      }
    case .budget:
      guard let item = items.first else { return [] }
      showFigures(of: item, &state)
    default: return nil
    }
    return []
  }

  /// `b`: an item's row in the budget; a trend, which costs nothing, in the figures of trends.
  private static func showFigures(of item: Item, _ state: inout AppState) {
    guard item.kind != .trend else {
      state.trends.show(item)
      return state.go(to: .trends)
    }
    let quarter = item.kind == .activity ? item.period ?? state.period : state.period
    let standing = state.board.state(of: quarter)
    state.budget.show(item, isLocked: standing == .approved || standing == .closed)
    state.period = quarter
    state.go(to: .budget)
  }

  private static func assign(
    _ state: inout AppState, _ items: [Item], to lead: Department?
  ) -> [Effect] {
    let edit = Acts.assign(items, to: lead)
    let zh = lead?.words.zh ?? "未定"
    let en = lead?.words.en.lowercased() ?? "nobody"
    guard !edit.changes.isEmpty else {
      state.say(.note, Words("已经是\(zh)主导", "Already led by \(en)"))
      return []
    }
    let changed = items.filter { $0.lead != lead }
    let codes = codes(changed)
    let others = items.filter { $0.lead == lead }
    let already =
      others.isEmpty
      ? Words("", "") : Words("（\(Self.codes(others)) 原来就是）", " (\(Self.codes(others)) already)")
    let becomes = lead == nil ? "改为未定" : "交\(zh)"
    let notice =
      changed.count == 1
      ? Words(
        "\(codes) \(becomes)\(already.zh)   u 撤销", "\(codes) to \(en)\(already.en)   u undo")
      : Words(
        "\(changed.count) 项\(becomes)：\(codes)\(already.zh)   u 撤销",
        "\(changed.count) items to \(en): \(codes)\(already.en)   u undo")
    state.home.clearMarks()
    return [.save(edit, Purpose(notice: notice))]
  }

  private static func bin(_ state: inout AppState, _ items: [Item]) -> [Effect] {
    let codes = codes(items)
    state.home.clearMarks()
    if state.trail.last == .page { state.trail.removeLast() }
    let notice = Words("\(codes) 放入回收站   u 撤销  g d 回收站", "\(codes) to the bin   u undo  g d bin")
    return [.save(Acts.bin(items), Purpose(notice: notice))]
  }

  private static func yank(_ state: inout AppState, _ items: [Item]) -> [Effect] {
    let text = items.map { "\($0.code)\t\($0.title(state.language))" }.joined(separator: "\n")
    state.copied = items.map(\.id)
    state.say(.good, Words("已复制 \(items.count) 项", "\(items.count) copied"))
    return [.copy(text)]
  }

  /// Their codes in a notice.
  static func codes(_ items: [Item]) -> String {
    items.prefix(6).map(\.code.description).joined(separator: " ") + (items.count > 6 ? " …" : "")
  }
}

extension AppState {
  /// Opens a form, or the draft that was put aside of the same thing.
  mutating func openForm(_ form: ItemForm) {
    var form = form
    if let draft = drafts[form.draftKey] {
      overlays.append(draft)
    } else {
      let restored = form.restore(self)
      overlays.append(form)
      guard restored else { return }
    }
    say(.note, Words("接着写没写完的草稿", "Going on with the draft you put aside"))
  }
}
