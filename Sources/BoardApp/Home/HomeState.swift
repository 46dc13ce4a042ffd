import PlanModel

/// What the home screen knows: three panes, which one is open, what is narrowed and marked.
struct HomeState: Sendable {
  var focus = ItemKind.activity
  /// Only what belongs to the selection on the left.
  var isNarrow = false
  /// The focused pane has the whole width.
  var isZoomed = false
  var filter = Filter()
  var filterText = ""
  /// The filter is being typed.
  var isFiltering = false
  /// One for each kind, in their order.
  private var panes = ItemKind.horizons.map { _ in PaneState() }
  /// The marked items as they were when they were marked.
  var marked: [ItemID: Item] = [:]
  /// Where a range of marks began.
  var rangeStart: Item?
  /// The rows that are marked as soon as they have been read.
  var rangeToMark: ClosedRange<RowKey>?
  var detail = Loaded<DetailQuery, ItemDetail?>(nil)

  /// How long the cursor stands still before what follows it is read, in milliseconds.
  static let rest: Int64 = 150
  /// When what follows the cursor is read: the cursor is on its way. In the loop's milliseconds.
  var restsAt: Int64? {
    didSet { if restsAt == nil { listWaits = false } }
  }
  /// The list is read from its beginning: it is narrowed to something else.
  var goesToFirst = false
  /// The list waits too: a filter is being typed on a slow line.
  var listWaits = false

  struct DetailQuery: Hashable, Sendable { var id: ItemID? }

  func pane(_ kind: ItemKind) -> PaneState { panes[Int(kind.rawValue) - 1] }
  mutating func change(_ kind: ItemKind, _ body: (inout PaneState) throws -> Void) rethrows {
    try body(&panes[Int(kind.rawValue) - 1])
  }

  /// Stands on an item, wherever it is in its list: what would hide it is lifted.
  mutating func select(_ id: ItemID, kind: ItemKind) {
    guard kind.isHorizon else { return }
    focus = kind
    change(kind) { $0.wanted = id }
  }

  var selected: Item? { pane(focus).selected }

  /// The code of an item that is in memory.
  func code(of id: ItemID) -> ItemCode? {
    panes.lazy.flatMap(\.rows.rows.items).first { $0.id == id }?.code
  }
}

/// One list of the home screen: which part of it is in memory and where the cursor stands.
struct PaneState: Sendable {
  /// The rows in memory lie around this key; nil: the list's beginning.
  var centre: RowKey?
  var fromEnd = false
  /// The item under the cursor.
  var cursor: ItemID?
  /// An item to stand on as soon as it has been read.
  var wanted: ItemID?
  /// The screen line of the cursor inside the pane, from 0.
  var line = 0
  var rows = Loaded<PaneQuery, PaneRows>(PaneRows())
  var tally = Loaded<ListScope, Tally>(Tally())
  var details = Loaded<DetailsQuery, [ItemID: ItemDetail]>([:])

  struct PaneQuery: Hashable, Sendable {
    var scope: ListScope
    var centre: RowKey?
    var fromEnd: Bool
    var height: Int
    var wanted: ItemID?
  }

  struct DetailsQuery: Hashable, Sendable {
    var ids: [ItemID]
    var isOpen: Bool
  }

  /// A part of the list: some pages before the centre and some behind it.
  struct PaneRows: Sendable {
    var items: [Item] = []
    /// The list begins (ends) with the first (last) of these rows.
    var hasFirst = true
    var hasLast = true
  }

  var index: Int? { rows.rows.items.firstIndex { $0.id == cursor } }
  var selected: Item? { index.map { rows.rows.items[$0] } }

  /// The rows that a pane of this height shows, with the cursor on its line.
  func visible(height: Int) -> ArraySlice<Item> {
    let items = rows.rows.items
    let top = max(0, (index ?? 0) - min(line, height - 1))
    return items[min(top, items.count)..<min(items.count, top + height)]
  }
}
