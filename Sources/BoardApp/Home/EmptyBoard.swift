import PlanModel
import TextCanvas

/// The first minute of a board: three steps, one key each.
enum EmptyBoard {
  static func draw(_ state: AppState, _ layout: Layout, _ canvas: inout Canvas) {
    canvas.fill(
      row: layout.body.lowerBound - 1, column: 0, rows: layout.detailTop - 2,
      columns: state.columns, role: .text)
    let lines: [(key: String, text: Words)?] = [
      (
        "",
        Words(
          "这块计划板还是空的。三步就有一份站得住的计划：", "This board is empty. Three steps make a plan that stands:")
      ),
      nil,
      ("1", Words("趋势   未来三年，市场会怎样变？", "trend      how will the market change in three years?")),
      ("2", Words("目标   今年打下哪里，最多花多少？", "target     what do we win this year, at what cost?")),
      (
        "3",
        Words(
          "活动   这三个月做什么，谁主导，花多少？", "activity   what do we do in these three months, who leads?")
      ),
      nil,
      (
        "n",
        [
          Words("写下第一个趋势", "write the first trend"), Words("写下第一个目标", "write the first target"),
          Words("写下第一个活动", "write the first activity"),
        ][Int(state.home.focus.rawValue) - 1]
      ),
      ("?", Words("看所有按键", "see all keys")),
    ]
    let top = max(layout.body.lowerBound, (layout.totals - lines.count) / 2)
    let column = max(2, min(10, (state.columns - 64) / 2))
    for (offset, line) in lines.enumerated() where top + offset < layout.notice {
      guard let line else { continue }
      let at =
        line.key.isEmpty
        ? column : canvas.put(line.key, row: top + offset, column: column, role: .key) + 2
      canvas.put(
        line.text(state.language), row: top + offset, column: at,
        role: line.key.isEmpty ? .strong : .text)
    }
  }
}
