/// The one place that turns a field's value into text and back: for forms, commands and files.
public struct FieldText {
  public var board: Board
  public var language: Language
  public var today: Day
  /// Codes of items and back, for fields that name another item.
  public var codeOf: (ItemID) -> ItemCode?
  public var idOf: (ItemCode) -> ItemID?

  public init(
    _ board: Board, _ language: Language, today: Day,
    codeOf: @escaping (ItemID) -> ItemCode? = { _ in nil },
    idOf: @escaping (ItemCode) -> ItemID? = { _ in nil }
  ) {
    self.board = board
    self.language = language
    self.today = today
    self.codeOf = codeOf
    self.idOf = idOf
  }

  /// A field by its code or its name in either language, as typed.
  public static func field(_ name: String) -> Field? {
    let folded = Folding.fold(name)
    if let field = Field(code: folded) { return field }
    if folded == "confirmed" { return .confirmedBy }
    return Field.allCases.first {
      $0.type != .hidden
        && ($0.words.zh == folded || Folding.fold($0.words.en) == folded)
    }
  }

  /// The value as people read it; empty for none, except `未定` for a lead.
  public func display(_ field: Field, _ value: Value) -> String {
    text(field, value, forPeople: true)
  }

  /// The value as files and commands write it, the same in every language; a lead of nobody is
  /// `none`, every other none is empty.
  public func file(_ field: Field, _ value: Value) -> String {
    text(field, value, forPeople: false)
  }

  private func text(_ field: Field, _ value: Value, forPeople: Bool) -> String {
    guard !value.isNone else {
      guard field.type == .department else { return "" }
      return forPeople ? Words("未定", "none")(language) : "none"
    }
    let number = value.integer ?? 0
    func coded<T: Coded & RawRepresentable<Int64>>(_ type: T.Type) -> String {
      guard let coded = T(rawValue: number) else { return "" }
      return forPeople ? coded.words(language) : coded.code
    }
    switch field.type {
    case .text, .longText, .hidden: return value.text ?? String(number)
    case .tags:
      return forPeople
        ? (value.text ?? "").split(separator: ";").joined(
          separator: language == .chinese ? "、" : ", ")
        : value.text ?? ""
    case .department: return coded(Department.self)
    case .status: return coded(Status.self)
    case .stage: return coded(Stage.self)
    case .priority:
      guard let priority = Priority(rawValue: number) else { return "" }
      return forPeople ? "\(priority.code) \(priority.words(language))" : priority.code
    case .confidence: return coded(Confidence.self)
    case .better: return coded(Better.self)
    case .addsUp: return coded(AddsUp.self)
    case .rhythm: return coded(Rhythm.self)
    case .verdict: return coded(Verdict.self)
    case .day: return Day(rawValue: number)?.description ?? ""
    case .period:
      guard let period = Period(rawValue: number) else { return "" }
      return forPeople ? period.long(language) : period.description
    case .money:
      return forPeople
        ? AmountFormat(board.money, language).full(number)
        : DecimalText.format(number, scale: board.moneyScale)
    case .percent: return forPeople ? "\(number)%" : "\(number)"
    case .yesNo:
      guard forPeople else { return number == 1 ? "yes" : "no" }
      return (number == 1 ? Words("是", "yes") : Words("否", "no"))(language)
    case .person:
      guard let person = board.people[number] else { return "" }
      return forPeople ? person.display(language) : person.name
    case .item: return codeOf(number)?.description ?? ""
    case .entry:
      guard let entry = board.entries[number] else { return "" }
      return forPeople ? entry.name(language) : entry.code
    }
  }
}
