import PlanModel
import TextCanvas

/// Does the plan stand? Every finding with its codes and the way out.
enum CheckScreen {
  static let screen = Screen(
    id: .check, title: Words("检查", "Check"), actions: [.open, .accept] + ListState.moves,
    unavailable: unavailable,
    reduce: reduce, refresh: refresh, draw: CheckView.draw)

  private static func unavailable(_ state: AppState, _ id: ActionID) -> Words? {
    guard id == .open || id == .accept else { return nil }
    let (findings, index) = (state.check.walk.findings, state.check.list.index)
    guard findings.indices.contains(index) else { return Words("没有检查项", "No findings") }
    guard id == .accept, findings[index].codes.isEmpty else { return nil }
    return Words("这一项说的是一个季度；Enter 去预算", "This one is about a quarter; Enter goes to its budget")
  }

  private static func reduce(
    _ state: inout AppState, _ id: ActionID, _ environment: Environment
  ) -> [Effect] {
    let findings = state.check.walk.findings
    if state.check.list.move(id, count: findings.count, height: CheckView.height(state)) {
      return []
    }
    guard findings.indices.contains(state.check.list.index) else { return [] }
    let finding = findings[state.check.list.index]
    if id == .open, let quarter = finding.period {
      state.period = quarter
      state.go(to: .budget)
      return []
    }
    guard let code = finding.codes.first, let item = state.check.walk.ids[code] else { return [] }
    switch id {
    case .open:
      if let period = state.check.walk.periods[code] { state.period = period }
      state.go(to: item, kind: code.kind)
    case .accept:
      state.overlays.append(
        InputLine(prompt: Words("\(code) 有意为之，原因 ›", "\(code) is meant so; reason ›")) {
          reason, state, _ in
          guard !reason.isEmpty else {
            state.refuse(Words("要写原因", "A reason is needed"))
            return []
          }
          return [
            .save(
              Acts.accept(finding.rule, item: item, reason: reason),
              Purpose(notice: Words("已接受   u 撤销", "accepted   u undo"), typed: reason))
          ]
        })
    default: break
    }
    return []
  }

  private static func refresh(_ state: inout AppState, _ reader: any BoardReading) throws {
    try state.check.goOn(
      reader, board: state.board, today: state.today, revision: state.revision)
    state.check.list.settle(
      count: state.check.walk.findings.count, height: CheckView.height(state))
  }
}
