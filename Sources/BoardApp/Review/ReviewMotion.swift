import PlanModel
import TextCanvas

/// From the overview through the items to the summary, and back.
enum ReviewMotion {
  /// True when the action was a move.
  static func move(_ state: inout AppState, _ id: ActionID, _ environment: Environment) -> Bool {
    let last = state.review.path.count - 1
    switch (id, state.review.page) {
    case (.nextItem, .opening), (.down, .opening), (.pageDown, .opening):
      stand(&state, 0, environment)
    case (.nextItem, .items), (.down, .items):
      if state.review.index < last {
        stand(&state, state.review.index + 1, environment)
      } else {
        turn(&state, to: .summary, environment)
      }
    case (.previousItem, .items), (.up, .items):
      if state.review.index > 0 {
        stand(&state, state.review.index - 1, environment)
      } else {
        turn(&state, to: .opening, environment)
      }
    case (.previousItem, .summary): stand(&state, last, environment)
    case (.pageDown, .items): stand(&state, min(last, state.review.index + 10), environment)
    case (.pageUp, .items): stand(&state, max(0, state.review.index - 10), environment)
    case (.first, _): turn(&state, to: .opening, environment)
    case (.last, _): turn(&state, to: .summary, environment)
    case (.nextItem, _), (.previousItem, _), (.up, _), (.down, _), (.pageUp, _), (.pageDown, _):
      break
    default: return false
    }
    return true
  }

  static func scroll(_ state: inout AppState, _ id: ActionID) -> Bool {
    let page = max(1, Layout(state).notice - 4)
    switch id {
    case .up: state.review.top -= 1
    case .down: state.review.top += 1
    case .pageUp: state.review.top -= page
    case .pageDown: state.review.top += page
    default: return false
    }
    let count = ReviewSummaryView.lines(state).count
    state.review.top = min(max(0, state.review.top), max(0, count - page))
    return true
  }

  /// Stands on an item by its place in the order; where the list is still being read, on its first
  /// item as soon as it is known.
  static func stand(_ state: inout AppState, _ index: Int, _ environment: Environment) {
    state.review.index = max(0, index)
    state.review.place?.page = .items
    let path = state.review.path
    state.review.place?.item = path.indices.contains(index) ? path[index] : nil
    state.review.moved(environment.now)
  }

  /// A review that was left days ago is over: decisions and money count from today.
  static func beginAnew(_ state: inout AppState, _ environment: Environment) {
    state.review.place?.begun = state.today
    state.review.place?.before = state.review.money.rows
    state.review.opening = Loaded(ReviewState.Opening())
    state.review.marked = []
    turn(&state, to: .opening, environment)
    if state.review.list.isWhole { ReviewRead.arrange(&state) }
    state.say(.good, Words("从今天重新开始", "Begun anew today"))
  }

  private static func turn(
    _ state: inout AppState, to page: ReviewPlace.Page, _ environment: Environment
  ) {
    state.review.place?.page = page
    state.review.top = 0
    state.review.moved(environment.now)
  }

  /// `/`: an item of the quarter by its code or title.
  static func finder() -> Picker<Item> {
    ItemPickers.item(.activity, title: Words("去哪一项", "Go to")) { item, state in
      guard let index = state.review.path.firstIndex(of: item.id) else {
        state.refuse(
          Words(
            "\(item.code) 不在这次评审里；v 换范围，[ ] 换季度",
            "\(item.code) isn't in this review; v for all of them, [ ] for another quarter"))
        return []
      }
      stand(&state, index, Environment(now: state.now, today: state.today))
      return []
    }
  }
}

/// `v`: in which order, and which items.
enum ReviewOptions {
  static func make(_ state: AppState) -> Choice {
    let place = state.review.place
    let orders = ReviewOrder.allCases.map { order in
      Choice.Option(
        key: Key(.character(Character("\(order.rawValue)"))), words: order.words,
        isCurrent: place?.order == order,
        run: { state, environment in set(&state, environment) { $0.order = order } })
    }
    let scopes = zip(["a", "o", "b", "m"], ReviewScope.allCases).map { key, scope in
      Choice.Option(
        key: Key(.character(Character(key))), words: scope.words,
        isCurrent: place?.scope == scope,
        run: { state, environment in set(&state, environment) { $0.scope = scope } })
    }
    return Choice(title: Words("次序与范围", "Order and choice"), options: orders + scopes)
  }

  private static func set(
    _ state: inout AppState, _ environment: Environment, _ body: (inout ReviewPlace) -> Void
  ) -> [Effect] {
    guard var place = state.review.place else { return [] }
    body(&place)
    state.review.place = place
    if state.review.list.isWhole { ReviewRead.arrange(&state) }
    state.review.moved(environment.now)
    let count = state.review.path.count
    state.say(
      .note,
      Words(
        "\(place.order.words.zh) · \(place.scope.words.zh) · \(count) 项",
        "\(place.order.words.en) · \(place.scope.words.en) · \(count) items"))
    return []
  }
}
