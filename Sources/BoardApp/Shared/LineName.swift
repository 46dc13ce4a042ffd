import PlanModel

/// What people call a line: its title, else its category, else its short name.
enum LineName {
  static func of(_ line: Line, _ state: AppState) -> String {
    let title = line.title(state.language)
    if !title.isEmpty { return title }
    if line.isPlaceholder { return Words("待细分", "To be detailed")(state.language) }
    return line.category.flatMap { state.board.entries[$0] }?.name(state.language) ?? line.code
  }
}
