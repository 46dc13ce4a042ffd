import CNcursesw
import CSystem
import TextCanvas

/// Turns cells of a canvas into what ncurses takes: one `cchar_t` for a glyph, however wide.
struct GlyphCells {
  /// One blank for each role, in its colours and attributes.
  private let templates: [cchar_t]

  init(theme: Theme, pairs: inout ColourPairs) {
    var templates: [cchar_t] = []
    for value in 0...(Role.allCases.map(\.rawValue).max() ?? 0) {
      let style = Role(rawValue: value).map { theme[$0] } ?? theme[.text]
      let pair = pairs.number(foreground: style.foreground, background: style.background)
      var blank = cchar_t()
      let text: [wchar_t] = [wchar_t(UInt8(ascii: " ")), 0]
      _ = sanban_setcchar(&blank, text, Self.attributes(of: style), pair)
      templates.append(blank)
    }
    self.templates = templates
  }

  private static func attributes(of style: Style) -> attr_t {
    var all = SANBAN_NORMAL
    if style.attributes.contains(.bold) { all |= SANBAN_BOLD }
    if style.attributes.contains(.dim) { all |= SANBAN_DIM }
    if style.attributes.contains(.reverse) { all |= SANBAN_REVERSE }
    if style.attributes.contains(.underline) { all |= SANBAN_UNDERLINE }
    if style.attributes.contains(.italic) { all |= SANBAN_ITALIC }
    return all
  }

  /// Appends the glyphs of one row that fit into `columns`.
  func append(_ row: ArraySlice<Cell>, columns: Int, to glyphs: inout [cchar_t]) {
    let end = row.startIndex + min(columns, row.count)
    var at = row.startIndex
    while at < end {
      let cell = row[at]
      let template = templates[Int(cell.role.rawValue)]
      let isWide = at + 1 < end && row[at + 1].isContinuation
      at += isWide ? 2 : 1
      if !isWide, cell.base >= 0x20, cell.base < 0x7F, !cell.hasMarks {
        glyphs.append(template.holding(wchar_t(cell.base)))
      } else if sanban_wcwidth(cell.base) == (isWide ? 2 : 1) {
        glyphs.append(template.holding(cell))
      } else {
        // Half of a glyph, or one that this C library measures otherwise: the columns must stay.
        let stand = cell.isContinuation ? wchar_t(UInt8(ascii: " ")) : question
        glyphs.append(template.holding(stand))
        if isWide { glyphs.append(template.holding(stand)) }
      }
    }
  }

  private var question: wchar_t { wchar_t(UInt8(ascii: "?")) }
}

extension cchar_t {
  fileprivate func holding(_ character: wchar_t) -> cchar_t {
    var copy = self
    copy.chars.0 = character
    return copy
  }

  fileprivate func holding(_ cell: Cell) -> cchar_t {
    var copy = self
    copy.chars.0 = wchar_t(bitPattern: cell.scalar(0))
    copy.chars.1 = wchar_t(bitPattern: cell.scalar(1))
    copy.chars.2 = wchar_t(bitPattern: cell.scalar(2))
    copy.chars.3 = wchar_t(bitPattern: cell.scalar(3))
    copy.chars.4 = wchar_t(bitPattern: cell.scalar(4))
    return copy
  }
}
