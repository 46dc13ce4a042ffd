import PlanModel

/// What the review of a quarter knows: the list in its order, where one stands, what was decided.
struct ReviewState: Sendable {
  /// Where one is; nil before the screen was opened.
  var place: ReviewPlace?
  var list = ReviewList(Period(year: 1))
  /// The items one goes through, in an order that stays while one does.
  var path: [ItemID] = []
  var index = 0
  var marked: Set<ItemID> = []
  /// The first line in sight of the summary.
  var top = 0
  var opening = Loaded<Period?, Opening>(Opening())
  var content = Loaded<ItemID?, Content?>(nil)
  /// The quarter's newest decisions, newest first.
  var decisions = Loaded<Period?, [Item]>([])
  var money = Loaded<Period?, Money>(Money())
  /// Who has gone through this review too, by their names.
  var visitors: [String] = []
  /// Codes and titles of what the decisions in memory are about.
  var subjects: [ItemID: Item] = [:]
  /// Items that others, or oneself, have changed since the list was read, with who it was.
  var touched: [ItemID: PersonID] = [:]
  /// So much has changed at once that the list is looked through again.
  var looksThrough = false
  /// Where one is has changed and wasn't kept: when it is to be, in the loop's milliseconds.
  var keepsAt: Int64?

  /// The quarter's state on one page.
  struct Opening: Sendable {
    var byLead: [GroupSum] = []
    var targets: [ItemDetail] = []
    var targetCount = 0
    /// Not done yet, of this quarter's reviews and those before.
    var open: [Item] = []
    /// What the last review decided, newest first.
    var last: [Item] = []
  }

  /// One item with what it serves and what was decided about it.
  struct Content: Sendable {
    var detail: ItemDetail
    var target: ItemDetail?
    var decisions: [Item]
    /// Its last changes, where there is room for them.
    var history: [HistoryEntry] = []
  }

  static let mostDecisions = 500

  var page: ReviewPlace.Page { place?.page ?? .opening }
  var quarter: Period? { place?.quarter }
  /// The item one stands on.
  var current: Item? { page == .items ? content.rows?.detail.item : nil }
  /// Decisions that belong to this review.
  var own: [Item] {
    guard let begun = place?.begun else { return [] }
    return decisions.rows.filter { $0.decidedOn.map { $0 >= begun } ?? false }
  }
  var isUnderWay: Bool { place != nil && !list.isWhole }

  /// What is decided in this review about an item, newest first.
  func decision(about item: ItemID) -> Item? { own.first { $0.about == item } }

  /// What stands about the items that this review has decided about: the newest decision of each.
  var standing: [ItemID: Item] {
    Dictionary(own.compactMap { own in own.about.map { ($0, own) } }) { newest, _ in newest }
  }

  /// A decision that is in memory.
  func decision(_ id: ItemID) -> Item? {
    content.rows?.decisions.first { $0.id == id } ?? decisions.rows.first { $0.id == id }
  }

  /// The items that nothing is wrong with and nobody has decided about.
  var fine: [ItemID] {
    let decided = Set(own.compactMap(\.about))
    return path.filter { id in
      guard let row = list[id] else { return false }
      return row.trouble.isEmpty && row.isOpen && !decided.contains(id)
    }
  }

  /// The place of another item is to be kept after a rest.
  mutating func moved(_ now: Int64) { keepsAt = now + Typing.rest }
}
