/// One column of the screen: what is drawn there and what it means.
///
/// Plain numbers, so that a screen of thousands is filled and compared quickly.
public struct Cell: Equatable, Sendable {
  /// The glyph's first scalar, of width 1 or 2; 0 in the right half of a wide glyph.
  public private(set) var base: UInt32
  public var role: Role
  /// Up to four scalars of width 0, two in each number.
  private var firstMarks: UInt64 = 0
  private var lastMarks: UInt64 = 0

  /// The most scalars a glyph has: a base and its marks.
  public static let mostScalars = 1 + Drawable.marksPerGlyph

  public init(glyph: String, role: Role) {
    base = 0
    self.role = role
    for (place, scalar) in glyph.unicodeScalars.prefix(Self.mostScalars).enumerated() {
      if place == 0 { base = scalar.value } else { setMark(place, scalar.value) }
    }
  }

  init(base: UInt32, role: Role) {
    self.base = base
    self.role = role
  }

  /// The scalars of the glyph: a base of width 1 or 2, then up to four of width 0.
  /// Empty in the right half of a wide glyph.
  public var glyph: String {
    get {
      var scalars = String.UnicodeScalarView()
      for place in 0..<Self.mostScalars {
        guard let scalar = Unicode.Scalar(self.scalar(place)), scalar.value > 0 else { break }
        scalars.append(scalar)
      }
      return String(scalars)
    }
    set { self = Cell(glyph: newValue, role: role) }
  }

  /// The scalar at a place, 0 for the base; 0 where there is none.
  public func scalar(_ place: Int) -> UInt32 {
    switch place {
    case 0: base
    case 1: UInt32(truncatingIfNeeded: firstMarks)
    case 2: UInt32(truncatingIfNeeded: firstMarks >> 32)
    case 3: UInt32(truncatingIfNeeded: lastMarks)
    case 4: UInt32(truncatingIfNeeded: lastMarks >> 32)
    default: 0
    }
  }

  public var hasMarks: Bool { firstMarks != 0 }

  mutating func setMark(_ place: Int, _ value: UInt32) {
    switch place {
    case 1: firstMarks |= UInt64(value)
    case 2: firstMarks |= UInt64(value) << 32
    case 3: lastMarks |= UInt64(value)
    case 4: lastMarks |= UInt64(value) << 32
    default: break
    }
  }

  public static let blank = Cell(base: 0x20, role: .text)
  /// True for the right half of a wide glyph.
  public var isContinuation: Bool { base == 0 }
}
