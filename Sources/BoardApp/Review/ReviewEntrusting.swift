import PlanModel
import TextCanvas

/// `o`: who carries a decision out, and until when.
enum ReviewEntrusting {
  static func begin(_ state: inout AppState) {
    guard let item = state.review.current else { return }
    state.overlays.append(
      ItemPickers.people(Words("\(item.code) 指派给", "\(item.code) goes to")) { value, state in
        guard let person = value.integer else { return [] }
        askDay(item, person, &state)
        return []
      })
  }

  private static func askDay(_ item: Item, _ person: PersonID, _ state: inout AppState) {
    let usual = state.today.adding(days: 7)
    state.overlays.append(
      InputLine(
        prompt: Words("\(item.code) 期限 ›", "\(item.code) due ›"), text: usual.description,
        selected: true,
        hint: { text, state in
          guard let day = DateText.parse(text, today: state.today) else {
            return Words("写成 12-01、下周五", "such as 12-01")
          }
          return Words("= \(day.long(.chinese))", "= \(day.long(.english))")
        },
        accept: { text, state, _ in
          guard let day = DateText.parse(text, today: state.today) else {
            state.refuse(Words("不是日期；写成 12-01", "Not a date; write 12-01"))
            return []
          }
          askWhat(item, person, day, &state)
          return []
        }))
  }

  private static func askWhat(
    _ item: Item, _ person: PersonID, _ day: Day, _ state: inout AppState
  ) {
    let mine = state.review.decision(about: item.id)
    let draft = DecisionLine.draftTarget(item.id)
    let text =
      state.keptDrafts[draft]?.text ?? (mine?.isPlain == false ? mine?.title(state.language) : nil)
      ?? ""
    var line = InputLine(
      prompt: Words("\(item.code) 办什么 ›", "\(item.code) what ›"), text: text,
      accept: { text, state, _ in
        let name = state.board.people[person]?.display(state.language) ?? ""
        let notice = Words(
          "\(item.code) 交 \(name)，\(day.short(beside: state.today)) 前   u 撤销",
          "\(item.code) to \(name) by \(day.short(beside: state.today))   u undo")
        if let mine {
          return [
            .save(
              Acts.entrust(mine, to: person, due: day, text: text),
              Purpose(notice: notice, typed: text))
          ]
        }
        guard !text.isEmpty else {
          state.refuse(Words("写下办什么", "Say what is to be done"))
          return []
        }
        return [
          .save(
            Acts.decide(
              Resolution(
                .change, text: text, owner: person, due: day, quarter: state.period,
                day: state.today), about: [item]),
            Purpose(notice: notice, typed: text))
        ]
      })
    line.draft = draft
    line.draftBase = .integer(Verdict.change.rawValue)
    state.overlays.append(line)
  }
}
