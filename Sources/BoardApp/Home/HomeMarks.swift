import PlanModel

/// Marked items: an action applies to all of them as one step.
extension HomeState {
  var markedItems: [Item] { marked.values.sorted { $0.key < $1.key } }
  var marks: Set<ItemID> { Set(marked.keys) }

  mutating func mark(_ item: Item) { marked[item.id] = item }
  mutating func toggleMark(_ item: Item) {
    if marked.removeValue(forKey: item.id) == nil { marked[item.id] = item }
  }
  mutating func clearMarks() {
    marked = [:]
    rangeStart = nil
  }
}
