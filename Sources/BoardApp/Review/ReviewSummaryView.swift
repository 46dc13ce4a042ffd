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
    return totals(own, state) + people(own, state)
  }

  private static func line(_ name: Words, _ state: AppState, _ parts: [Part]) -> [Part] {
    [Part(TextFit.fit(name(state.language), columns: 10), .dim)] + parts
  }

  private static func codes(_ verdict: Verdict, _ own: [Item], _ state: AppState) -> String {
    own.filter { $0.verdict == verdict }
      .compactMap { $0.about.flatMap { state.review.subjects[$0]?.code.description } }
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
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let count = own.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(verdict.words(language)) \(count)"
    }
    let decided = Set(own.compactMap(\.about))
    let about = decided.count
    // What has moved away belongs to it, too.
    let whole = decided.union(state.review.path).count
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
    for (verdict, name) in [(Verdict.move, Words("顺延", "moved")), (.stop, Words("停止", "stopped"))] {
      let codes = codes(verdict, own, state)
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
