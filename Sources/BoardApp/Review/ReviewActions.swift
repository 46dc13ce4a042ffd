import PlanModel
import TextCanvas

/// What keys do in a review.
enum ReviewActions {
  static let all: [ActionID] =
    [
      .nextItem, .previousItem, .open, .acceptNext, .acceptFine, .reviewOptions, .decideGoOn,
      .decideChange, .decideMove, .decideStop, .status, .comment, .setForecast, .entrust, .carryOut,
      .mark, .clear, .findItem, .beginAnew, .edit, .toMarketing, .toSales, .budget, .up, .down,
      .first, .last,
      .pageUp, .pageDown,
    ]

  /// What is done to the item one stands on.
  private static let ofItem: Set<ActionID> = [
    .open, .acceptNext, .decideGoOn, .decideChange, .decideMove, .decideStop, .status, .comment,
    .setForecast, .entrust, .carryOut, .mark, .edit, .toMarketing, .toSales, .budget,
  ]

  static func unavailable(_ state: AppState, _ id: ActionID) -> Words? {
    let review = state.review
    if ofItem.contains(id), review.current == nil {
      if review.page == .items { return Words("正在读取清单", "The list is being read") }
      return Words("先用 → 到一项", "→ goes to an item first")
    }
    switch id {
    case .acceptFine where !review.list.isWhole:
      return Words("正在读取清单", "The list is being read")
    case .acceptFine where review.fine.isEmpty:
      return Words("没有未决而正常的项", "Nothing is fine and undecided")
    case .beginAnew where review.place?.begun == state.today:
      return Words("这次评审就是今天开始的", "This review began today")
    case .carryOut where openDecision(review) == nil:
      return Words("这一项没有待办的决议", "No decision about this item is open")
    case .nextItem where review.page == .summary:
      return Words("已到小结；q 离开", "This is the summary; q leaves")
    case .nextItem where review.page == .opening && review.list.isWhole && review.path.isEmpty:
      return Words("没有要评审的项；v 换范围", "Nothing to review; v for another choice")
    case .previousItem where review.page == .opening:
      return Words("这里是开头", "This is the beginning")
    default: return nil
    }
  }

  /// The newest decision about the item that isn't carried out.
  static func openDecision(_ review: ReviewState) -> Item? {
    review.content.rows?.decisions.first { $0.done == nil }
  }

  static func reduce(
    _ state: inout AppState, _ id: ActionID, _ environment: Environment
  ) -> [Effect] {
    if state.review.page == .summary, ReviewMotion.scroll(&state, id) { return [] }
    if ReviewMotion.move(&state, id, environment) { return [] }
    switch id {
    case .open:
      guard let item = state.review.current else { return [] }
      state.page.show(item.id)
      state.go(to: .page)
    case .acceptNext:
      // What this review has decided already stays so.
      let isDecided = state.review.current.map { state.review.decision(about: $0.id) != nil }
      let isOne = state.review.marked.isEmpty
      let effects = isOne && isDecided == true ? [] : ReviewDeciding.accept(&state)
      _ = ReviewMotion.move(&state, .nextItem, environment)
      return effects
    case .acceptFine: ReviewDeciding.askFine(&state)
    case .decideGoOn: return ReviewDeciding.accept(&state)
    case .decideChange: ReviewDeciding.begin(&state, .change)
    case .decideMove: ReviewDeciding.begin(&state, .move)
    case .decideStop: ReviewDeciding.begin(&state, .stop)
    case .setForecast: ReviewForecast.begin(&state)
    case .entrust: ReviewEntrusting.begin(&state)
    case .carryOut:
      guard let decision = openDecision(state.review) else { return [] }
      let code = decision.code
      return [
        .save(
          Acts.carryOut(decision, on: state.today),
          Purpose(notice: Words("\(code) 已办   u 撤销", "\(code) done   u undo")))
      ]
    case .status:
      guard let item = state.review.current else { return [] }
      state.overlays.append(StatusLine(items: [item]))
    case .mark: mark(&state, environment)
    case .clear: state.review.marked = []
    case .reviewOptions: state.overlays.append(ReviewOptions.make(state))
    case .beginAnew: ReviewMotion.beginAnew(&state, environment)
    case .findItem: state.overlays.append(ReviewMotion.finder())
    default: return ItemActions.reduce(&state, id) ?? []
    }
    return []
  }

  private static func mark(_ state: inout AppState, _ environment: Environment) {
    guard let item = state.review.current else { return }
    if state.review.marked.remove(item.id) == nil { state.review.marked.insert(item.id) }
    let count = state.review.marked.count
    _ = ReviewMotion.move(&state, .nextItem, environment)
    state.say(
      .note,
      Words("标记了 \(count) 项；1 全部继续，Esc 取消", "\(count) marked; 1 lets all go on, Esc clears"))
  }
}
