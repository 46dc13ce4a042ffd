import PlanModel

/// What a column of a table becomes.
enum ColumnMeaning: Hashable {
  case key(ItemKey)
  /// An amount. Without a line it is the row's; without a period that of the row's start, or of
  /// the row's month.
  case figure(column: String, line: String, period: Period?)
  /// The parts of a row that is one amount.
  case line, column, month, amount

  private static let parts: [String: ColumnMeaning] = [
    "line": .line, "category": .line, "column": .column, "month": .month, "amount": .amount,
  ]

  /// Reads the name of a field or a figure; nil for none that is known.
  init?(_ name: String) {
    let name = name.trimmed
    let keys = ItemKey.of(ItemKind.allCases).filter { $0 != .position }
    if let part = Self.parts[Folding.fold(name)] {
      self = part
    } else if let key = keys.first(where: { $0.name == Folding.fold(name) }) {
      self = .key(key)
    } else if let figure = Self.figure(name) {
      self = figure
    } else if let field = FieldText.field(name), keys.contains(.field(field)) {
      self = .key(.field(field))
    } else {
      return nil
    }
  }

  private static func figure(_ name: String) -> ColumnMeaning? {
    if let heading = FigureHeading(name) {
      return .figure(column: heading.column, line: heading.line, period: heading.period)
    }
    // Any period will do to read the rest.
    guard !name.contains("@"), let heading = FigureHeading(name + "@2000") else { return nil }
    return .figure(column: heading.column, line: heading.line, period: nil)
  }

  /// As flags write it.
  var name: String {
    switch self {
    case .key(let key): return key.name
    case .figure(let column, let line, let period):
      let end = period.map { "@\($0)" } ?? ""
      return column + (line.isEmpty ? "" : "." + line) + end
    case .line: return "category"
    case .column, .month, .amount: return "\(self)"
    }
  }

  /// Whether a kind of item has it.
  func fits(_ kind: ItemKind) -> Bool {
    switch self {
    case .key(let key): ItemKey.of(kind).contains(key)
    case .figure(let column, _, _): Column(name: column, kind: kind) != nil
    case .line, .column, .month, .amount: true
    }
  }

  var isAmount: Bool {
    switch self {
    case .amount, .figure: true
    case .key(.field(let field)): field.type == .money
    default: false
    }
  }

  var isDay: Bool {
    switch self {
    case .month: true
    case .key(.field(let field)): field.type == .day
    default: false
    }
  }

  static let known =
    ItemKey.of(ItemKind.allCases).filter { $0 != .position }.map(\.name).joined(separator: " ")
    + " plan.media plan.media@2026-10 line column month amount"
}
