public typealias ItemID = Int64
public typealias LineID = Int64
public typealias PersonID = Int64
public typealias EntryID = Int64
public typealias CommentID = Int64
/// The number of a saved edit; later edits have higher ones.
public typealias OpID = Int64

/// The short name of an item: T1, Y1, A33. Given once, never used twice.
public struct ItemCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let kind: ItemKind
  public let number: Int64

  public init(kind: ItemKind, number: Int64) {
    self.kind = kind
    self.number = number
  }

  /// Reads `A33` or `a33`.
  public init?(_ text: String) {
    guard let first = text.first,
      let kind = ItemKind.allCases.first(where: { $0.letter == first.uppercased() }),
      let number = Int64(text.dropFirst()), number > 0, text.dropFirst().first != "+"
    else { return nil }
    self.init(kind: kind, number: number)
  }

  public var description: String { "\(kind.letter)\(number)" }
  public static func < (a: ItemCode, b: ItemCode) -> Bool {
    (a.kind.rawValue, a.number) < (b.kind.rawValue, b.number)
  }
}

/// A trend, a yearly target or an activity, with everything of it that fits a row of a list.
public struct Item: Hashable, Sendable, Identifiable {
  public var id: ItemID
  public var code: ItemCode
  /// Every field but the long ones.
  public var values: FieldValues
  /// The item that is its main reason, if any.
  public var main: ItemID?
  /// The sums over the item's own expense lines, all months.
  public var money: Money
  /// The last edit that touched it.
  public var op: OpID

  public init(
    id: ItemID, code: ItemCode, fields: [Field: Value] = [:], main: ItemID? = nil,
    money: Money = Money(), op: OpID = 0
  ) {
    self.init(
      id: id, code: code, values: FieldValues(fields), main: main, money: money, op: op)
  }

  public init(
    id: ItemID, code: ItemCode, values: FieldValues, main: ItemID?, money: Money, op: OpID
  ) {
    self.id = id
    self.code = code
    self.values = values
    self.main = main
    self.money = money
    self.op = op
  }

  /// The same fields as a table; a field nobody filled is absent.
  public var fields: [Field: Value] {
    get { values.filled }
    set { values = FieldValues(newValue) }
  }

  public subscript(field: Field) -> Value { values[field] }

  public var kind: ItemKind { code.kind }
  public var lead: Department? { self[.lead].integer.flatMap { Department(rawValue: $0) } }
  public var owner: PersonID? { self[.owner].integer }
  public var status: Status? { self[.status].integer.flatMap { Status(rawValue: $0) } }
  public var stage: Stage? { self[.stage].integer.flatMap { Stage(rawValue: $0) } }
  public var priority: Priority? { self[.priority].integer.flatMap { Priority(rawValue: $0) } }
  public var period: Period? { self[.period].integer.flatMap { Period(rawValue: $0) } }
  public var start: Day? { self[.start].integer.flatMap { Day(rawValue: $0) } }
  public var end: Day? { self[.end].integer.flatMap { Day(rawValue: $0) } }
  public var ceiling: Int64? { self[.ceiling].integer }
  public var isJoint: Bool { self[.joint].integer == 1 }
  public var isGone: Bool { self[.gone].integer == 1 }
  public var tags: [String] {
    (self[.tags].text ?? "").split(separator: ";").map(String.init)
  }

  /// The title for a reader of one language; the other one where it has none.
  public func title(_ language: Language) -> String {
    let zh = self[.title].text ?? ""
    let en = self[.titleEn].text ?? ""
    return language == .english && !en.isEmpty ? en : zh
  }

  /// The title in the other language, empty where there is none or it is the same.
  public func secondTitle(_ language: Language) -> String {
    let shown = title(language)
    let zh = self[.title].text ?? ""
    let en = self[.titleEn].text ?? ""
    return shown == zh ? (en == zh ? "" : en) : zh
  }

  /// Where it stands in its list: lists are ordered by this and the id.
  public var key: RowKey {
    RowKey(order: (kind == .activity ? self[.start] : self[.position]).integer ?? 0, id: id)
  }
}

/// The place of an item in a list.
public struct RowKey: Hashable, Comparable, Sendable {
  /// An activity's start day, a trend's or target's position; 0 where there is none.
  public var order: Int64
  public var id: ItemID
  public init(order: Int64, id: ItemID) {
    self.order = order
    self.id = id
  }
  public static func < (a: RowKey, b: RowKey) -> Bool { (a.order, a.id) < (b.order, b.id) }
}
