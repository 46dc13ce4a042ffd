import PlanModel

/// Whether a value can stand in a field; whatever comes from a file or a key passes here.
enum ValueCheck {
  static func check(_ field: Field, _ value: Value, kind: ItemKind) throws {
    guard !value.isNone else { return }
    let fits =
      switch field {
      case .gone: value == .integer(1)
      case .kind: false
      case .position: value.integer != nil
      case .unit: true
      default: fits(value, field.type, kind)
      }
    guard fits else { throw Refusals.badValue(field.words) }
  }

  private static func fits(_ value: Value, _ type: FieldType, _ kind: ItemKind) -> Bool {
    let number = value.integer
    func one<T: RawRepresentable>(_: T.Type) -> Bool where T.RawValue == Int64 {
      number.flatMap { T(rawValue: $0) } != nil
    }
    switch type {
    case .text, .longText, .tags: return value.text != nil
    case .department: return one(Department.self)
    case .status: return one(Status.self)
    case .stage: return one(Stage.self)
    case .priority: return one(Priority.self)
    case .confidence: return one(Confidence.self)
    case .better: return one(Better.self)
    case .addsUp: return one(AddsUp.self)
    case .rhythm: return one(Rhythm.self)
    case .verdict: return one(Verdict.self)
    case .day: return one(Day.self)
    case .period:
      let unit = number.flatMap { Period(rawValue: $0) }?.unit
      return kind == .target ? unit == .year : kind != .trend && unit == .quarter
    case .money: return number.map(isAmount) ?? false
    case .percent: return number.map { (0...100).contains($0) } ?? false
    case .yesNo: return number == 0 || number == 1
    case .person, .item, .entry: return number != nil
    case .hidden: return false
    }
  }

  static func isAmount(_ value: Int64) -> Bool {
    (-DecimalText.limit...DecimalText.limit).contains(value)
  }

  static func check(_ field: LineField, _ value: Value) throws {
    guard !value.isNone else { return }
    let fits =
      switch field {
      case .item: false
      case .gone: value == .integer(1)
      case .code, .title, .titleEn, .ref: value.text != nil
      case .scale: value.integer.map { (0...9).contains($0) } ?? false
      case .addsUp: value.integer.flatMap { AddsUp(rawValue: $0) } != nil
      case .better: value.integer.flatMap { Better(rawValue: $0) } != nil
      case .unit, .above, .below: true
      case .category, .region, .channel, .product, .position: value.integer != nil
      }
    guard fits else { throw Refusals.badValue(Words(field.name, field.name)) }
  }

  static func check(_ setting: Setting, _ value: Value) throws {
    guard !value.isNone else { return }
    let number = value.integer
    let fits =
      switch setting {
      case .identifier, .title, .titleEn, .currency, .zone: value.text != nil
      case .today: number.flatMap { Day(rawValue: $0) } != nil
      case .firstYear: number.map { (1...9_999).contains($0) } ?? false
      case .fiscalStart: number.map { (1...12).contains($0) } ?? false
      case .closedTo: number.flatMap { Period(rawValue: $0) }?.unit == .month
      case .ceilingRule: value.text.flatMap { CeilingRule(rawValue: $0) } != nil
      case .staleDays, .driftPercent, .settleDays, .warnPercent, .costRatio:
        number.map { $0 >= 0 } ?? false
      }
    guard fits else { throw Refusals.badValue(Words(setting.rawValue, setting.rawValue)) }
  }

  /// The list that an entry in this field must come from.
  static func list(_ field: Field) -> ListKind? {
    if case .entry(let list) = field.type { list } else { nil }
  }

  static func list(_ field: LineField) -> ListKind? {
    switch field {
    case .category: .category
    case .region: .region
    case .channel: .channel
    case .product: .product
    default: nil
    }
  }
}
