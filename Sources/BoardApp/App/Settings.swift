import PlanModel

/// How one person likes it: from the configuration file, the environment and flags.
public struct Settings: Sendable, Hashable {
  public var language: Language
  /// Few bytes on the line: over SSH, or when asked for.
  public var isLean: Bool
  /// Only ASCII signs.
  public var isASCII: Bool
  public var unit: ShownUnit

  public init(
    language: Language, isLean: Bool = false, isASCII: Bool = false, unit: ShownUnit? = nil
  ) {
    self.language = language
    self.isLean = isLean
    self.isASCII = isASCII
    self.unit = unit ?? .usual(language)
  }
}
