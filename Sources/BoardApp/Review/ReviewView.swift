import PlanModel
import TextCanvas

/// Draws the review: the head with how far one is, the page, and below what can be decided.
enum ReviewView {
  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    head(state, &canvas)
    switch state.review.page {
    case .opening: ReviewOpeningView.draw(state, &canvas)
    case .items: ReviewItemView.draw(state, &canvas)
    case .summary: ReviewSummaryView.draw(state, &canvas)
    }
  }

  private static func head(_ state: AppState, _ canvas: inout Canvas) {
    let review = state.review
    let language = state.language
    let count = review.path.count
    let place: String =
      switch review.page {
      case .opening: Words("概况", "overview")(language)
      case .items: count == 0 ? "…" : "\(review.index + 1) / \(count)"
      case .summary: Words("小结", "summary")(language)
      }
    let marked = review.marked.isEmpty ? "" : "  ✓\(review.marked.count)"
    Chrome.head(
      &canvas, row: 1, column: 0, width: state.columns,
      title: "\(Words("评审", "Review")(language)) \(state.period) · \(place)\(marked)", right: "",
      focused: true)
    let width = state.columns >= 100 ? 30 : state.columns >= 56 ? 20 : 10
    let done = review.page == .summary ? count : review.page == .opening ? 0 : review.index + 1
    let bar = Bars.bar(Int64(done), of: Int64(max(1, count)), columns: width)
    let at = canvas.put(
      " \(bar.full)", row: 1, column: state.columns - width - 3, role: .bar)
    canvas.put("\(bar.rest) ", row: 1, column: at, role: .barRest)
    guard let place = review.place, state.columns >= 70 else { return }
    var text = place.order.words(language)
    if place.scope != .all { text += " · \(place.scope.words(language))" }
    let start = state.columns - width - 6 - TextFit.width(text)
    canvas.put(" \(text) ", row: 1, column: start, role: .dim)
  }

  /// Puts parts one behind the other, cut at a column; of a faint remark no crumbs are left.
  static func put(
    _ parts: [DetailFacts.Part], row: Int, column: Int, end: Int, _ canvas: inout Canvas
  ) {
    var at = column
    for part in parts where at < end {
      let room = end - at
      if part.role == .dim, room < 6, TextFit.width(part.text) > room { continue }
      at = canvas.put(TextFit.cut(part.text, columns: room), row: row, column: at, role: part.role)
    }
  }

  /// `D3 10-28 调整 · 王敏 11-20 逾期：加投 20 万`: what may be cut comes last.
  static func decision(_ decision: Item, _ state: AppState) -> [DetailFacts.Part] {
    let language = state.language
    let verdict = decision.verdict ?? .change
    let day = decision.decidedOn.map { " \($0.short(beside: state.today))" } ?? ""
    var parts = [
      DetailFacts.Part("\(decision.code)\(day) ", .dim),
      DetailFacts.Part(verdict.words(language), .strong),
    ]
    if let owner = decision.owner.flatMap({ state.board.people[$0] }) {
      parts.append(DetailFacts.Part(" · \(owner.display(language))", .other))
    }
    let standing = decision.decisionState(today: state.today)
    if let due = decision.due {
      parts.append(DetailFacts.Part(" \(due.short(beside: state.today))", .dim))
    }
    switch standing {
    case .late: parts += [DetailFacts.Part(" "), DetailFacts.Part(standing.words(language), .bad)]
    case .done where decision.due != nil:
      parts += [DetailFacts.Part(" "), DetailFacts.Part(standing.words(language), .good)]
    default: break
    }
    let title = decision.title(language)
    if title != verdict.words(language) {
      parts.append(DetailFacts.Part(Words("：", ": ")(language) + title))
    }
    return parts
  }
}
