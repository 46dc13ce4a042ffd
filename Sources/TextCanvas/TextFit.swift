/// Cuts, pads and wraps text to columns. Every text is made drawable first.
public enum TextFit {
  /// The columns the text takes.
  public static func width(_ text: String) -> Int {
    if Drawable.isPlain(text) { return text.utf8.count }
    return Drawable.text(text).unicodeScalars.reduce(0) { $0 + ScalarWidth.of($1) }
  }

  /// At most so many columns of the text; what was cut ends in the ellipsis. A wide glyph is never
  /// halved, so that the result may be one column shorter.
  /// - Parameter ellipsis: one column wide; `~` where signs are ASCII.
  public static func cut(_ text: String, columns: Int, ellipsis: String = "…") -> String {
    measured(text, columns: columns, ellipsis: ellipsis).text
  }

  /// Exactly so many columns: cut, or padded with blanks on the side the alignment says.
  public static func fit(
    _ text: String, columns: Int, align: Alignment = .left, ellipsis: String = "…"
  ) -> String {
    let (shown, width) = measured(text, columns: columns, ellipsis: ellipsis)
    let gap = max(0, columns - width)
    if gap == 0 { return shown }
    switch align {
    case .left: return shown + blanks(gap)
    case .right: return blanks(gap) + shown
    case .centre: return blanks(gap / 2) + shown + blanks(gap - gap / 2)
    }
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// The text cut to so many columns, and those it takes; it is drawable.
  static func measured(
    _ text: String, columns: Int, ellipsis: String = "…"
  ) -> (text: String, width: Int) {
    guard columns > 0 else { return ("", 0) }
    if Drawable.isPlain(text) && text.utf8.count <= columns { return (text, text.utf8.count) }
    let drawable = Drawable.text(text)
    var used = 0
    var room = 0  // columns used up to `end`
    var end = drawable.startIndex  // where it is cut if it doesn't fit
    let scalars = drawable.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let width = ScalarWidth.of(scalars[index])
      if width > 0 {
        // The glyph that begins here may stay only if the ellipsis fits behind what came before.
        if used <= columns - 1 {
          end = index
          room = used
        }
        used += width
        if used > columns { return (String(drawable[..<end]) + ellipsis, room + 1) }
      }
      index = scalars.index(after: index)
    }
    return (drawable, used)
  }
}
