import PlanModel
import TextCanvas

/// `1` to `4`: what becomes of an item.
enum ReviewDeciding {
  /// Lets the marked items, or the one that is looked at, go on: one key, one step.
  static func accept(_ state: inout AppState) -> [Effect] {
    let ids = state.review.marked
    let marked = ids.compactMap { state.review.subjects[$0] }.sorted { $0.code < $1.code }
    if !marked.isEmpty, marked.count == ids.count {
      state.review.marked = []
      return meetOthers(about: marked, &state, goOn)
    }
    return state.review.current.map { meetOthers(about: [$0], &state, goOn) } ?? []
  }

  private static func goOn(_ items: [Item], _ state: inout AppState) -> [Effect] {
    guard !items.isEmpty else { return [] }
    let resolution = Resolution(.goOn, quarter: state.period, day: state.today)
    let (edit, anew) = ReviewAmending.edit(resolution, about: items, [], state)
    guard !edit.changes.isEmpty else {
      state.say(.note, Words("已定：继续", "That is decided: it goes on"))
      return []
    }
    let codes =
      items.prefix(6).map(\.code.description).joined(separator: " ") + (items.count > 6 ? " …" : "")
    return [
      .save(
        edit,
        Purpose(
          notice: items.count == 1
            ? Words("\(codes) 继续   u 撤销", "\(codes) goes on   u undo")
            : Words(
              "\(items.count) 项继续：\(codes)   u 撤销",
              "\(items.count) items go on: \(codes)   u undo"), anew: anew))
    ]
  }

  /// `A`: names what is fine, and asks.
  static func askFine(_ state: inout AppState) {
    let ids = state.review.fine
    let codes = ids.compactMap { state.review.list[$0]?.code.description }
    let shown = codes.prefix(24)
    var lines = [
      Words(
        "没有问题、还没有决议的 \(ids.count) 项：",
        "\(Plural.count(ids.count, "item")) without trouble and undecided:")
    ]
    for start in stride(from: 0, to: shown.count, by: 8) {
      let line = shown[start..<min(start + 8, shown.count)].joined(separator: " ")
      lines.append(Words(line, line))
    }
    if codes.count > shown.count { lines.append(Words("…", "…")) }
    state.overlays.append(
      Choice(
        title: Words("认可正常的项", "Accept what is fine"), lines: lines, takesEnter: true,
        options: [
          Choice.Option(
            key: Key(.character("1")), words: Words("全部继续", "All go on"),
            run: { state, _ in
              let quarter = state.period
              let today = state.today
              let begun = state.review.place?.begun ?? today
              let count = ids.count
              return [
                .prepare(
                  { reader in
                    // Whatever somebody has decided while this was asked stays as it is.
                    let decided = Set(
                      try reader.decisions(.of(quarter), limit: ReviewState.mostDecisions)
                        .filter { $0.decidedOn.map { $0 >= begun } ?? false }.compactMap(\.about))
                    let items = try reader.items(ids: ids.filter { !decided.contains($0) })
                      .filter { !$0.isGone }
                    return Acts.decide(
                      Resolution(.goOn, quarter: quarter, day: today), about: items)
                  },
                  Purpose(
                    notice: Words(
                      "\(count) 项继续   u 撤销",
                      "\(Plural.count(count, "item goes", "items go")) on   u undo")))
              ]
            })
        ]))
  }

  /// Asks first where somebody else has decided in this review: mine or theirs.
  private static func meetOthers(
    about items: [Item], _ state: inout AppState,
    _ decide: @escaping @Sendable ([Item], inout AppState) -> [Effect]
  ) -> [Effect] {
    let theirs = items.filter { ReviewAmending.decidedByOthers($0, state) != nil }
    guard !theirs.isEmpty else { return decide(items, &state) }
    let lines = theirs.prefix(4).compactMap { item -> Words? in
      guard let decision = ReviewAmending.decidedByOthers(item, state) else { return nil }
      let who = decision.decidedBy.flatMap { state.board.people[$0] }
      func line(_ language: Language) -> String {
        let verdict = decision.verdict?.words(language) ?? ""
        let said = decision.title(language)
        let colon = Words("：", ": ")(language)
        return "\(item.code)  \(who?.display(language) ?? "?")\(colon)\(verdict)"
          + (said == verdict || said.isEmpty ? "" : " · \(said)")
      }
      return Words(line(.chinese), line(.english))
    }
    let rest = items.filter { item in !theirs.contains { $0.id == item.id } }
    state.overlays.append(
      Choice(
        title: Words("已有人作了决议", "Somebody has decided"), lines: lines,
        options: [
          Choice.Option(
            key: Key(.character("m")), words: Words("用我的", "mine"),
            run: { state, _ in decide(items, &state) }),
          Choice.Option(
            key: Key(.character("t")), words: Words("用对方的", "theirs"),
            run: { state, _ in
              state.say(.note, Words("保留了对方的决议", "Theirs stays"))
              return decide(rest, &state)
            }),
        ]))
    return []
  }

  /// Asks for the words of a decision, with what follows from it in view.
  static func begin(_ state: inout AppState, _ verdict: Verdict) {
    guard let item = state.review.content.rows?.detail.item else { return }
    _ = meetOthers(about: [item], &state) { items, state in
      if !items.isEmpty { ask(&state, verdict) }
      return []
    }
  }

  private static func ask(_ state: inout AppState, _ verdict: Verdict) {
    guard let content = state.review.content.rows else { return }
    do throws(Refusal) {
      let consequence: Consequence? =
        switch verdict {
        case .move: try Consequence.moving(content.detail, board: state.board)
        case .stop: try Consequence.stopping(content.detail, board: state.board)
        default: nil
        }
      state.overlays.append(
        DecisionLine(content.detail.item, verdict, consequence, state))
    } catch {
      state.refuse(error.words)
    }
  }
}

/// The words of a decision being typed in the notice row; above it what will follow.
struct DecisionLine: Overlay {
  let item: Item
  let verdict: Verdict
  let consequence: Consequence?
  var editor: LineEditor

  init(_ item: Item, _ verdict: Verdict, _ consequence: Consequence?, _ state: AppState) {
    self.item = item
    self.verdict = verdict
    self.consequence = consequence
    // What one has said about it already is where one goes on.
    let said = ReviewAmending.own(item, state).flatMap { own in
      own.verdict == verdict && !own.isPlain ? own.title(state.language) : nil
    }
    editor = LineEditor(state.keptDrafts[Self.draftTarget(item.id)]?.text ?? said ?? "")
  }

  /// Half-typed words stand for a decision that isn't there yet.
  static func draftTarget(_ item: ItemID) -> ChangeTarget { .item(-1_000 - item, .verdict) }

  func drafts(_ state: AppState) -> [Draft] {
    guard !editor.text.isEmpty else { return [] }
    return [
      Draft(
        Self.draftTarget(item.id), base: .integer(verdict.rawValue), text: editor.text,
        at: state.clock)
    ]
  }

  mutating func handle(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> OverlayStep {
    switch event {
    case .key(Key(.escape)): return .close(dropDraft(&state))
    case .key(Key(.enter)):
      if verdict == .change, editor.text.isEmpty {
        state.refuse(Words("写下怎么调整", "Say what is to change"))
        return .stay
      }
      let effects = dropDraft(&state)
      let (edit, anew) = edit(state)
      guard !edit.changes.isEmpty else {
        state.say(.note, Words("没有改动", "Nothing changed"))
        return .close(effects)
      }
      var purpose = purpose
      purpose.anew = anew
      return .close([.save(edit, purpose)] + effects)
    case .key(let key): _ = editor.handle(key)
    case .paste(let text): editor.insert(text)
    default: break
    }
    state.notice = nil
    return .stay
  }

  private func dropDraft(_ state: inout AppState) -> [Effect] {
    let target = Self.draftTarget(item.id)
    guard state.keptDrafts.removeValue(forKey: target) != nil else { return [] }
    return [.dropDrafts([target])]
  }

  private func edit(_ state: AppState) -> (edit: Edit, anew: Edit?) {
    ReviewAmending.edit(
      Resolution(verdict, text: editor.text, quarter: state.period, day: state.today),
      about: [item], consequence?.changes ?? [], state)
  }

  private var purpose: Purpose {
    let code = item.code
    let words =
      switch verdict {
      case .goOn: Words("\(code) 继续", "\(code) goes on")
      case .change: Words("\(code) 调整   o 指派", "\(code) to change   o assigns it")
      case .move:
        Words(
          "\(code) 顺延到 \(consequence?.home.now?.description ?? "")",
          "\(code) moved to \(consequence?.home.now?.description ?? "")")
      case .stop: Words("\(code) 停止", "\(code) stopped")
      }
    return Purpose(
      notice: Words("\(words.zh)   u 撤销", "\(words.en)   u undo"), typed: editor.text)
  }

  func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let row = Layout(state).notice
    let preview = preview(state).suffix(2)
    if !preview.isEmpty {
      canvas.fill(row: row - 2, column: 0, rows: 2, columns: canvas.columns, role: .text)
    }
    for (offset, line) in preview.enumerated() {
      canvas.put(
        TextFit.cut(line(language), columns: canvas.columns - 3), row: row - 2 + offset, column: 2,
        role: .warn)
    }
    canvas.fill(row: row, column: 0, rows: 1, columns: canvas.columns, role: .text)
    let start = canvas.put(
      " \(verdict.words(language)) \(item.code) › ", row: row, column: 0, role: .key)
    KeyLine.draw(
      Words("Enter 决定  Esc 放弃", "Enter decide  Esc give up")(language), into: &canvas)
    let hint = state.notice?.kind == .bad ? "✗ \(state.notice?.words(language) ?? "")" : ""
    let wanted = TextFit.width(hint) + 2
    let fits = !hint.isEmpty && canvas.columns - start - wanted >= 20
    editor.draw(
      into: &canvas, row: row, column: start,
      width: max(4, canvas.columns - start - (fits ? wanted + 1 : 1)), role: .text, focused: true)
    if fits {
      canvas.put(
        hint, row: row, column: canvas.columns - wanted,
        role: state.notice?.kind == .bad ? .bad : .hint)
    }
  }

  /// What moves, before it does.
  private func preview(_ state: AppState) -> [Words] {
    guard let consequence else { return [] }
    let dates = { (start: Day?, end: Day?) in
      [start, end].compactMap { $0?.short(beside: state.today) }.joined(separator: "–")
    }
    let was = dates(consequence.start.was, consequence.end.was)
    let now = dates(consequence.start.now, consequence.end.now)
    let status = consequence.status
    let format = Amounts.format(state.board.money, state)
    let (amount, plan) = (format.inText(consequence.amount), format.inText(consequence.plan))
    var first = Words("", "")
    if let home = consequence.home.now, home != consequence.home.was {
      let days =
        was == now ? Words("", "") : Words("  日期 \(was) → \(now)", "  dates \(was) → \(now)")
      first = Words("\(home)\(days.zh)", "\(home)\(days.en)")
    }
    var second = Words("", "")
    if status.was != status.now, let from = status.was, let to = status.now {
      second = Words(
        "状态 \(from.words.zh) → \(to.words.zh)  ",
        "status \(from.words.en.lowercased()) → \(to.words.en.lowercased())  ")
    }
    let isMove = consequence.home.now != consequence.home.was
    let isPlan = consequence.plan != 0
    second =
      consequence.amount == 0
      ? Words("\(second.zh)没有可动的费用", "\(second.en)no money is free")
      : isMove
        ? Words(
          "\(second.zh)\(isPlan ? "预算与预计" : "预计") \(amount) 移到下季",
          "\(second.en)\(isPlan ? "plan and forecast" : "forecast") \(amount) "
            + "\(isPlan ? "move" : "moves") on")
        : isPlan
          ? Words(
            "\(second.zh)预算 −\(plan)，预计 −\(amount)",
            "\(second.en)plan −\(plan), forecast −\(amount)")
          : Words(
            "\(second.zh)预计 −\(amount)；预算不动，用 M 退回机动",
            "\(second.en)forecast −\(amount); the plan stays, M returns it")
    return first.zh.isEmpty ? [second] : [first, second]
  }
}
