/// Where one person is in the review of one quarter: kept, so that a pause or a lost line costs nothing.
public struct ReviewPlace: Hashable, Sendable {
  public enum Page: Int64, Sendable {
    case opening = 1
    case items, summary
  }

  public var quarter: Period
  public var page: Page
  /// The item one stands on.
  public var item: ItemID?
  public var order: ReviewOrder
  public var scope: ReviewScope
  /// The day on which this person's review began; decisions from that day on belong to it.
  public var begun: Day
  /// The quarter's money when it began.
  public var before: Money

  public init(
    quarter: Period, page: Page = .opening, item: ItemID? = nil, order: ReviewOrder = .trouble,
    scope: ReviewScope = .all, begun: Day, before: Money
  ) {
    self.quarter = quarter
    self.page = page
    self.item = item
    self.order = order
    self.scope = scope
    self.begun = begun
    self.before = before
  }
}

/// Which decisions are wanted.
public enum DecisionQuery: Hashable, Sendable {
  /// About one item, newest first.
  case about(ItemID)
  /// Not done yet, of the reviews up to a quarter, the oldest first.
  case open(upTo: Period)
  /// Of one quarter's reviews, newest first.
  case of(Period)
}
