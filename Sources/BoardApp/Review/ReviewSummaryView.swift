import PlanModel
import TextCanvas

/// What came of a review: who was there, what was decided by whom, what moved, the money.
enum ReviewSummaryView {
  typealias Part = DetailFacts.Part

  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let height = Layout(state).notice - 4
    let lines = lines(state)
    for (offset, line) in lines.dropFirst(state.review.top).prefix(max(0, height)).enumerated() {
      ReviewView.put(line, row: 3 + offset, column: 2, end: state.columns - 1, &canvas)
    }
  }

  static func lines(_ state: AppState) -> [[Part]] {
    let own = state.review.own.sorted { $0.code < $1.code }
    return totals(own, state) + people(own, state) + undecided(state)
  }

  /// The items that nobody has decided about, by name.
  private static func undecided(_ state: AppState) -> [[Part]] {
    let ids = open(state)
    guard !ids.isEmpty else { return [] }
    let language = state.language
    return [[], [Part("\(Words("未定", "Undecided")(language)) \(ids.count)", .headFocus)]]
      + ids.map { id in
        let code = state.review.list[id]?.code.description ?? ""
        let title = state.review.subjects[id]?.title(language) ?? ""
        return [Part("  \(TextFit.fit(code, columns: 5)) ", .strong), Part(title)]
      }
  }

  /// Those of this review that are undecided, by code.
  static func open(_ state: AppState) -> [ItemID] {
    let decided = state.review.standing
    return state.review.path.filter { decided[$0] == nil }.compactMap { state.review.list[$0] }
      .sorted { $0.code < $1.code }.map(\.id)
  }

  private static func line(_ name: Words, _ state: AppState, _ parts: [Part]) -> [Part] {
    [Part(TextFit.fit(name(state.language), columns: 10), .dim)] + parts
  }

  private static func codes(_ verdict: Verdict, _ state: AppState) -> String {
    state.review.standing.filter { $0.value.verdict == verdict }
      .compactMap { state.review.subjects[$0.key]?.code }.sorted().map(\.description)
      .joined(separator: " ")
  }

  private static func totals(_ own: [Item], _ state: AppState) -> [[Part]] {
    let language = state.language
    let visitors = ([state.me] + state.review.visitors).compactMap {
      state.board.person(named: $0)?.id
    }
    let present = visitors + own.compactMap(\.decidedBy)
    var seen: Set<PersonID> = []
    let names = present.filter { seen.insert($0).inserted }
      .compactMap { state.board.people[$0]?.display(language) }
    let standing = state.review.standing
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let count = standing.values.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(verdict.words(language)) \(count)"
    }
    // What has moved away belongs to it, too.
    let about = standing.count
    let whole = about + open(state).count
    var lines = [
      line(
        Words("参加", "there"), state,
        [Part(names.isEmpty ? state.me : names.joined(separator: "  "), .other)]),
      line(
        Words("已定", "decided"), state,
        [
          Part(Words("\(about) / \(whole) 项   ", "\(about) of \(whole)   ")(language), .strong),
          Part(counts.joined(separator: " · ")),
        ]),
    ]
    if whole > about {
      let codes = open(state).compactMap { state.review.list[$0]?.code.description }
      lines.append(
        line(
          Words("未定", "undecided"), state,
          [
            Part(Words("\(codes.count) 项   ", "\(codes.count)   ")(language), .strong),
            Part(codes.joined(separator: " "), .dim),
          ]))
    }
    for (verdict, name) in [(Verdict.move, Words("顺延", "moved")), (.stop, Words("停止", "stopped"))] {
      let codes = codes(verdict, state)
      if !codes.isEmpty { lines.append(line(name, state, [Part(codes, .strong)])) }
    }
    lines += money(state)
    return lines + [[]]
  }

  private static func money(_ state: AppState) -> [[Part]] {
    let language = state.language
    guard let before = state.review.place?.before else { return [] }
    let after = state.review.money.rows
    let columns: [(Words, Int64, Int64)] = [
      (Words("预算", "plan"), before.plan, after.plan),
      (Words("预计", "forecast"), before.outlook, after.outlook),
      (Words("余额", "left"), before.left, after.left),
    ]
    return columns.enumerated().map { index, column in
      let (words, was, now) = column
      let change = now &- was
      var parts = [
        Part(TextFit.fit(words(language), columns: 10), .dim),
        Part(TextFit.fit(Amounts.money(was, state), columns: 10, align: .right)),
        Part(" → "),
        Part(
          TextFit.fit(Amounts.money(now, state), columns: 10, align: .right),
          now < 0 ? .bad : .money),
      ]
      if change != 0 {
        let sign = change > 0 ? "+" : ""
        parts.append(
          Part("   \(sign)\(Amounts.format(state.board.money, state).inText(change))", .strong))
      } else if index == 0 {
        parts.append(Part("   \(Amounts.head(state))", .dim))
      }
      return line(index == 0 ? Words("费用", "money") : Words("", ""), state, parts)
    }
  }

  private static func people(_ own: [Item], _ state: AppState) -> [[Part]] {
    let language = state.language
    guard !own.isEmpty else {
      return [[Part(Words("这次没有决议", "Nothing was decided this time")(language), .dim)]]
    }
    var lines: [[Part]] = []
    var seen: Set<PersonID> = []
    for person in own.compactMap(\.decidedBy) where seen.insert(person).inserted {
      let name = state.board.people[person]?.display(language) ?? "?"
      lines.append([Part(name, .headFocus)])
      for decision in own where decision.decidedBy == person {
        let item = decision.about.flatMap { state.review.subjects[$0] }
        let code = TextFit.fit(item?.code.description ?? "", columns: 5)
        lines.append([Part("  \(code) ", .strong)] + ReviewView.decision(decision, state))
      }
    }
    return lines
  }
}
