/// One column of the screen: what is drawn there and what it means.
public struct Cell: Equatable, Sendable {
  /// The scalars of the glyph: a base of width 1 or 2, then up to four of width 0.
  /// Empty in the right half of a wide glyph.
  public var glyph: String
  public var role: Role

  public init(glyph: String, role: Role) {
    self.glyph = glyph
    self.role = role
  }

  public static let blank = Cell(glyph: " ", role: .text)
  /// True for the right half of a wide glyph.
  public var isContinuation: Bool { glyph.isEmpty }
}
