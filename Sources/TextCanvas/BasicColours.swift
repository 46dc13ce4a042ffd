/// The themes on terminals with sixteen or eight colours.
enum BasicColours {
  /// The style in colours 0 to 15.
  static func style(_ style: Style) -> Style {
    var basic = style
    basic.background = style.background.map(index)
    basic.foreground = style.foreground.flatMap { foreground in
      isGrey(foreground)
        ? grey(foreground, on: basic.background, bold: style.attributes.contains(.bold))
        : index(foreground)
    }
    // Pale blue on blue would not be read.
    if basic.background == 4, basic.foreground == 14 { basic.foreground = 15 }
    // Nothing but black is read on yellow.
    if basic.background == 3 || basic.background == 11 { basic.foreground = 0 }
    return readable(basic)
  }

  /// A style of sixteen colours in eight: bright becomes bold, grey becomes dim.
  static func eight(_ style: Style) -> Style {
    var basic = style
    basic.background = style.background.map { $0 % 8 }
    if let foreground = style.foreground, foreground > 7 {
      basic.foreground = foreground % 8
      if foreground > 8 {
        basic.attributes.insert(.bold)
      } else if style.background == nil {
        basic.foreground = nil
        basic.attributes.insert(.dim)
      }
    }
    return readable(basic)
  }

  /// Black or white where letters and ground have become one colour.
  private static func readable(_ style: Style) -> Style {
    guard let ground = style.background, style.foreground == ground else { return style }
    var changed = style
    changed.foreground = [0, 1, 4, 5, 8, 9, 12].contains(ground) ? 7 : 0
    return changed
  }

  private static func isGrey(_ colour: Int) -> Bool { (232...255).contains(colour) }

  /// Grey letters: apart from their ground, and on the terminal's own ground neither black nor white.
  private static func grey(_ colour: Int, on ground: Int?, bold: Bool) -> Int? {
    switch ground {
    case nil: bold ? nil : colour >= 254 ? 15 : 8
    case 7, 15: 8
    default: colour >= 250 ? 15 : 7
    }
  }

  /// The basic colour that looks most like a colour of the palette.
  static func index(_ colour: Int) -> Int {
    if colour < 16 { return colour }
    if let chosen = chosen[colour] { return chosen }
    if isGrey(colour) { return colour >= 254 ? 15 : colour >= 244 ? 7 : 8 }
    let wanted = rgb(colour)
    return (0..<16).min { distance(basic[$0], wanted) < distance(basic[$1], wanted) } ?? 7
  }

  /// Pale colours are nearest to grey by number, but their hue is what they are there for.
  private static let chosen: [Int: Int] = [
    16: 0, 24: 4, 25: 4, 28: 2, 31: 4, 58: 11, 75: 12, 81: 14, 90: 5, 94: 3, 114: 10, 120: 10,
    130: 3, 151: 2, 152: 15, 153: 14, 157: 10, 160: 1, 172: 3, 183: 13, 203: 9, 215: 11, 220: 11,
    221: 11, 222: 11, 228: 11, 229: 11, 254: 7,
  ]

  private static let basic: [[Int]] = [
    [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205],
    [229, 229, 229], [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0], [92, 92, 255],
    [255, 0, 255], [0, 255, 255], [255, 255, 255],
  ]

  /// A colour of the palette's cube (16 to 231).
  private static func rgb(_ colour: Int) -> [Int] {
    let steps = [0, 95, 135, 175, 215, 255]
    let place = min(max(colour - 16, 0), 215)
    return [steps[place / 36], steps[place / 6 % 6], steps[place % 6]]
  }

  private static func distance(_ one: [Int], _ other: [Int]) -> Int {
    zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }
}

/// The lean dress: sixteen colours, and none for borders, codes, dates and blanks.
enum Lean {
  static func style(_ style: Style, role: Role, isDark: Bool) -> Style {
    var lean = style
    // Both are grounds of quiet greys: a sum and a field are told by their attributes and place.
    if style.background == 236 || style.background == 254 { lean.background = nil }
    if isQuiet(role, isDark: isDark) || isQuietGrey(style.foreground) { lean.foreground = nil }
    return BasicColours.style(lean)
  }

  private static func isQuiet(_ role: Role, isDark: Bool) -> Bool {
    switch role {
    case .dim, .faint, .rule, .hint, .column: true
    // White letters on the bar of a light theme: the terminal's own would be black.
    case .titleDim: isDark
    default: false
    }
  }

  private static func isQuietGrey(_ colour: Int?) -> Bool {
    switch colour {
    case 239, 240, 245, 250: true
    default: false
    }
  }
}
