import PlanModel
import TextCanvas

/// One line of a form: a field and what is in it now.
struct FormField: Sendable {
  let field: Field
  /// What its author saw.
  let was: Value
  let isLinks: Bool
  /// Text fields.
  var editor = LineEditor()
  /// Choices and picked things.
  var picked: Value
  /// The text as it stood before anything was typed.
  private let textBefore: String

  init(_ field: Field, _ value: Value, _ state: AppState) {
    self.field = field
    was = value
    picked = value
    isLinks = false
    textBefore = Self.isTyped(field) ? Self.editable(value, field, state) : ""
    editor = LineEditor(
      textBefore, selected: Self.isReplaced(field), isMultiline: field.isLong)
  }

  /// The line of reasons.
  init(links kind: ItemKind) {
    field = .kind
    was = .none
    picked = .none
    isLinks = true
    textBefore = ""
  }

  static func isTyped(_ field: Field) -> Bool {
    switch field.type {
    case .text, .longText, .tags, .day, .period, .money, .percent: true
    default: false
    }
  }

  /// Amounts and dates are written anew, texts are gone on with.
  private static func isReplaced(_ field: Field) -> Bool {
    switch field.type {
    case .day, .period, .money, .percent: true
    default: false
    }
  }

  /// The text one types over: short amounts, dates in full.
  private static func editable(_ value: Value, _ field: Field, _ state: AppState) -> String {
    field.type == .money
      ? value.integer.map {
        Amounts.trimmed(DecimalText.format($0, scale: state.board.moneyScale))
      } ?? "" : state.fieldText.file(field, value)
  }

  var isTyped: Bool { !isLinks && Self.isTyped(field) }
  /// A text of several lines.
  var isLong: Bool { !isLinks && field.isLong }
  var options: [(value: Int64, words: Words)] { FieldOptions.of(field) }
  var opensPicker: Bool { isLinks || (!isTyped && options.isEmpty) }
  var isChanged: Bool { isTyped ? editor.text != textBefore : picked != was }

  mutating func handle(_ key: Key) {
    if isTyped {
      _ = editor.handle(key)
      return
    }
    let options = options
    guard !options.isEmpty else { return }
    let current = options.firstIndex { Value.integer($0.value) == picked }
    switch key.normalised.code {
    case .left: picked = .integer(options[max(0, (current ?? 1) - 1)].value)
    case .right: picked = .integer(options[min(options.count - 1, (current ?? -1) + 1)].value)
    case .backspace, .delete, .character("0"), .character("-"): picked = .none
    case .character(let typed):
      if let number = typed.wholeNumberValue, options.indices.contains(number - 1) {
        picked = .integer(options[number - 1].value)
      }
    default: break
    }
  }

  mutating func insert(_ text: String) {
    if isTyped { editor.insert(text) }
  }

  /// What is in it now, as files would write it.
  func text(_ state: AppState) -> String {
    isTyped ? editor.text : state.fieldText.file(field, picked)
  }

  mutating func restore(_ text: String, _ state: AppState) {
    if isTyped {
      editor.replace(with: text)
    } else if let value = try? state.fieldText.parse(field, text) {
      picked = value
    }
  }

  mutating func set(_ value: Value, _ state: AppState) { picked = value }

  func value(_ state: AppState) throws(Refusal) -> Value {
    guard isTyped else { return picked }
    guard editor.text != textBefore else { return was }
    return try state.fieldText.parse(field, editor.text)
  }
}

/// The fixed choices of a field.
enum FieldOptions {
  static func of(_ field: Field) -> [(value: Int64, words: Words)] {
    switch field.type {
    case .department: coded(Department.self)
    case .status: coded(Status.self)
    case .stage: coded(Stage.self)
    case .priority:
      Priority.allCases.map {
        ($0.rawValue, Words("\($0.code) \($0.words.zh)", "\($0.code) \($0.words.en)"))
      }
    case .confidence: coded(Confidence.self)
    case .better: coded(Better.self)
    case .addsUp: coded(AddsUp.self)
    case .rhythm: coded(Rhythm.self)
    case .verdict: coded(Verdict.self)
    case .yesNo: [(1, Words("是", "yes"))]
    default: []
    }
  }

  private static func coded<T: Coded & RawRepresentable>(
    _ type: T.Type
  ) -> [(value: Int64, words: Words)] where T.RawValue == Int64 {
    T.allCases.map { ($0.rawValue, $0.words) }
  }
}
