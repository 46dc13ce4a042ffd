import PlanModel

/// How an import treats what the board has already.
public struct ImportOptions: Sendable {
  /// What happens to an item whose code exists with other content.
  public enum Existing: Sendable { case refuse, update, renumber }

  public var existing: Existing
  /// The kind of the rows of a table that don't name it.
  public var kind: ItemKind?
  /// What the columns of somebody else's table mean; one without maps is for the program's own.
  public var mapping: TableMapping
  /// What amounts of a row each do to those that are there; nil refuses.
  public var amounts: TableMapping.Existing?
  /// Rows of amounts that nothing on the board fits are left out, not refused.
  public var skipsUnmatched = false
  /// The author says why: what was spent in closed months may be corrected.
  public var hasReason = false
  /// Changes are handed over a record at a time, so that a refusal can be told with its line.
  public var oneByOne = false

  public init(
    existing: Existing = .refuse, kind: ItemKind? = nil, mapping: TableMapping = TableMapping()
  ) {
    self.existing = existing
    self.kind = kind
    self.mapping = mapping
  }
}

/// What an import does, told before anything is written.
public struct ImportSummary: Hashable, Sendable {
  public var created = 0
  public var updated = 0
  /// There already with equal content.
  public var skipped = 0
  /// Rows whose amounts were added by an earlier import.
  public var rowsTakenBefore = 0
  /// What it adds to, or changes of, the board itself.
  public var board = BoardChanges()

  public init() {}
}

/// A file that has been read and found sound: what it does, and the changes that do it.
public struct PreparedImport {
  public let summary: ImportSummary
  /// Rows that were left out because nothing fits them.
  public let unmatched: FileFaults
  /// The next changes; nil at the end. Provisional ids are unique over all of them.
  public let next: () throws -> [Change]?
  /// The line on which the record begins whose changes were handed over last; nil where they are of
  /// none, or of many.
  public let line: () -> Int?

  init(
    summary: ImportSummary, unmatched: FileFaults = FileFaults([]),
    line: @escaping () -> Int? = { nil }, next: @escaping () throws -> [Change]?
  ) {
    self.summary = summary
    self.unmatched = unmatched
    self.line = line
    self.next = next
  }
}
