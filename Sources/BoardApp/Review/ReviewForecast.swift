import PlanModel
import TextCanvas

/// `f`: what the activity will cost in all, typed in place and spread over its open months.
enum ReviewForecast {
  static func begin(_ state: inout AppState) {
    guard let detail = state.review.content.rows?.detail else { return }
    let item = detail.item
    let unit = state.board.money
    let present = item.money.outlook
    let draft = ChangeTarget.item(-1_000 - item.id, .ceiling)
    let text =
      state.keptDrafts[draft]?.text
      ?? Amounts.trimmed(DecimalText.format(present, scale: state.board.moneyScale))
    var line = InputLine(
      prompt: Words("\(item.code) 预计合计 ›", "\(item.code) will cost ›"), text: text,
      selected: state.keptDrafts[draft] == nil,
      hint: { text, state in
        guard let amount = try? AmountText.parse(text, unit: unit, present: present) else {
          return Words("Enter 保存  Esc 放弃", "Enter save  Esc give up")
        }
        let full = Amounts.format(unit, state).full(amount)
        guard amount != present else { return Words("= \(full)", "= \(full)") }
        let change = Amounts.format(unit, state).inText(amount &- present)
        let sign = amount > present ? "+" : ""
        return Words("= \(full)（\(sign)\(change)）", "= \(full) (\(sign)\(change))")
      },
      accept: { text, state, _ in
        do throws(Refusal) {
          guard let amount = try parse(text, unit, present) else {
            throw Refusal(.input, Words("写下金额", "Type an amount"))
          }
          let edit = try Acts.forecast(detail, amount, board: state.board)
          guard !edit.changes.isEmpty else {
            state.say(.note, Words("没有改动", "Nothing changed"))
            return []
          }
          let shown = Amounts.format(unit, state).inText(amount)
          return [
            .save(
              edit,
              Purpose(
                notice: Words(
                  "\(item.code) 预计 \(shown)   u 撤销", "\(item.code) forecast \(shown)   u undo"),
                typed: text))
          ]
        } catch {
          state.refuse(error.words)
          return []
        }
      })
    line.draft = draft
    state.overlays.append(line)
  }

  private static func parse(
    _ text: String, _ unit: AmountUnit, _ present: Int64
  ) throws(Refusal) -> Int64? {
    do throws(AmountFault) { return try AmountText.parse(text, unit: unit, present: present) } catch
    {
      throw Refusal(.input, error.words(for: unit))
    }
  }
}
