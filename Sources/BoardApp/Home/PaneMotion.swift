import PlanModel

/// Moving through a list of which only a part is in memory.
extension PaneState {
  /// - Parameter leap: lines the list jumps by when the cursor leaves it (1: it glides).
  mutating func move(by count: Int, height: Int, leap: Int) {
    let items = rows.rows.items
    guard !items.isEmpty, let index else { return }
    let target = min(max(index + count, 0), items.count - 1)
    cursor = items[target].id
    line += target - index
    if line >= height { line = max(0, height - leap) }
    if line < 0 { line = min(height - 1, leap - 1) }
    line = min(line, target + (rows.rows.hasFirst ? 0 : height))
    recentre(at: target, height: height)
  }

  mutating func page(by direction: Int, height: Int) {
    let items = rows.rows.items
    guard !items.isEmpty, let index else { return }
    let target = min(max(index + direction * max(1, height - 1), 0), items.count - 1)
    cursor = items[target].id
    recentre(at: target, height: height)
    if rows.rows.hasFirst { line = min(line, target) }
  }

  mutating func toFirst() {
    (centre, fromEnd, line, cursor) = (nil, false, 0, nil)
  }

  mutating func toLast(height: Int) {
    (centre, fromEnd, line, cursor) = (nil, true, height - 1, nil)
  }

  /// Stands on the row of a screen line (a mouse click).
  mutating func stand(onLine target: Int, height: Int) {
    let shown = visible(height: height)
    guard target >= 0, target < shown.count else { return }
    cursor = shown[shown.startIndex + target].id
    line = target
  }

  /// Asks for other rows when fewer than a page lies beyond the cursor.
  private mutating func recentre(at index: Int, height: Int) {
    let items = rows.rows.items
    let nearStart = index < height && !rows.rows.hasFirst
    let nearEnd = items.count - 1 - index < height && !rows.rows.hasLast
    if nearStart || nearEnd {
      centre = items[index].key
      fromEnd = false
    }
  }

  /// Puts the cursor on a row after a reading: the wanted item, the same item, or its neighbour.
  mutating func settle(previous: (index: Int, items: [Item])?, height: Int) {
    let items = rows.rows.items
    if let id = wanted, items.contains(where: { $0.id == id }) {
      cursor = id
      wanted = nil
    }
    if index == nil {
      if fromEnd {
        cursor = items.last?.id
      } else if let previous, !items.isEmpty, previous.index < previous.items.count {
        let key = previous.items[previous.index].key
        cursor = (items.first { $0.key >= key } ?? items.last)?.id
      } else {
        cursor = items.first?.id
      }
    }
    let at = index ?? 0
    line = min(max(line, 0), max(0, height - 1))
    if rows.rows.hasFirst { line = min(line, at) }
    // Where the list is shorter than the pane, it begins at the top.
    if rows.rows.hasFirst, rows.rows.hasLast, items.count <= height { line = at }
    // No empty lines below while there are rows above.
    if rows.rows.hasLast {
      let below = items.count - 1 - at
      let most = max(0, height - 1 - below)
      if line < most { line = min(most, at) }
    }
  }
}
