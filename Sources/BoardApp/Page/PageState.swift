import PlanModel

/// What the page of one item knows.
struct PageState: Sendable {
  var item: ItemID?
  /// The first line in sight.
  var top = 0
  var loaded = Loaded<ItemID?, Content?>(nil)

  struct Content: Sendable {
    var detail: ItemDetail
    /// The reasons of its reasons: up to the trends.
    var above: [ItemID: [Item]]
    var history: [HistoryEntry]
    /// What reviews decided about it, newest first.
    var decisions: [Item] = []
  }

  mutating func show(_ id: ItemID) {
    item = id
    top = 0
  }
}
