/// Rows that were read for a query, and the revision of the board they show.
struct Loaded<Query: Equatable & Sendable, Rows: Sendable>: Sendable {
  private(set) var rows: Rows
  private(set) var query: Query?
  private(set) var revision = -1

  init(_ empty: Rows) { rows = empty }

  /// Reads again when the query or the board has changed; says whether it did.
  @discardableResult
  mutating func refresh(
    _ query: Query, revision: Int, read: (Query) throws -> Rows
  ) rethrows -> Bool {
    guard self.query != query || self.revision != revision else { return false }
    rows = try read(query)
    self.query = query
    self.revision = revision
    return true
  }
}
