import PlanModel

/// What the review reads: a slice of the list at a time, and the page one is on.
enum ReviewRead {
  static func refresh(_ state: inout AppState, _ reader: any BoardReading) throws {
    if state.review.quarter != state.period { try begin(&state, reader) }
    try goOn(&state, reader)
    try ReviewArrivals.join(&state, reader)
    let quarter = state.period
    let revision = state.revision
    let isFirst = state.review.decisions.query != quarter
    let known = Set(state.review.decisions.rows.map(\.id))
    let didRead = try state.review.decisions.refresh(quarter, revision: revision) { _ in
      try reader.decisions(.of(quarter), limit: ReviewState.mostDecisions)
    }
    if didRead {
      let missing = Set(state.review.decisions.rows.compactMap(\.about))
        .subtracting(state.review.subjects.keys)
      for item in try reader.items(ids: missing.sorted()) { state.review.subjects[item.id] = item }
      if !isFirst { tell(&state, state.review.decisions.rows.filter { !known.contains($0.id) }) }
    }
    try state.review.money.refresh(quarter, revision: revision) { _ in
      try reader.money(of: quarter)
    }
    switch state.review.page {
    case .opening: try readOpening(&state, reader)
    case .items: try readItem(&state, reader)
    case .summary:
      let begun = state.review.place?.begun ?? state.today
      state.review.visitors = try reader.reviewPlaces(of: quarter)
        .filter { $0.place.begun >= begun }.map(\.who)
      let unknown = ReviewSummaryView.open(state).prefix(ReviewState.mostDecisions)
        .filter { state.review.subjects[$0] == nil }
      for item in try reader.items(ids: unknown) { state.review.subjects[item.id] = item }
    }
  }

  /// Opens the review of the shown quarter where this person left it, or anew.
  private static func begin(_ state: inout AppState, _ reader: any BoardReading) throws {
    let quarter = state.period
    let kept = try reader.reviewPlaces(of: quarter).first { $0.who == state.me }?.place
    var review = ReviewState()
    review.list = ReviewList(quarter)
    // One that came to its end on another day is over.
    if let kept, kept.page != .summary || kept.begun == state.today {
      review.place = kept
      greet(&state, kept)
    } else {
      review.place = ReviewPlace(
        quarter: quarter, begun: state.today, before: try reader.money(of: quarter))
      review.keepsAt = state.now
    }
    state.review = review
  }

  /// Says that one is back, and what of this item is half written.
  private static func greet(_ state: inout AppState, _ place: ReviewPlace) {
    if let item = place.item, state.keptDrafts[.comment(-item, .body)] != nil {
      state.say(
        .note, Words("这一项有写了一半的留言；c 接着写", "A comment on this is half written; c goes on"))
    } else if let item = place.item,
      let draft = state.keptDrafts[DecisionLine.draftTarget(item)]
    {
      let key = draft.base.integer.map { "\($0)" } ?? "2"
      state.say(
        .note,
        Words("这一项有写了一半的决议；\(key) 接着写", "A decision on this is half written; \(key) goes on"))
    } else if place.begun != state.today, state.notice == nil {
      let day = place.begun.short(beside: state.today)
      state.say(
        .note,
        Words("接着 \(day) 开始的评审；N 从今天重新开始", "Going on with the review of \(day); N begins anew"))
    } else if place.page == .items, state.notice == nil {
      state.say(.note, Words("接着上次的位置；g g 回到概况", "Going on where you were; g g for the overview"))
    }
  }

  /// Reads the list on; when it is whole its order is made, once.
  private static func goOn(_ state: inout AppState, _ reader: any BoardReading) throws {
    guard state.review.isUnderWay else { return }
    try state.review.list.goOn(reader, today: state.today)
    if state.review.list.isWhole { arrange(&state) }
  }

  /// Puts the items in the chosen order and stands on the one that was stood on.
  static func arrange(_ state: inout AppState) {
    guard let place = state.review.place else { return }
    let me = state.person?.id
    let rows = state.review.list.rows.filter { $0.isIn(place.scope, me: me) }
    state.review.path = ReviewRow.sorted(rows, by: place.order).map(\.id)
    state.review.index = place.item.flatMap { state.review.path.firstIndex(of: $0) } ?? 0
    if place.page == .items {
      if state.review.path.isEmpty { state.review.place?.page = .opening }
      state.review.place?.item =
        state.review.path.indices.contains(state.review.index)
        ? state.review.path[state.review.index] : nil
    }
  }

  private static func readOpening(_ state: inout AppState, _ reader: any BoardReading) throws {
    let quarter = state.period
    let board = state.board
    let decisions = state.review.decisions.rows
    let begun = state.review.place?.begun ?? state.today
    let rows = Layout(state).notice
    let year = state.year
    try state.review.opening.refresh(quarter, revision: state.revision) { _ in
      var opening = ReviewState.Opening()
      opening.byLead = try reader.sums(by: .lead, months: board.calendar.months(of: quarter))
      let scope = ListScope(kind: .target, period: year)
      let targets = try reader.items(ListWindow(scope, limit: max(8, rows)))
      opening.targets = try reader.figures(of: targets)
      opening.targetCount = try reader.tally(scope).count
      opening.open = try reader.decisions(.open(upTo: quarter), limit: 100)
      var earlier = decisions.filter { $0.decidedOn.map { $0 < begun } ?? false }
      if earlier.isEmpty {
        earlier = try reader.decisions(
          .of(quarter.advanced(by: -1)), limit: ReviewState.mostDecisions)
      }
      let last = earlier.compactMap(\.decidedOn).max()
      opening.last = earlier.filter { $0.decidedOn == last }
      return opening
    }
    let missing = Set(state.review.opening.rows.open.compactMap(\.about))
      .union(state.review.opening.rows.last.compactMap(\.about))
      .subtracting(state.review.subjects.keys)
    guard !missing.isEmpty else { return }
    for item in try reader.items(ids: missing.sorted()) { state.review.subjects[item.id] = item }
  }

  private static func readItem(_ state: inout AppState, _ reader: any BoardReading) throws {
    let id = state.review.place?.item
    let hasRoom = Layout(state).isWide
    let didRead = try state.review.content.refresh(id, revision: state.revision) { id in
      guard let id, let detail = try reader.detail(id) else { return nil }
      return ReviewState.Content(
        detail: detail, target: try detail.item.main.flatMap { try reader.detail($0) },
        decisions: try reader.decisions(.about(id), limit: 8),
        history: hasRoom ? try reader.history(HistoryQuery(item: id, limit: 12)) : [])
    }
    guard didRead, let content = state.review.content.rows else { return }
    let today = state.today
    let isLate = content.decisions.contains { $0.decisionState(today: today) == .late }
    state.review.list.update(ReviewRow(content.detail.item, isLate: isLate, today: today))
    state.review.subjects[content.detail.item.id] = content.detail.item
  }

  /// What others have just decided.
  private static func tell(_ state: inout AppState, _ new: [Item]) {
    let me = state.person?.id
    guard let decision = new.first(where: { $0.decidedBy != me }),
      let item = decision.about.flatMap({ state.review.subjects[$0] }),
      state.notice == nil || state.notice?.kind == .note
    else { return }
    let who = decision.decidedBy.flatMap { state.board.people[$0] }
    let verdict = decision.verdict ?? .change
    state.say(
      .note,
      Words(
        "\(who?.display(.chinese) ?? "?")决定 \(item.code)：\(verdict.words.zh)",
        "\(who?.display(.english) ?? "?") decided on \(item.code): \(verdict.words.en.lowercased())"
      ))
  }
}
