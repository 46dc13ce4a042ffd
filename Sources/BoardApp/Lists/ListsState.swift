import PlanModel

/// What the screen of the board's own lists knows.
struct ListsState: Sendable {
  var list = ListState()
  /// The row to stand on again after an edit, by what it is.
  var rows: [ListsRow] = []
}

/// A row of that screen.
enum ListsRow: Hashable, Sendable {
  case head(Words)
  case setting(Setting)
  case person(PersonID)
  case entry(EntryID)
  /// The end of a list: `n` adds here.
  case new(ListKind)
  case newPerson

  /// Everything that a board keeps for itself, in order.
  static func all(_ board: Board) -> [ListsRow] {
    var rows: [ListsRow] = [.head(Words("计划板", "Board"))]
    rows += [
      Setting.title, .titleEn, .firstYear, .closedTo, .ceilingRule, .staleDays, .driftPercent,
      .settleDays, .warnPercent, .costRatio,
    ].map { .setting($0) }
    rows.append(.head(Words("成员", "People")))
    rows += board.team.map { .person($0.id) }
    rows.append(.newPerson)
    for kind in ListKind.allCases {
      rows.append(.head(kind.words))
      rows += board.list(kind).map { .entry($0.id) }
      rows.append(.new(kind))
    }
    return rows
  }
}
