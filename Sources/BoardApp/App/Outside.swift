import PlanModel
import TextCanvas

extension App {
  /// Says what went wrong outside the program's own state.
  public static func report(_ state: inout AppState, _ words: Words) { state.refuse(words) }

  /// Whether taking a step back is asked about first: it puts many items into the bin.
  /// - Parameter what: what the step was.
  public static func asks(_ state: inout AppState, before edit: Edit, _ what: Words) -> Bool {
    let binned = edit.changes.count {
      if case .item(_, .gone) = $0.target { !$0.now.isNone } else { false }
    }
    guard binned > 20 else { return false }
    state.overlays.append(
      Choice(
        title: Words("撤销：\(what.zh)", "Undo: \(what.en)"),
        lines: [Words("\(binned) 项会进回收站。", "\(binned) items would go to the bin.")],
        options: [
          Choice.Option(
            key: Key(.character("y")), words: Words("撤销", "Undo it"),
            run: { _, _ in [.undo(isMeant: true)] })
        ]))
    return true
  }

  /// Takes the board's settings, lists and people as they are now.
  public static func take(_ state: inout AppState, _ board: Board) {
    state.board = board
    state.revision += 1
  }
}
