/// The glyphs of a text with their widths in columns, made drawable first.
public struct Glyphs: Sequence, Sendable {
  let drawable: String

  public init(_ text: String) { drawable = Drawable.text(text) }

  public func makeIterator() -> Iterator { Iterator(drawable.unicodeScalars) }

  public struct Iterator: IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private var ahead: Unicode.Scalar?

    init(_ text: String.UnicodeScalarView) {
      scalars = text.makeIterator()
      ahead = scalars.next()
    }

    public mutating func next() -> (text: String, width: Int)? {
      guard let base = ahead else { return nil }
      let width = ScalarWidth.of(base)
      ahead = scalars.next()
      guard let follower = ahead, follower.value >= 0x300, ScalarWidth.of(follower) == 0 else {
        return (String(base), width)
      }
      var glyph = String(base)
      while let mark = ahead, ScalarWidth.of(mark) == 0 {
        glyph.unicodeScalars.append(mark)
        ahead = scalars.next()
      }
      return (glyph, width)
    }
  }
}
