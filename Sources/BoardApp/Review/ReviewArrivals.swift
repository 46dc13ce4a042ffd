import PlanModel

/// What comes into the quarter while it is reviewed: it joins at the end, and one's place stays.
enum ReviewArrivals {
  /// More changes than this at once aren't told one by one: the list is looked through.
  private static let most = 200

  /// Others' changes.
  static func note(_ changes: [HistoryEntry], _ state: inout AppState) {
    guard state.review.place != nil else { return }
    for entry in changes {
      guard entry.kind == .activity, case .item(let id, _) = entry.change.target else { continue }
      state.review.touched[id] = entry.who
    }
    if changes.count >= most { state.review.looksThrough = true }
  }

  /// One's own.
  static func note(_ saved: Saved, of edit: Edit, _ state: inout AppState) {
    guard state.review.place != nil else { return }
    for change in edit.changes {
      guard case .item(let id, let field) = change.target else { continue }
      let isActivity =
        id > 0
        ? [.period, .gone].contains(field)
        : field == .kind && change.now.integer.map { $0 & 15 } == ItemKind.activity.rawValue
      guard isActivity, let made = id > 0 ? id : saved.ids[id] else { continue }
      state.review.touched[made] = state.person?.id ?? 0
    }
  }

  /// Brings them into the list once it is read.
  static func join(_ state: inout AppState, _ reader: any BoardReading) throws {
    let review = state.review
    guard review.list.isWhole, !review.touched.isEmpty || review.looksThrough else { return }
    var items = try reader.items(ids: review.touched.keys.sorted())
    if review.looksThrough {
      var whole = ReviewList(state.period)
      while !whole.isWhole { items += try whole.goOn(reader, today: state.today) }
    }
    (state.review.touched, state.review.looksThrough) = ([:], false)
    let me = state.person?.id ?? 0
    var told: [(item: Item, who: PersonID?)] = []
    for item in items
    where item.kind == .activity && item.period == state.period && !item.isGone
      && state.review.list[item.id] == nil
    {
      let row = ReviewRow(item, isLate: false, today: state.today)
      state.review.list.join(row)
      state.review.subjects[item.id] = item
      guard let scope = state.review.place?.scope, row.isIn(scope, me: state.person?.id),
        !state.review.path.contains(item.id)
      else { continue }
      state.review.path.append(item.id)
      let who = review.touched[item.id]
      if who != me { told.append((item, who)) }
    }
    guard let last = told.last, state.notice == nil || state.notice?.kind == .note else { return }
    let codes = told.suffix(5).map(\.item.code.description).joined(separator: " ")
    let who = last.who.flatMap { state.board.people[$0] }
    let zh = who?.display(.chinese) ?? "别人"
    let en = who?.display(.english) ?? "Somebody"
    state.say(.note, Words("\(zh)加进了 \(codes)，排在最后", "\(en) added \(codes); last in the list"))
  }
}
