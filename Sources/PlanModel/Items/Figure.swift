/// A column of the cells behind a line. Its name depends on the kind of item (``name(for:)``).
public enum Column: Int64, CaseIterable, Sendable {
  case approved = 1
  case plan, forecast, committed, actual, low, high, base

  /// The columns that people fill in for a kind of item, in the order of grids and files.
  public static func of(_ kind: ItemKind) -> [Column] {
    switch kind {
    case .trend: [.base, .low, .forecast, .high, .actual]
    case .target: [.plan, .actual, .forecast]
    case .activity: [.plan, .forecast, .committed, .actual]
    case .decision: []
    }
  }

  /// The name in files and commands: a target's plan is its `target`, a trend's forecast its
  /// `expected` value and its base the `baseline`.
  public func name(for kind: ItemKind) -> String {
    switch (self, kind) {
    case (.plan, .target): "target"
    case (.forecast, .trend): "expected"
    case (.base, .trend): "baseline"
    default: "\(self)"
    }
  }

  /// Any column that may stand in a file for a kind of item, also `approved`.
  public init?(name: String, kind: ItemKind) {
    let all = Column.of(kind) + (kind == .activity ? [.approved] : [])
    guard let match = all.first(where: { $0.name(for: kind) == name }) else { return nil }
    self = match
  }

  public func words(for kind: ItemKind) -> Words {
    switch (self, kind) {
    case (.plan, .target): Words("目标", "Target")
    case (.forecast, .trend): Words("预期", "Expected")
    case (.approved, _): Words("已批预算", "Approved")
    case (.plan, _): Words("预算", "Plan")
    case (.forecast, _): Words("预计", "Forecast")
    case (.committed, _): Words("占用", "Committed")
    case (.actual, _): Words("实际", "Actual")
    case (.low, _): Words("保守", "Low")
    case (.high, _): Words("乐观", "High")
    case (.base, _): Words("基准", "Baseline")
    }
  }
}

/// The amounts of a line in one period; nil means that nobody said.
public struct Figure: Hashable, Sendable {
  public var line: LineID
  public var period: Period
  private var values: [Int64?]

  public init(line: LineID, period: Period, _ amounts: [Column: Int64] = [:]) {
    self.line = line
    self.period = period
    values = Array(repeating: nil, count: Column.allCases.count)
    for (column, amount) in amounts { self[column] = amount }
  }

  public subscript(column: Column) -> Int64? {
    get { values[Int(column.rawValue) - 1] }
    set { values[Int(column.rawValue) - 1] = newValue }
  }

  public var isEmpty: Bool { values.allSatisfy { $0 == nil } }
}

/// A field of a line; the raw value is the number the history keeps.
public enum LineField: Int64, CaseIterable, Sendable {
  /// Presence: none → the item's id creates the line.
  case item = 1
  case gone = 2
  case code = 3
  case category = 4
  case title = 5
  case titleEn = 6
  case ref = 7
  case unit = 8
  case scale = 9
  case addsUp = 10
  case better = 11
  /// The line above the stroke of a ratio: a line's id, or `money.actual`.
  case above = 12
  case below = 13
  case region = 14
  case channel = 15
  case product = 16
  case position = 17

  public var name: String {
    switch self {
    case .titleEn: "title_en"
    case .addsUp: "adds_up"
    default: "\(self)"
    }
  }
}

/// A line of figures: an expense line of an activity, or the figures (or a part of the breakdown)
/// of a target or a trend. The main line of a target or trend has an empty code.
public struct Line: Hashable, Sendable, Identifiable {
  public var id: LineID
  public var item: ItemID
  public var fields: [LineField: Value]

  public init(id: LineID, item: ItemID, fields: [LineField: Value] = [:]) {
    self.id = id
    self.item = item
    self.fields = fields
  }

  public subscript(field: LineField) -> Value { fields[field] ?? .none }
  /// The line's own name in its item.
  public var code: String { self[.code].text ?? "" }
  public var category: EntryID? { self[.category].integer }
  /// Decimals of its amounts.
  public var scale: Int { Int(self[.scale].integer ?? 2) }
  public var position: Int64 { self[.position].integer ?? 0 }
  public var isGone: Bool { self[.gone].integer == 1 }

  public func title(_ language: Language) -> String {
    let zh = self[.title].text ?? ""
    let en = self[.titleEn].text ?? ""
    return language == .english && !en.isEmpty ? en : zh
  }
}
