/// A text somebody has begun and not saved: kept in the board, lost with nothing but a save or a
/// discard. It makes no edit and rings no bell.
public struct Draft: Hashable, Sendable {
  /// What the text is meant for; ids that aren't on the board (0, negative) stand for new things.
  public var target: ChangeTarget
  /// What its author saw there.
  public var base: Value
  public var text: String
  /// Seconds since 1970, UTC.
  public var at: Int64

  public init(_ target: ChangeTarget, base: Value, text: String, at: Int64) {
    self.target = target
    self.base = base
    self.text = text
    self.at = at
  }
}
