import PlanModel

extension App {
  /// Says what went wrong outside the program's own state.
  public static func report(_ state: inout AppState, _ words: Words) { state.refuse(words) }

  /// Takes the board's settings, lists and people as they are now.
  public static func take(_ state: inout AppState, _ board: Board) {
    state.board = board
    state.revision += 1
  }
}
