/// A language of the interface.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// A text of the interface in both languages.
public struct Words: Hashable, Sendable {
  public let zh: String
  public let en: String

  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  public func callAsFunction(_ language: Language) -> String {
    language == .chinese ? zh : en
  }
}

/// A value with a stable code for files and commands and a name for people.
public protocol Coded: CaseIterable, Sendable, Hashable {
  /// Stable in JSON, CSV and on the command line; never translated.
  var code: String { get }
  var words: Words { get }
}

extension Coded {
  public init?(code: String) {
    guard let match = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = match
  }
}
