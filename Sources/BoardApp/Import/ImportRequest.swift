import PlanModel

/// A file that somebody wants to import, and what its columns mean.
public struct ImportRequest: Hashable, Sendable {
  public var path: String
  /// What columns become, by their numbers from 1.
  public var fields: [Int: String] = [:]
  /// How flags name those columns: by heading where that is clear, with words behind a colon.
  public var columns: [Int: String] = [:]
  public var kind: ItemKind?
  /// Values of all rows that say no other.
  public var constants: [String: String] = [:]
  /// Words that mean that nothing stands in a cell.
  public var empty: [String] = []
  /// `ymd`, `dmy` or `mdy`; nil finds it.
  public var dateOrder: String?
  /// Change what is there already.
  public var updates = false
  /// Whoever looks says what the columns may mean.
  public var proposes = true
  /// A kept mapping to begin with.
  public var mapping: String?
  /// The name under which the meanings are kept.
  public var keepsAs: String?
  /// Counts the looks: an answer to an earlier one is late.
  public var number = 0

  /// The reader's language.
  public var language: Language

  public init(path: String, language: Language) {
    self.path = path
    self.language = language
  }

  /// The file's name without its folders.
  public var title: String { path.split(separator: "/").last.map(String.init) ?? path }
}
