@testable import CursesTerminal

/// A scalar on the screen and how it is drawn, read from text with sequences (`capture-pane -e`).
struct DrawnCell: Equatable {
  let scalar: UnicodeScalar
  let rendition: Rendition

  static func == (one: DrawnCell, other: DrawnCell) -> Bool {
    guard one.scalar == other.scalar else { return false }
    if one.rendition == other.rendition { return true }
    // One sees only the ground of a blank, unless it is underlined or reversed.
    let isPlain = (one.rendition.flags | other.rendition.flags) & (1 << 4 | 1 << 7) == 0
    return one.scalar == " " && isPlain && one.rendition.background == other.rendition.background
  }

  /// Rows without the plain blanks at their ends.
  static func rows(of text: String) -> [[DrawnCell]] {
    var rows: [[DrawnCell]] = []
    var row: [DrawnCell] = []
    var rendition = Rendition()
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\n":
        while let last = row.last, last == DrawnCell(scalar: " ", rendition: Rendition()) {
          row.removeLast()
        }
        rows.append(row)
        row = []
      case "\u{1B}":
        _ = scalars.next()
        var parameters: [UInt8] = []
        while let next = scalars.next(), next != "m" { parameters.append(UInt8(next.value)) }
        _ = rendition.apply(parameters[...])
      default: row.append(DrawnCell(scalar: scalar, rendition: rendition))
      }
    }
    return rows
  }
}
