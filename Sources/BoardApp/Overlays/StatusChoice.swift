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
            state.again = { set(status, of: ItemActions.chosen($0), &$0) }
            return set(status, of: items, &state)
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
    let what = items.count == 1 ? "\(items[0].code)" : "\(items.count)"
    state.home.clearMarks()
    return [
      .save(
        edit,
        Purpose(
          notice: Words(
            "\(what) \(status.words.zh)   u 撤销",
            "\(what) \(status.words.en.lowercased())   u undo")))
    ]
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
