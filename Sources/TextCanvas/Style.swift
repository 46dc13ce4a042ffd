/// How a cell looks: colours of the terminal's palette and attributes.
public struct Style: Hashable, Sendable {
  /// An index of the 256-colour palette; nil is the terminal's own colour.
  public var foreground: Int?
  public var background: Int?
  public var attributes: Attributes

  public init(_ foreground: Int? = nil, on background: Int? = nil, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let reverse = Attributes(rawValue: 4)
    public static let underline = Attributes(rawValue: 8)
    public static let italic = Attributes(rawValue: 16)
  }
}
