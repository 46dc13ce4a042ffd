/// A number with its English noun: `1 cell`, `2 cells`.
public enum Plural {
  /// - Parameter many: the plural, where it isn't the noun with an s.
  public static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }
}
