import PlanModel

/// A file that somebody wants to import, and what its columns mean.
public struct ImportRequest: Hashable, Sendable {
  public var path: String
  /// What columns become, by their numbers from 1.
  public var fields: [Int: String] = [:]
  /// How flags name those columns: by heading where that is clear.
  public var columns: [Int: String] = [:]
  public var kind: ItemKind?
  /// Values of all rows that say no other.
  public var constants: [String: String] = [:]
  /// Words that mean that nothing stands in a cell.
  public var empty: [String] = []
  /// `ymd`, `dmy` or `mdy`; nil finds it.
  public var dateOrder: String?
  /// What becomes of what is there already; nil leaves it.
  public var existing: Existing?
  /// How the characters are written, by name; nil finds it.
  public var encoding: String?
  public var hasHeading = true
  /// Lines above the headings that aren't read.
  public var skippedLines = 0
  /// What words of columns stand for, as flags write them: `MKT=marketing,SLS=sales`.
  public var words: [Int: String] = [:]
  /// Why: what was spent in closed months may be corrected then.
  public var reason = ""
  /// Whoever looks says what the columns may mean.
  public var proposes = true
  /// The kept mapping that this began with.
  public var mapping: String?
  /// What it says hasn't been taken over yet.
  public var takesMapping = false
  /// The name under which the meanings are kept.
  public var keepsAs: String?
  /// Counts the looks: an answer to an earlier one is late.
  public var number = 0

  /// The reader's language.
  public var language: Language

  /// What amounts and items of the file do to those that are there.
  public enum Existing: Sendable, Hashable { case replace, add }

  public init(path: String, language: Language) {
    self.path = path
    self.language = language
  }

  /// The file's name without its folders.
  public var title: String { path.split(separator: "/").last.map(String.init) ?? path }
}
