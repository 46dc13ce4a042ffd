/// How every role looks.
public struct Theme: Equatable, Sendable {
  private var styles: [Style]

  /// A theme from a function of the role.
  public init(_ style: (Role) -> Style) { styles = Role.allCases.map(style) }

  public subscript(role: Role) -> Style { styles[Int(role.rawValue)] }

  /// How much is coloured.
  public enum Dress: String, CaseIterable, Sendable {
    /// Everything.
    case full
    /// For slow lines: sixteen colours, and none for what is quiet.
    case lean
  }

  public static let dark = Theme(darkStyle)
  public static let light = Theme(lightStyle)
  public static let mono = Theme(monoStyle)

  /// The theme in a dress. Lean, `dark` and `light` use colours 0 to 15 only.
  public func dressed(_ dress: Dress) -> Theme {
    dress == .full || self == .mono
      ? self : Theme { Lean.style(self[$0], role: $0, isDark: self == .dark) }
  }

  /// The theme for a terminal that knows so many colours: 256 or more, 16, 8, or fewer for none.
  public func adapted(toColours colours: Int) -> Theme {
    if self == .mono || colours >= 256 { return self }
    if colours < 8 { return .mono }
    return Theme { role in
      let basic = BasicColours.style(self[role])
      if colours >= 16 { return basic }
      // Eight grounds are too few for an accent of its own.
      return role == .cursor ? Style(nil, on: nil, [.reverse, .bold]) : BasicColours.eight(basic)
    }
  }
}
