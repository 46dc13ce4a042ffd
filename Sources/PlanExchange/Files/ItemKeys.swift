import PlanModel

/// The keys of an item in files, in their order there.
enum ItemKey: Hashable {
  case code, kind, serves, main, confirmed, position
  case field(Field)

  var name: String {
    switch self {
    case .field(let field): field.code
    default: "\(self)"
    }
  }

  private static let order: [ItemKey] =
    [.code, .kind]
    + fields([
      .title, .titleEn, .lead, .period, .status, .stage, .priority, .start, .end, .owner, .region,
      .channel, .product,
    ])
    + [.serves, .main]
    + fields([
      .joint, .share, .tags, .ref, .continues, .notes, .keynote, .result, .measure, .unit, .better,
      .addsUp, .rhythm, .ceiling,
    ])
    + [.confirmed] + fields([.source, .confidence, .checked])
    + fields([.about, .verdict, .due, .done, .decidedBy, .decidedOn]) + [.position]

  private static func fields(_ list: [Field]) -> [ItemKey] { list.map { .field($0) } }

  /// The keys that a kind of item has.
  static func of(_ kind: ItemKind) -> [ItemKey] {
    let fields = Field.of(kind)
    return order.filter { key in
      switch key {
      case .code, .kind: true
      case .serves, .main: kind.parent != nil
      case .confirmed: kind == .target
      case .position: kind != .activity
      case .field(let field): fields.contains(field)
      }
    }
  }

  /// The keys of any of these kinds.
  static func of(_ kinds: [ItemKind]) -> [ItemKey] {
    let all = kinds.map { Set(of($0)) }
    return order.filter { key in all.contains { $0.contains(key) } }
  }

  init?(name: String, kind: ItemKind) {
    guard let key = Self.of(kind).first(where: { $0.name == name }) else { return nil }
    self = key
  }
}
