import PlanModel

/// What the columns of somebody else's table mean here, as flags say it and as a board keeps it.
public struct TableMapping: Hashable, Sendable {
  /// `FIELD=COLUMN[:WORD=code,…]`.
  public struct Map: Hashable, Sendable {
    /// The field or figure: `title`, `plan.media@2026-10`, `amount`.
    public var field: String
    /// The column's heading, `#` and its number, or two of them with `..` between; words behind a
    /// colon.
    public var column: String

    public init(field: String, column: String) {
      self.field = field
      self.column = column
    }
  }

  public var kind: ItemKind?
  public var maps: [Map] = []
  /// Values of all rows, where a row says no other.
  public var sets: [(field: String, value: String)] {
    get { constants.map { ($0.field, $0.column) } }
    set { constants = newValue.map { Map(field: $0.field, column: $0.value) } }
  }
  private var constants: [Map] = []
  public var hasHeading = true
  /// Physical lines above the headings, such as a title, that aren't read.
  public var skippedLines = 0
  /// Words that mean that nothing stands in a cell.
  public var empty: [String] = []
  public var dateOrder: DateOrder?
  /// The encoding by its name; nil finds it.
  public var encoding: String?

  /// What a file's amounts do to those that are there.
  public enum Existing: String, CaseIterable, Hashable, Sendable { case replace, add }

  public init() {}

  /// Reads `FIELD=VALUE`; nil without a field or without a sign of equality.
  public static func pair(_ text: String) -> (field: String, value: String)? {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    let field = text[..<sign].trimmed
    return field.isEmpty ? nil : (field, text[text.index(after: sign)...].trimmed)
  }

  /// Adds `FIELD=COLUMN`.
  /// - Throws: a fault where it isn't of that form.
  public mutating func map(_ text: String) throws(MappingFault) {
    guard let pair = Self.pair(text), !pair.value.isEmpty else {
      throw MappingFault(
        Words(
          "写成 --map 字段=列标题：\(text)", "write --map FIELD=COLUMN: \(text)"))
    }
    maps.append(Map(field: pair.field, column: pair.value))
  }

  /// Adds `FIELD=VALUE`.
  /// - Throws: a fault where it isn't of that form.
  public mutating func set(_ text: String) throws(MappingFault) {
    guard let pair = Self.pair(text) else {
      throw MappingFault(
        Words("写成 --set 字段=值：\(text)", "write --set FIELD=VALUE: \(text)"))
    }
    constants.append(Map(field: pair.field, column: pair.value))
  }

  /// This one with what the other says in addition or otherwise.
  public func changed(by other: TableMapping) -> TableMapping {
    var changed = self
    changed.kind = other.kind ?? kind
    changed.maps.removeAll { map in other.maps.contains { $0.field == map.field } }
    changed.maps += other.maps
    changed.constants.removeAll { map in other.constants.contains { $0.field == map.field } }
    changed.constants += other.constants
    changed.hasHeading = hasHeading && other.hasHeading
    if other.skippedLines > 0 { changed.skippedLines = other.skippedLines }
    if !other.empty.isEmpty { changed.empty = other.empty }
    changed.dateOrder = other.dateOrder ?? dateOrder
    changed.encoding = other.encoding ?? encoding
    return changed
  }

  func constant(_ field: String) -> String? { constants.last { $0.field == field }?.column }
}

/// A call for an import that can't be understood: an unknown field or column.
public struct MappingFault: Error, Hashable, Sendable {
  public var words: Words
  public init(_ words: Words) { self.words = words }
}
