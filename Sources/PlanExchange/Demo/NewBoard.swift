import PlanModel

/// What a new board begins with: its settings, and the changes that fill it, chunk by chunk, so that
/// a large board never stands in memory. Provisional ids are unique over all chunks: they belong to
/// one edit.
public struct NewBoard {
  public let settings: [Setting: Value]
  /// The next changes; nil at the end.
  public let next: () throws -> [Change]?

  public init(settings: [Setting: Value], next: @escaping () throws -> [Change]?) {
    self.settings = settings
    self.next = next
  }

  /// A board whose changes are few.
  public init(settings: [Setting: Value], changes: [Change]) {
    var rest: [Change]? = changes
    self.init(settings: settings) {
      defer { rest = nil }
      return rest
    }
  }
}
