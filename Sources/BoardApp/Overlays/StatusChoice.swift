import PlanModel
import TextCanvas

/// `t` then a digit.
enum StatusChoice {
  static func make(_ items: [Item]) -> Choice {
    let current = Set(items.compactMap(\.status))
    return Choice(
      title: Words("状态", "Status"),
      options: Status.allCases.map { status in
        Choice.Option(
          key: Key(.character(Character(String(status.rawValue)))),
          words: Words("\(status.sign) \(status.words.zh)", "\(status.sign) \(status.words.en)"),
          isCurrent: current == [status],
          run: { state, _ in
            set(status, of: items, &state)
          })
      })
  }

  private static func set(
    _ status: Status, of chosen: [Item], _ state: inout AppState
  ) -> [Effect] {
    let items = chosen.filter { $0.kind == .activity }
    let edit = Acts.set(.status, to: .integer(status.rawValue), of: items, act: .status)
    guard !edit.changes.isEmpty else {
      state.say(
        .note, Words("已经是\(status.words.zh)", "Already \(status.words.en.lowercased())"))
      return []
    }
    let changed = items.filter { $0.status != status }
    if status == .paused || status == .dropped {
      state.overlays.append(reason(status, changed, state))
      return []
    }
    return save(status, changed, reason: "", &state)
  }

  private static func save(
    _ status: Status, _ items: [Item], reason: String, _ state: inout AppState
  ) -> [Effect] {
    state.again = { state in
      let others = ItemActions.chosen(state).filter { $0.kind == .activity && $0.status != status }
      return others.isEmpty ? [] : save(status, others, reason: reason, &state)
    }
    let codes = ItemActions.codes(items)
    let (zh, en) = (status.words.zh, status.words.en.lowercased())
    state.home.clearMarks()
    return [
      .save(
        Acts.set(
          .status, to: .integer(status.rawValue), of: items, act: .status, reason: reason),
        Purpose(
          notice: items.count == 1
            ? Words("\(codes) \(zh)   u 撤销", "\(codes) \(en)   u undo")
            : Words(
              "\(items.count) 项\(zh)：\(codes)   u 撤销",
              "\(items.count) items \(en): \(codes)   u undo"),
          typed: reason))
    ]
  }

  /// Pausing and dropping are asked for, naming what they are about.
  private static func reason(_ status: Status, _ items: [Item], _ state: AppState) -> InputLine {
    let codes = ItemActions.codes(items)
    let plan = Amounts.format(state.board.money, state)
      .inText(items.reduce(0) { $0 &+ $1.money.plan })
    let (zh, en) = status == .paused ? ("暂停", "Pause") : ("取消", "Drop")
    return InputLine(
      prompt: Words("\(zh) \(codes)（预算 \(plan)），原因 ›", "\(en) \(codes) (plan \(plan)), why ›"),
      hint: { _, _ in
        Words(
          "Enter \(zh)（原因可不写）  Esc 放弃",
          "Enter \(en.lowercased()), also without a reason  Esc give up")
      },
      accept: { text, state, _ in save(status, items, reason: text, &state) })
  }
}

/// `c`: a word in an item's thread.
enum CommentLine {
  /// Half-typed words for an item's thread stand for a comment that isn't there yet.
  static func draftTarget(_ items: [Item]) -> ChangeTarget? {
    items.count == 1 ? .comment(-items[0].id, .body) : nil
  }

  static func make(on items: [Item], _ state: AppState) -> InputLine {
    let target = draftTarget(items)
    let codes = items.prefix(4).map(\.code.description).joined(separator: " ")
    var line = InputLine(
      prompt: Words("留言 \(codes) ›", "Comment \(codes) ›"),
      text: target.flatMap { state.keptDrafts[$0]?.text } ?? "",
      accept: { text, state, _ in
        guard !text.isEmpty else { return [] }
        let edits = items.enumerated().map { index, item in
          Acts.comment(on: item.id, text, provisional: CommentID(-1 - index))
        }
        return [
          .save(
            Acts.together(.comment, edits),
            Purpose(notice: Words("已留言", "Comment kept"), typed: text))
        ]
      })
    line.draft = target
    return line
  }
}
