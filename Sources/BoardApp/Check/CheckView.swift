import PlanModel
import TextCanvas

/// Draws the findings, the grave ones first.
enum CheckView {
  static func height(_ state: AppState) -> Int { max(1, state.rows - 9) }

  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let walk = state.check.walk
    let findings = walk.findings
    Chrome.head(
      &canvas, row: 1, column: 0, width: state.columns, title: Words("检查", "Check")(language),
      right: "sanban check", focused: true)
    let settle = walk.counts[.settle] ?? 0
    let look = walk.counts[.look] ?? 0
    let accepted = walk.counts[.accepted] ?? 0
    let heading =
      !walk.isOver
      ? Words("正在检查… 已看 \(walk.looked) 项", "checking… \(Plural.count(walk.looked, "item")) so far")
      : settle == 0
        ? Words("计划站得住", "The plan stands")
        : Words(
          "计划站不住，\(settle)项", "The plan doesn't stand: \(Plural.count(settle, "finding"))")
    var at = canvas.put(
      heading(language), row: 3, column: 2,
      role: !walk.isOver ? .note : settle == 0 ? .good : .bad)
    at = canvas.put(
      Words(
        "   必须处理 \(settle)   提醒 \(look)   已接受 \(accepted)",
        "   to settle \(settle)   to look at \(look)   accepted \(accepted)")(language), row: 3,
      column: at, role: .dim)
    if walk.isOver, settle + look + accepted > findings.count {
      canvas.put(
        Words("   每类先列 \(CheckWalk.most) 项", "   the first \(CheckWalk.most) of each")(language),
        row: 3, column: at, role: .hint)
    }
    let list = state.check.list
    for (offset, finding) in findings.dropFirst(list.top).prefix(height(state)).enumerated() {
      row(
        finding, state, &canvas, row: 5 + offset, isHere: list.top + offset == list.index)
    }
    if state.notice == nil, findings.indices.contains(list.index) {
      canvas.put(
        TextFit.cut("  → \(findings[list.index].way(language))", columns: state.columns - 1),
        row: Layout(state).notice, column: 0, role: .note)
    }
    if findings.isEmpty, walk.isOver {
      canvas.put(
        Words("没有检查项", "No findings")(language), row: 5, column: 2, role: .dim)
    }
  }

  private static func row(
    _ finding: Finding, _ state: AppState, _ canvas: inout Canvas, row: Int, isHere: Bool
  ) {
    let language = state.language
    let sign: (String, Role) =
      switch finding.severity {
      case .settle: ("✗", .bad)
      case .look: ("!", .warn)
      case .accepted: ("·", .faint)
      }
    canvas.put(isHere ? "▸" : " ", row: row, column: 0, role: .key)
    canvas.put(sign.0, row: row, column: 2, role: sign.1)
    canvas.put(
      finding.codes.map(\.description).joined(separator: " "), row: row, column: 4, role: .strong,
      width: 8)
    let way = finding.way(language)
    let text = finding.text(language)
    // What is wrong comes first; the way out stands beside it where both fit, and below for the one
    // under the cursor.
    let room = max(0, state.columns - 13)
    let wayWidth = TextFit.width(way)
    let fits = TextFit.width(text) + 2 + wayWidth <= room
    canvas.put(
      TextFit.cut(text, columns: room), row: row, column: 12,
      role: finding.severity == .accepted ? .dim : isHere ? .strong : .text)
    if fits {
      canvas.put(
        way, row: row, column: state.columns - wayWidth - 1,
        role: .hint)
    }
  }
}
