extension Acts {
  /// What an activity will cost in all, spread over its open months in proportion. Closed months keep
  /// what they cost, and no month falls below what is committed and spent in it.
  /// - Throws: a refusal when the open months can't take it, or there is no expense line.
  public static func forecast(
    _ detail: ItemDetail, _ total: Int64, board: Board
  ) throws(Refusal) -> Edit {
    guard let first = detail.lines.first else {
      throw Refusal(.rule, Words("还没有费用项；b 去加一项", "It has no expense line; b adds one"))
    }
    var cells: [SpreadCell<ChangeTarget>] = []
    var stored: [ChangeTarget: Int64?] = [:]
    func add(_ line: LineID, _ figure: Figure) {
      let target = ChangeTarget.figure(line, .forecast, figure.period)
      let spent = (figure[.committed] ?? 0) &+ (figure[.actual] ?? 0)
      let isClosed = board.isClosed(figure.period)
      cells.append(
        SpreadCell(
          target, figure[.forecast] ?? figure[.plan],
          lock: isClosed
            ? Words("已月结的月份不动；改未结的月份", "closed months stay; change open ones") : nil,
          floor: spent))
      stored[target] = figure[.forecast]
    }
    for line in detail.lines {
      let months = detail.figures.filter { $0.line == line.id && $0.period.unit == .month }
      for figure in months.sorted(by: { $0.period < $1.period }) { add(line.id, figure) }
    }
    if !cells.contains(where: \.isFree), let home = detail.item.period {
      for month in board.calendar.months(of: home) where !board.isClosed(month) {
        add(first.id, Figure(line: first.id, period: month))
      }
    }
    let spread = try Spread.total(total, over: cells, unit: board.money)
    return edit(
      .figure,
      spread.changes.map { change($0.id, was: Value(stored[$0.id] ?? nil), now: Value($0.now)) })
  }
}
